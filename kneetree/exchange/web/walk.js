// The walk of one person through a tree: what is asked next, and which results are reached.
//
// This is kneetree/walk/walk.py with kneetree/model/knowledge.py and points.py in another language, and nothing else.
// Answers are a Map by finding and by scale: true, false, a number, or null for "not sure". An id that has no entry was
// not answered. Every lookup by id goes through a Map, since an id may be "constructor" or "valueof".

export const LEVELS = ["self_care", "routine", "within_days", "same_day", "emergency"];

export function rankOf(level) {
  return LEVELS.indexOf(level);
}

/** Make a tree from the data of the page. */
export function treeOf(data) {
  const byId = (object) => new Map(Object.entries(object));
  return {
    root: data.root,
    nodes: new Map(Object.entries(data.nodes).map(([id, node]) => [id, nodeOf(id, node)])),
    scales: new Map(data.scales.map((scale) => [scale.id, scale])),
    findings: data.findings,
    usual: new Set(data.usual),
    reassuring: new Set(data.reassuring),
    conditions: byId(data.conditions),
    rules: data.rules.map((rule) => ({ level: rule.level, given: byId(rule.given) })),
  };
}

function nodeOf(id, node) {
  const lines = node.lines?.map((line) => ({ points: 1, true: true, ...line }));
  return { ...node, id, ...(lines && { lines, findings: lines.map((line) => line.finding) }) };
}

// -- what is known ------------------------------------------------------------------------------

/** Take an id such as "age_at_least_60" apart; return null if it is not that of a threshold. */
export function threshold(finding) {
  if (!takenApart.has(finding)) takenApart.set(finding, apart(finding));
  return takenApart.get(finding);
}

const takenApart = new Map(); // a result asks tens of thousands of times

function apart(finding) {
  const found = /^(.+)_at_least_([1-9][0-9]{0,8})$/s.exec(finding);
  return found && { scale: found[1], number: Number(found[2]) };
}

/** Return true, false, null for "not sure", or undefined if nothing is known of the finding. */
export function valueOf(finding, answers) {
  if (answers.has(finding)) {
    const said = answers.get(finding);
    return said === null ? null : Boolean(said);
  }
  const limit = threshold(finding);
  if (!limit || !answers.has(limit.scale)) return undefined;
  const number = answers.get(limit.scale);
  return number === null ? null : number >= limit.number;
}

/** Return the findings on which a question turns. */
export function findingsOf(asked) {
  if (asked.lines) return asked.findings;
  return asked.finding ? [asked.finding] : [];
}

/** Return the ids under which the answers to a question are kept. */
export function factsOf(asked) {
  if (asked.kind === "decision") return [];
  return asked.scale ? [asked.scale] : findingsOf(asked);
}

export function openFindings(asked, answers) {
  return findingsOf(asked).filter((finding) => valueOf(finding, answers) === undefined);
}

/** Return what a question would ask: a scale, or the findings of which nothing is known. */
export function toAsk(asked, answers) {
  if (asked.kind === "number") return answers.has(asked.scale) ? [] : [asked.scale];
  return asked.kind === "decision" ? [] : openFindings(asked, answers);
}

/** Return whether the points of a list or a decision are enough; null if that is open. */
export function reached(asked, value) {
  let low = 0;
  let most = 0;
  for (const line of asked.lines ?? []) {
    const known = value(line.finding);
    if (known !== true && known !== false) {
      most += line.points;
    } else if (known === line.true) {
      most += line.points;
      low += line.points;
    }
  }
  if (low >= asked.at_least) return true;
  return most < asked.at_least ? false : null;
}

/** Return how a question comes out: "yes", "no", "unsure", "next", or null if it must be asked. */
export function outcome(asked, answers) {
  if (asked.kind === "number") {
    if (!answers.has(asked.scale)) return null;
    return asked.next ? "next" : word(valueOf(asked.finding, answers));
  }
  if (asked.next) return openFindings(asked, answers).length ? null : "next";
  if (asked.kind === "yes_no") {
    const value = valueOf(asked.finding, answers);
    return value === undefined ? null : word(value);
  }
  const enough = reached(asked, (finding) => valueOf(finding, answers));
  if (enough !== null) return word(enough);
  return asked.kind === "list" && !isUnsureAnyhow(asked, answers) ? null : "unsure";
}

