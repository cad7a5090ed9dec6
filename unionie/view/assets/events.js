// events.js: what pointer, keys, address and printer ask of the page.

function listen(page) {
  listenToText(page);
  listenToSearch(page);
  byId("back").addEventListener("click", () => page.go(-1));
  byId("forth").addEventListener("click", () => page.go(1));
  byId("help-button").addEventListener("click", () => byId("help").showModal());
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    turnTo("records");
    byId("records").focus();
  });
  byId("tabs").addEventListener("keydown", (event) => moveTab(page, event));
  addEventListener("keydown", (event) => press(page, event));
  addEventListener("hashchange", () => page.follow());
  addEventListener("beforeprint", () => page.pane && byId("paper").replaceChildren(...layOnPaper(page.pane)));
  addEventListener("afterprint", () => byId("paper").replaceChildren());
}

function listenToText(page) {
  const article = byId("text");
  const recordsAt = (node) => (page.pane ? page.pane.idsAt(node).map((id) => page.report.find(id)) : []);
  article.addEventListener("mouseover", ({ target }) => page.hover(recordsAt(target)[0] || null, target));
  article.addEventListener("mouseleave", () => page.hover(null));
  article.addEventListener("scroll", () => { byId("tip").hidden = true; }, { passive: true });
  article.addEventListener("click", ({ target }) => {
    const records = recordsAt(target);
    if (!records.length || !getSelection().isCollapsed) return; // nothing there, or the reader is copying words
    const next = records[(records.indexOf(page.record) + 1) % records.length]; // a second click takes the one around it
    page.select(next, { fromText: true, place: target.segment.marks.find(({ id }) => id === next.id).start });
  });
}

function listenToSearch(page) {
  byId("query").addEventListener("input", () => {
    page.search.find();
    page.refresh();
  });
  byId("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter") page.search.step(event.shiftKey ? -1 : 1);
  });
  byId("hit-back").addEventListener("click", () => page.search.step(-1));
  byId("hit-forth").addEventListener("click", () => page.search.step(1));
}

async function moveTab(page, event) {
  const tabs = [...byId("tabs").children];
  const at = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  await page.open(page.scope, tabs.at(next % tabs.length).id.slice(4));
  byId(`tab-${page.table}`).focus();
}

const KEYS = {
  j: (page) => page.step(1),
  k: (page) => page.step(-1),
  ArrowRight: (page) => page.stepText(1),
  ArrowLeft: (page) => page.stepText(-1),
  "]": (page) => page.run && page.go(1),
  "[": (page) => page.run && page.go(-1),
  "/": () => byId("query").focus(),
  "?": () => byId("help").showModal(),
};

function press(page, event) {
  if (event.key === "Escape" && !byId("help").open) page.clear();
  if (event.target.closest("input, select, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key](page);
}
