/* The worker behind "Keep a copy on this phone". The network comes first, always; a kept page is
   shown only where none answers, and says then of which day it is. Publishing this file with OFF = true
   takes every copy away at the next visit (handbook/copies.md). */
const OFF = false;
const NAME = "karpear-kept";
const noticeIn = lang => new URL("notice-" + lang, location).href;

const save = async ({pages, notice, lang}) => {
  const cache = await caches.open(NAME);
  await Promise.all(pages.map(async page => {
    const answer = await fetch(page, {cache: "no-store"});
    if (!answer.ok) throw new Error(page);
    await cache.put(page, answer);
  }));
  if (notice) await cache.put(noticeIn(lang), new Response(notice));
};

const kept = request => caches.match(request, {cacheName: NAME, ignoreSearch: true});

/* A page that the site no longer has goes; whatever else fails leaves what is there. */
const renew = async (cache, page) => {
  const answer = await fetch(page, {cache: "no-store"});
  if (answer.ok) await cache.put(page, answer);
  else if (answer.status === 404 || answer.status === 410) await cache.delete(page);
};

/* All kept pages anew, once: at the first page that the network gives after the worker has woken.
   The cache is opened once only: a reader may take it away meanwhile, and what is then put into it
   is lost with it, while a second open would make it anew. */
let isFresh = false;
const refresh = async () => {
  if (isFresh || !await caches.has(NAME)) return;
  isFresh = true;
  const cache = await caches.open(NAME);
  const kept = (await cache.keys()).map(one => one.url);
  if (!kept.length) return caches.delete(NAME);  // taken away just before it was opened
  const pages = kept.filter(url => !url.startsWith(noticeIn("")));
  await Promise.all(pages.map(page => renew(cache, page).catch(() => {})));
};

const dated = async answer => {
  const html = await answer.text();
  const [, lang] = /<html lang="(\w+)"/.exec(html) || [];
  const notice = await kept(noticeIn(lang));
  const day = /<p class="k-date">([^<]*)<\/p>/.exec(html);
  const words = (notice ? await notice.text() : "") + " " + (day ? day[1] : "");
  const marked = html.replace('<aside id="help-block"', '<p class="k-draft" id="kept-copy">' + words + '</p><aside id="help-block"');
  return new Response(marked, {headers: {"Content-Type": "text/html; charset=utf-8"}});
};

/* The kept help page in the language of what was asked for. A reader is led there: under another
   address its links, style and script would not be found, and the way out is one of them. */
const helpFor = async url => {
  if (!await caches.has(NAME)) return undefined;
  const isEnglish = one => one.startsWith(self.registration.scope + "en/");
  const found = (await (await caches.open(NAME)).keys()).map(one => one.url).filter(one => /\/help\/$/.test(one));
  return found.find(one => isEnglish(one) === isEnglish(url)) || found[0];
};

/* The kept page, also without its last slash, or the one with the helplines where this page was not
   kept. */
const instead = async request => {
  const isPage = request.mode === "navigate";
  const copy = await kept(request);
  if (copy) return isPage ? dated(copy) : copy;
  if (!isPage) return undefined;
  const whole = request.url.split(/[?#]/)[0] + "/";
  const place = await kept(whole) ? whole : await helpFor(request.url);
  return place && Response.redirect(place);
};

/* A network that does not answer is none: after WAIT the kept page is shown. What belongs to it is
   then taken from the copy at once, until an answer comes in time again. */
const WAIT = 6000;
let isSlow = false;
const later = request => new Promise((_, fail) =>
  setTimeout(fail, isSlow && request.mode !== "navigate" ? 0 : WAIT));

const inTime = async (request, network) => {
  if (!await kept(request)) return network;
  try {
    const fresh = await Promise.race([network, later(request)]);
    isSlow = false;
    return fresh;
  } catch (none) {
    isSlow = true;
    throw none;
  }
};

const answer = async event => {
  const request = event.request;
  const network = fetch(request);
  if (request.mode === "navigate") {
    event.waitUntil(network.then(fresh => fresh.ok && refresh(), () => {}));
  }
  try {
    const fresh = await inTime(request, network);
    return fresh.status < 500 ? fresh : await kept(request) && await instead(request) || fresh;
  } catch (none) {
    return await instead(request) || network;
  }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil((async () => {
  if (!OFF) return self.clients.claim();
  await caches.delete(NAME);
  return self.registration.unregister();
})()));
self.addEventListener("message", event => {
  const port = event.ports[0];
  event.waitUntil(save(event.data).then(() => port.postMessage(true), () => port.postMessage(false)));
});
self.addEventListener("fetch", event => {
  const request = event.request;
  if (!OFF && request.method === "GET" && request.url.startsWith(self.registration.scope)) {
    event.respondWith(answer(event));
  }
});
