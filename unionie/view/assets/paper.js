// paper.js: on paper every record of the report stands below the text, numbered as its marks are.

const ON_PAPER = ["facts", "awards", "people", "organizations", "notices"];
const NUMBERED = new Set(["facts", "awards"]);

function layOnPaper(pane) {
  let number = 0;
  return ON_PAPER.filter((table) => pane.report[table].length).map((table) => {
    const heads = COLUMNS[table].map((column) => make("th", { className: classOf(column) }, word(column.key)));
    const rows = pane.report[table].map((record) => {
      number += 1;
      if (NUMBERED.has(table)) numberMarks(pane, record, number);
      return makePaperRow(record, NUMBERED.has(table) ? String(number) : "");
    });
    return make("table", { className: `records ${table}` }, make("caption", {}, word(table)),
      make("thead", {}, make("tr", {}, make("th"), ...heads)), make("tbody", {}, ...rows));
  });
}

function numberMarks(pane, record, number) {
  for (const span of record.mentions) {
    const last = pane.within(span).at(-1);
    if (last) last.node.dataset.number = number;
  }
}

function makePaperRow(record, number) {
  const cells = COLUMNS[record.table].map((column) => make("td", { className: classOf(column) }, column.words(record)));
  if (record.depth) cells[0].classList.add("part", `depth${Math.min(record.depth, 4)}`);
  return make("tr", {}, make("td", { className: "usual" }, number), ...cells);
}
