// words.js: the words of the page in the reader's language, from the vocabulary that travels in the page.

const INDEX = JSON.parse(byId("index").textContent);
const CHINESE = /^zh/i.test(navigator.language || "");

function word(key) {
  const words = INDEX.words[key];
  return words ? words[CHINESE ? 0 : 1] : key;
}

// The word for one value of a field; what the text itself says (a baseline, say) stays as it is.
function valueWord(field, value) {
  if (value === null || value === undefined) return "";
  const key = `${field}.${value}`;
  return INDEX.words[key] ? word(key) : String(value);
}

const list = (values) => (values || []).join("、");

// Words for comparison, as long as they were, so that places in them are places in the text.
function fold(words) {
  const folded = words.toLowerCase();
  return folded.length === words.length ? folded : words;
}
