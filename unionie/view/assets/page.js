// page.js: what is shown, and text, tables, card and address kept in step. Events come from events.js.

const TOGETHER = 25; // reports inflated at a time

class Page {
  constructor() {
    this.reports = new Map();
    this.run = INDEX.reports.length > 1;
    this.scope = "one";
    this.table = "facts";
    this.record = this.place = null;
    this.report = undefined; // null once it is known that there is none
    this.search = new Search(this);
    const act = (name) => (...given) => this[name](...given);
    this.card = new Card(byId("card"), {
      select: act("select"), show: act("showPlace"), step: act("step"), close: act("clear"), link: act("linkTo"),
    });
    fillShell(this);
    listen(this);
  }

  // ---- reports

  async fetch(number) {
    if (!this.reports.has(number)) {
      this.reports.set(number, readReport(number).then((data) => new Report(number, data)));
    }
    return this.reports.get(number);
  }

  async fetchAll() {
    if (this.all) return this.all;
    const all = [];
    for (let first = 0; first < INDEX.reports.length; first += TOGETHER) {
      byId("panel").dataset.loading = `${word("ui.loading")} ${first} / ${INDEX.reports.length}`;
      const numbers = INDEX.reports.slice(first, first + TOGETHER).map((_, place) => first + place);
      all.push(...(await Promise.all(numbers.map((number) => this.fetch(number)))));
    }
    delete byId("panel").dataset.loading;
    this.all = all;
    return all;
  }

  async load(number) {
    this.wanted = number;
    const report = INDEX.reports.length ? await this.fetch(number) : null;
    if (this.wanted !== number || report === this.report) return;
    this.report = report;
    this.forget();
    const summary = INDEX.reports[number] || {};
    document.title = byId("name").textContent = summary.title || summary.source || "unionie";
    const about = [summary.region, report && periodWords(report.data.period), summary.publisher, summary.published,
      report && list(report.data.authors), summary.source];
    byId("about").textContent = about.filter(Boolean).join(" · ");
    byId("about").title = summary.source || "";
    byId("number").textContent = `${number + 1} / ${INDEX.reports.length}`;
    this.pane = report && new TextPane(report);
    if (this.pane) this.pane.render(byId("text"));
    if (summary.status === "failed") byId("text").prepend(make("p", { className: "failed" }, `${word("ui.failed")}: ${summary.error || ""}`));
    byId("text").scrollTop = 0;
    this.search.find();
    if (this.scope === "one") await this.open("one", this.table);
    else this.markReport();
  }

  async go(step) {
    const number = (this.report.number + step + INDEX.reports.length) % INDEX.reports.length;
    await this.load(number);
    this.setAddress();
    say(byId("name").textContent);
  }

  // ---- tables

  countsOf(scope) {
    const tables = scope === "all" ? ["reports", "facts", "awards", "people", "organizations", "notices"] : TABLES;
    const count = (table) => {
      if (table === "reports") return INDEX.reports.length;
      if (scope === "one") return this.report ? this.report[table].length : 0;
      return INDEX.reports.reduce((sum, report) => sum + report[table], 0);
    };
    return tables.map((table) => [table, count(table)]).filter(([table, number]) => number || table === "facts");
  }

  async open(scope, table) {
    this.scope = scope;
    const counts = this.countsOf(scope);
    this.table = counts.some(([each]) => each === table) ? table : counts[0][0];
    for (const radio of byId("scope").querySelectorAll("input")) radio.checked = radio.value === scope;
    byId("tabs").replaceChildren(...counts.map(([each, count]) => this.makeTab(each, count)));
    byId("panel").setAttribute("aria-labelledby", `tab-${this.table}`);
    const asked = (this.asked = Symbol(table));
    const rows = await this.rowsOf(scope, this.table);
    if (this.asked === asked) this.fillPanel(rows);
  }

