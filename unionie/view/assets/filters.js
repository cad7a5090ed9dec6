// filters.js: the form above a table, and which records its settings let through.

const MULTIPLES = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

// Read ">100", "5万-10万", "<=5%": a test of a fact's value and unit; null where the words say no such thing.
function parseCondition(words) {
  const plain = words.normalize("NFKC").replace(/[\s,，]/g, "").replace("≥", ">=").replace("≤", "<=").replace(/[–—~～至到]/g, "-");
  const number = "(\\d+(?:\\.\\d+)?)(万亿|亿|万)?";
  const parts = new RegExp(`^(>=|<=|>|<|=)?${number}(?:-${number})?(\\D*)$`).exec(plain);
  if (!parts) return null;
  const [, sign = "", first, firstMultiple, last, lastMultiple, unit] = parts;
  const low = Number(first) * (MULTIPLES[firstMultiple] || (last && MULTIPLES[lastMultiple]) || 1);
  const high = last === undefined ? null : Number(last) * (MULTIPLES[lastMultiple] || 1);
  const tests = {
    "": (value) => (high === null ? value === low : value >= low && value <= high),
    "=": (value) => value === low, ">": (value) => value > low, "<": (value) => value < low,
    ">=": (value) => value >= low, "<=": (value) => value <= low,
  };
  return (fact) => tests[sign](Number(fact.value)) && (!unit || fact.unit === unit);
}

class FilterForm {
  constructor(table, records, changed) {
    this.tests = new Map();
    this.changed = changed;
    this.fields = FILTERS[table].map((filter) => this.makeField(filter, records)).filter(Boolean);
    this.clearButton = makeButton(word("ui.filter.clear"), () => this.clear(), { className: "clear", hidden: true });
    this.count = make("span", { className: "badge" });
    this.node = make("details", { className: "filter", open: !matchMedia("(max-width: 800px)").matches, hidden: !this.fields.length },
      make("summary", {}, word("ui.filter"), this.count),
      make("div", { className: "fields" }, ...this.fields, this.clearButton));
  }

  makeField(filter, records) {
    if (filter.kind !== "choice") {
      const input = make("input", { type: "search", autocomplete: "off", placeholder: word(filter.key),
        "aria-label": word(filter.key), title: filter.kind === "value" ? word("ui.filter.value") : "" });
      input.addEventListener("input", () => this.set(filter, input));
      return input;
    }
    const counts = new Map();
    for (const record of records) {
      for (const value of filter.values(record)) {
        if (value !== null && value !== undefined) counts.set(String(value), (counts.get(String(value)) || 0) + 1);
      }
    }
    if (counts.size < 2) return null;
    const values = [...counts.keys()].sort((a, b) => (filter.plain ? b.localeCompare(a, "zh") : counts.get(b) - counts.get(a)));
    const options = values.map((value) =>
      make("option", { value }, `${filter.plain ? value : valueWord(filter.key, value)} (${counts.get(value)})`));
    const select = make("select", { className: "unset", "aria-label": word(filter.key) }, make("option", {}, word(filter.key)), ...options);
    select.options[0].value = "";
    select.addEventListener("change", () => this.set(filter, select));
    return select;
  }

  set(filter, control) {
    const words = control.value.trim();
    const test = words ? this.makeTest(filter, words) : null;
    control.toggleAttribute("aria-invalid", Boolean(words) && !test);
    control.classList.toggle("unset", !words);
    if (test) this.tests.set(filter.key, test);
    else this.tests.delete(filter.key);
    this.refresh();
  }

  makeTest(filter, words) {
    if (filter.kind === "value") return parseCondition(words);
    if (filter.kind === "text") return (record) => fold(filter.words(record)).includes(fold(words));
    return (record) => filter.values(record).some((value) => String(value) === words);
  }

  clear() {
    for (const control of this.node.querySelectorAll("input, select")) {
      control.value = "";
      control.removeAttribute("aria-invalid");
      control.classList.add("unset");
    }
    this.tests.clear();
    this.refresh();
  }

  refresh() {
    this.clearButton.hidden = !this.tests.size;
    this.count.textContent = this.tests.size || "";
    this.changed();
  }

  fits(record) {
    for (const test of this.tests.values()) if (!test(record)) return false;
    return true;
  }
}
