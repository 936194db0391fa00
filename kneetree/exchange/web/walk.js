// The walk of one person through a tree: what is asked next, and which results are reached.
//
// This is kneetree/walk/walk.py with kneetree/model/knowledge.py and points.py in another language, and nothing else.
// Nodes are numbered as they are read, so the root is 0 and each comes before what it leads to. A fact is a number too:
// scales come first, then findings. Answers are a Map by fact: true, false, a number, or null for "not sure"; a fact
// that has no entry was not answered.

export const LEVELS = ["self_care", "routine", "within_days", "same_day", "emergency"];

/** Make a tree from the data of the page: `page_data.py` says what stands where. */
export function treeOf(data) {
  const nodes = data.nodes.map((node, id) => (typeof node[0] === "string" ? questionOf(id, node) : leafOf(id, node)));
  const limits = new Map(data.limits.map(([fact, scale, number]) => [fact, { scale, number }]));
  const asking = Array.from({ length: data.facts }, () => []);
  for (const asked of nodes) for (const fact of asked.facts ?? []) asking[fact].push(asked);
  return {
    nodes,
    asking,
    ranks: nodes.map((node) => node.rank ?? -1),
    scales: new Map(data.scales.map((scale, id) => [id, { ...scale, id }])),
    facts: data.facts,
    named: data.named,
    limits,
    limitsOf: data.scales.map((_scale, id) => [...limits.keys()].filter((fact) => limits.get(fact).scale === id)),
    usual: new Set(data.usual),
    reassuring: new Set(data.reassuring),
    conditions: data.conditions.map(([, , , , sources, ...recovery]) => ({ sources, recovery })),
    rules: data.rules.map(([rank, so, not]) => ({
      rank, given: new Map([...so.map((fact) => [fact, true]), ...not.map((fact) => [fact, false])]),
    })),
  };
}

function leafOf(id, [rank, title, reason, conditions, advice, avoid, help, sources]) {
  return { kind: "leaf", id, rank, urgency: LEVELS[rank], title, reason, conditions, do: advice, avoid, help, sources };
}

const KINDS = { y: "yes_no", l: "list", n: "number", d: "decision" };

/** Make a question; it leads a number of nodes further on, and to one node only if there is no other number. */
function questionOf(id, [marks, entry, asks, enough, yes, no, sources, picture]) {
  const kind = KINDS[marks[0]];
  const lines = Array.isArray(asks) ? asks.map((line) => countedLine(...[line].flat())) : null;
  const isNumber = kind === "number";
  const findings = lines ? lines.map((line) => line.finding) : isNumber && !no ? [] : [enough];
  return {
    kind, id, lines, findings, sources, picture,
    entry: isNumber ? asks : entry,
    finding: lines ? undefined : findings[0],
    scale: isNumber ? asks : undefined,
    facts: kind === "decision" ? [] : isNumber ? [asks] : findings,
    at_least: lines ? enough : 0,
    next: no ? 0 : id + yes,
    yes: no ? id + yes : 0,
    no: no ? id + no : 0,
    certain: marks.includes("!"),
    danger: marks.includes("*"),
  };
}

function countedLine(finding, points = 1, so = 1) {
  return { finding, points, true: so === 1 };
}

// -- what is known ------------------------------------------------------------------------------

/** Return the value of each fact: true, false, a number, null for "not sure", or undefined if nothing is known of it. */
export function valuesOf(tree, answers) {
  const known = new Array(tree.facts);
  for (const [fact, value] of answers) tell(tree, known, answers, fact, value);
  return known;
}

/** Take an answer in; a number tells its thresholds too, but for those that `answers` hold themselves. */
function tell(tree, known, answers, fact, value) {
  known[fact] = value;
  for (const limit of tree.limitsOf[fact] ?? []) {
    if (!answers.has(limit)) known[limit] = value === null ? null : value >= tree.limits.get(limit).number;
  }
}

export function isOpen(asked, known) {
  return asked.findings.some((finding) => known[finding] === undefined);
}

/** Return what a question would ask: a scale, or the findings of which nothing is known. */
export function toAsk(asked, known) {
  return asked.facts.filter((fact) => known[fact] === undefined);
}