  async rowsOf(scope, table) {
    if (table === "reports") return this.summaries();
    if (scope === "one") return this.report ? this.report[table] : [];
    return (await this.fetchAll()).flatMap((report) => report[table]);
  }

  summaries() {
    this.summaryRows ||= INDEX.reports.map((report, number) => ({ table: "reports", number, ...report }));
    return this.summaryRows;
  }

  makeTab(table, count) {
    const chosen = table === this.table;
    const tab = makeButton(word(table), () => this.open(this.scope, table), {
      role: "tab", id: `tab-${table}`, "aria-selected": String(chosen), "aria-controls": "panel", tabIndex: chosen ? 0 : -1,
    });
    tab.append(make("small", {}, count.toLocaleString("en")));
    return tab;
  }

  fillPanel(rows) {
    const columns = this.scope === "all" && this.table !== "reports" ? [...COLUMNS[this.table], REPORT_COLUMN] : COLUMNS[this.table];
    this.rows = rows;
    this.shown = new RecordTable(this.table, columns, byId("panel"), {
      select: (record) => (record.table === "reports" ? this.pick(record) : this.select(record, { fromTable: true })),
      hover: (record) => this.hover(record && record.table !== "reports" ? record : null),
    });
    this.filters = new FilterForm(this.table, rows, () => this.refresh());
    this.note = make("output", { className: "note" });
    byId("panel").replaceChildren(make("div", { className: "tools" }, this.filters.node, this.makeCopyTools()), this.shown.node, this.note);
    this.refresh();
    if (this.record) this.shown.select(this.record);
    this.markReport();
  }

  makeCopyTools() {
    if (this.table === "reports") return "";
    const csv = makeButton(word("ui.copy.csv"), () => copyFrom(csv, toCsv(this.shown.ordered)));
    const json = makeButton(word("ui.copy.json"), () => copyFrom(json, toJson(this.shown.ordered)));
    return make("div", { className: "copy" }, csv, json);
  }

  // Show the rows that search and filters let through.
  async refresh() {
    const { query } = this.search;
    if (query && this.table === "reports") await this.fetchAll();
    if (query !== this.search.query) return;
    const rows = this.rows.filter((record) => this.filters.fits(record) && (!query || this.wordsOf(record).includes(query)));
    this.shown.show(rows);
    this.note.textContent = rows.length ? "" : word(this.rows.length ? "ui.filtered" : "ui.empty");
    if (rows.length < this.rows.length) say(`${word(this.table)} ${rows.length} / ${this.rows.length}`);
  }

  // What a search looks through, made once.
  wordsOf(record) {
    if (record.words) return record.words;
    const words = COLUMNS[record.table].map((column) => column.words(record));
    if (record.table === "reports") words.push(record.source, this.all[record.number].text);
    if (record.subject_full) words.push(record.subject_full);
    if (record.evidence && record.table !== "notices") words.push(record.report.line(...record.evidence));
    record.words = fold(words.join("\n"));
    return record.words;
  }

  markReport() {
    if (this.table === "reports" && this.report) this.shown.select(this.summaries()[this.report.number]);
  }

  async pick(summary) {
    await this.load(summary.number);
    this.setAddress();
    turnTo("text");
  }

  // ---- records

  hover(record, place = null) {
    if (record === this.hovered) return;
    this.hovered = record;
    const here = record && record.report === this.report;
    if (this.pane) this.pane.paint(here ? record.mentions : [], "lit");
    if (this.shown) this.shown.hover(record);
    this.tell(here ? record : null, place);
  }

  // A line at the pointer that says what the words became.
  tell(record, node) {
    const tip = byId("tip");
    tip.hidden = !record || !node;
    if (tip.hidden) return;
    tip.textContent = tipWords(record);
    const [box, frame] = [node.getBoundingClientRect(), byId("reading").getBoundingClientRect()];
    const above = box.top - frame.top - tip.offsetHeight - 8;
    tip.style.left = `${Math.max(8, Math.min(box.left - frame.left, frame.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${above < 0 ? box.bottom - frame.top + 8 : above}px`;
  }

