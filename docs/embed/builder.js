/* Choosing a card by four questions, out of the list that stands on the page; without this script
   the list is all there is. Nothing is fetched but the card that is shown, nothing is stored. */
(function () {
  "use strict";
  var form = document.getElementById("build");
  var list = document.getElementById("build-list");
  if (!form || !list) return;
  var ask = {};
  ["group", "lang", "card", "size"].forEach(function (name) {
    ask[name] = document.getElementById("build-" + name);
  });
  var result = document.getElementById("build-result");
  var preview = document.getElementById("build-preview");
  var cards = Array.from(list.querySelectorAll("details"));

  /* The cards of the chosen group and language; the same card stays chosen in the other language. */
  function fill() {
    var before = ask.card.value;
    ask.card.replaceChildren();
    cards.forEach(function (card) {
      var data = card.dataset;
      if (data.group !== ask.group.value || data.lang !== ask.lang.value) return;
      var option = new Option(card.querySelector("summary").textContent, data.name);
      option.lang = data.lang;
      option.selected = data.name === before;
      ask.card.add(option);
    });
    show();
  }

  function show() {
    var card = cards.find(function (one) {
      return one.dataset.name === ask.card.value && one.dataset.lang === ask.lang.value;
    });
    var part = card.querySelector("div").cloneNode(true);
    var height = card.dataset.heights.split(" ")[ask.size.selectedIndex];
    var code = part.querySelector("textarea");
    code.textContent = code.textContent
      .replace(/ width="[^"]*"/, ' width="' + ask.size.value + '"')
      .replace(/ height="[^"]*"/, ' height="' + height + '"');
    result.replaceChildren(part);
    /* A new frame each time: a frame that goes elsewhere would add to Back. */
    var frame = document.createElement("iframe");
    frame.title = preview.dataset.title;
    frame.width = ask.size.value;
    frame.height = height;
    frame.setAttribute("sandbox", form.dataset.sandbox);
    frame.src = card.querySelector(".k-card-open").href;
    preview.replaceChildren(frame);
  }

  ask.group.addEventListener("change", fill);
  ask.lang.addEventListener("change", fill);
  ask.card.addEventListener("change", show);
  ask.size.addEventListener("change", show);
  form.addEventListener("focusin", function (event) {
    if (event.target.readOnly) event.target.select();
  });
  fill();
  form.hidden = false;
})();