/** Return whether the points of a list or a decision are enough; null if that is open. */
export function reached(asked, valueOf) {
  let low = 0;
  let most = 0;
  for (const line of asked.lines ?? []) {
    const value = valueOf(line.finding);
    if (value !== true && value !== false) {
      most += line.points;
    } else if (value === line.true) {
      most += line.points;
      low += line.points;
    }
  }
  if (low >= asked.at_least) return true;
  return most < asked.at_least ? false : null;
}

/** Return how a question comes out: "yes", "no", "unsure", "next", or null if it must be asked. */
export function outcome(asked, known) {
  if (asked.kind === "number") {
    if (known[asked.scale] === undefined) return null;
    return asked.next ? "next" : word(known[asked.finding]);
  }
  if (asked.next) return isOpen(asked, known) ? null : "next";
  if (asked.kind === "yes_no") {
    const value = known[asked.finding];
    return value === undefined ? null : word(value);
  }
  const enough = reached(asked, (finding) => known[finding]);
  if (enough !== null) return word(enough);
  return asked.kind === "list" && !isUnsureAnyhow(asked, known) ? null : "unsure";
}

/** Return whether a list comes out as "not sure" whatever is said of its lines that are not known yet. */
function isUnsureAnyhow(asked, known) {
  let mostSure = 0;
  let leastPossible = 0;
  for (const line of asked.lines) {
    const value = known[line.finding];
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
  const known = new Array(tree.facts); // what `told` says of each fact
  const seen = new Set();
  const stack = [0];
  let question = null;
  let pending = [];
  while (stack.length) {
    const id = stack.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    const node = tree.nodes[id];
    if (node.kind === "leaf") {
      leaves.push(id);
      if (node.urgency === "emergency") break; // what is still open is dropped
      continue;
    }
    let how = node.kind === "decision" ? "decided" : "known";
    let answer = outcome(node, known);
    if (answer === null) {
      const wanted = toAsk(node, known);
      if (!wanted.every((fact) => answers.has(fact))) {
        question = id;
        pending = [id, ...stack.reverse()];
        break;
      }
      for (const fact of wanted) told.set(fact, answers.get(fact));
      for (const fact of wanted) tell(tree, known, told, fact, answers.get(fact));
      answer = outcome(node, known);
      how = "asked";
    }
    path.push({ node: id, answer, how });
    if (answer === "next") stack.push(node.next);
    if (answer === "no" || answer === "unsure") stack.push(node.no);
    if (answer === "yes" || answer === "unsure") stack.push(node.yes); // popped first
  }
  const rank = (id) => tree.nodes[id].rank;
  leaves.sort((one, other) => rank(other) - rank(one)); // those of one level stay in the order reached
  const highest = leaves.length ? rank(leaves[0]) : -1;
  const urgency = leaves.length ? LEVELS[highest] : null;
  return { tree, answers, path, leaves, rank: highest, urgency, question, pending, told, known, finished: question === null };
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
    for (const fact of walk.tree.nodes[step.node].facts) {
      if (walk.told.has(fact)) told.set(fact, walk.told.get(fact));
    }
  }
  return told;
}

/** Return what was asked at a node of the path, with what was said there. */
export function askedOf(walk, node) {
  const wanted = toAsk(walk.tree.nodes[node], valuesOf(walk.tree, toldBefore(walk, node)));
  return new Map(wanted.map((fact) => [fact, walk.told.get(fact)]));
}

/** Return the walk without what was said of a finding or scale: the question that asked it is open again. */
export function takenBack(walk, fact) {
  return walkWith(walk.tree, new Map([...walk.answers].filter(([other]) => other !== fact)));
}

/** Return the walk with the question `node` unanswered; what earlier questions told about it stays. */
export function without(walk, node) {
  const before = toldBefore(walk, node);
  const gone = new Set(walk.tree.nodes[node].facts.filter((fact) => !before.has(fact)));
  return walkWith(walk.tree, new Map([...walk.answers].filter(([fact]) => !gone.has(fact))));
}
