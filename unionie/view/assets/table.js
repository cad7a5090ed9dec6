// table.js: a table of records that sorts, and that builds only the rows near what is seen of it.

const CHUNK = 50;
const ROW_HEIGHT = 34; // a guess for rows that were never built; built ones are measured

class RecordTable {
  constructor(table, columns, root, acts) {
    Object.assign(this, { table, columns, root, acts, sortKey: null, ascending: true, records: [], chunks: [] });
    this.selected = this.hovered = null;
    this.heads = columns.map((column) => this.makeHead(column));
    this.empty = make("caption", { className: "empty" });
    this.node = make("table", { className: `records ${table}`, "aria-label": word(table) },
      make("colgroup", {}, ...columns.map((column) => make("col", { className: classOf(column) }))),
      make("thead", {}, make("tr", { "aria-rowindex": 1 }, ...this.heads)));
    this.observer = new IntersectionObserver((entries) => this.turn(entries), { root, rootMargin: "600px 0px" });
    this.listen();
  }

  makeHead(column) {
    const button = makeButton(word(column.key), () => this.sort(column.key));
    return make("th", { scope: "col", className: classOf(column), "aria-sort": "none" }, button);
  }

  sort(key) {
    this.ascending = this.sortKey === key ? !this.ascending : true;
    this.sortKey = key;
    this.show(this.records, true);
  }

  // Show these records, in the order that the reader chose.
  show(records, keep = false) {
    this.records = records;
    this.heads.forEach((head, place) => {
      const sorted = this.columns[place].key === this.sortKey;
      head.setAttribute("aria-sort", sorted ? (this.ascending ? "ascending" : "descending") : "none");
    });
    this.ordered = this.order(records);
    this.places = new Map(this.ordered.map((record, place) => [record, place]));
    this.observer.disconnect();
    for (const body of [...this.node.tBodies]) body.remove();
    this.chunks = [];
    for (let first = 0; first < this.ordered.length; first += CHUNK) {
      const records = this.ordered.slice(first, first + CHUNK);
      const chunk = { records, first, body: make("tbody"), height: records.length * ROW_HEIGHT, built: false };
      chunk.body.chunk = chunk;
      this.chunks.push(chunk);
      this.node.append(chunk.body);
      if (first === 0) this.build(chunk);
      else this.drop(chunk);
      this.observer.observe(chunk.body);
    }
    this.node.setAttribute("aria-rowcount", this.ordered.length + 1);
    if (!keep) this.root.scrollTop = 0;
  }

  // Totals are sorted; their parts stay below them, sorted likewise.
  order(records) {
    const column = this.columns.find(({ key }) => key === this.sortKey);
    if (!column) return records;
    const keys = new Map(records.map((record) => [record, (column.sort || column.words)(record)]));
    const compare = (a, b) => {
      const [one, other] = [keys.get(a), keys.get(b)];
      const rank = typeof one === "number" ? one - other : COLLATOR.compare(one, other);
      return this.ascending ? rank : -rank;
    };
    const ordered = [...records].sort(compare);
    if (this.table !== "facts") return ordered;
    const shown = new Set(records);
    const parts = new Map();
    for (const fact of ordered) {
      if (!shown.has(fact.total)) continue;
      if (parts.has(fact.total)) parts.get(fact.total).push(fact);
      else parts.set(fact.total, [fact]);
    }
    const rows = new Set();
    const walk = (fact) => {
      if (rows.has(fact)) return;
      rows.add(fact);
      (parts.get(fact) || []).forEach(walk);
    };
    ordered.filter((fact) => !shown.has(fact.total)).forEach(walk);
    ordered.forEach(walk);
    return [...rows];
  }

  turn(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!target.isConnected) continue;
      if (isIntersecting) this.build(target.chunk);
      else if (target.chunk.built && this.root.offsetParent) this.drop(target.chunk);
    }
  }

  build(chunk) {
    if (chunk.built) return;
    chunk.built = true;
    chunk.body.replaceChildren(...chunk.records.map((record, place) => this.makeRow(record, chunk.first + place)));
  }

  drop(chunk) {
    if (chunk.built) chunk.height = chunk.body.offsetHeight;
    if (chunk.body.contains(document.activeElement)) return;
    chunk.built = false;
    const cell = make("td");
    cell.style.height = `${chunk.height}px`;
    chunk.body.replaceChildren(make("tr", { "aria-hidden": "true" }, cell));
  }

  makeRow(record, place) {
    const row = make("tr", { "aria-rowindex": place + 2 });
    this.columns.forEach((column, number) => {
      const content = column.cell ? column.cell(record) : column.words(record);
      const properties = { className: classOf(column), title: column.hint ? column.hint(record) : null };
      row.append(number ? make("td", properties, content) : this.makeFirst(record, content, properties));
    });
    row.record = record;
    row.classList.toggle("lit", record === this.hovered);
    this.point(row, record === this.selected);
    return row;
  }

  makeFirst(record, content, properties) {
    const shown = record.total && this.places.has(record.total);
    const depth = shown ? Math.min(record.depth, 4) : 0;
    const above = record.total && !shown ? make("span", { className: "usual" }, `${record.total.indicator} › `) : null;
    const whole = shown ? make("span", { className: "unseen" }, `${word("ui.part")} `) : null;
    const cell = make("th", { ...properties, scope: "row" }, makeButton("", () => this.acts.select(record), { className: "open" }));
    if (depth) cell.classList.add("part", `depth${depth}`);
    cell.firstChild.append(...[above, whole, content].filter(Boolean));
    return cell;
  }

  point(row, selected) {
    row.classList.toggle("selected", selected);
    if (selected) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }

  rowOf(record) {
    const place = this.places.get(record);
    if (place === undefined) return null;
    const chunk = this.chunks[Math.floor(place / CHUNK)];
    return chunk.built ? chunk.body.rows[place - chunk.first] : null;
  }

  hover(record) {
    for (const [each, on] of [[this.hovered, false], [record, true]]) {
      const row = each && this.rowOf(each);
      if (row) row.classList.toggle("lit", on);
    }
    this.hovered = record;
  }

  select(record) {
    for (const [each, on] of [[this.selected, false], [record, true]]) {
      const row = each && this.rowOf(each);
      if (row) this.point(row, on);
    }
    this.selected = record;
  }

  // Bring a record's row into view; false where filters hide it.
  reveal(record) {
    const place = this.places.get(record);
    if (place === undefined) return false;
    this.build(this.chunks[Math.floor(place / CHUNK)]);
    this.rowOf(record).scrollIntoView({ block: "nearest" });
    return true;
  }

  listen() {
    const recordAt = (event) => event.target.closest("tbody tr")?.record || null;
    this.node.addEventListener("click", (event) => {
      const record = recordAt(event);
      if (record) this.acts.select(record);
    });
    this.node.addEventListener("mouseover", (event) => this.acts.hover(recordAt(event)));
    this.node.addEventListener("mouseleave", () => this.acts.hover(null));
  }
}

const COLLATOR = new Intl.Collator("zh", { numeric: true });

function classOf(column) {
  return [`c-${column.key.replace(/^ui\./, "")}`, column.className, column.minor && "minor"].filter(Boolean).join(" ");
}
