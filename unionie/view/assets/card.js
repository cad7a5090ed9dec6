// card.js: all that is known of the selected record, beside its words.

const WINDOW = { width: 330, height: 66 }; // what is shown of a page, in points
const AROUND = 14; // characters of context on either side of a place
const SHOWN_IN_HEAD = new Set(["id", "mentions", "evidence", "part_of", "indicator", "value", "high", "unit", "recipient", "award", "rank", "name", "message", "modality", "rule", "confidence", "subject_full"]);

class Card {
  constructor(node, acts) {
    Object.assign(this, { node, acts });
    node.setAttribute("aria-label", word("record"));
  }

  clear() {
    this.node.hidden = true;
    this.node.replaceChildren();
  }

  show(record) {
    const buttons = [
      makeButton("‹", () => this.acts.step(-1), { title: word("ui.previous"), "aria-label": word("ui.previous") }),
      makeButton("›", () => this.acts.step(1), { title: word("ui.next"), "aria-label": word("ui.next") }),
      makeButton("×", () => this.acts.close(), { title: word("ui.close"), "aria-label": word("ui.close") }),
    ];
    this.node.replaceChildren(
      make("header", {}, make("p", { className: "kicker" }, word(record.table), this.page(record), ...this.tags(record)), make("div", { className: "steps" }, ...buttons)),
      make("h2", {}, ...this.head(record)),
      this.sentence(record) || "",
      this.picture(record) || "",
      make("dl", {}, ...this.fields(record)),
      this.foot(record));
    this.node.hidden = false;
    this.node.scrollTop = 0;
  }

  // The page of the report's file, where it has pages.
  page(record) {
    const place = record.report.places[record.id];
    return place ? ` · ${word("ui.page").replace("0", place[0])}` : "";
  }

  // The place as it looks on that page, with the record's words marked.
  picture(record) {
    const [page, rectangles] = record.report.places[record.id] || [0, []];
    const picture = record.report.pictures[page];
    if (!picture || !rectangles.length) return null;
    const [width, height, png] = picture;
    const [left, top, right, bottom] = rectangles[0];
    const x = Math.max(0, Math.min((left + right - WINDOW.width) / 2, width - WINDOW.width));
    const y = Math.max(0, Math.min((top + bottom - WINDOW.height) / 2, height - WINDOW.height));
    const put = (node, box) => {
      node.style.left = `${(100 * (box[0] - x)) / WINDOW.width}%`;
      node.style.top = `${(100 * (box[1] - y)) / WINDOW.height}%`;
      node.style.width = `${(100 * (box[2] - box[0])) / WINDOW.width}%`;
      node.style.height = `${(100 * (box[3] - box[1])) / WINDOW.height}%`;
      return node;
    };
    const image = put(make("img", { src: `data:image/png;base64,${png}` }), [0, 0, width, height]);
    image.alt = word("ui.picture");
    const node = make("div", { className: "picture" }, image, ...rectangles.map((box) => put(make("i"), box)));
    node.style.aspectRatio = `${WINDOW.width} / ${WINDOW.height}`;
    return node;
  }

  tags(record) {
    const tags = [];
    if (record.modality === "target") tags.push(make("span", { className: "tag target" }, valueWord("modality", "target")));
    for (const { message } of record.notices || []) tags.push(make("span", { className: "tag notice" }, `! ${message}`));
    return tags;
  }

  head(record) {
    if (record.table !== "facts") return [nameOf(record)];
    const exact = record.high === null ? record.value : `${record.value}–${record.high}`;
    const words = valueWords(record, record.report);
    const plain = words.replace(/[^\d.]/g, "") === exact.replace(/[^\d.]/g, "");
    return [make("span", {}, record.indicator), " ", make("b", {}, words),
      plain ? "" : make("small", {}, `${word("ui.exactly")} ${exact}`)];
  }

  // The sentence, with the record's words marked in it.
  sentence(record) {
    if (!record.evidence || record.table === "notices") return null;
    const [from, to] = record.evidence;
    const inside = record.mentions.filter(([start, end]) => start >= from && end <= to);
    return make("blockquote", { lang: record.report.data.lang }, ...this.marked(record.report, from, to, inside));
  }

  marked(report, from, to, places) {
    const parts = [];
    let done = from;
    for (const [start, end] of places) {
      if (start < done) continue;
      parts.push(report.line(done, start), make("mark", {}, report.line(start, end)));
      done = end;
    }
    return [...parts, report.line(done, to)];
  }

  fields(record) {
    const items = [];
    const add = (key, ...content) => items.push(make("dt", {}, word(key)), make("dd", {}, ...content));
    for (const field of INDEX.schema[record.table] || []) {
      const words = SHOWN_IN_HEAD.has(field) || record.table === "entities" ? "" : fieldWords(record, field);
      if (words) add(field, words);
      if (field === "subject" && record.subject_full && record.subject_full !== record.subject) add("subject_full", record.subject_full);
    }
    if (record.table === "entities") add("label", valueWord("label", record.label));
    if (record.total) add("part_of", this.go(record.total));
    if (record.parts && record.parts.length) add("ui.parts", ...record.parts.map((part) => this.go(part)));
    if (record.mentions.length > 1 || !record.evidence) add("mentions", ...record.mentions.map((span) => this.place(record, span)));
    if (record.rule) add("rule", make("code", {}, record.rule), ` ${word("confidence")} ${Math.round(record.confidence * 100)}%`);
    return items;
  }

  go(record) {
    return makeButton(nameOf(record), () => this.acts.select(record), { className: "place" });
  }

  place(record, [start, end]) {
    const { report } = record;
    const [, first, last] = report.pieceAt(start);
    const context = [report.line(Math.max(first, start - AROUND), start), make("mark", {}, report.line(start, end)), report.line(end, Math.min(last, end + AROUND))];
    const button = makeButton("", () => this.acts.show(record, [start, end]), { className: "place", lang: report.data.lang });
    button.append(...context);
    return button;
  }

  foot(record) {
    const link = this.acts.link(record);
    const json = makeButton(word("ui.copy.json"), () => copyFrom(json, JSON.stringify(plainOf(record), null, 1)));
    const copyLink = makeButton(word("ui.copy.link"), () => copyFrom(copyLink, new URL(link, location.href).href));
    return make("footer", {}, make("a", { href: link, className: "link" }, `#${record.id}`), copyLink, json);
  }
}

function nameOf(record) {
  if (record.table === "facts") return `${record.indicator} ${valueWords(record, record.report)}`;
  if (record.table === "awards") return [`${record.recipient}：${record.award}`, record.rank].filter(Boolean).join(" ");
  return record.name || record.message || record.id;
}

function fieldWords(record, field) {
  const value = record[field];
  if (value === null || value === undefined || value === "") return "";
  if (field === "period") {
    const words = periodWords(value);
    return value[2] && value[2].replace(/年$/, "") !== words.replace(/年$/, "") ? `${words}（${value[2]}）` : words;
  }
  if (field === "as_of") return dayWords(value);
  if (Array.isArray(value)) return list(value);
  return valueWord(field, value);
}
