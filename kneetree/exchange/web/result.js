// Everything that a finished walk says, as one value of plain texts: kneetree/report/summary.py and what it is made of.

import { LEVELS, askedOf, toAsk } from "./walk.js";
import { MOST_TURNS, factOf, nearestOf, openRules, turns, unknowns, untried } from "./why.js";
import { unsureThatLed, whatLedHere } from "./led.js";
import { clauseOf, count, factText, factsSaid, joinedUp, lineOf, lowered, numberFact, numberSaid, say, statementOf, urgencyWord } from "./say.js";

const MOST_CHANGES = 5;
const MOST_NAMED = 2;
const RECOVERS = ["within_days", "routine", "self_care"];

/** Return the summary of a finished walk; what other answers would have changed takes long, and waits until it is read. */
export function summarise(page, walk) {
  const leaves = walk.leaves.map((id) => walk.tree.nodes[id]);
  const [first] = leaves;
  const { texts } = page.text;
  const asUrgent = leaves.filter((leaf) => leaf.rank === first.rank);
  const merged = (name) => adviceTexts(page, asUrgent.flatMap((leaf) => leaf[name]));
  const doing = merged("do");
  const heard = new Map([...walk.told, ...walk.answers]); // also what was answered on a way that was left
  return {
    urgency: first.urgency,
    urgency_word: urgencyWord(page, first.urgency),
    action: say(page, `action.${first.urgency}`),
    title: texts[first.title],
    unsure_note: unsureNote(page, walk),
    reason: texts[first.reason],
    said: noteworthy(page, walk, heard),
    conditions: conditionRows(page, leaves),
    do: adviceTexts(page, first.do),
    avoid: adviceTexts(page, first.avoid),
    others: othersSay(page, first, doing, merged("avoid")),
    get_help_if: helpRows(page, leaves),
    recovery: recoveryRow(page, first, doing),
    leaves: leaves.map((leaf) => ({
      urgency: leaf.urgency,
      urgency_word: urgencyWord(page, leaf.urgency),
      title: texts[leaf.title],
    })),
    answers: answerRows(page, walk),
    facts: factsSaid(page, walk.told, [...walk.answers].filter(([fact]) => !walk.told.has(fact))),
    unasked: unaskedOf(page, walk, heard),
    get would_change() { return wouldChange(page, walk, turns(walk)); },
    get unknowns() { return walk.urgency === "emergency" ? [] : unknowns(walk).map((unknown) => unknownSentence(page, unknown)); },
    sources: sourcesOf(page, walk, leaves),
  };
}

/** Return what only the other results that are as urgent say to do and to avoid. */
function othersSay(page, first, doing, avoiding) {
  const own = adviceTexts(page, [...first.do, ...first.avoid]);
  const others = (lines) => lines.filter((line) => !own.includes(line));
  return { do: others(doing), avoid: others(avoiding) };
}

/** Return a sentence that says of what the person was not sure, if only that led to the result; otherwise nothing. */
function unsureNote(page, walk) {
  const all = [...walk.told.keys()].filter((fact) => walk.told.get(fact) === null);
  const split = walk.path.some((step) => step.answer === "unsure");
  if (!all.length || !split || (walk.urgency !== "emergency" && walk.leaves.length < 2)) return "";
  const led = unsureThatLed(walk).map(([fact]) => fact);
  const unsure = led.length ? led : all;
  const named = unsure.slice(-MOST_NAMED).map((fact) =>
    say(page, "unsure.quoted", { statement: factText(page, fact) }));
  const others = unsure.length - named.length;
  if (others) named.push(count(page, "unsure.others", others));
  return say(page, walk.urgency === "emergency" ? "unsure.note_emergency" : "unsure.note", { facts: joinedUp(page, named) });
}

/** Return each answer that led to a result, in words, and of what else the person was not sure. */
export function ledHere(page, walk) {
  const led = whatLedHere(walk);
  const asked = led && walk.tree.nodes[led.node];
  const rows = led ? [...allLed(walk, led, asked)].map(([fact, value]) => ledRow(page, asked, fact, value)) : [];
  for (const [fact, node] of unsureThatLed(walk)) {
    if (rows.every((row) => row.fact !== fact)) rows.push(ledRow(page, walk.tree.nodes[node], fact, null));
  }
  const named = new Set(rows.map((row) => row.fact));
  const unsure = [...walk.told].filter(([fact, value]) => value === null && !named.has(fact));
  return { node: led?.node, rows, unsure: unsure.map(([fact]) => factText(page, fact)) };
}

/** Return what led here, with all other danger signs that were ticked beside it: none may be kept quiet. */
function allLed(walk, led, asked) {
  if (!asked.danger) return led.said;
  return new Map([...led.said, ...[...askedOf(walk, led.node)].filter(([, value]) => value === true)]);
}

