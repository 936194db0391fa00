// What was said and what comes of it, in words: kneetree/report/facts.py and the amounts of kneetree/model/scales.py.
//
// `page.text` holds the texts of the language that is shown. `page.spoken` is a Map by scale that keeps how a number was
// given: `{ amount, unit }` for a time, `{ text }` for a range in each language. A number alone is told as a number.

const DAYS = { days: 1, weeks: 7, years: 365 };

/** Return the words for a key with the blanks filled in. */
export function say(page, key, values = {}) {
  return page.text.texts[page.words[key]].replace(/\{(\w+)\}/g, (blank, name) => (name in values ? String(values[name]) : blank));
}

/** Return the words for a number of things. */
export function count(page, key, number) {
  return say(page, `${key}.${number === 1 ? "one" : "many"}`, { number });
}

/** Return how soon to get help; for an emergency with the number to call if there is one. */
export function urgencyWord(page, level) {
  const { call } = page.text.about;
  return level === "emergency" && call
    ? say(page, "urgency.emergency_number", { number: call })
    : say(page, `urgency.${level}`);
}

/** Return an amount of days, weeks, months or years in days, rounded down. */
export function inDays(amount, unit) {
  return unit === "months" ? Math.floor((amount * 365) / 12) : amount * DAYS[unit];
}

/** Return a number with its unit, such as "17 years" or "3 weeks". */
export function amountOf(page, scale, number, spoken = undefined) {
  if (spoken?.text) return spoken.text.get(page.text.tag);
  if (scale.unit === "years") return count(page, "unit.years", number);
  if (scale.unit !== "days") return `${number} ${unitOf(page, scale)}`.trimEnd();
  if (spoken?.unit) return count(page, `unit.${spoken.unit}`, spoken.amount);
  const unit = ["years", "weeks"].find((name) => number && number % DAYS[name] === 0) ?? "days";
  return count(page, `unit.${unit}`, Math.floor(number / DAYS[unit]));
}

function unitOf(page, scale) {
  return scaleText(page, scale.id).unit;
}

/** Return the texts of a scale, as those of a question. */
export function scaleText(page, id) {
  return page.text.scales[id];
}

export function statementOf(page, fact) {
  return page.text.texts[page.statements[fact]];
}

/** Return what was said of a number in words, or that it is not sure. */
export function numberSaid(page, id, number) {
  if (number === null) return say(page, "answer.unsure");
  return amountOf(page, page.tree.scales.get(id), number, page.spoken.get(id));
}

/** Return a number with the word for what it is: "Age: 72 years". */
export function numberFact(page, id, number) {
  const told = numberSaid(page, id, number);
  if (page.tree.scales.get(id).topic === "age") return say(page, "fact.age", { amount: told });
  return `${scaleText(page, id).text} ${told}`;
}

/** Return a number's question, or the statement of a finding. */
export function factText(page, fact) {
  return page.text.scales[fact]?.text ?? statementOf(page, fact);
}

/** Return what was said: numbers, and statements true, false and not sure; what was said `earlier` says so. */
export function factsSaid(page, said, earlier = []) {
  const facts = { numbers: [], true: [], false: [], unsure: [], lacking: [] };
  for (const [when, list] of [said, earlier].entries()) {
    for (const [fact, value] of list) {
      const isNumber = page.tree.scales.has(fact);
      const lacks = value === false && page.tree.usual.has(fact);
      let text = value === null ? factText(page, fact) : isNumber ? numberFact(page, fact, value) : statementOf(page, fact);
      if (when) text = say(page, "fact.earlier", { statement: text });
      facts[value === null ? "unsure" : isNumber ? "numbers" : Boolean(value)].push(text);
      if (lacks) facts.lacking.push(text);
    }
  }
  return facts;
}

/** Return a fact as a line of its own; what is not so by its yes/no question, or else by its statement. */
export function lineOf(page, fact, value, question = "") {
  if (page.tree.scales.has(fact)) return numberFact(page, fact, value);
  if (value) return raised(statementOf(page, fact));
  if (question) return `${question} ${say(page, "answer.no")}`;
  return say(page, "fact.not", { statement: statementOf(page, fact) });
}

/** Return a fact as words that can follow "If"; a number by the threshold that parts it from `before`. */
export function clauseOf(page, fact, value, before = null, question = "") {
  const scale = page.tree.scales.get(fact);
  if (scale) {
    const up = value > before;
    const text = scaleText(page, fact);
    const told = amountOf(page, scale, up ? value : value + 1);
    const statement = (up ? text.at_least : text.under).replaceAll("{n}", () => told);
    return say(page, "fact.number", { statement });
  }
  if (value) return lowered(statementOf(page, fact));
  if (question) return say(page, "fact.answered_no", { question });
  return say(page, "fact.not_so", { statement: statementOf(page, fact).replace(/\.$/, "") });
}

/** Return clauses as one: "a, b and c". */
export function joinedUp(page, clauses) {
  const most = clauses.slice(0, -1);
  const last = clauses.at(-1);
  return most.length ? say(page, "fact.and", { most: most.join(", "), last }) : last;
}

/** Return a sentence as it reads within another one; a word in capitals, and the word "I", keep theirs. */
export function lowered(text) {
  const first = text.split(" ", 1)[0];
  if (first === "I" || /^.\p{Lu}/su.test(first)) return text;
  const [letter = "", ...rest] = text;
  return letter.toLowerCase() + rest.join("");
}

export function raised(text) {
  const [letter = "", ...rest] = text;
  return letter.toUpperCase() + rest.join("");
}
