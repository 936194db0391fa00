// Why a walk ended as it did: what another answer would have changed, and what each "not sure" did.
//
// This is kneetree/walk/why.py with ranks_ahead of kneetree/walk/remaining.py in another language.

import { LEVELS, askedOf, openFindings, outcome, rankOf, reached, threshold } from "./walk.js";
import { toAsk, toldBefore, valueOf, withAnswers } from "./walk.js";

export const MOST_TURNS = 150;

/** Return the range of urgency that the result of a walk has or can still have. */
export function outlook(walk) {
  const now = walk.urgency ? rankOf(walk.urgency) : -1;
  if (walk.finished) return { lowest: now, highest: now, finished: true, leaves: walk.leaves };
  const passed = new Set([...walk.path.map((step) => step.node), ...walk.leaves]);
  const [low, high] = ranksAhead(walk, passed);
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
    const asked = walk.tree.nodes.get(step.node);
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
  const asked = walk.tree.nodes.get(node);
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
  if (reached(asked, (fact) => told.get(fact))) return [facts.map((fact) => [fact, false])];
  const ticked = facts.filter((fact) => told.get(fact) === true);
  const known = new Map([...toldBefore(walk, asked.id), ...ticked.map((fact) => [fact, true])]);
  return facts.filter((fact) => !ticked.includes(fact)).map((fact) => enoughWith(asked, known, fact));
}

/** Return what to say to a list so that it comes out as yes with no more lines than that takes, `first` among them. */
function enoughWith(asked, known, first) {
  const open = asked.lines.filter((line) => valueOf(line.finding, known) === undefined);
  let missing = asked.at_least;
  for (const line of asked.lines) missing -= valueOf(line.finding, known) === true ? line.points : 0;
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
function ranksAhead(walk, passed) {
  const { tree, answers, told } = walk;
  const heads = [...new Set(walk.pending)];
  const ranks = new Map();
  const rank = (id) => {
    const node = tree.nodes.get(id);
    return node.kind === "leaf" ? [rankOf(node.urgency), rankOf(node.urgency)] : ranks.get(id) ?? [-1, -1];
  };
  const order = readingOrder(tree, heads, passed);
  const ahead = order.map((id) => tree.nodes.get(id)).filter((node) => node.kind !== "leaf");
  const kept = keptAnswers(ahead, answers, told);
  for (const [asked, answer] of followed(ahead, heads, kept, told).reverse()) {
    if (asked.next) {
      ranks.set(asked.id, rank(asked.next));
      continue;
    }
    const [yes, no] = [rank(asked.yes), rank(asked.no)];
    if (answer === null) ranks.set(asked.id, [Math.min(yes[0], no[0]), Math.max(yes[1], no[1])]);
    else if (answer === "unsure") ranks.set(asked.id, [Math.max(yes[0], no[0]), Math.max(yes[1], no[1])]);
    else ranks.set(asked.id, answer === "yes" ? yes : no);
  }
  const ends = heads.map(rank);
  return [Math.max(-1, ...ends.map(([low]) => low)), Math.max(-1, ...ends.map(([, high]) => high))];
}

/** Return each question that may still be met with how it will come out; a branch that is known is followed alone. */
function followed(ahead, heads, kept, told) {
  const met = new Set(heads);
  const found = [];
  for (const asked of ahead) {
    if (!met.has(asked.id)) continue;
    const answer = asked.next ? "next" : outcomeAhead(asked, kept, told);
    found.push([asked, answer]);
    if (asked.next) met.add(asked.next);
    if (answer !== "next" && answer !== "no") met.add(asked.yes);
    if (answer !== "next" && answer !== "yes") met.add(asked.no);
  }
  return found;
}

/** Return the answers that nothing ahead asks anew: a list that lacks one of its answers is put as a whole. */
function keptAnswers(ahead, answers, told) {
  const anew = new Set();
  for (const asked of ahead) {
    if (asked.kind === "decision") continue;
    const wanted = toAsk(asked, told);
    if (!wanted.every((fact) => answers.has(fact))) wanted.forEach((fact) => anew.add(fact));
  }
  return new Map([...answers].filter(([fact]) => !anew.has(fact)));
}

function outcomeAhead(asked, answers, told) {
  if (asked.kind === "decision" && openFindings(asked, told).length) {
    const enough = reached(asked, (finding) => valueOf(finding, told));
    return enough === null ? null : enough ? "yes" : "no";
  }
  return outcome(asked, answers);
}

/** Return the nodes that can be reached without passing any of `passed`, each before what it leads to. */
export function readingOrder(tree, starts, passed) {
  const met = new Set(starts);
  return wholeOrder(tree).filter((id) => {
    if (!met.has(id) || passed.has(id)) return false;
    for (const target of targetsOf(tree.nodes.get(id))) met.add(target);
    return true;
  });
}

const orders = new WeakMap();

/** Return all nodes below the root, each before what it leads to; this is worked out once. */
function wholeOrder(tree) {
  if (orders.has(tree)) return orders.get(tree);
  const done = [];
  const seen = new Set();
  const stack = [[tree.root, false]];
  while (stack.length) {
    const [id, leaving] = stack.pop();
    if (leaving) {
      done.push(id);
      continue;
    }
    if (seen.has(id)) continue;
    seen.add(id);
    stack.push([id, true]);
    stack.push(...targetsOf(tree.nodes.get(id)).map((target) => [target, false]));
  }
  orders.set(tree, done.reverse());
  return orders.get(tree);
}

function targetsOf(node) {
  return node.kind === "leaf" ? [] : node.next ? [node.next] : [node.yes, node.no];
}

/** Return the rules of `given` that may hold for the person, as far as is known, and are not below the result. */
export function openRules(walk) {
  return walk.tree.rules.filter((rule) => {
    if (rankOf(rule.level) < rankOf(walk.urgency)) return false;
    return [...rule.given].every(([fact, value]) => {
      const known = valueOf(fact, walk.told);
      return known === undefined || known === null || known === value;
    });
  });
}

/** Return the id under which an answer about a finding is kept. */
export function factOf(tree, finding) {
  const limit = threshold(finding);
  const scale = limit && tree.scales.get(limit.scale);
  return scale && scale.least < limit.number && limit.number <= scale.most ? limit.scale : finding;
}

export function levelAt(rank) {
  return LEVELS[rank];
}
