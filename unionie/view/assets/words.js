"use strict";
// words.js: every word of the page in Chinese and English, and how values are written in each.

const CHINESE = /^zh/i.test(navigator.language || "");
const WORDS = {
  search: ["搜索原文与记录", "Search text and records"], found: ["处", "places"], layers: ["显示", "Show"],
  reports: ["报告", "Reports"], text: ["原文", "Text"], records: ["记录", "Records"],
  facts: ["数据", "Facts"], awards: ["荣誉", "Awards"], people: ["人物", "People"],
  organizations: ["机构", "Organizations"], notices: ["提示", "Notices"], entities: ["其他名称", "Other names"],
  fact: ["数据", "facts"], award: ["荣誉", "awards"], person: ["人物", "people"],
  organization: ["机构", "organizations"], other: ["地名等", "places etc."],
  indicator: ["指标", "Indicator"], value: ["数值", "Value"], high: ["上限", "Upper bound"], unit: ["单位", "Unit"],
  unit_code: ["单位代码", "Unit code"], precision: ["精确程度", "Precision"], measure: ["类型", "Kind"],
  direction: ["方向", "Direction"], baseline: ["比较对象", "Baseline"], modality: ["性质", "Modality"],
  subject: ["主体", "Subject"], subject_full: ["主体全称", "Subject, full name"], period: ["时期", "Period"],
  as_of: ["截至", "As of"], part_of: ["属于", "Part of"], section: ["小节", "Section"], rule: ["规则", "Rule"],
  confidence: ["可信度", "Confidence"], mentions: ["出处", "Stated at"], evidence: ["句子", "Sentence"],
  recipient: ["获得者", "Recipient"], recipient_type: ["获得者类型", "Recipient type"], award_name: ["荣誉", "Honour"],
  affiliation: ["所属", "Affiliation"], rank: ["等次", "Placing"], level: ["级别", "Level"], grantor: ["授予者", "Granted by"],
  year: ["年份", "Year"], name: ["名称", "Name"], titles: ["职务", "Titles"], role: ["角色", "Role"],
  full_name: ["全称", "Full name"], type: ["类型", "Type"], aliases: ["别称", "Aliases"], parent: ["上级", "Parent"],
  label: ["类别", "Label"], count: ["次数", "Count"], message: ["说明", "Message"], kind: ["类别", "Kind"],
  title: ["标题", "Title"], published: ["日期", "Published"], region: ["地区", "Region"], source: ["来源", "Source"],
  all: ["全部", "all"], none: ["没有记录", "No records"], copy_csv: ["复制 CSV", "Copy CSV"],
  copy_json: ["复制 JSON", "Copy JSON"], copied: ["已复制", "Copied"], link: ["链接", "Link"], failed: ["未能读取", "Failed"],
  exact: ["准确", "exact"], about: ["约", "about"], nearly: ["近", "nearly"], over: ["超", "over"], at_least: ["≥", "≥"],
  under: ["不足", "under"], at_most: ["≤", "≤"], range: ["区间", "range"], vague: ["约数", "vague"],
  change: ["变化", "change"], gap: ["差距", "gap"], share: ["占比", "share"],
  increase: ["增", "up"], decrease: ["减", "down"], above: ["高于", "above"], below: ["低于", "below"],
  actual: ["实际", "actual"], target: ["目标", "target"], year_on_year: ["同比", "year on year"],
  previous_period: ["环比", "previous period"], national: ["全国", "national"], province: ["省级", "province"],
  city: ["市级", "city"], county: ["县级", "county"], enterprise: ["单位", "enterprise"],
  team: ["集体", "team"], work: ["作品", "work"], author: ["作者", "author"], official: ["负责人", "official"],
  awardee: ["获奖者", "awardee"], speaker: ["讲话人", "speaker"], union: ["工会", "union"],
  government: ["政府", "government"], party: ["党组织", "party"], company: ["企业", "company"], school: ["学校", "school"],
  hospital: ["医院", "hospital"], media: ["媒体", "media"], court: ["法院", "court"], measure_level: ["水平", "level"],
  measure_rank: ["位次", "rank"], LOC: ["地名", "place"], WORK: ["作品", "work"], DATE: ["日期", "date"], TITLE: ["职务", "title"],
  parts_exceed_total: ["分项超过总数", "parts exceed total"], repeat_disagrees: ["前后不一致", "repeat disagrees"],
  growth_contradicts_levels: ["增速与数值矛盾", "growth contradicts levels"],
  EVENT: ["活动", "event"], ORG: ["机构", "organization"], PERSON: ["人物", "person"], AWARD: ["荣誉", "award"],
};

function word(key) {
  return WORDS[key] ? WORDS[key][CHINESE ? 0 : 1] : key;
}

function measureWord(measure) {
  return word(`measure_${measure}` in WORDS ? `measure_${measure}` : measure);
}

// A decimal string with its digits grouped; in Chinese, long whole numbers in 万 or 亿 where no digit is lost.
function numberWords(decimal) {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) || [null, "", decimal, ""];
  if (CHINESE && !fraction && whole.length > 4) {
    for (const [mark, places] of [["亿", 8], ["万", 4]]) {
      const rest = whole.length > places ? whole.slice(-places).replace(/0+$/, "") : null;
      if (rest !== null && rest.length <= 4) {
        return `${sign}${grouped(whole.slice(0, -places))}${rest && "."}${rest} ${mark}`;
      }
    }
  }
  return `${sign}${grouped(whole)}${fraction && "."}${fraction}`;
}

function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

function valueWords(fact) {
  const mark = ["exact", "range", "vague"].includes(fact.precision) ? "" : word(fact.precision);
  const way = { increase: "↑", decrease: "↓" }[fact.direction] || (fact.direction ? word(fact.direction) : "");
  const number = numberWords(fact.value) + (fact.high ? `–${numberWords(fact.high)}` : "");
  const unit = fact.unit || "";
  const gap = !unit || unit === "%" || /[万亿]$/.test(number) ? "" : " ";
  const rank = fact.measure === "rank" && CHINESE ? "第" : "";
  return [way, fact.precision === "vague" ? "~" : mark, `${rank}${number}${gap}${unit}`].filter(Boolean).join(" ");
}

function periodWords(record) {
  if (record.period) {
    const { start, end } = record.period;
    const join = (a, b) => (a === b ? a : `${a}–${b}`);
    if (start.endsWith("-01-01") && end.endsWith("-12-31")) return join(start.slice(0, 4), end.slice(0, 4));
    const whole = start.endsWith("-01") && new Date(`${end}T12:00Z`).getUTCMonth() !== new Date(Date.parse(`${end}T12:00Z`) + 864e5).getUTCMonth();
    return whole ? join(start.slice(0, 7), end.slice(0, 7)) : join(start, end);
  }
  return record.as_of ? `${word("as_of")} ${record.as_of}` : "";
}
