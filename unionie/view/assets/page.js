// page.js: puts the page together, and keeps text, tables and address in step.

const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const EMPTY = { text: "", blocks: [], status: "ok" };

class Page {
  constructor() {
    this.index = read("index");
    this.selected = null;
    this.hovered = null;
    document.documentElement.lang = CHINESE ? "zh" : "en";
    this.fillHeader();
    byId("text").setAttribute("aria-label", word("text"));
    byId("records").setAttribute("aria-label", word("records"));
    byId("tabs").setAttribute("aria-label", word("records"));
    byId("reports").setAttribute("aria-label", word("reports"));
    this.listen();
    this.follow();
  }

  fillHeader() {
    const search = byId("search");
    search.placeholder = word("search");
    search.setAttribute("aria-label", word("search"));
    byId("layers").append(make("legend", {}, word("layers")));
    for (const layer of LAYERS) {
      const box = make("input", { type: "checkbox", checked: true });
      box.addEventListener("change", () => byId("text").classList.toggle(`no-${layer}`, !box.checked));
      byId("layers").append(make("label", { className: layer }, box, word(layer)));
    }
    const button = byId("reports-button");
    button.hidden = this.index.length < 2;
    button.textContent = `${word("reports")} (${this.index.length})`;
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => this.toggleReports());
  }

  // Show report number; its data is parsed only now.
  load(number) {
    this.number = number;
    this.selected = null;
    const report = this.index.length ? read(`r${number}`) : EMPTY;
    this.text = new ReportText(report);
    this.text.render(byId("text"));
    byId("text").scrollTop = 0;
    const facts = [report.source, report.published, report.publisher, report.region, list(report.authors)];
    if (report.status === "failed") facts.unshift(`${word("failed")}: ${report.error || ""}`);
    byId("about").textContent = facts.filter(Boolean).join(" · ");
    document.title = report.title || report.source || "unionie";
    this.tables = {};
    this.kindOf = new Map();
    for (const [kind, records] of Object.entries(recordsOf(this.text))) {
      for (const record of records) this.kindOf.set(record.id, { kind, record });
      if (kind === "facts" || records.length) this.tables[kind] = new RecordTable(kind, records, this);
    }
    byId("panels").replaceChildren(...Object.values(this.tables).map((table) => table.node));
    byId("tabs").replaceChildren(...Object.values(this.tables).map((table) => this.tab(table)));
    this.openTab("facts");
    this.search();
  }

  tab(table) {
    const { kind } = table;
    const tab = make("button", { type: "button", role: "tab", id: `tab-${kind}`, "aria-controls": `panel-${kind}` },
      word(kind), make("small", {}, String(table.records.length)));
    tab.addEventListener("click", () => this.openTab(kind));
    return tab;
  }

  openTab(kind) {
    this.kind = kind;
    for (const name of Object.keys(this.tables)) {
      this.tables[name].node.hidden = name !== kind;
      byId(`tab-${name}`).setAttribute("aria-selected", String(name === kind));
      byId(`tab-${name}`).tabIndex = name === kind ? 0 : -1;
    }
  }

  rangesOf(id) {
    const known = this.kindOf.get(id);
    return known ? known.record.mentions || [] : [];
  }

  nameOf(id) {
    const known = this.kindOf.get(id);
    return known ? `${KINDS[known.kind][0].cell(known.record)} ${known.kind === "facts" ? valueWords(known.record) : ""}` : id;
  }

  hover(id) {
    if (id === this.hovered) return;
    this.hovered = id;
    this.text.paint(this.rangesOf(id), "lit");
    for (const table of Object.values(this.tables)) table.rows.forEach((row, each) => row.classList.toggle("lit", each === id));
  }

  // Select a record: its words, sentence, row and address.
  select(id, { scrollText = false, scrollRow = false } = {}) {
    const known = this.kindOf.get(id);
    if (!known) return;
    this.selected = id;
    history.replaceState(null, "", this.hash(id));
    const { record, kind } = known;
    const sentence = record.evidence && kind !== "notices" ? [record.evidence] : [];
    const context = this.text.paint(sentence, "evidence");
    const words = this.text.paint(this.rangesOf(id), "selected") || context;
    if (this.kind !== kind) this.openTab(kind);
    const row = Object.values(this.tables).map((table) => table.open(id)).find(Boolean);
    if (scrollText && words) words.scrollIntoView({ block: "center" });
    if (scrollRow && row) row.scrollIntoView({ block: "center" });
  }

  show(range) {
    const words = this.text.paint([range], "selected");
    if (words) words.scrollIntoView({ block: "center" });
  }

  clear() {
    this.selected = null;
    this.text.paint([], "selected");
    this.text.paint([], "evidence");
    for (const table of Object.values(this.tables)) table.open(null);
    history.replaceState(null, "", this.index.length > 1 ? this.hash("") : "#");
  }

  search() {
    const query = byId("search").value.trim().toLowerCase();
    const places = this.text.find(query);
    byId("found").textContent = query ? `${places.length} ${word("found")}` : "";
    for (const table of Object.values(this.tables)) {
      table.query = query;
      table.refresh();
    }
    if (places.length) places[0].startContainer.parentElement.scrollIntoView({ block: "nearest" });
  }

  // One report: #record. Several: #report/record, the report by its source or else its number.
  hash(id) {
    const key = (this.index[this.number] || {}).source || String(this.number + 1);
    return this.index.length > 1 ? `#${encodeURIComponent(key)}/${encodeURIComponent(id)}` : `#${encodeURIComponent(id)}`;
  }

  follow() {
    const parts = location.hash.slice(1).split("/").map(decode);
    const key = this.index.length > 1 ? parts.shift() : null;
    let number = this.index.findIndex((report, place) => key && (report.source === key || String(place + 1) === key));
    if (number < 0) number = 0;
    if (number !== this.number) this.load(number);
    if (parts[0] && parts[0] !== this.selected) this.select(parts[0], { scrollText: true, scrollRow: true });
  }

  toggleReports() {
    const box = byId("reports");
    box.hidden = !box.hidden;
    byId("reports-button").setAttribute("aria-expanded", String(!box.hidden));
    if (box.hidden || box.firstChild) return;
    const columns = ["title", "source", "published", "region", "facts", "awards", "people", "notices"];
    const rows = this.index.map((report, number) => {
      const cells = columns.map((name) => (name === "title" ? this.reportLink(report, number) : String(report[name] ?? "")));
      return make("tr", {}, ...cells.map((cell, place) => make("td", { className: place > 3 ? "number" : "" }, cell)));
    });
    const heads = columns.map((name, place) => make("th", { scope: "col", className: place > 3 ? "number" : "" }, word(name)));
    const filter = make("input", { type: "search", placeholder: word("search"), "aria-label": word("search") });
    filter.addEventListener("input", () => {
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(filter.value.trim().toLowerCase());
    });
    box.append(filter, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
    filter.focus();
  }

  reportLink(report, number) {
    const failed = report.status === "failed" ? `（${word("failed")}: ${report.error || ""}）` : "";
    const button = make("button", { type: "button", className: "open" }, (report.title || report.source || `#${number + 1}`) + failed);
    button.addEventListener("click", () => {
      this.toggleReports();
      this.load(number);
      history.replaceState(null, "", this.hash(""));
    });
    return button;
  }

  listen() {
    const article = byId("text");
    const idAt = ({ target }) => {
      const marks = target.segment ? target.segment.marks : [];
      const mark = marks.filter(({ layer }) => !article.classList.contains(`no-${layer}`)).pop();
      return mark ? mark.id : null;
    };
    article.addEventListener("mouseover", (event) => this.hover(idAt(event)));
    article.addEventListener("mouseleave", () => this.hover(null));
    article.addEventListener("click", (event) => {
      const id = idAt(event);
      if (id) this.select(id, { scrollRow: true });
    });
    byId("search").addEventListener("input", () => this.search());
    addEventListener("hashchange", () => this.follow());
    byId("tabs").addEventListener("keydown", (event) => this.moveTab(event));
    addEventListener("keydown", (event) => this.press(event));
  }

  moveTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const kinds = Object.keys(this.tables);
    const next = kinds[(kinds.indexOf(this.kind) + step + kinds.length) % kinds.length];
    this.openTab(next);
    byId(`tab-${next}`).focus();
  }

  press(event) {
    if (event.key === "Escape") return this.clear();
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (event.key === "/") {
      event.preventDefault();
      return byId("search").focus();
    }
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return undefined;
    const ids = [...this.tables[this.kind].rows.keys()];
    const next = ids[Math.min(Math.max(ids.indexOf(this.selected) + step, 0), ids.length - 1)];
    return this.select(next, { scrollText: true, scrollRow: true });
  }
}

function decode(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

new Page();
