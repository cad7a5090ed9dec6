// report.js: a report's data as the page holds it: text by code points, records by id, facts as trees.

const TABLES = ["facts", "awards", "people", "organizations", "notices", "entities"];

// Return the data of report number, inflated if the page is that of a run.
async function readReport(number) {
  const content = byId(`r${number}`).textContent;
  if (!INDEX.packed) return JSON.parse(content);
  const letters = atob(content);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

class Report {
  constructor(number, data) {
    this.number = number;
    this.data = data;
    this.text = data.text || "";
    this.points = /[\ud800-\udbff][\udc00-\udfff]/.test(this.text) ? Array.from(this.text) : null;
    for (const [table, fields] of Object.entries(INDEX.schema)) {
      this[table] = data[table].map((row) => this.revive(table, fields, row));
    }
    this.places = data.places || {}; // by id: [page, rectangles]
    this.pictures = data.pictures || {}; // by page: [width, height, PNG]
    this.notices.forEach((notice, place) => Object.assign(notice, { id: `notice-${place + 1}`, mentions: notice.evidence }));
    this.entities = this.gather();
    this.facts = asTree(this.facts);
    if (this.notices.length) this.flag();
  }

  // The record with an id, undefined where there is none.
  find(id) {
    this.records ||= new Map(TABLES.flatMap((table) => this[table].map((record) => [record.id, record])));
    return this.records.get(id);
  }

  get key() {
    return INDEX.reports[this.number].source || String(this.number + 1);
  }

  get name() {
    return INDEX.reports[this.number].title || INDEX.reports[this.number].source || word("ui.untitled");
  }

  revive(table, fields, row) {
    const record = { table, report: this };
    fields.forEach((field, place) => { record[field] = row[place]; });
    return record;
  }

  // The code points start:end.
  slice(start, end) {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }

  // The same without the line ends and indents inside.
  line(start, end) {
    return this.slice(start, end).replace(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/g, "");
  }

  // The paragraph, heading or row [kind, start, end, …] around a place.
  pieceAt(place) {
    return this.data.pieces.find(([, , end]) => end > place) || ["", 0, this.text.length];
  }

  // Entities that belong to no record, one for each different wording.
  gather() {
    const gathered = new Map();
    for (const { start, end, label, record } of this.entities) {
      if (record) continue;
      const name = this.line(start, end);
      const id = otherId(label, name);
      if (!gathered.has(id)) gathered.set(id, { table: "entities", report: this, id, name, label, mentions: [] });
      gathered.get(id).mentions.push([start, end]);
    }
    return [...gathered.values()];
  }

  // Let each record know the notices that quote it.
  flag() {
    const places = new Map();
    for (const fact of this.facts) for (const [start, end] of fact.mentions) places.set(`${start}:${end}`, fact);
    for (const notice of this.notices) {
      for (const [start, end] of notice.evidence) {
        const fact = places.get(`${start}:${end}`);
        if (fact) (fact.notices ||= []).push(notice);
      }
    }
  }
}

const otherId = (label, name) => `${label}:${name}`;

// Facts in text order, each part right below its total: depth, parts and total are set on them.
function asTree(facts) {
  const place = (fact) => (fact.mentions.length ? fact.mentions[0] : fact.evidence)[0];
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const roots = [];
  for (const fact of [...facts].sort((a, b) => place(a) - place(b))) {
    fact.parts ||= [];
    fact.total = known.get(fact.part_of) || null;
    if (fact.total) (fact.total.parts ||= []).push(fact);
    else roots.push(fact);
  }
  const ordered = [];
  const walk = (fact, depth) => {
    if (fact.depth !== undefined) return;
    fact.depth = depth;
    ordered.push(fact);
    fact.parts.forEach((part) => walk(part, depth + 1));
  };
  roots.forEach((fact) => walk(fact, 0));
  facts.forEach((fact) => walk(fact, 0)); // parts of one another, should there be any
  return ordered;
}
