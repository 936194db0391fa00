// Why a walk ended as it did: what another answer would have changed, and what each "not sure" did.
//
// This is kneetree/walk/why.py with ranks_ahead of kneetree/walk/remaining.py in another language.

import { askedOf, isOpen, outcome, reached, toAsk, toldBefore, valuesOf, withAnswers } from "./walk.js";

export const MOST_TURNS = 150;

/** Return the range of urgency that the result of a walk has or can still have. */
export function outlook(walk) {
  const now = walk.rank;
  if (walk.finished) return { lowest: now, highest: now, finished: true, leaves: walk.leaves };
  const [low, high] = ranksAhead(walk);
  return { lowest: Math.max(low, now, 0), highest: Math.max(high, now, 0), finished: false, leaves: walk.leaves };
}

function against(other, rank) {
  if (other.lowest > rank) return "more";
  if (other.highest < rank) return "less";
  return other.lowest === other.highest ? "same" : "open";
}

/** Return, for each question that was answered for certain, what another answer would have changed. */
export function turns(walk) {
  const now = outlook(walk).lowest;
  return certain(walk).slice(-MOST_TURNS).map((step) => turned(walk, step.node, now)).filter(Boolean);
}

/** Return whether a walk has so many questions that `turns` tries the last of them only. */
export function untried(walk) {
  return certain(walk).length > MOST_TURNS;
}

function certain(walk) {
  return walk.path.filter((step) => step.how === "asked" && step.answer !== "unsure");
}

/** Return the turn to the least of the more urgent results, of several that of the latest question, or null. */
export function nearestOf(every) {
  let best = null;
  for (const turn of every) {
    if (turn.effect === "more" && (!best || compared(heightOf(turn), heightOf(best)) <= 0)) best = turn;
  }
  return best;
}

function heightOf(turn) {
  return [turn.outlook.lowest, turn.outlook.finished ? 0 : 1];
}

/** Return, for each question with a "not sure" in it, what yes and no would have led to. */
export function unknowns(walk) {
  const now = outlook(walk);
  const found = [];
  for (const step of walk.path) {
    if (step.how !== "asked") continue;
    const facts = [...askedOf(walk, step.node)].filter(([, said]) => said === null).map(([fact]) => fact);
    if (!facts.length) continue;
    const asked = walk.tree.nodes[step.node];
    const [yes, no] = [true, false].map((value) => outlook(withAnswers(walk, allAre(walk, asked, facts, value))));
    const urgent = [yes, no].some((other) => against(other, now.lowest) !== "same");
    const alike = [yes, no].every((other) => sameList(other.leaves, now.leaves));
    found.push({ node: step.node, facts, yes, no, mattered: urgent ? "urgency" : alike ? "nothing" : "result" });
  }
  return found;
}

function allAre(walk, asked, facts, value) {
  if (asked.kind !== "number") return facts.map((fact) => [fact, value]);
  const scale = walk.tree.scales.get(asked.scale);
  return [[asked.scale, value ? scale.most : scale.least]];
}

function sameList(one, other) {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}

function turned(walk, node, now) {
  const asked = walk.tree.nodes[node];
  let best = null;
  for (const changed of otherAnswers(walk, asked)) {
    const other = outlook(withAnswers(walk, changed));
    const effect = against(other, now);
    const turn = { node, changed: new Map(changed), outlook: other, effect };
    if (!best || compared(preference(turn), preference(best)) < 0) best = turn;
  }
  return best;
}

/** Return the place of an answer among others to its question, the one most worth telling first. */
function preference(turn) {
  const height = turn.effect === "more" ? turn.outlook.lowest : -turn.outlook.highest;
  return [["more", "open", "less", "same"].indexOf(turn.effect), height, turn.outlook.finished ? 0 : 1];
}

function compared(one, other) {
  for (let place = 0; place < one.length; place += 1) {
    if (one[place] !== other[place]) return one[place] - other[place];
  }
  return 0;
}

/** Return what could have been said to a question otherwise, as far as that could make a difference by itself. */
function otherAnswers(walk, asked) {
  const { told } = walk;
  if (asked.kind === "number") return otherNumbers(walk, asked);
  const facts = [...askedOf(walk, asked.id).keys()];
  if (asked.kind === "yes_no") return [[[asked.finding, told.get(asked.finding) !== true]]];
  if (asked.next) {
    return facts.filter((fact) => told.get(fact) !== null).map((fact) => [[fact, told.get(fact) !== true]]);
  }
  if (reached(asked, (finding) => walk.known[finding])) return [facts.map((fact) => [fact, false])];
  const ticked = facts.filter((fact) => told.get(fact) === true);
  const known = valuesOf(walk.tree, new Map([...toldBefore(walk, asked.id), ...ticked.map((fact) => [fact, true])]));
  return facts.filter((fact) => !ticked.includes(fact)).map((fact) => enoughWith(asked, known, fact));
}

