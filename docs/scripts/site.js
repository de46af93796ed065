/* Leaving quickly. Without this script #exit is a plain link. Nothing is stored. */
(function () {
  "use strict";
  var exit = document.getElementById("exit");
  if (!exit) return;
  var root = document.documentElement;
  var title = document.title;
  var presses = 0;
  var last = 0;

  function leave() {
    root.hidden = true;
    document.title = "\u00a0";
    var here = location.protocol === "file:" || navigator.onLine === false;
    location.replace(here ? "about:blank" : exit.href);
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

  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    presses = 0;
    root.hidden = false;
    document.title = title;
  });
})();
