/* The verify page: compares the files of a folder that the reader picks with its MANIFEST.sha256.
   Everything happens in the browser; nothing is sent or kept. SHA-256 is written out (FIPS 180-4),
   because browsers lend theirs to https and to files only, not to a box in a classroom. */
(() => {
  "use strict";
  const picker = document.getElementById("picker");
  const report = document.getElementById("report");
  const list = document.getElementById("list");
  if (!picker) return;
  const voices = [...report.children];  // a paragraph for each language of the copy
  const say = (key, more = "") => voices.forEach(one => { one.textContent = one.dataset[key] + more; });
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every(p => n % p)) primes.push(n);
  const fraction = root => Math.floor((root - Math.floor(root)) * 2 ** 32);
  const K = primes.map(p => fraction(Math.cbrt(p)));
  const START = primes.slice(0, 8).map(p => fraction(Math.sqrt(p)));
  const turn = (x, n) => x >>> n | x << 32 - n;

  const block = (hash, view, at, w) => {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3)
        + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10) | 0;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((part, i) => { hash[i] = hash[i] + part | 0; });
  };

  const sha256 = bytes => {
    const hash = START.slice(), w = new Int32Array(64);
    const rest = bytes.length % 64, whole = bytes.length - rest;
    const tail = new DataView(new ArrayBuffer(rest < 56 ? 64 : 128));
    new Uint8Array(tail.buffer).set(bytes.subarray(whole));
    tail.setUint8(rest, 0x80);
    tail.setUint32(tail.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
    tail.setUint32(tail.byteLength - 4, bytes.length * 8 >>> 0);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < whole; at += 64) block(hash, view, at, w);
    for (let at = 0; at < tail.byteLength; at += 64) block(hash, tail, at, w);
    return hash.map(part => (part >>> 0).toString(16).padStart(8, "0")).join("");
  };

  /* The listed digests, or null for a manifest that is not as we write it. */
  const parse = bytes => {
    const listed = new Map();
    let text;
    try { text = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes); } catch (bad) { return null; }
    if (!text.endsWith("\n")) return null;
    for (const line of text.slice(0, -1).split("\n")) {
      const found = /^([0-9a-f]{64})  ([^\n\r\\]+)$/.exec(line);
      if (!found || listed.has(found[2])) return null;
      listed.set(found[2], found[1]);
    }
    return listed;
  };

  const tell = (key, names) => {
    for (const name of names) {
      const item = list.appendChild(document.createElement("li"));
      for (const one of voices) {
        const words = item.appendChild(document.createElement("span"));
        words.lang = one.lang;
        words.textContent = one.dataset[key] + " ";
      }
      const code = item.appendChild(document.createElement("code"));
      code.dir = "ltr";
      code.textContent = name;
    }
  };

  const check = async files => {
    const own = new Map(), changed = [];
    list.textContent = "";
    say("busy");
    for (const file of files) own.set((file.webkitRelativePath || file.name).replace(/^[^/]*\//, ""), file);
    const manifest = own.get("MANIFEST.sha256");
    own.delete("MANIFEST.sha256");
    const listed = manifest && parse(new Uint8Array(await manifest.arrayBuffer()));
    if (!listed) return say(manifest ? "broken" : "none");
    for (const [name, digest] of listed) {
      const file = own.get(name);
      if (file && sha256(new Uint8Array(await file.arrayBuffer())) !== digest) changed.push(name);
    }
    const missing = [...listed.keys()].filter(name => !own.has(name));
    const extra = [...own.keys()].filter(name => !listed.has(name));
    tell("changed", changed);
    tell("missing", missing);
    tell("extra", extra);
    say(changed.length + missing.length + extra.length ? "bad" : "good");
  };

  document.getElementById("check").hidden = false;
  picker.addEventListener("change", () => {
    check([...picker.files]).catch(problem => { say("broken", " " + problem.message); });
  });
})();
