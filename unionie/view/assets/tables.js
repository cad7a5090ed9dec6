// tables.js: records as tables that sort, filter and open; one description of columns for each kind of record.

const list = (values) => (values || []).join("、");
const KINDS = {
  facts: [
    { key: "indicator", cell: (r) => r.indicator },
    { key: "value", cell: valueWords, sort: (r) => Number(r.value), className: "number" },
    { key: "period", cell: periodWords, sort: (r) => r.as_of || (r.period ? r.period.end : "") },
    { key: "subject", cell: (r) => r.subject || "", minor: true },
    { key: "measure", cell: (r) => [measureWord(r.measure), r.modality === "target" ? word("target") : ""].filter(Boolean).join(" · "), minor: true },
  ],
  awards: [
    { key: "recipient", cell: (r) => r.recipient },
    { key: "award_name", cell: (r) => [r.award, r.rank].filter(Boolean).join(" ") },
    { key: "affiliation", cell: (r) => r.affiliation || "", minor: true },
    { key: "level", cell: (r) => (r.level ? word(r.level) : "") },
    { key: "year", cell: (r) => (r.year ? String(r.year) : ""), className: "number" },
  ],
  people: [
    { key: "name", cell: (r) => r.name },
    { key: "organization", cell: (r) => r.organization || "" },
    { key: "titles", cell: (r) => list(r.titles) },
    { key: "role", cell: (r) => (r.role === "other" ? "" : word(r.role)), minor: true },
  ],
  organizations: [
    { key: "name", cell: (r) => r.name },
    { key: "full_name", cell: (r) => r.full_name || "" },
    { key: "type", cell: (r) => (r.type === "other" ? "" : word(r.type)) },
    { key: "aliases", cell: (r) => list(r.aliases), minor: true },
  ],
  entities: [
    { key: "name", cell: (r) => r.name },
    { key: "label", cell: (r) => word(r.label) },
    { key: "count", cell: (r) => String(r.mentions.length), sort: (r) => r.mentions.length, className: "number" },
  ],
  notices: [
    { key: "kind", cell: (r) => word(r.kind) },
    { key: "message", cell: (r) => r.message },
  ],
};
const CHOICES = ["measure", "precision", "modality"];
const IN_ROW = new Set(["id", "mentions", "evidence", "depth", "part_of", "indicator", "value", "high", "unit", "recipient", "award", "rank", "name", "message"]);

// The records of a report by kind, in text order; parts follow their totals, entities are gathered by their words.
function recordsOf(text) {
  const report = text.report;
  const gathered = new Map();
  for (const [start, end, label, record] of report.entities || []) {
    const name = text.line(start, end);
    const id = entityId(label, name);
    if (record) continue;
    if (!gathered.has(id)) gathered.set(id, { id, name, label, mentions: [] });
    gathered.get(id).mentions.push([start, end]);
  }
  const notices = (report.notices || []).map((notice, number) => ({ id: `notice-${number + 1}`, ...notice, mentions: notice.evidence || [] }));
  return {
    facts: asTree(report.facts || []), awards: report.awards || [], people: report.people || [],
    organizations: report.organizations || [], entities: [...gathered.values()], notices,
  };
}

function asTree(facts) {
  const place = (fact) => (fact.mentions && fact.mentions.length ? fact.mentions[0][0] : fact.evidence[0]);
  const children = new Map();
  for (const fact of [...facts].sort((a, b) => place(a) - place(b))) {
    const above = fact.part_of || "";
    children.set(above, [...(children.get(above) || []), fact]);
  }
  const rows = [];
  const seen = new Set();
  const walk = (above, depth) => {
    for (const fact of children.get(above) || []) {
      if (seen.has(fact.id)) continue;
      seen.add(fact.id);
      rows.push({ ...fact, depth });
      walk(fact.id, depth + 1);
    }
  };
  walk("", 0);
  return rows.concat(facts.filter((fact) => !seen.has(fact.id)));  // parts of one another, should there be any
}

class RecordTable {
  constructor(kind, records, page) {
    Object.assign(this, { kind, records, page, columns: KINDS[kind], sortKey: null, ascending: true, query: "", choices: {} });
    this.body = make("tbody");
    this.heads = this.columns.map((column) => this.head(column));
    const table = make("table", { className: "records" }, make("thead", {}, make("tr", {}, ...this.heads)), this.body);
    this.node = make("div", { className: "panel", role: "tabpanel", id: `panel-${kind}`, tabIndex: 0, "aria-labelledby": `tab-${kind}`, "data-name": word(kind) }, this.tools(), table);
    this.refresh();
  }

  head(column) {
    const button = make("button", { type: "button" }, word(column.key));
    button.addEventListener("click", () => {
      this.ascending = this.sortKey === column.key ? !this.ascending : true;
      this.sortKey = column.key;
      this.refresh();
    });
    return make("th", { className: [column.className, column.minor && "minor"].filter(Boolean).join(" "), scope: "col", "aria-sort": "none" }, button);
  }

  tools() {
    const tools = make("div", { className: "tools" });
    for (const name of this.kind === "facts" ? CHOICES : []) {
      const values = [...new Set(this.records.map((record) => record[name]))].sort();
      if (values.length < 2) continue;
      const options = values.map((value) => make("option", { value }, name === "measure" ? measureWord(value) : word(value)));
      const select = make("select", { "aria-label": word(name) }, make("option", { value: "" }, `${word(name)}: ${word("all")}`), ...options);
      select.addEventListener("change", () => { this.choices[name] = select.value; this.refresh(); });
      tools.append(select);
    }
    for (const [key, write] of [["copy_csv", () => this.csv()], ["copy_json", () => JSON.stringify(this.plain(), null, 1)]]) {
      const button = make("button", { type: "button" }, word(key));
      button.addEventListener("click", async () => {
        await copy(write());
        button.textContent = word("copied");
        setTimeout(() => { button.textContent = word(key); }, 1500);
      });
      tools.append(button);
    }
    return tools;
  }

