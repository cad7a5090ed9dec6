// figures.js: numbers and periods in the few characters that a reader takes in at a glance.

const LARGE = CHINESE ? [["万亿", 12], ["亿", 8], ["万", 4]] : [["tn", 12], ["bn", 9], ["m", 6]];
const MOST_DIGITS = 20;
const MARKS = CHINESE
  ? { about: "约", nearly: "近", at_least: "≥", under: "<", at_most: "≤" }
  : { about: "≈", nearly: "≲", over: ">", at_least: "≥", under: "<", at_most: "≤", vague: "~" };
const WAYS = CHINESE
  ? { increase: "↑", decrease: "↓", above: "高", below: "低" }
  : { increase: "↑", decrease: "↓", above: "+", below: "−" };

const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

// A decimal string with its digits grouped; in 万 or 亿 (m or bn) where that takes two decimals at most.
function numberWords(decimal) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!parts) return decimal;
  const [, sign, whole, digits = ""] = parts;
  if (whole.length + digits.length > MOST_DIGITS) return Number(decimal).toExponential(6);
  const fraction = digits.replace(/0+$/, "");
  for (const [mark, places] of LARGE) {
    const rest = (whole.slice(-places) + fraction).replace(/0+$/, "");
    if (whole.length > places && rest.length <= 2) {
      return `${sign}${grouped(whole.slice(0, -places))}${rest && "."}${rest}${mark}`;
    }
  }
  return `${sign}${grouped(whole)}${fraction && "."}${fraction}`;
}

// A fact's value with its marks of precision and direction, without its unit; vague ones in the text's words.
function figureWords(fact, text) {
  let number = numberWords(fact.value);
  if (fact.precision === "vague" && CHINESE && fact.mentions.length) {
    const said = text.line(...fact.mentions[0]).replace(/\s/g, "");
    number = fact.unit && said.endsWith(fact.unit) ? said.slice(0, -fact.unit.length) : said;
  } else if (fact.high !== null) {
    number += `–${numberWords(fact.high)}`;
  } else if (fact.precision === "over" && CHINESE) {
    number = ["%", "百分点"].includes(fact.unit) ? `>${number}` : `${number}余`;
  }
  number = (MARKS[fact.precision] || "") + number;
  if (fact.measure === "rank") return CHINESE ? `第${number}` : `#${number}`;
  return (WAYS[fact.direction] || "") + number;
}

// The same with its unit; units in letters stand apart.
function valueWords(fact, text) {
  const unit = fact.unit || "";
  return figureWords(fact, text) + (/^[A-Za-z]/.test(unit) || !CHINESE && unit !== "%" ? ` ${unit}` : unit);
}

function dayWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return CHINESE && date ? `${year}年${month}月${date}日` : day;
}

// [start, end, words] in whole years or months where it is made of them.
function periodWords(period) {
  if (!period) return "";
  const [start, end] = period;
  if (start === end) return dayWords(start);
  const [firstYear, firstMonth, firstDay] = start.split("-").map(Number);
  const [lastYear, lastMonth, lastDay] = end.split("-").map(Number);
  const whole = firstDay === 1 && lastDay === new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate();
  if (!whole) return `${dayWords(start)}–${dayWords(end)}`;
  const sameYear = firstYear === lastYear;
  if (firstMonth === 1 && lastMonth === 12) {
    return (sameYear ? `${firstYear}` : `${firstYear}–${lastYear}`) + (CHINESE ? "年" : "");
  }
  if (!CHINESE) return start.slice(0, 7) === end.slice(0, 7) ? start.slice(0, 7) : `${start.slice(0, 7)} – ${end.slice(0, 7)}`;
  if (!sameYear) return `${firstYear}年${firstMonth}月–${lastYear}年${lastMonth}月`;
  return `${firstYear}年${firstMonth === lastMonth ? firstMonth : `${firstMonth}–${lastMonth}`}月`;
}

// When a fact held: its date or its period.
function timeWords(fact) {
  if (!fact.as_of) return periodWords(fact.period);
  const day = fact.as_of;
  return CHINESE ? `至${day.endsWith("-12-31") ? `${day.slice(0, 4)}年底` : dayWords(day)}` : `${word("ui.until")} ${day}`;
}
