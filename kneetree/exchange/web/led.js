// Which answer led to a result, so that a slip can be named and taken back: kneetree/walk/led_here.py and
// kneetree/report/led_rows.py in another language.

import { askedOf, withAnswers } from "./walk.js";

/** Return `{ node, said }`: the last answer that led to the result of a walk; null if every answer leads there. */
export function whatLedHere(walk) {
  const unusual = (fact, value) => !walk.tree.scales.has(fact) && value !== walk.tree.usual.has(fact);
  for (const choose of [unusual, () => true]) {
    for (const step of [...walk.path].reverse()) {
      if (step.how !== "asked") continue;
      const said = leading(walk, only(askedOf(walk, step.node), choose));
      if (said.size) return { node: step.node, said };
    }
  }
  return enough(walk);
}

/** Return `[fact, node]` for all of which the person was not sure and which alone could make the result milder. */
export function unsureThatLed(walk) {
  const could = (fact) => (walk.tree.scales.has(fact) ? numbersOf(walk, fact) : [true, false]);
  return walk.path.filter((step) => step.how === "asked").flatMap(({ node }) => [...askedOf(walk, node)]
    .filter(([fact, value]) => value === null && could(fact).some((other) => !asUrgent(walk, [[fact, other]])))
    .map(([fact]) => [fact, node]));
}

/** Return the last answer that is enough for the result if everything else is as usual. */
function enough(walk) {
  for (const usual of allUsual(walk)) {
    if (asUrgent(walk, usual)) continue;
    for (const step of [...walk.path].reverse()) {
      if (step.how !== "asked") continue;
      const said = askedOf(walk, step.node);
      if (!said.size || !asUrgent(walk, [...usual, ...said])) continue;
      const alone = only(said, (fact, value) => asUrgent(walk, [...usual, [fact, value]]));
      return { node: step.node, said: alone.size ? alone : only(said, (fact, value) => value !== usual.get(fact)) };
    }
  }
  return null;
}

/** Yield everything that was said as it is usual, with one number of each band. */
function* allUsual(walk) {
  const { tree, told } = walk;
  const numbers = [...told.keys()].filter((fact) => tree.scales.has(fact));
  const plain = [...told.keys()].filter((fact) => !tree.scales.has(fact)).map((fact) => [fact, tree.usual.has(fact)]);
  function* chosen(place, before) {
    if (place === numbers.length) yield new Map([...plain, ...before]);
    else {
      for (const number of numbersOf(walk, numbers[place])) yield* chosen(place + 1, [...before, [numbers[place], number]]);
    }
  }
  yield* chosen(0, []);
}

function leading(walk, said) {
  const ticked = leadingOf(walk, only(said, (_fact, value) => value !== false));
  return ticked.size ? ticked : leadingOf(walk, only(said, (_fact, value) => value === false));
}

function leadingOf(walk, said) {
  const alone = only(said, (fact, value) => othersOf(walk, fact, value).some((other) => !asUrgent(walk, [[fact, other]])));
  if (alone.size || said.size < 2) return alone;
  const otherwise = [...said].map(([fact, value]) => [fact, value === false]);
  if (asUrgent(walk, otherwise)) return new Map();
  const counted = only(said, (fact) => asUrgent(walk, otherwise.filter(([other]) => other !== fact)));
  return counted.size ? counted : said;
}

/** Return what could have been said instead: of a number, one for each band that the tree tells apart. */
function othersOf(walk, fact, value) {
  return walk.tree.scales.has(fact) ? numbersOf(walk, fact).filter((number) => number !== value) : [value === false];
}

function numbersOf(walk, id) {
  const { least, cuts } = walk.tree.scales.get(id);
  return [least, ...cuts];
}

function asUrgent(walk, otherwise) {
  return withAnswers(walk, otherwise).rank >= walk.rank;
}

function only(said, keep) {
  return new Map([...said].filter(([fact, value]) => keep(fact, value)));
}
