// text.js: sets a report's text as headings, paragraphs and tables, cut wherever a record's words begin or end.

const LAYERS = ["fact", "award", "person", "organization", "other"];
const QUIET = ["other"]; // layers that are off until the reader asks for them
const LAYER_OF = { facts: "fact", awards: "award", people: "person", organizations: "organization", entities: "other" };
const LAYER_OF_LABEL = { ORG: "organization", PERSON: "person", AWARD: "award" };
const CENTRED = new Set(["title", "subtitle", "byline", "dateline"]);
const NUMERIC = /^[-+−±]?[\d.,，\s]+[%％‰]?$/;

class TextPane {
  constructor(report) {
    this.report = report;
    this.marks = this.collectMarks();
    this.cuts = this.collectCuts();
    this.segments = [];
    this.painted = {};
  }

  // Every mention as {start, end, layer, id}: longer ones first where several begin, so that the last is the innermost.
  collectMarks() {
    const marks = [];
    for (const [table, layer] of Object.entries(LAYER_OF)) {
      for (const { id, label, mentions } of this.report[table]) {
        for (const [start, end] of mentions) marks.push({ start, end, id, layer: LAYER_OF_LABEL[label] || layer });
      }
    }
    return marks.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  collectCuts() {
    const cuts = new Set();
    const add = ([start, end]) => cuts.add(start).add(end);
    this.marks.forEach(({ start, end }) => add([start, end]));
    [...this.report.facts, ...this.report.awards].forEach(({ evidence }) => add(evidence));
    this.report.notices.forEach(({ evidence }) => evidence.forEach(add));
    return [...cuts].sort((a, b) => a - b);
  }

  render(article) {
    this.article = article;
    this.nextCut = this.nextMark = 0;
    this.active = [];
    article.lang = this.report.data.lang || "zh-Hans";
    const parts = [];
    let table = null;
    for (const [kind, start, end, extra] of this.report.data.pieces) {
      if (kind === "table_row") {
        if (!table) parts.push(make("div", { className: "table" }, (table = make("table"))));
        table.append(this.makeRow(extra || [[start, end]], table.rows.length));
        if (table.rows.length === 2) alignHead(table);
        continue;
      }
      table = null;
      const level = kind === "title" ? 2 : Math.min(2 + (extra || 1), 6);
      const node = make(kind === "title" || kind === "heading" ? `h${level}` : "p", { className: kind });
      this.fill(node, start, end);
      parts.push(node);
    }
    article.replaceChildren(...parts);
  }

  makeRow(cells, above) {
    const head = !above && cells.length > 1 && !cells.some(([start, end]) => NUMERIC.test(this.report.slice(start, end)));
    const row = make("tr");
    for (const [start, end] of cells) {
      const cell = make(head ? "th" : "td", { scope: head ? "col" : "" });
      if (NUMERIC.test(this.report.slice(start, end).trim())) cell.className = "number";
      this.fill(cell, start, end);
      row.append(cell);
    }
    return row;
  }

  // Append the words start:end to node: plain where nothing is marked, else a span from cut to cut.
  fill(node, start, end) {
    while (start < end) {
      while (this.cuts[this.nextCut] <= start) this.nextCut += 1;
      const stop = Math.min(end, this.cuts[this.nextCut] ?? end);
      while (this.nextMark < this.marks.length && this.marks[this.nextMark].start <= start) this.active.push(this.marks[this.nextMark++]);
      this.active = this.active.filter((mark) => mark.end > start);
      const marks = [...this.active];
      const span = make("span", { className: [...new Set(marks.map((mark) => mark.layer))].join(" ") }, this.report.line(start, stop));
      span.segment = { start, end: stop, node: span, marks };
      this.segments.push(span.segment);
      node.append(span);
      start = stop;
    }
  }

  // The segments that a range covers.
  within([start, end]) {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.segments[middle].start < start) low = middle + 1;
      else high = middle;
    }
    const inside = [];
    for (; low < this.segments.length && this.segments[low].end <= end; low += 1) inside.push(this.segments[low]);
    return inside;
  }

  // Give the words of the ranges a class and take it from all others; return the first of their elements.
  paint(ranges, className) {
    for (const { node } of this.painted[className] || []) node.classList.remove(className);
    this.painted[className] = ranges.flatMap((range) => this.within(range));
    for (const { node } of this.painted[className]) node.classList.add(className);
    return this.painted[className].length ? this.painted[className][0].node : null;
  }

  isShown(layer) {
    return !this.article.classList.contains(`no-${layer}`);
  }

  // The records whose words stand at an element, the innermost first.
  idsAt(node) {
    const marks = node && node.segment ? node.segment.marks.filter(({ layer }) => this.isShown(layer)) : [];
    return marks.map(({ id }) => id).reverse();
  }

  // The mark that stands a step behind (or before) the given place of a record.
  step(id, place, direction) {
    const marks = this.marks.filter(({ layer }) => this.isShown(layer));
    if (!marks.length) return null;
    const at = marks.findIndex((mark) => mark.id === id && (place === null || mark.start === place));
    if (at < 0) return direction > 0 ? marks[0] : marks[marks.length - 1];
    return marks[(at + direction + marks.length) % marks.length];
  }

  // Mark what was searched for, where the browser can; return the places as DOM ranges.
  find(query) {
    const ranges = [];
    for (const block of query ? this.article.querySelectorAll("h2, h3, h4, h5, h6, p, tr") : []) {
      const nodes = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      const words = nodes.map((node) => node.data).join("").toLowerCase();
      for (let at = words.indexOf(query); at >= 0; at = words.indexOf(query, at + query.length)) {
        ranges.push(makeRange(nodes, at, at + query.length));
      }
    }
    if (globalThis.CSS && CSS.highlights) CSS.highlights.set("search", new Highlight(...ranges));
    return ranges;
  }
}

// Heads of all columns but the first, which names the rows, leave that one empty.
function alignHead({ rows: [head, row] }) {
  if (head.cells.length === row.cells.length - 1 && head.cells[0].tagName === "TH") head.prepend(make("td"));
}

function makeRange(nodes, start, end) {
  const range = document.createRange();
  let done = 0;
  for (const node of nodes) {
    const next = done + node.length;
    if (start >= done && start < next) range.setStart(node, start - done);
    if (end > done && end <= next) range.setEnd(node, end - done);
    done = next;
  }
  return range;
}
