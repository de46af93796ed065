/* "Keep a copy on this phone": on pages for adults only. Nothing happens before a tap. The first
   tap registers worker.js, which saves the pages named here; the other takes all of it away. */
(() => {
  "use strict";
  const box = document.getElementById("keep"), workers = navigator.serviceWorker;
  if (!box || !workers || !self.caches || !/^https?:$/.test(location.protocol)) return;
  const [add, remove] = box.querySelectorAll("button");
  const status = box.querySelector("[role=status]"), data = box.dataset;
  const worker = new URL(data.worker, location).href, scope = new URL(data.root, location).href;
  const address = self.trustedTypes
    ? trustedTypes.createPolicy("karpear", {createScriptURL: () => worker}).createScriptURL(worker) : worker;
  const tell = text => { status.textContent = text; };
  const mine = async () => (await workers.getRegistrations()).filter(one => one.scope === scope);
  let isSaving = false, isRemoved = false;

  /* A worker without pages, or pages without a worker, are traces, too. */
  const isKept = async () => (await mine()).length > 0 || await caches.has("karpear-kept");
  const show = async () => { remove.hidden = !await isKept(); };

  const ready = registration => new Promise((go, stop) => {
    const coming = registration.installing || registration.waiting;
    if (!coming) return go(registration.active);
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated") go(coming);
      if (coming.state === "redundant") stop(coming);
    });
  });

  const store = async () => {
    const registration = await workers.register(address, {scope, updateViaCache: "none"});
    const active = await ready(registration);
    const channel = new MessageChannel();
    const answer = new Promise(go => { channel.port1.onmessage = event => go(event.data); });
    const pages = data.pages.split(" ").map(page => new URL(page, location).href);
    active.postMessage({pages, notice: data.notice, lang: document.documentElement.lang}, [channel.port2]);
    return answer;
  };

  const forget = async () => {
    for (const one of await mine()) await one.unregister();
    for (const name of await caches.keys()) if (name === "karpear-kept") await caches.delete(name);
  };

  /* What fails the first time, or is taken away while it is on its way, leaves nothing. */
  const save = async () => {
    if (isSaving) return;
    const had = await isKept();
    isSaving = true;
    isRemoved = false;
    tell(data.busy);
    remove.hidden = false;
    const isDone = await store().catch(() => false);
    isSaving = false;
    if (isRemoved || !(isDone || had)) await forget();
    if (!isRemoved) tell(isDone ? data.done : data.failed);
  };

  const clear = async () => {
    isRemoved = true;
    await forget();
    tell(data.gone);
  };

  const run = task => () => task().catch(() => tell(data.failed)).then(show);
  add.addEventListener("click", run(save));
  remove.addEventListener("click", run(clear));
  box.hidden = false;
  show();
})();
