/* Leaving quickly, and a visit that Back does not show. Without this script #exit is a plain link
   and the box for such a visit stays away. Nothing is stored (handbook/design.md, Leaving). */
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
    /* In a copy of the site leaving opens a page of the copy. */
    if (exit.protocol === location.protocol && exit.host === location.host) return replace(exit.href);
    if (!/^https?:$/.test(location.protocol) || navigator.onLine === false) return blank();
    replace(exit.href);
    /* A target that is slow or answers nothing: our address must not stay in the bar. */
    clearTimeout(timer);
    timer = setTimeout(blank, 4000);
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
    if (window.name === MARK) window.name = "";
    if (box.checked) remember();
    box.parentNode.parentNode.hidden = false;
    box.addEventListener("change", remember);
    window.addEventListener("hashchange", function () { if (box.checked) remember(); });
    document.addEventListener("click", follow);
  }

  window.addEventListener("pageshow", function (event) {
    if (box) box.checked = history.state === MARK;
    if (!event.persisted) return;
    clearTimeout(timer);
    presses = 0;
    root.hidden = false;
    document.title = title;
  });
})();