  // Select a record: its words, sentence, row, card and address.
  async select(record, { fromTable = false, fromText = false, place = null } = {}) {
    if (record.report !== this.report) await this.load(record.report.number);
    this.record = record;
    this.place = place;
    this.setAddress();
    if (record.table !== this.table && !fromTable) await this.open(this.table === "reports" ? "one" : this.scope, record.table);
    this.shown.select(record);
    this.card.show(record);
    this.paintPlaces(record, place, fromText);
    if (!fromTable) this.shown.reveal(record);
    turnTo("text");
    say(`${word(record.table)} ${tipWords(record)}`);
  }

  paintPlaces(record, place, still = false) {
    const sentence = record.evidence && record.table !== "notices" ? [record.evidence] : [];
    const context = this.pane.paint(sentence, "evidence");
    const first = this.pane.paint(record.mentions, "selected");
    const here = place === null ? first : this.pane.within([place, place + 1e9])[0]?.node;
    const target = here || context;
    if (target) scrollTo(target, still ? "nearest" : "center");
  }

  showPlace(record, span) {
    this.place = span[0];
    const node = this.pane.paint([span], "selected");
    turnTo("text");
    if (node) scrollTo(node, "center");
  }

  clear() {
    this.forget();
    this.setAddress();
    if (byId("card").contains(document.activeElement)) byId("records").focus();
  }

  forget() {
    this.record = this.place = this.hovered = null;
    byId("tip").hidden = true;
    this.card.clear();
    if (this.pane) for (const name of ["lit", "selected", "evidence"]) this.pane.paint([], name);
    if (this.shown && this.table !== "reports") this.shown.select(null);
  }

  // The next record of the table, or the one before.
  step(direction) {
    const rows = this.shown.ordered;
    if (!rows.length) return;
    const at = this.shown.places.get(this.table === "reports" ? this.shown.selected : this.record);
    const start = direction > 0 ? 0 : rows.length - 1;
    const next = rows[at === undefined ? start : Math.min(Math.max(at + direction, 0), rows.length - 1)];
    if (next.table === "reports") this.load(next.number).then(() => this.setAddress());
    else this.select(next, { fromTable: true });
    this.shown.reveal(next);
  }

  // The next mark of the text, or the one before.
  stepText(direction) {
    const mark = this.pane && this.pane.step(this.record && this.record.id, this.place, direction);
    if (mark) this.select(this.report.find(mark.id), { place: mark.start });
  }

  // ---- address

  linkTo(record) {
    return makeHash(record.report.number, record.id);
  }

  setAddress() {
    history.replaceState(null, "", this.report ? makeHash(this.report.number, this.record && this.record.id) : "#");
  }

  // Show what the address names; a run that is opened at none of its reports starts with the list of them.
  async follow() {
    let { number, id } = readHash();
    if (number === null) {
      const owner = id && (await this.fetchAll()).find((report) => report.find(id));
      number = owner ? owner.number : null;
    }
    this.scope = number === null ? "all" : "one";
    await this.load(number || 0);
    if (number === null) await this.open("all", "reports");
    if (!id) return;
    const record = this.report && this.report.find(id);
    if (!record || number === null) this.search.complain();
    else if (record !== this.record) await this.select(record);
  }
}

const TIPS = {
  facts: (fact) => [timeWords(fact), fact.subject],
  awards: (award) => [award.year],
  people: (person) => [person.organization, list(person.titles)],
  organizations: (organization) => [organization.full_name],
};

// What a record is, in one line.
function tipWords(record) {
  const name = nameOf(record);
  const more = TIPS[record.table] ? TIPS[record.table](record) : [];
  return [name, ...more.filter((words) => words && words !== name)].join(" · ");
}

if (INDEX.packed && !globalThis.DecompressionStream) byId("text").textContent = word("ui.old");
else new Page().follow();