  shown() {
    const fits = (record) =>
      Object.entries(this.choices).every(([name, value]) => !value || record[name] === value) &&
      (!this.query || this.words(record).includes(this.query));
    const rows = this.records.filter(fits);
    const column = this.columns.find((each) => each.key === this.sortKey);
    if (!column) return rows;
    const key = column.sort || column.cell;
    const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "zh"));
    return rows.sort((a, b) => compare(key(a), key(b)) * (this.ascending ? 1 : -1));
  }

  words(record) {
    const evidence = record.evidence && this.kind !== "notices" ? this.page.text.line(...record.evidence) : "";
    return [...this.columns.map((column) => column.cell(record)), record.subject_full, evidence].join("\n").toLowerCase();
  }

  refresh() {
    this.heads.forEach((head, number) => {
      const sorted = this.columns[number].key === this.sortKey;
      head.setAttribute("aria-sort", sorted ? (this.ascending ? "ascending" : "descending") : "none");
    });
    this.rows = new Map();
    for (const record of this.shown()) this.rows.set(record.id, this.row(record));
    const empty = make("tr", {}, make("td", { colSpan: this.columns.length, className: "empty" }, word("none")));
    this.body.replaceChildren(...(this.rows.size ? this.rows.values() : [empty]));
    if (this.page.selected) this.open(this.page.selected);
  }

  row(record) {
    const cells = this.columns.map((column, number) => {
      const content = number ? column.cell(record) : make("button", { type: "button", className: "open" }, column.cell(record));
      const cell = make("td", { className: [column.className, column.minor && "minor"].filter(Boolean).join(" ") }, content);
      if (!number && !this.sortKey && record.depth) cell.classList.add(`depth${Math.min(record.depth, 4)}`);
      if (!number && (record.mentions || []).length > 1 && this.kind === "facts") {
        cell.append(make("small", { className: "repeats", title: word("mentions") }, `×${record.mentions.length}`));
      }
      return cell;
    });
    const row = make("tr", { "data-id": record.id }, ...cells);
    row.addEventListener("click", () => this.page.select(record.id, { scrollText: true }));
    row.addEventListener("mouseenter", () => this.page.hover(record.id));
    row.addEventListener("mouseleave", () => this.page.hover(null));
    return row;
  }

  // Open the details beneath the record's row; close any other.
  open(id) {
    this.body.querySelectorAll(".detail").forEach((row) => row.remove());
    this.body.querySelectorAll(".selected").forEach((row) => row.classList.remove("selected"));
    const row = this.rows.get(id);
    if (!row) return null;
    row.classList.add("selected");
    const record = this.records.find((each) => each.id === id);
    row.after(make("tr", { className: "detail" }, make("td", { colSpan: this.columns.length }, this.details(record))));
    return row;
  }

  details(record) {
    const items = [];
    const add = (name, ...content) => items.push(make("dt", {}, word(name)), make("dd", {}, ...content));
    for (const [name, value] of Object.entries(record)) {
      if (!IN_ROW.has(name)) add(name, detailWords(name, value));
    }
    if (record.part_of) add("part_of", this.goButton(this.page.nameOf(record.part_of), () => this.page.select(record.part_of, { scrollText: true })));
    const places = (record.mentions || []).map(([start, end]) =>
      this.goButton(this.page.text.line(start, end), () => this.page.show([start, end])));
    if (places.length) add("mentions", ...places);
    if (record.evidence && this.kind !== "notices") add("evidence", make("q", {}, this.page.text.line(...record.evidence)));
    add("link", make("a", { href: this.page.hash(record.id) }, this.page.hash(record.id)));
    return make("dl", {}, ...items);
  }

  goButton(words, go) {
    const button = make("button", { type: "button", className: "place" }, words);
    button.addEventListener("click", (event) => { event.stopPropagation(); go(); });
    return button;
  }

  plain() {
    return this.shown().map(({ depth, ...record }) => ({
      ...record, mentions: (record.mentions || []).map(([start, end]) => ({ start, end, text: this.page.text.slice(start, end) })),
    }));
  }

  // Comma-separated; a cell that a spreadsheet would take for a formula gets an apostrophe in front.
  csv() {
    const names = [...new Set(this.records.flatMap(Object.keys))].filter((name) => !["depth", "mentions", "evidence"].includes(name));
    const write = (value) => {
      const words = value === undefined || value === null ? "" : typeof value === "object" ? detailWords("", value) : String(value);
      const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(words) ? `'${words}` : words;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    return [names, ...this.shown().map((record) => names.map((name) => record[name]))].map((row) => row.map(write).join(",")).join("\r\n");
  }
}

function detailWords(name, value) {
  if (Array.isArray(value)) return list(value);
  if (value && typeof value === "object") return `${value.start} – ${value.end}${value.text ? `（${value.text}）` : ""}`;
  if (name === "measure") return measureWord(value);
  return ["precision", "direction", "baseline", "modality", "level", "recipient_type", "role", "type", "label"].includes(name) ? word(value) : String(value);
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const area = make("textarea", { value: words });  // pages opened from disk may have no clipboard
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
