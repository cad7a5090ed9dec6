// columns.js: for each kind of record its columns, and what one may filter by.
//
// A column has a key (whose word heads it) and words(record); cell(record) where it shows more than these, sort(record)
// where it sorts by something else. Columns marked minor go first where the panel is narrow.

const usual = (field, ordinary) => (record) =>
  make("span", { className: record[field] === ordinary ? "usual" : "" }, valueWord(field, record[field]));

function indicatorCell(fact) {
  const marks = [];
  if (fact.baseline) marks.push(make("span", { className: "tag" }, valueWord("baseline", fact.baseline)));
  if (fact.modality === "target") marks.push(make("span", { className: "tag target" }, valueWord("modality", "target")));
  if (fact.mentions.length > 1) {
    marks.push(make("span", { className: "tag", title: `${fact.mentions.length} ${word("ui.places")}` }, `×${fact.mentions.length}`));
  }
  if (fact.notices) marks.push(make("span", { className: "tag notice", title: fact.notices.map(({ message }) => message).join("\n") }, "!"));
  return make("span", {}, fact.indicator, ...marks);
}

const COLUMNS = {
  facts: [
    { key: "indicator", words: (r) => r.indicator, cell: indicatorCell },
    { key: "value", words: (r) => figureWords(r, r.report), sort: (r) => Number(r.value), className: "number", hint: (r) => r.value },
    { key: "unit", words: (r) => r.unit || "" },
    { key: "period", words: timeWords, sort: (r) => r.as_of || (r.period ? `${r.period[1]} ${r.period[0]}` : "") },
    { key: "subject", words: (r) => r.subject || "", hint: (r) => r.subject_full },
    { key: "precision", words: (r) => valueWord("precision", r.precision), cell: usual("precision", "exact"), minor: true },
    { key: "measure", words: (r) => valueWord("measure", r.measure), cell: usual("measure", "level"), minor: true },
  ],
  awards: [
    { key: "recipient", words: (r) => r.recipient },
    { key: "award", words: (r) => [r.award, r.rank].filter(Boolean).join(" ") },
    { key: "affiliation", words: (r) => r.affiliation || "", minor: true },
    { key: "level", words: (r) => valueWord("level", r.level) },
    { key: "year", words: (r) => (r.year ? String(r.year) : ""), className: "number" },
  ],
  people: [
    { key: "name", words: (r) => r.name },
    { key: "titles", words: (r) => list(r.titles) },
    { key: "organization", words: (r) => r.organization || "" },
    { key: "role", words: (r) => valueWord("role", r.role), cell: usual("role", "other"), minor: true },
  ],
  organizations: [
    { key: "name", words: (r) => r.name },
    { key: "full_name", words: (r) => (r.full_name === r.name ? "" : r.full_name || "") },
    { key: "type", words: (r) => valueWord("type", r.type), cell: usual("type", "other") },
    { key: "aliases", words: (r) => list(r.aliases), minor: true },
  ],
  entities: [
    { key: "name", words: (r) => r.name },
    { key: "label", words: (r) => valueWord("label", r.label) },
    { key: "ui.count", words: (r) => String(r.mentions.length), sort: (r) => r.mentions.length, className: "number" },
  ],
  notices: [
    { key: "kind", words: (r) => valueWord("kind", r.kind) },
    { key: "message", words: (r) => r.message },
  ],
  reports: [
    { key: "title", words: (r) => r.title || r.source || word("ui.untitled"), cell: reportCell },
    { key: "published", words: (r) => r.published || "" },
    { key: "region", words: (r) => r.region || "", minor: true },
    ...["facts", "awards", "people", "notices"].map((key) => ({
      key, words: (r) => String(r[key]), sort: (r) => r[key], className: "number", minor: key === "people",
    })),
  ],
};

// A run's tables say which report a record is from.
const REPORT_COLUMN = { key: "reports", words: (r) => r.report.name, hint: (r) => r.report.key };

function reportCell(summary) {
  const name = summary.title || summary.source || word("ui.untitled");
  const below = summary.status === "failed" ? `${word("ui.failed")}: ${summary.error || ""}` : summary.title ? summary.source : "";
  return make("span", {}, name, make("small", { className: summary.status === "failed" ? "failed" : "" }, below || ""));
}

// The years that a fact covers, to filter by.
function yearsOf(fact) {
  if (fact.as_of) return [fact.as_of.slice(0, 4)];
  if (!fact.period) return [];
  const [first, last] = fact.period.map((day) => Number(String(day).slice(0, 4)));
  return Array.from({ length: Math.min(last - first, 99) + 1 }, (_, step) => String(first + step));
}

// Filters: "text" contains words, "value" compares numbers, "choice" takes one of the values that occur.
const choice = (key, values) => ({ key, kind: "choice", values: values || ((r) => [r[key]]) });
const FILTERS = {
  facts: [
    { key: "indicator", kind: "text", words: (r) => r.indicator },
    { key: "value", kind: "value" },
    { key: "subject", kind: "text", words: (r) => `${r.subject || ""}\n${r.subject_full || ""}` },
    ...(INDEX.reports.length > 1 ? [choice("concept")] : []), // what one report calls so and another so
    { ...choice("unit"), plain: true },
    { ...choice("period", yearsOf), plain: true },
    choice("precision"),
    choice("measure"),
    choice("modality"),
  ],
  awards: [choice("recipient_type"), choice("level"), { ...choice("year"), plain: true }],
  people: [choice("role")],
  organizations: [choice("type")],
  entities: [choice("label")],
  notices: [choice("kind")],
  reports: [{ ...choice("region"), plain: true }, choice("status")],
};