function ledRow(page, asked, fact, value) {
  const question = questionText(page, asked);
  const isNumber = asked.kind === "number";
  const said = value === null ? "unsure" : value ? "yes" : "no";
  const sentence = asked.kind === "list"
    ? say(page, `led.${{ unsure: "unsure", yes: "ticked", no: "not_ticked" }[said]}`, { statement: statementOf(page, fact) })
    : said === "unsure" ? say(page, "led.unsure", { statement: question })
      : isNumber ? numberFact(page, fact, value) : say(page, `led.${said}`, { question });
  return { fact, sentence, slip: value === null ? "unsure" : asked.kind === "list" && value ? "ticked" : "answered" };
}

function unique(list) {
  return [...new Set(list)];
}

function adviceTexts(page, ids) {
  return unique(ids).map((id) => page.text.texts[id]);
}

/** Return the conditions of all results: those of the most urgent result first, and none twice. */
function conditionRows(page, leaves) {
  return unique(leaves.flatMap((leaf) => leaf.conditions)).map((id) => page.text.conditions[id]);
}

/** Return the warnings of all results, the most urgent first, and each once at its most urgent level. */
function helpRows(page, leaves) {
  const sought = Math.max(...leaves.map((leaf) => leaf.rank));
  const told = new Set();
  const rows = [];
  for (let rank = 4; rank >= 0; rank -= 1) {
    const level = LEVELS[rank];
    const telling = rank <= Math.max(1, sought - 1) ? leaves.slice(0, 1) : leaves;
    const ids = unique(telling.flatMap((leaf) => leaf.help[rank])).filter((id) => !told.has(id));
    ids.forEach((id) => told.add(id));
    if (!ids.length) continue;
    const lines = ids.map((id) => page.text.texts[id]);
    rows.push({ urgency: level, heading: helpHeading(page, level, rank === sought), lines });
  }
  return rows;
}

function helpHeading(page, level, again) {
  const key = again ? `help.${level}_again` : `help.${level}`;
  const number = page.text.about.call;
  return level === "emergency" && number ? say(page, `${key}_number`, { number }) : say(page, key);
}

/** Return how the first condition gets better, without what is said anyway, or null if that is not shown. */
function recoveryRow(page, leaf, told) {
  const [id] = leaf.conditions;
  const { recovery } = page.tree.conditions[id];
  if (!recovery.length || !RECOVERS.includes(leaf.urgency)) return null;
  const { plain_name: name, time } = page.text.conditions[id];
  const soon = leaf.urgency === "within_days"; // whoever is to be examined is given no exercises before that
  const parts = ["first_days", "exercises", soon ? "back_after_exam" : "back_to_activity"].map((key, place) => ({
    heading: say(page, `heading.${key}`),
    lines: (soon && place === 1 ? [] : recovery[place]).map((line) => page.text.texts[line]).filter((line) => !told.includes(line)),
  }));
  const row = { condition: name, time, parts: parts.filter((part) => part.lines.length) };
  return row.time || row.parts.length ? row : null;
}

/** Return the numbers, and the findings that do not have their usual value, each as a line of its own. */
function noteworthy(page, walk, heard) {
  const questions = new Map();
  for (const { node, how } of walk.path) {
    const asked = walk.tree.nodes[node];
    if (how === "asked" && asked.kind === "yes_no") questions.set(asked.finding, questionText(page, asked));
  }
  return [...heard]
    .filter(([fact, value]) => value !== null && (walk.tree.scales.has(fact) || value !== walk.tree.usual.has(fact)))
    .map(([fact, value]) => lineOf(page, fact, value, questions.get(fact)));
}

/** Return the texts of a question: what it asks, help, a rule for the answer, and why it is asked. */
export function wordingOf(page, asked) {
  return (asked.kind === "number" ? page.text.scales : page.text.questions)[asked.entry];
}

export function questionText(page, asked) {
  return wordingOf(page, asked).text;
}

// -- what would change it -----------------------------------------------------------------------

/** Return what would change the result: the nearest first, then what is more urgent. */
function wouldChange(page, walk, turned) {
  const nearest = nearestSentence(page, walk, turned);
  if (walk.urgency === "emergency") return [nearest];
  const others = turned
    .filter((turn) => isWorthTelling(walk, turn))
    .map((turn) => ({ isOpen: turn.effect === "open", sentence: changeSentence(page, walk, turn) }))
    .filter((row) => row.sentence !== nearest)
    .sort((one, other) => one.isOpen - other.isOpen);
  return unique([nearest, ...others.map((row) => row.sentence)]).slice(0, MOST_CHANGES);
}

function nearestSentence(page, walk, turned) {
  if (walk.urgency === "emergency") return say(page, "nearest.none_emergency");
  const turn = nearestOf(turned.filter((one) => isWorthTelling(walk, one)))
    ?? nearestOf(turned.filter((one) => !becomesUsual(walk, one))) ?? nearestOf(turned);
  if (turn) return changeSentence(page, walk, turn);
  return untried(walk) ? say(page, "nearest.none_of_last", { number: MOST_TURNS }) : say(page, "nearest.none");
}

