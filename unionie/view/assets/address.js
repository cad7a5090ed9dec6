// address.js: #record in the page of one report; #report/record in that of a run, the report by its source, else its number.

function makeHash(number, id) {
  if (INDEX.reports.length < 2) return `#${encodeURIComponent(id || "")}`;
  const key = encodeURIComponent(INDEX.reports[number].source || String(number + 1));
  return id ? `#${key}/${encodeURIComponent(id)}` : `#${key}`;
}

// The report and the record that the address names; number is null where it names no report of a run.
function readHash() {
  const parts = location.hash.slice(1).split("/").map(decode);
  if (INDEX.reports.length < 2) return { number: 0, id: parts[0] };
  const number = INDEX.reports.findIndex((report, place) => report.source === parts[0] || String(place + 1) === parts[0]);
  return number < 0 ? { number: null, id: parts.at(-1) } : { number, id: parts[1] };
}

function decode(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
