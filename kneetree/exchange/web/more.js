// At most how many more questions follow the open one: kneetree/walk/how_many_more.py with most_ahead of
// kneetree/walk/remaining.py in another language. It takes no solver, so it is the bound that the window begins with.

import { askedOf, reached, toldBefore, valuesOf, walkWith } from "./walk.js";
import { factOf, questionsAhead } from "./why.js";

/** Return `{ most, rises }` for a walk: `rises` if "not sure" has made it no less than it was before. */
export function moreOf(walk) {
  if (walk.question === null) return { most: 0, rises: false };
  const elsewhere = new Map([...walk.answers].filter(([fact]) => !walk.told.has(fact)));
  let found = { most: 0, rises: false };
  let first = true;
  let unsure = false;
  const meet = (told) => {
    const bound = boundOf(walk.tree, new Map([...elsewhere, ...told]));
    const most = first || unsure ? bound : Math.min(Math.max(0, found.most - 1), bound);
    found = { most, rises: !first && unsure && most >= found.most };
    first = false;
  };
  for (const step of walk.path) {
    if (step.how !== "asked") continue;
    meet(toldBefore(walk, step.node));
    unsure = [...askedOf(walk, step.node).values()].includes(null);
  }
  meet(walk.told);
  return found;
}

const kept = new WeakMap();

/** Return the bound for one set of answers, which is worked out once for the questions that the path has in common. */
function boundOf(tree, answers) {
  if (!kept.has(tree)) kept.set(tree, new Map());
  const bounds = kept.get(tree);
  const key = JSON.stringify([...answers]);
  if (!bounds.has(key)) {
    const walk = walkWith(tree, answers);
    bounds.set(key, Math.max(0, mostAhead(walk) - 1));
  }
  return bounds.get(key);
}

function mostAhead(walk) {
  const heads = [...new Set(walk.pending)];
  const order = questionsAhead(walk);
  const bits = bitsFor(walk);
  let looked = lookedAt(bits, order, heads);
  if (heads.length > 1 || [...looked.values()].some((step) => step.both)) {
    looked = lookedAt({ ...bits, elsewhere: askedTwice(bits, order) }, order, heads);
  }
  const most = new Map();
  let open = 0;
  for (const { id } of order.reverse()) {
    const step = looked.get(id);
    if (!step) continue;
    const counts = step.ways.map(([target]) => most.get(target) ?? 0);
    most.set(id, step.cost + (step.both ? counts.reduce((sum, each) => sum + each, 0) : Math.max(...counts)));
    open += step.cost;
  }
  return Math.min(open, heads.reduce((sum, id) => sum + (most.get(id) ?? 0), 0));
}

/** Return each question that can be reached, looked at with what is known there. */
function lookedAt(bits, order, heads) {
  const known = new Map(heads.map((id) => [id, bits.first]));
  const looked = new Map();
  for (const asked of order) {
    if (!known.has(asked.id)) continue;
    const step = look(bits, asked, known.get(asked.id));
    looked.set(asked.id, step);
    for (const [target, after] of step.ways) {
      const before = known.get(target);
      known.set(target, before ? eitherWay(before, after) : after);
    }
  }
  return looked;
}

/** Return the bits of what more than one question asks: a branch may be told it by another. */
function askedTwice({ bit }, order) {
  let once = 0n;
  let twice = 0n;
  for (const asked of order) {
    const own = asked.facts.reduce((sum, fact) => sum | bit[fact], 0n);
    twice |= once & own;
    once |= own;
  }
  return twice;
}

function eitherWay(one, other) {
  return { true: one.true & other.true, false: one.false & other.false, told: one.told & other.told };
}

// -- what is known, a bit for each fact ---------------------------------------------------------

/** Return the bit of each fact, and what its yes and its no decide; this is worked out once. */
function bitsOf(tree) {
  const bit = Array.from({ length: tree.facts }, (_none, fact) => 1n << BigInt(fact));
  const [said, yes, no] = [[...bit], [...bit], [...bit]];
  const limits = [...tree.limits].filter(([fact]) => factOf(tree, fact) !== fact);
  for (const [fact, { scale, number }] of limits) {
    const sum = (isTold) => limits.reduce((all, [other, limit]) => (limit.scale === scale && isTold(limit.number) ? all | bit[other] : all), 0n);
    said[fact] = bit[scale];
    yes[fact] = sum((other) => other <= number);
    no[fact] = sum((other) => other >= number);
  }
  return { bit, said, yes, no };
}

