// shell.js: the parts of the page that stay: names, layers, scope, the divider, the phone's switch, help.

const LABELS = {
  text: "ui.text", reading: "ui.text", records: "ui.records", tabs: "ui.records", query: "ui.search", divider: "ui.divider",
  "hit-back": "ui.search.previous", "hit-forth": "ui.search.next", back: "ui.previous.report", forth: "ui.next.report",
  "help-button": "ui.help",
};

function fillShell(page) {
  document.documentElement.lang = CHINESE ? "zh-CN" : "en";
  for (const [id, key] of Object.entries(LABELS)) byId(id).setAttribute("aria-label", word(key));
  for (const button of document.querySelectorAll("header button")) button.title = button.getAttribute("aria-label");
  byId("query").placeholder = word("ui.search");
  byId("skip").textContent = word("ui.to_records");
  byId("pager").hidden = !page.run;
  fillLayers();
  fillScope(page);
  fillDivider();
  fillSwitch();
  fillHelp(page);
  turnTo(page.run ? "records" : "text");
}

function fillLayers() {
  byId("layers").append(make("legend", { className: "unseen" }, word("ui.layers")));
  for (const layer of LAYERS) {
    const box = make("input", { type: "checkbox", checked: !QUIET.includes(layer) });
    const apply = () => byId("text").classList.toggle(`no-${layer}`, !box.checked);
    box.addEventListener("change", apply);
    apply();
    byId("layers").append(make("label", {}, box, make("span", { className: layer }, word(`ui.layer.${layer}`))));
  }
}

function fillScope(page) {
  byId("scope").hidden = !page.run;
  byId("scope").append(make("legend", { className: "unseen" }, word("ui.scope")));
  for (const scope of ["one", "all"]) {
    const radio = make("input", { type: "radio", name: "scope", value: scope });
    radio.addEventListener("change", () => page.open(scope, page.table));
    byId("scope").append(make("label", {}, radio, make("span", {}, word(`ui.scope.${scope}`))));
  }
}

// The line between text and records moves with the pointer and with the arrow keys.
function fillDivider() {
  const divider = byId("divider");
  const set = (share) => {
    const kept = Math.min(Math.max(share, 20), 75);
    divider.setAttribute("aria-valuenow", Math.round(kept));
    byId("panes").style.setProperty("--share", `${kept}%`);
  };
  divider.addEventListener("pointerdown", (event) => { event.preventDefault(); divider.setPointerCapture(event.pointerId); });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) set(100 * (1 - event.clientX / innerWidth));
  });
  divider.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: 4, ArrowRight: -4 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    set(Number(divider.getAttribute("aria-valuenow")) + step);
  });
}

// On a phone, text and records take turns.
function fillSwitch() {
  for (const side of ["text", "records"]) {
    byId("switch").append(makeButton(word(`ui.${side}`), () => turnTo(side), { "data-side": side }));
  }
}

function turnTo(side) {
  document.body.dataset.side = side;
  for (const button of byId("switch").children) button.setAttribute("aria-pressed", String(button.dataset.side === side));
}

function fillHelp(page) {
  const keys = [["j k", "move"], ["→ ←", "text"], ["/", "search"], ["] [", "report"], ["Esc", "close"], ["?", "help"]];
  const lines = keys.filter(([, name]) => page.run || name !== "report").flatMap(([pair, name]) => [
    make("dt", {}, ...pair.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, word(`ui.help.${name}`)),
  ]);
  byId("help").setAttribute("aria-label", word("ui.help"));
  byId("help").append(make("h2", {}, word("ui.help")), make("dl", {}, ...lines), makeButton(word("ui.close"), () => byId("help").close()));
}
