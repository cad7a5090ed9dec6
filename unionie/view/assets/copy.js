// copy.js: records as CSV (the columns that unionie writes to .csv files) and as JSON (what Extraction.to_dict gives).

const SAFE_DIGITS = 15; // a JSON number holds any decimal of that many digits

const quote = (report, [start, end]) => ({ start, end, text: report.slice(start, end) });

function plainOf(record) {
  const fields = record.table === "entities" ? ["name", "label", "mentions"] : INDEX.schema[record.table];
  return Object.fromEntries(fields.map((field) => [field, plainField(record, field)]));
}

function plainField(record, field) {
  const value = record[field];
  if (value === null || value === undefined) return null;
  if (field === "period") return { start: value[0], end: value[1], text: value[2] };
  if (field === "mentions" || record.table === "notices" && field === "evidence") return value.map((span) => quote(record.report, span));
  if (field === "evidence") return quote(record.report, value);
  if (field === "value" || field === "high") return value.replace(/\D/g, "").length > SAFE_DIGITS ? value : Number(value);
  return value;
}

function toJson(records) {
  const several = new Set(records.map(({ report }) => report)).size > 1;
  return JSON.stringify(records.map((record) => (several ? { source: record.report.key, ...plainOf(record) } : plainOf(record))), null, 1);
}

function toCsv(records) {
  const rows = records.map((record) => flatten(record));
  const names = rows.length ? Object.keys(rows[0]) : [];
  return [names, ...rows.map((row) => names.map((name) => row[name]))].map((cells) => cells.map(toCell).join(",")).join("\n") + "\n";
}

function flatten(record) {
  const row = { report: record.report.number, source: INDEX.reports[record.report.number].source ?? null };
  for (const [field, value] of Object.entries(plainOf(record))) {
    if (field === "period") for (const part of ["start", "end", "text"]) row[`period_${part}`] = value && value[part];
    else if (Array.isArray(value)) row[field] = value.map((item) => (item.text === undefined ? item : `${item.text} [${item.start}:${item.end}]`)).join("; ");
    else if (field === "evidence") for (const part of ["start", "end", "text"]) row[`evidence_${part}`] = value[part];
    else if (field === "confidence") row[field] = Number.isInteger(value) ? value.toFixed(1) : value;
    else row[field] = field === "value" || field === "high" ? record[field] : value;
  }
  return row;
}

// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
function toCell(value) {
  const words = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// Copy words, and let the button say so for a moment.
async function copyFrom(button, words) {
  const label = button.textContent;
  const done = await copy(words);
  button.textContent = word(done ? "ui.copied" : "ui.copy.failed");
  say(button.textContent);
  setTimeout(() => { button.textContent = label; }, 1500);
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const area = make("textarea", { value: words, className: "unseen" }); // pages opened from disk may have no clipboard
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