/** Return the bits with what is known, answered and "not sure" at the start. */
function bitsFor({ tree, answers, known }) {
  tree.bits ??= bitsOf(tree);
  const bits = { ...tree.bits, answered: 0n, unsure: 0n, elsewhere: 0n };
  const first = { true: 0n, false: 0n, told: 0n };
  valuesOf(tree, answers).forEach((value, fact) => {
    if (value === undefined) return;
    const own = bits.bit[fact];
    bits.answered |= own;
    if (known[fact] !== undefined) first.told |= own;
    if (tree.scales.has(fact)) return;
    if (value === null) bits.unsure |= own;
    else first[value] |= own;
  });
  return { ...bits, first };
}

/** Return what a question adds to the count, each way on with what is known after it, and whether both are followed. */
function look(bits, asked, here) {
  const { bit, said } = bits;
  let own = 0n;
  for (const fact of asked.facts) own |= bit[fact];
  const cost = own & ~here.told & ~bits.answered ? 1 : 0;
  const after = { ...here, told: mayBePassed(bits, asked, here) ? here.told : here.told | own };
  if (asked.next) return { cost, both: false, ways: [[asked.next, after]] };
  const lacks = (finding) => asked.kind === "decision" && !(here.told & said[finding]);
  if (asked.findings.some((finding) => bit[finding] & bits.unsure || lacks(finding))) {
    return { cost, both: true, ways: [[asked.yes, after], [asked.no, after]] };
  }
  const answer = outcomeOf(bits, asked, here);
  if (answer !== null) {
    const target = answer ? asked.yes : asked.no;
    const whereTold = { true: here.true & here.told, false: here.false & here.told, told: here.told };
    const isPassed = asked.kind === "list" && outcomeOf(bits, asked, whereTold) !== null;
    return { cost: isPassed ? 0 : cost, both: false, ways: [[target, isPassed ? here : after]] };
  }
  const ways = learnt(bits, asked, here).map(([isTrue, isFalse], place) => [
    place ? asked.no : asked.yes,
    { true: here.true | isTrue, false: here.false | isFalse, told: after.told | isTrue | isFalse },
  ]);
  return { cost, both: false, ways };
}

/** Return whether a list may be passed by answers that are not the same on every way, and so tells nothing. */
function mayBePassed({ bit, elsewhere }, asked, here) {
  if (asked.kind !== "list" || asked.next) return false;
  const varies = here.told & ~(here.true | here.false) | elsewhere & ~here.told;
  return asked.lines.some(({ finding }) => varies & bit[finding]);
}

function valueAt({ bit }, finding, here) {
  return here.true & bit[finding] ? true : here.false & bit[finding] ? false : null;
}

function outcomeOf(bits, asked, here) {
  return asked.lines ? reached(asked, (finding) => valueAt(bits, finding, here)) : valueAt(bits, asked.finding, here);
}

/** Return what a yes shows to be true and false, and what a no does; for a list only what is certain. */
function learnt(bits, asked, here) {
  if (!asked.lines) return [[bits.yes[asked.finding], 0n], [0n, bits.no[asked.finding]]];
  let yes = [0n, 0n];
  let no = [0n, 0n];
  const toldOf = (finding, value) => (value ? [bits.yes[finding], 0n] : [0n, bits.no[finding]]);
  const unknown = asked.lines.filter((line) => valueAt(bits, line.finding, here) === null);
  if (unknown.length === 1) yes = toldOf(unknown[0].finding, Boolean(unknown[0].true));
  if (asked.at_least === 1) {
    for (const line of unknown) {
      const [isTrue, isFalse] = toldOf(line.finding, !line.true);
      no = [no[0] | isTrue, no[1] | isFalse];
    }
  }
  return [yes, no];
}