/** Return what to say to a list so that it comes out as yes with no more lines than that takes, `first` among them. */
function enoughWith(asked, known, first) {
  const open = asked.lines.filter((line) => known[line.finding] === undefined);
  let missing = asked.at_least;
  for (const line of asked.lines) missing -= known[line.finding] === true ? line.points : 0;
  open.sort((one, other) => (one.finding !== first) - (other.finding !== first) || other.points - one.points);
  return open.map((line) => {
    const needed = missing > 0;
    missing -= line.points;
    return [line.finding, needed];
  });
}

/** Return the nearest number of each other band, a band being what the thresholds of the tree do not tell apart. */
function otherNumbers(walk, asked) {
  const number = walk.told.get(asked.scale);
  if (number === null) return [];
  return walk.tree.scales.get(asked.scale).cuts.map((cut) => [[asked.scale, cut > number ? cut : cut - 1]]);
}

// -- what is ahead ------------------------------------------------------------------------------

/** Return the lowest and the highest rank of urgency that the leaves ahead can bring; -1 stands for none. */
function ranksAhead(walk) {
  const { nodes, ranks } = walk.tree;
  const met = metAhead(walk);
  const kept = keptAnswers(walk, met);
  const [low, high] = [Int8Array.from(ranks), Int8Array.from(ranks)];
  const isFollowed = new Uint8Array(nodes.length);
  for (const id of walk.pending) isFollowed[id] = 1;
  const steps = [];
  for (let id = 0; id < nodes.length; id += 1) {
    if (!isFollowed[id] || met[id] !== 1 || ranks[id] >= 0) continue;
    const { next, yes, no } = nodes[id];
    const answer = next ? "next" : outcomeAhead(nodes[id], kept, walk.known);
    const one = next || (answer === "no" ? no : yes);
    const other = answer === "unsure" || answer === null ? no : one;
    isFollowed[one] = isFollowed[other] = 1;
    steps.push([id, one, other, answer === null]);
  }
  for (const [id, one, other, isOpenYet] of steps.reverse()) {
    low[id] = isOpenYet ? Math.min(low[one], low[other]) : Math.max(low[one], low[other]);
    high[id] = Math.max(high[one], high[other]);
  }
  return [low, high].map((rank) => Math.max(-1, ...walk.pending.map((id) => rank[id])));
}

/** Return the answers that nothing ahead asks anew: a list that lacks one of its answers is put as a whole. */
function keptAnswers({ tree, answers, known }, met) {
  const isLacking = (fact) => known[fact] === undefined && !answers.has(fact);
  const isAnew = (fact) => known[fact] === undefined
    && tree.asking[fact].some((asked) => met[asked.id] === 1 && asked.facts.some(isLacking));
  return valuesOf(tree, new Map([...answers].filter(([fact]) => !isAnew(fact))));
}

function outcomeAhead(asked, kept, known) {
  if (asked.kind === "decision" && isOpen(asked, known)) {
    const enough = reached(asked, (finding) => known[finding]);
    return enough === null ? null : enough ? "yes" : "no";
  }
  return outcome(asked, kept);
}

/** Return 1 for each node that can be reached without passing the path, and 2 for those on the path. */
function metAhead({ tree: { nodes }, pending, path }) {
  const met = new Uint8Array(nodes.length);
  for (const id of pending) met[id] = 1;
  for (const { node } of path) met[node] = 2;
  for (let id = 0; id < nodes.length; id += 1) {
    const { next, yes, no } = nodes[id];
    if (met[id] !== 1 || !(next || yes)) continue;
    for (const target of next ? [next] : [yes, no]) met[target] ||= 1;
  }
  return met;
}

/** Return the questions that can be reached without passing the path, in the order in which they are read. */
export function questionsAhead(walk) {
  const met = metAhead(walk);
  return walk.tree.nodes.filter((node, id) => met[id] === 1 && node.kind !== "leaf");
}

/** Return the rules of `given` that may hold for the person, as far as is known, and are not below the result. */
export function openRules(walk, heard) {
  const known = valuesOf(walk.tree, heard);
  return walk.tree.rules.filter((rule) => {
    if (rule.rank < walk.rank) return false;
    return [...rule.given].every(([fact, value]) => {
      return known[fact] === undefined || known[fact] === null || known[fact] === value;
    });
  });
}

/** Return the fact under which an answer about a finding is kept. */
export function factOf(tree, finding) {
  const limit = tree.limits.get(finding);
  const scale = limit && tree.scales.get(limit.scale);
  return scale && scale.least < limit.number && limit.number <= scale.most ? limit.scale : finding;
}