/** Return whether a list comes out as "not sure" whatever is said of its lines that are not known yet. */
function isUnsureAnyhow(asked, answers) {
  let mostSure = 0;
  let leastPossible = 0;
  for (const line of asked.lines) {
    const value = valueOf(line.finding, answers);
    if (value === true || value === undefined) mostSure += line.points;
    if (value === true || value === null) leastPossible += line.points;
  }
  return mostSure < asked.at_least && asked.at_least <= leastPossible;
}

function word(value) {
  return value === null ? "unsure" : value ? "yes" : "no";
}

// -- the walk -----------------------------------------------------------------------------------

/** Walk with these answers as far as they lead. `question` is the open question, or null at the end. */
export function walkWith(tree, answers) {
  const path = [];
  const leaves = [];
  const told = new Map();
  const seen = new Set();
  const stack = [tree.root];
  let question = null;
  let pending = [];
  while (stack.length) {
    const id = stack.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    const node = tree.nodes.get(id);
    if (node.kind === "leaf") {
      leaves.push(id);
      if (node.urgency === "emergency") break; // what is still open is dropped
      continue;
    }
    let how = node.kind === "decision" ? "decided" : "known";
    let answer = outcome(node, told);
    if (answer === null) {
      const wanted = toAsk(node, told);
      if (!wanted.every((fact) => answers.has(fact))) {
        question = id;
        pending = [id, ...stack.reverse()];
        break;
      }
      for (const fact of wanted) told.set(fact, answers.get(fact));
      answer = outcome(node, told);
      how = "asked";
    }
    path.push({ node: id, answer, how });
    if (answer === "next") stack.push(node.next);
    if (answer === "no" || answer === "unsure") stack.push(node.no);
    if (answer === "yes" || answer === "unsure") stack.push(node.yes); // popped first
  }
  const rank = (id) => rankOf(tree.nodes.get(id).urgency);
  leaves.sort((one, other) => rank(other) - rank(one)); // those of one level stay in the order reached
  const urgency = leaves.length ? tree.nodes.get(leaves[0]).urgency : null;
  return { tree, answers, path, leaves, urgency, question, pending, told, finished: question === null };
}

/** Return the walk with new or other answers to some findings or numbers; all others stay. */
export function withAnswers(walk, answers) {
  return walkWith(walk.tree, new Map([...walk.answers, ...answers]));
}

/** Return what the questions asked before `node` on the path were told. */
export function toldBefore(walk, node) {
  const told = new Map();
  for (const step of walk.path) {
    if (step.node === node) break;
    if (step.how !== "asked") continue;
    for (const fact of factsOf(walk.tree.nodes.get(step.node))) {
      if (walk.told.has(fact)) told.set(fact, walk.told.get(fact));
    }
  }
  return told;
}

/** Return what was asked at a node of the path, with what was said there. */
export function askedOf(walk, node) {
  const wanted = toAsk(walk.tree.nodes.get(node), toldBefore(walk, node));
  return new Map(wanted.map((fact) => [fact, walk.told.get(fact)]));
}

/** Return the walk without what was said of a finding or scale: the question that asked it is open again. */
export function takenBack(walk, fact) {
  return walkWith(walk.tree, new Map([...walk.answers].filter(([other]) => other !== fact)));
}

/** Return the walk with the question `node` unanswered; what earlier questions told about it stays. */
export function without(walk, node) {
  const before = toldBefore(walk, node);
  const gone = new Set(factsOf(walk.tree.nodes.get(node)).filter((fact) => !before.has(fact)));
  return walkWith(walk.tree, new Map([...walk.answers].filter(([fact]) => !gone.has(fact))));
}
