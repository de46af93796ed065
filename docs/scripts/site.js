/* Leaving quickly, a visit that Back does not show, and reading aloud. Without this script #exit is
   a plain link, the box for such a visit and the buttons stay away. Nothing is stored
   (handbook/design.md, Leaving and Listening). */
(function () {
  "use strict";
  var exit = document.getElementById("exit");
  if (!exit) return;
  var root = document.documentElement;
  var title = document.title;
  var framed = window.top !== window;
  var presses = 0;
  var last = 0;
  var timer;
  var MARK = "replace";

  /* In a frame the page around ours goes, too, where the browser lets us. */
  function replace(address) {
    try {
      window.top.location.replace(address);
    } catch (refused) {
      location.replace(address);
    }
  }

  function blank() {
    replace("about:blank");
    if (framed) location.replace("about:blank");
  }

  function leave() {
    root.hidden = true;
    document.title = "\u00a0";
    hush();
    /* In a copy of the site leaving opens a page of the copy. */
    if (exit.protocol === location.protocol && exit.host === location.host) return replace(exit.href);
    if (!/^https?:$/.test(location.protocol) || navigator.onLine === false) return blank();
    replace(exit.href);
    /* A slow or silent target: our address must not stay in the bar. */
    timer = timer || setTimeout(blank, 4000);
  }

  exit.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.button) return;
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") { presses = 0; return; }
    if (event.repeat) return;
    var now = event.timeStamp;
    presses = now - last < 1500 ? presses + 1 : 1;
    last = now;
    if (presses === 3) leave();
  });

  /* The choice goes to the next page of ours in the name of the tab, which that page empties at
     once, and stays with the entry of history it belongs to: in no address, list or store. */
  var box = framed ? null : document.getElementById("private-visit");

  function remember() {
    window.name = "";
    history.replaceState(box.checked ? MARK : null, "");
  }

  function follow(event) {
    if (!box.checked || event.defaultPrevented || event.button) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    var link = event.target.closest("a[href]");
    if (!link || link.target || link.hasAttribute("download")) return;
    if (link.protocol !== location.protocol || link.host !== location.host) return;
    event.preventDefault();
    if (link.href.split("#")[0] !== location.href.split("#")[0]) window.name = MARK;
    location.replace(link.href);
  }

  if (box) {
    box.checked = window.name === MARK || history.state === MARK;
    if (box.checked) remember();
    box.parentNode.parentNode.hidden = false;
    box.addEventListener("change", remember);
    window.addEventListener("hashchange", function () { if (box.checked) remember(); });
    document.addEventListener("click", follow);
  }

  /* Reading aloud, by a voice that is in the device: one from afar would be sent the words. Voices
     may come late. One utterance a paragraph, since some engines give up on long ones. */
  var speech = window.speechSynthesis;
  var final, reading, voice;

  function hush() {
    if (reading) reading.setAttribute("aria-pressed", "false");
    reading = final = null;
    if (speech) speech.cancel();
    each(document, "audio", function (sound) { sound.pause(); });
  }

  /* Lists of elements have no forEach in the oldest browsers, and leaving passes through here. */
  function each(within, selector, act) {
    [].forEach.call(within.querySelectorAll(selector), act);
  }

  function offer() {
    voice = speech.getVoices().filter(function (one) {
      return one.localService && one.lang.split(/[-_]/)[0] === root.lang;
    })[0];
    each(document, ".k-aloud", function (part) { part.hidden = !voice; });
  }

  function read(event) {
    var button = event.target.closest(".k-aloud button");
    if (!button) return;
    var was = reading;
    hush();
    if (button === was) return;
    reading = button;
    button.setAttribute("aria-pressed", "true");
    each(button.closest("section"), "h2,h3,p,th,td", function (part) {
      if (part.closest(".k-why,.k-aloud,.k-sound,[aria-hidden]")) return;
      var words = final = new SpeechSynthesisUtterance(part.textContent);
      words.voice = voice;
      words.lang = root.lang;
      words.onend = words.onerror = function () { if (words === final) hush(); };
      speech.speak(words);
    });
  }

  if (speech && document.querySelector(".k-aloud")) {
    offer();
    speech.onvoiceschanged = offer;
    document.addEventListener("click", read);
  }
  /* Another page or tab, the screen put out: whoever hides the page wants silence. */
  window.addEventListener("pagehide", hush);
  document.addEventListener("visibilitychange", function () { if (document.hidden) hush(); });

  window.addEventListener("pageshow", function (event) {
    if (box) box.checked = history.state === MARK;
    if (!event.persisted) return;
    timer = clearTimeout(timer);
    presses = 0;
    root.hidden = false;
    document.title = title;
  });
})();
