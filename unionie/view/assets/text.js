// text.js: sets a report's text as headings, paragraphs and tables, cut wherever a record's words begin or end.

const LAYERS = ["fact", "award", "person", "organization", "other"];
const LABEL_LAYER = { ORG: "organization", PERSON: "person", AWARD: "award" };

// Make an element; strings become text, never markup.
function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("aria-") || key.startsWith("data-") || key === "role" || key === "for") node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children);
  return node;
}

class ReportText {
  constructor(report) {
    this.report = report;
    this.points = /[\ud800-\udfff]/.test(report.text) ? Array.from(report.text) : null;
    this.marks = this.collectMarks();
    this.segments = [];
  }

  slice(start, end) {
    return this.points ? this.points.slice(start, end).join("") : this.report.text.slice(start, end);
  }

  // The same words without the line ends and indents inside them.
  line(start, end) {
    return this.slice(start, end).replace(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/g, "");
  }

  collectMarks() {
    const marks = [];
    const add = (records, layer) => {
      for (const record of records || []) {
        for (const [start, end] of record.mentions || []) marks.push({ start, end, layer, id: record.id });
      }
    };
    add(this.report.organizations, "organization");
    add(this.report.people, "person");
    add(this.report.awards, "award");
    add(this.report.facts, "fact");
    for (const [start, end, label, record] of this.report.entities || []) {
      if (!record) marks.push({ start, end, layer: LABEL_LAYER[label] || "other", id: entityId(label, this.line(start, end)) });
    }
    return marks.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  cuts() {
    const cuts = new Set();
    for (const mark of this.marks) cuts.add(mark.start).add(mark.end);
    for (const records of [this.report.facts, this.report.awards]) {
      for (const record of records || []) cuts.add(record.evidence[0]).add(record.evidence[1]);
    }
    for (const notice of this.report.notices || []) for (const [start, end] of notice.evidence || []) cuts.add(start).add(end);
    return [...cuts].sort((a, b) => a - b);
  }

  render(article) {
    this.boundaries = this.cuts();
    this.nextCut = this.nextMark = 0;
    this.active = [];
    let table = null;
    const parts = [];
    for (const [kind, start, end, extra] of this.report.blocks || []) {
      if (kind === "table_row") {
        if (!table) parts.push(table = make("table"));
        table.append(this.row(extra || [[start, end]]));
        continue;
      }
      table = null;
      const level = Math.min(2 + (extra || 1) - 1, 6);
      const name = kind === "title" ? "h1" : kind === "heading" ? `h${level}` : "p";
      const node = make(name, { className: kind });
      this.fill(node, start, end);
      parts.push(node);
    }
    article.replaceChildren(...parts);
  }

  row(cells) {
    const row = make("tr");
    for (const [start, end] of cells) {
      const cell = make("td", { className: /^[-+\d.,%\s]+$/.test(this.slice(start, end)) ? "number" : "" });
      this.fill(cell, start, end);
      row.append(cell);
    }
    return row;
  }

  // Append the words start:end to node, a span for every stretch between two cuts.
  fill(node, start, end) {
    while (start < end) {
      while (this.nextCut < this.boundaries.length && this.boundaries[this.nextCut] <= start) this.nextCut += 1;
      const stop = Math.min(end, this.boundaries[this.nextCut] ?? end);
      while (this.nextMark < this.marks.length && this.marks[this.nextMark].start <= start) this.active.push(this.marks[this.nextMark++]);
      this.active = this.active.filter((mark) => mark.end > start);
      const span = make("span", { className: this.active.map((mark) => mark.layer).join(" ") }, this.line(start, stop));
      const segment = { start, end: stop, span, marks: [...this.active] };
      span.segment = segment;
      this.segments.push(segment);
      node.append(span);
      start = stop;
    }
  }

  // Give the words of the ranges a class, and take it from all others.
  paint(ranges, className) {
    let first = null;
    for (const segment of this.segments) {
      const inside = ranges.some(([start, end]) => segment.start >= start && segment.end <= end);
      segment.span.classList.toggle(className, inside);
      if (inside && !first) first = segment.span;
    }
    return first;
  }

  // Mark what was searched for, where the browser can; return how many places there are.
  find(query) {
    const ranges = [];
    for (const block of document.getElementById("text").children) {
      const nodes = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      const words = nodes.map((node) => node.data).join("").toLowerCase();
      for (let at = query ? words.indexOf(query) : -1; at >= 0; at = words.indexOf(query, at + query.length)) {
        ranges.push(rangeOf(nodes, at, at + query.length));
      }
    }
    if (globalThis.CSS && CSS.highlights) CSS.highlights.set("search", new Highlight(...ranges));
    return ranges;
  }
}

function rangeOf(nodes, start, end) {
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

function entityId(label, words) {
  return `${label}:${words}`;
}
