/* Search, as karpear.search does it in Python, step by step and in whole numbers: same names, same
   results (tests/search). The index is opened at the first use of the field, in two stages, by
   script elements: this works from http and from files. Nothing is stored or sent. How it works:
   handbook/search.md */
(() => {
  "use strict";
  const TITLE = 24, ALIAS = 16, BODY = 1;
  const TOKEN = /\{[^}]*\}|[ \n]+|[\u1780-\u17d3\u17d7\u17dc\u17dd\u200b-\u200d]+|[\u17e0-\u17e9]+|[0-9A-Za-z\u00c0-\u024f'’]+|[^]/gu;
  const PLACES = [/^\u17cc/, /^\u17d2[^\u179a]/, /^\u17d2/, /^[\u17c9\u17ca]/, /^[\u17b6-\u17c5]/, /^[^\u17c7\u17c8]/, /^/];
  const store = self.karpearSearch = self.karpearSearch || {};

  /* -- khmer.search_key, texts.py */
  const place = mark => PLACES.findIndex(pattern => pattern.test(mark));
  const searchKey = text => text.replace(/[\u00ad\u17b4\u17b5\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\u17d2(?![\u1780-\u17b3])/g, "").toLowerCase()
    .replace(/ឲ/g, "ឱ").replace(/[០-៩]/g, digit => digit.charCodeAt(0) - 0x17e0)
    .replace(/\u17d2ដ/g, "\u17d2ត")
    .replace(/[^\u1780-\u17ff]+/g, part => part.normalize())
    .replace(/[\s\u0085]+/g, " ")
    .replace(/^ | $/g, "").replace(/([\u1780-\u17ff]) (?=[\u1780-\u17ff])/g, "$1")
    .replace(/(?:\u17d2.|[\u17b6-\u17d1\u17d3\u17dd])+/g, marks =>
      marks.match(/\u17d2?./g).sort((a, b) => place(a) - place(b)).join(""))
    .replace(/\u17c1\u17b8/g, "\u17be").replace(/\u17c1\u17b6/g, "\u17c4")
    .replace(/(\u17d2?)អោយ(?![\u17b6-\u17d3])/g, (word, coeng) => coeng ? word : "ឱ្យ");
  const folds = new Map();
  const fold = text => {
    if (!folds.has(text)) folds.set(text, searchKey(text).replace(/['’]/g, ""));
    return folds.get(text);
  };
  const isKhmer = text => /^[\u1780-\u17ff]/.test(text);
  const partsOf = key => key.match(/.(?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*/gu) || [];
  const words = key => key.match(/[\u1780-\u17d3\u17d7\u17dc\u17dd]+|[0-9a-z\u00c0-\u024f]+/g) || [];
  const sum = (list, of) => list.reduce((all, one) => all + of(one), 0);

  /* The key of a stored text; each(token, piece, at) is told where every token stands in it. */
  const walk = (text, each) => {
    let key = "", space = "";
    for (const token of text.match(TOKEN) || []) {
      const piece = /^[ \n|{]/.test(token) ? "" : fold(token);
      if (/^[ \n]/.test(token)) space = key && " ";
      if (piece) {
        if (!isKhmer(key.slice(-1)) || !isKhmer(piece)) key += space;
        space = "";
      }
      each(token, piece, key.length);
      key += piece;
    }
    return key;
  };

  /* -- corpus.py: both stages, read in slices so that typing goes on */
  const read = async (first, full) => {
    const pages = [], entries = [], known = new Map(), swap = new Map(), texts = first.texts;
    let since = Date.now(), all = "";
    const rest = async () => {
      if (Date.now() - since < 12) return;
      await new Promise(go => setTimeout(go));
      since = Date.now();
    };
    [...first.letters].forEach((letter, n) => swap.set(letter, first.free[n]).set(first.free[n], letter));
    const stored = text => swap.size ? text.replace(/[^]/g, char => swap.get(char) || char) : text;
    const plain = text => stored(text).replace(/\|/g, "");
    const keys = list => list.map(text => fold(plain(text)));
    const count = (word, n) => known.set(word, (known.get(word) || 0) + n);
    const add = (page, section, worth, text) => {
      const edges = [];
      if (!text) return;
      const key = walk(text, (token, piece, at) => {
        if (!/^[0-9a-z\u00c0-\u024f\u1780-\u17d3\u17dc\u17dd]/.test(piece)) return;
        edges[at] |= 1;
        edges[at + piece.length] |= 2;
        count(piece, 1);
      });
      all += key + "\n";
      const entry = {page, section, worth, key, edges, end: all.length};
      page.entries.push(entry);
      entries.push(entry);
    };
    const spot = (page, title, key) => page.spots.push({key, title: plain(title)}) - 1;
    const body = (page, here, worth, text) => {
      if (text) page.spots[here].text = stored(text);
      add(page, here, worth, text && stored(text));
    };
    const names = texts.terms.map(([title, more]) => ({
      title, core: fold(plain(title).split(/[;(]/)[0]), forms: [...new Set(keys([title, ...more]))]
    }));
    for (const [n, [title, aliases, heads]] of texts.pages.entries()) {
      const [id, about] = first.keys.pages[n];
      const page = {id, title: plain(title), spots: [], entries: []};
      pages.push(page);
      page.url = (first.lang === "km" ? "/" : "/en/") + (id && id + "/");
      add(page, -1, TITLE, stored(title));
      add(page, -1, ALIAS, stored(aliases));
      for (const at of words(about)) add(page, -1, ALIAS, stored(names[at].title));
      add(page, -1, ALIAS, id);
      for (const [head, lead] of heads) {
        const here = spot(page, head, "");
        add(page, here, 8, stored(head));
        body(page, here, 4, lead);
      }
      await rest();
    }
    if (full) {
      for (const [n, [summary, bodies]] of full.texts.pages.entries()) {
        add(pages[n], -1, 4, pages[n].lead = stored(summary));
        full.keys.pages[n].split(" ").forEach((key, here) => {
          if (!key) return;
          pages[n].spots[here].key = key;
          body(pages[n], here, BODY, bodies[here]);
        });
        await rest();
      }
      const glossary = pages.find(page => page.id === "glossary");
      full.keys.terms.split(" ").forEach((id, n) => {
        names[n].forms.push(...keys(full.texts.terms[n][1]));
        if (!glossary) return;
        const here = spot(glossary, names[n].title, "term-" + id);
        add(glossary, here, 3, stored(names[n].title));
        body(glossary, here, BODY, full.texts.terms[n][0]);
      });
    }
    for (const name of names) {
      name.title = plain(name.title);
      for (const form of name.forms) count(form, 2);
    }
    const lines = texts.lines.map(([title, shown, more], n) => ({
      id: first.keys.lines[n][0], dial: first.keys.lines[n][1], title: plain(title), shown,
      number: shown.replace(/ /g, ""), names: keys([title, ...more])
    }));
    const contacts = texts.names.map(plain);
    return {pages, entries, all, known, names, lines, contacts,
      help: keys(texts.help), along: keys(texts.with), skip: keys(texts.skip)};
  };

  /* -- question.py */
  const termOf = (word, stem = isKhmer(word) ? "" : word.replace(/(?:ings?|ed|es|s|ers?|ly)$/, "")) =>
    ({word, forms: new Map(stem.length > 2 ? [[stem, 5], [word, 6]] : [[word, 6]]), via: ""});

  const termsOf = (c, whole) => {
    const all = [...new Set([].concat(...words(whole).map(word => cut(c, word))))];
    const telling = all.filter(word => !c.skip.includes(word));
    const asked = (telling.length ? telling : all).slice(0, 12);
    const terms = asked.map(word => termOf(word));
    for (const {name, form, close} of namesOf(c, whole, asked)) {
      for (const term of terms) {
        const at = form.indexOf(term.word);
        if (!at || (at > 0 && partsOf(term.word).length > 1)) call(term, name, close > 1 ? 4 : 3);
      }
    }
    return terms.filter(term => look(c, term) || mend(c, term));
  };

  const phrasesOf = (c, whole, terms) => {
    const asked = new Set();
    terms.slice(1).forEach(({word}, n) => {
      for (const gap of ["", " "]) asked.add(terms[n].word + gap + word);
    });
    if (terms[1]) asked.add(whole);
    return [...asked].filter(text => whole.includes(text)).map(text => termOf(text, ""))
      .filter(phrase => look(c, phrase));
  };

  const call = (term, name, worth) => {
    for (const form of [name.core, ...name.forms]) {
      if (form === name.core || isKhmer(form) !== isKhmer(name.core)) {
        term.forms.set(form, Math.max(worth, term.forms.get(form) || 0));
      }
    }
    term.via = term.via || name.title;
  };

  const namesOf = (c, whole, asked) => c.names.map(name => name.forms
    .map(form => ({name, form, close: closeness(form, whole, asked)})).sort(closest)[0])
    .filter(found => found.close).sort(closest).slice(0, 3);
  const closest = (a, b) => b.close - a.close || b.form.length - a.form.length;

  const closeness = (form, whole, asked) => {
    const khmer = isKhmer(form);
    if (form === whole) return 3;
    if (asked.includes(form) || (khmer ? whole.includes(form) && partsOf(form).length > 2
      : (" " + whole + " ").includes(" " + form + " "))) return 2;
    return +asked.some(word => 2 * word.length >= form.length && (isKhmer(word)
      ? form.startsWith(word) && partsOf(word).length > 2
      : word.length > 3 && (" " + form).includes(" " + word)));
  };

  const cut = (c, word) => {
    const parts = partsOf(word), pieces = [];
    let rest = "", at = 0;
    if (!isKhmer(word) || parts.length < 4 || c.known.get(word) > 1) return [word];
    const close = () => rest && pieces.push(rest) && (rest = "");
    while (at < parts.length) {
      let size = 13, long;
      do long = parts.slice(at, at + --size).join("");
      while (size && !(long.length > 1 && c.known.get(long) > 1));
      if (size) close();
      if (size) pieces.push(long);
      else rest += parts[at];
      at += Math.min(size, parts.length - at) || 1;
    }
    close();
    const unknown = pieces.findIndex(piece => !c.known.has(piece));
    if (unknown < 0) return pieces;
    if (c.all.includes(word)) return [word];
    for (at of [unknown - 1, unknown]) {
      const found = pieces[at] && pieces[at + 1] ? near(c, pieces[at] + pieces[at + 1]) : [];
      if (found[0]) return pieces.splice(at, 2, found[0]) && pieces;
    }
    return pieces;
  };

  const mend = (c, term) => {
    const found = near(c, term.word).slice(0, 4);
    for (const word of found) {
      term.forms.set(word, 2);
      for (const name of c.names) if (name.forms.includes(word)) call(term, name, 2);
    }
    term.via = found[0] ? term.via || found[0] : "";
    return look(c, term);
  };

  const near = (c, word) => {
    const one = partsOf(word);
    if (one.length < (isKhmer(word) ? 3 : 4)) return [];
    return [...c.known.keys()].filter(key => {
      const other = partsOf(key), least = Math.min(one.length, other.length);
      let same = 0, end = 0;
      while (same < least && one[same] === other[same]) same++;
      while (end < least - same && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
      return Math.max(one.length, other.length) - same - end < 2;
    }).sort((a, b) => c.known.get(b) - c.known.get(a));
  };

  /* All keys are one long text and each entry knows its end: a browser scans it fastest. */
  const look = (c, term) => {
    const sure = new Set(), hits = term.hits = new Map();
    term.pages = new Set();
    let own = false;
    term.forms.forEach((value, form) => {
      let n = 0;
      for (let at = c.all.indexOf(form); at >= 0; at = c.all.indexOf(form, c.entries[n].end)) {
        while (c.entries[n].end <= at) n++;
        const entry = c.entries[n], found = hit(entry, form);
        if (found) {
          hits.set(entry, Math.max(found * value, hits.get(entry) || 0));
          term.pages.add(entry.page);
          own = own || (form === term.word && entry.worth !== ALIAS);
          if (found >= 4 * entry.worth) sure.add(entry.page);
        }
      }
    });
    let root = 1;
    const size = sure.size || term.pages.size;
    while (size && size * 2 ** root <= c.pages.length) root++;
    term.rare = root * root;
    if (own && isKhmer(term.via) === isKhmer(term.word)) term.via = "";
    return hits.size;
  };

  const hit = ({key, edges, worth}, form) => {
    let best = 0, count = 0;
    for (let at = key.indexOf(form); at >= 0; at = key.indexOf(form, at + form.length)) {
      best = Math.max(best, stand(key, edges, form, at));
      count++;
    }
    return best * worth * (worth === TITLE && form.length * 2 >= key.length ? 2 : 1)
      + (best && worth === BODY ? Math.min(count, 3) - 1 : 0);
  };

  const stand = (key, edges, form, at) => {
    const end = at + form.length, starts = edges[at] & 1, ends = edges[end] & 2;
    if (isKhmer(form)) return starts ? ends ? 6 : 4 : partsOf(form).length > 1 ? 1 : 0;
    if (!starts) return form.length > 3 ? 1 : 0;
    if (ends || form.length < 3) return ends && 6;
    return /^(?:e?s|e?d|ing|e?rs?|ly)(?![0-9a-z])/.test(key.substr(end, 4)) ? 4 : 2;
  };

  /* -- rank.py */
  const find = (c, question) => {
    const whole = fold(question.replace(/[!?,;:()«»“”"។៕៖]/g, " ")), terms = termsOf(c, whole), phrases = phrasesOf(c, whole, terms);
    const total = sum(terms, term => term.rare), via = terms.map(term => term.via).find(Boolean);
    const forms = [].concat(...terms.map(term => [...term.forms.keys()]));
    let found = [];
    for (const page of c.pages) {
      const here = terms.filter(term => term.pages.has(page));
      const covered = sum(here, term => term.rare);
      if (here[0] && covered * 2 >= total) {
        const [points, spot] = scored(page, here, phrases);
        const all = terms.every(term => term.rare === 1 || here.includes(term));
        found.push({page, all, points: points * covered * covered, spot: page.spots[spot], via, forms});
      }
    }
    const full = found.filter(row => row.all);
    if (terms.length < 4 && full[0]) found = full;
    found.sort((a, b) => b.points - a.points || c.pages.indexOf(a.page) - c.pages.indexOf(b.page));
    const first = helpFirst(c, whole);
    return first ? [first, ...found.filter(row => row.page !== first.page)] : found;
  };

  const scored = (page, terms, phrases) => {
    const spots = new Map(), has = new Map();
    let points = 0, best = -1;
    const more = (map, at, n) => map.set(at, (map.get(at) || 0) + n);
    for (const term of terms.concat(phrases)) {
      const places = new Map();
      let own = 0;
      for (const entry of page.entries) {
        const worth = term.hits.get(entry);
        if (worth && entry.section < 0) own += worth;
        else if (worth) more(places, entry.section, worth);
      }
      places.forEach((worth, section) => {
        more(spots, section, term.rare * worth);
        more(has, section, terms.includes(term) ? 1 : 0);
      });
      points += term.rare * (own + Math.max(0, ...places.values()) + Math.min(places.size, 6));
    }
    spots.forEach((worth, section) => {
      if (best < 0 || (has.get(section) - has.get(best) || worth - spots.get(best) || best - section) > 0) best = section;
    });
    if (best < 0) return [points, best];
    const together = terms[1] && has.get(best) === terms.length;
    return [points + spots.get(best) + (together ? 40 * sum(terms, term => term.rare) : 0), best];
  };

  const helpFirst = (c, whole) => {
    const page = c.pages.find(one => one.id === "help"), rest = without(whole, c.help);
    const digits = whole.replace(/[ .-]/g, ""), name = without(rest, c.along);
    const line = c.lines.find(({number, names}) => (/^\d{3,}$/.test(digits) && number.startsWith(digits))
      || names.includes(whole) || names.includes(name));
    if (!page || (!line && (rest === whole || name))) return;
    const spot = line ? {key: "line-" + line.id, title: line.title}
      : page.spots.find(one => one.key === "lines") || page.spots[0];
    return {page, spot, forms: [], lines: line ? [line] : c.lines};
  };

  const without = (text, list) => {
    for (const word of [...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
      const gap = isKhmer(word) ? "" : " ";
      while ((" " + text + " ").includes(gap + word + gap)) text = (" " + text + " ").replace(gap + word + gap, "  ").trim();
    }
    return text.split(" ").filter(Boolean).join(" ");
  };

  store.searchKey = searchKey;

  /* -- the page: a field, a live count, a list of links */
  const form = document.getElementById("search");
  if (!form) return;
  const field = document.getElementById("q"), say = document.getElementById("search-count");
  const list = document.getElementById("search-list"), lang = document.documentElement.lang;
  const texts = form.dataset, file = texts.file || (location.protocol === "file:" ? "index.html" : "");
  let corpus, timer, asked;

  const make = (parent, tag, text, look) => {
    const node = parent.appendChild(document.createElement(tag));
    if (text) node.textContent = text;
    if (look) node.className = look;
    return node;
  };
  const number = n => lang === "km" ? String(n).replace(/\d/g, d => String.fromCharCode(0x17e0 + +d)) : n;

  /* Some words round the first hit, cut between words; words that were hit are marked. */
  const snippet = (parent, text, forms) => {
    const tokens = [];
    const key = walk(text, (token, piece, at) => tokens.push({token, at, end: at + piece.length}));
    const first = forms.map(word => key.indexOf(word)).filter(at => at >= 0).sort((a, b) => a - b)[0] || 0;
    const from = Math.max(0, first - 40);
    const isHit = ({at, end}) => end > at && forms.some(word => {
      const hit = key.indexOf(word, Math.max(0, at - word.length + 1));
      return hit >= 0 && hit < end;
    });
    if (from) make(parent, "span", "… ");
    for (const one of tokens) {
      if (one.at < from || one.at > from + 150 || one.token === "|") continue;
      const name = one.token[0] === "{" && corpus.contacts[one.token.slice(1, -1) - 1];
      make(parent, isHit(one) ? "mark" : "span", name || one.token);
    }
    if (key.length > from + 150) make(parent, "span", " …");
  };

  const show = () => {
    const found = find(corpus, asked);
    list.textContent = "";
    for (const {page, spot, via, forms, lines} of found.slice(0, 10)) {
      const item = make(list, "li"), hash = spot && spot.key ? "#" + spot.key : "";
      make(make(item, "h3"), "a", page.title).href = texts.root + page.url.slice(1) + file + hash;
      if (spot) make(item, "p", spot.title, "k-found-part");
      for (const line of lines || []) {
        if (line.dial) make(make(item, "p"), "a", line.title + " " + line.shown, "k-dial").href = "tel:" + line.dial;
      }
      if (via) make(item, "p", texts.via.replace("{title}", via), "k-note");
      const text = (spot && spot.text) || page.lead;
      if (text && !lines) snippet(make(item, "p"), text, forms);
    }
    say.textContent = found[0] ? texts.count.replace("{n}", number(found.length)) : texts.none;
    texts.asked = asked;
  };
  const ask = () => {
    if (list.contains(document.activeElement)) return;  // whoever chooses keeps what they choose from
    asked = field.value;
    if (!fold(asked)) say.textContent = list.textContent = "";
    else if (corpus) show();
  };

  /* The only addresses of scripts are the two that stand in the page. */
  const rules = {createScriptURL: stage => texts[stage]};
  const policy = self.trustedTypes ? self.trustedTypes.createPolicy("karpear", rules) : rules;
  const load = stage => new Promise((go, stop) => {
    const node = document.createElement("script");
    node.src = policy.createScriptURL(stage);
    node.onload = go;
    node.onerror = stop;
    document.head.appendChild(node);
  });
  const open = field.onfocus = async () => {
    field.onfocus = null;
    say.textContent = texts.loading;
    try {
      await load("first");
      corpus = await read(store[lang + ".first"]);
      say.textContent = "";
      texts.stage = "first";
      ask();
      await load("full");
      corpus = await read(store[lang + ".first"], store[lang + ".full"]);
      texts.stage = "full";
      ask();
    } catch (problem) {
      if (!corpus) say.textContent = texts.failed, field.onfocus = open;  // till the network is back
    }
  };


  form.hidden = false;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 20);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.focus();
  });
  /* Up and down go through field and results. */
  document.addEventListener("keydown", event => {
    const stops = [field, ...list.querySelectorAll("h3 a")], here = stops.indexOf(event.target);
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key], next = stops[here + step];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  if (location.hash.startsWith("#q")) {
    field.value = new URLSearchParams(location.hash.slice(1)).get("q");  // takes a bare % as it is
    field.focus();
  }
})();
