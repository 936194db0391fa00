// Walk again what Python walked, all in one page, and tell each difference.

import { withBrowser } from "./driver.mjs";

await withBrowser(async (browser, address) => {
  const page = await browser.newPage();
  await page.goto(`${address}/blank.html`);
  return page.evaluate(async () => {
    const { walkWith, without, askedOf, toldBefore } = await import("/walk.js");
    const { ledHere, summarise } = await import("/result.js");
    const { moreOf } = await import("/more.js");
    const { pageOf } = await import("/main.js");
    const { trees } = await (await fetch("/given.json")).json();
    const differences = [];
    let walks = 0;
    const differ = (tree, what, mine, theirs) => {
      const [here, there] = [JSON.stringify(mine), JSON.stringify(theirs)];
      if (here !== there && differences.length < 5) differences.push({ tree, what, mine: here, theirs: there });
    };
    let ids; // of the tree that is looked at: the page knows nodes and facts by number
    const node = (number) => (number === null ? null : ids.nodes[number]);
    const byId = (answers) => [...answers].map(([fact, value]) => [ids.facts[fact], value]);
    const stateOf = (walk) => ({
      path: walk.path.map((step) => [node(step.node), step.answer, step.how]), leaves: walk.leaves.map(node),
      question: node(walk.question), pending: walk.pending.map(node), told: byId(walk.told),
    });
    const said = (summary) => ({
      ...summary,
      answers: summary.answers.map((row) => [row.number, node(row.node), row.question, row.answer]),
      facts: [summary.facts.numbers, summary.facts.true, summary.facts.false, summary.facts.unsure, summary.facts.lacking],
      conditions: summary.conditions.map((row) => [row.plain_name, row.medical ?? "", row.summary ?? ""]),
      get_help_if: summary.get_help_if.map((row) => [row.urgency, row.heading, row.lines]),
      leaves: summary.leaves.map((row) => [row.urgency, row.urgency_word, row.title]),
      recovery: summary.recovery && [summary.recovery.condition, summary.recovery.time,
        summary.recovery.parts.map((part) => [part.heading, part.lines])],
      sources: summary.sources.map((row) => [row.citation, row.url ?? "", row.state ?? ""]),
    });
    /** Tell how many more can follow each of `nodes` when it was the open question, with what was met elsewhere, and now. */
    const moreSaid = (walk, nodes) => {
      const elsewhere = [...walk.answers].filter(([fact]) => !walk.told.has(fact));
      const states = nodes.map((node) => walkWith(walk.tree, new Map([...elsewhere, ...toldBefore(walk, node)])));
      return [...states, walk].map((state) => { const { most, rises } = moreOf(state); return [most, rises]; });
    };
    for (const [number, { data, people, nodes, facts }] of trees.entries()) {
      const shown = pageOf(data);
      ids = { nodes, facts };
      for (const person of people) {
        const answers = person.answers.map(([id, value]) => [facts.indexOf(id), value]).filter(([fact]) => fact >= 0);
        const walk = walkWith(shown.tree, new Map(answers));
        walks += 1;
        differ(number, person.answers, stateOf(walk), person.state);
        for (const [id, state] of person.without) {
          const place = nodes.indexOf(id);
          differ(number, ["without", id, person.answers], stateOf(without(walk, place)), state);
          differ(number, ["asked", id, person.answers], byId(askedOf(walk, place)).map(([fact]) => fact), person.asked[id]);
        }
        if (person.more.length) differ(number, ["more", person.answers], moreSaid(walk, person.without.map(([id]) => nodes.indexOf(id))), person.more);
        for (const [place, led] of person.led.entries()) {
          shown.text = shown.languages[place];
          const { rows, unsure } = ledHere(shown, walk);
          differ(number, ["led", person.answers], [rows.map((row) => [facts[row.fact], row.sentence, row.slip]), unsure], led);
        }
        for (const [place, summary] of (person.summaries ?? []).entries()) {
          shown.text = shown.languages[place];
          differ(number, ["summary", person.answers], said(summarise(shown, walk)), summary);
        }
      }
    }
    return { walks, differences };
  });
});