function changeSentence(page, walk, turn) {
  const asked = walk.tree.nodes[turn.node];
  const question = asked.kind === "yes_no" ? questionText(page, asked) : "";
  const clauses = [...otherwise(walk, turn.changed)].map(([fact, value]) =>
    clauseOf(page, fact, value, walk.told.get(fact), question),
  );
  const { lowest, highest } = turn.outlook;
  const result = lowest <= walk.rank && walk.rank < highest
    ? say(page, "change.perhaps", { highest: urgencyWord(page, LEVELS[highest]) })
    : rangeOf(page, turn.outlook);
  return say(page, "change.facts", { facts: joinedUp(page, clauses), result: lowered(result) });
}

/** Return what differs from what was told: what would be true, or else what would not be. */
function otherwise(walk, changed) {
  const other = [...changed].filter(([fact, value]) => !walk.told.has(fact) || walk.told.get(fact) !== value);
  const true_ = other.filter(([, value]) => value !== false);
  return true_.length ? true_ : other.filter(([fact]) => walk.told.get(fact) === true);
}

/** Return whether a changed answer may make it more urgent, as a fact that is not usual or a longer time. */
function isWorthTelling(walk, turn) {
  if (turn.outlook.highest <= walk.rank || becomesUsual(walk, turn)) return false;
  for (const [fact, value] of turn.changed) {
    const scale = walk.tree.scales.get(fact);
    if (!scale) continue;
    const said = walk.told.get(fact) ?? null;
    const younger = scale.unit === "days" && said !== null && value < said;
    if (scale.topic === "age" || younger || !turn.outlook.finished) return false;
  }
  return true;
}

/** Return whether every fact that would be said otherwise would then be as it is for most people. */
function becomesUsual({ told, tree }, turn) {
  return [...otherwise({ told }, turn.changed)].every(
    ([fact, value]) => !tree.scales.has(fact) && value === tree.usual.has(fact),
  );
}

function rangeOf(page, outlook) {
  const lowest = urgencyWord(page, LEVELS[outlook.lowest]);
  if (outlook.lowest === outlook.highest) return lowest;
  return say(page, "change.between", { lowest, highest: urgencyWord(page, LEVELS[outlook.highest]) });
}

function unknownSentence(page, unknown) {
  const asked = page.tree.nodes[unknown.node];
  const isNumber = asked.kind === "number";
  const told = isNumber ? [questionText(page, asked)] : unknown.facts.map((fact) => statementOf(page, fact));
  const whole = told.length === 1 ? unknown.mattered : `${unknown.mattered}_all`;
  const number = page.tree.scales.get(asked.scale)?.unit === "days" ? "number_days" : "number";
  const kind = isNumber && unknown.mattered === "urgency" ? number : whole;
  const results = { yes: lowered(rangeOf(page, unknown.yes)), no: lowered(rangeOf(page, unknown.no)) };
  return say(page, `unknown.${kind}`, { facts: told.join("; "), ...results });
}

// -- what was said ------------------------------------------------------------------------------

/** Return each question that was asked, with what was said to it. */
export function answerRows(page, walk) {
  return walk.path
    .filter((step) => step.how === "asked")
    .map(({ node, answer }, place) => {
      const asked = walk.tree.nodes[node];
      const said = askedOf(walk, node);
      return { number: place + 1, node, question: questionText(page, asked), answer: answerText(page, asked, answer, said) };
    });
}

function answerText(page, asked, answer, said) {
  if (asked.kind === "number") return numberSaid(page, asked.scale, said.get(asked.scale));
  if (asked.kind === "yes_no") {
    const value = said.get(asked.finding);
    return say(page, `answer.${answer !== "next" ? answer : value === null ? "unsure" : value ? "yes" : "no"}`);
  }
  const { true: ticked, unsure } = factsSaid(page, said);
  const parts = unsure.length ? [...ticked, say(page, "answer.unsure_of", { items: unsure.join("; ") })] : ticked;
  return parts.length ? parts.join("; ") : say(page, "answer.none_of_these");
}

/** Return what nobody asked about: what might matter by name, and how many other facts. */
function unaskedOf(page, walk, heard) {
  const mayMatter = new Set(openRules(walk, heard).flatMap((rule) => [...rule.given.keys()].map((fact) => factOf(walk.tree, fact))));
  const missing = Array.from({ length: walk.tree.named }, (_none, fact) => fact).filter((fact) => !heard.has(fact));
  const named = missing.filter((fact) => mayMatter.has(fact));
  return {
    named: named.map((fact) => factText(page, fact)),
    others: missing.length - named.length,
  };
}

/** Return the sources of the results, of their conditions and of the questions that were asked, in this order. */
function sourcesOf(page, walk, leaves) {
  const ids = [];
  for (const leaf of leaves) {
    ids.push(...leaf.sources);
    for (const condition of leaf.conditions) ids.push(...walk.tree.conditions[condition].sources);
  }
  for (const { node, how } of walk.path) {
    if (how === "asked") ids.push(...walk.tree.nodes[node].sources);
  }
  return unique(ids).map((id) => page.text.sources[id]);
}

/** Return the lines of a list that are asked, and those that are known already. */
export function linesOf(walk, asked) {
  const open = new Set(toAsk(asked, walk.known));
  return asked.lines.map(({ finding }) => ({ finding, known: open.has(finding) ? undefined : walk.known[finding] }));
}
