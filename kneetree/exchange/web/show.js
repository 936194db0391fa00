// The first page, the result, and what stands around every page.

import { answerRows, summarise } from "./result.js";
import { count, say } from "./say.js";
import { emergencyPage } from "./emergency.js";
import { afterPaint, button, element, folded, foldedLater, headed, icon, list, paragraphs, picture } from "./dom.js";

/** Return the first page. */
export function startPage(page, begin) {
  const { start, about } = page.text;
  const drawing = picture(page, start.picture);
  const told = [
    [say(page, "heading.intended"), about.intended_use],
    [say(page, "heading.not_for"), about.not_for],
  ].filter(([, text]) => text);
  return [
    drawing && element("div", { class: "drawing" }, drawing.image),
    element("h1", { tabindex: "-1" }, start.heading || page.text.title),
    paragraphs(start.text, "lead"),
    element("div", { class: "answers" }, button(start.button || say(page, "web.start"), begin, { class: "answer main" })),
    element("p", {}, say(page, "web.not_a_diagnosis")),
    told.length
      ? folded(say(page, "web.what_for"), told.map(([heading, text]) => [element("h2", {}, heading), paragraphs(text)]))
      : null,
  ];
}

/** Return the answers so far, folded, each with a button to change it. */
export function pathSoFar(page, walk, change) {
  const rows = answerRows(page, walk);
  if (!rows.length) return null;
  return foldedLater(`${say(page, "web.answers")} (${rows.length})`, () => answerList(page, rows, change));
}

function answerList(page, rows, change) {
  return element("ol", { class: "path" }, rows.map(({ node, question, answer }) =>
    element("li", {}, element("p", {}, question), element("p", { class: "said" }, answer),
      button(say(page, "web.change"), () => change(node), {
        class: "quiet-button",
        "aria-label": say(page, "web.change_of", { question, answer }),
      }))));
}

/** Return the result: what to do first, then what it may be, then what was said. */
export function resultPage(page, walk, { change, slip, again }) {
  const summary = summarise(page, walk);
  if (summary.urgency === "emergency") {
    return emergencyPage(page, walk, summary, () => [
      element("div", { class: "person" }, explained(page, summary)), record(page, summary, change),
    ], { slip, again });
  }
  return [
    card(page, summary),
    element("div", { class: "person" },
      headed(say(page, "heading.do"), summary.do),
      headed(say(page, "heading.avoid"), summary.avoid),
      others(page, summary),
      summary.get_help_if.length
        ? element("section", { class: "net" }, summary.get_help_if.map((row) => headed(row.heading, row.lines)))
        : null,
      explained(page, summary)),
    record(page, summary, change),
    element("div", { class: "answers" },
      button(say(page, "web.print"), () => window.print(), { class: "answer" }),
      button(say(page, "web.again"), again, { class: "answer" })),
  ];
}

/** Return what only the other results say. */
function others(page, { others: { do: more, avoid: less } }) {
  if (!more.length && !less.length) return null;
  return element("section", {},
    element("h2", {}, say(page, "heading.other_advice")), more.length ? list(more) : null,
    headed(say(page, "heading.avoid"), less, "h3"));
}

/** Return what it may be, what would change it, and how it gets better. */
function explained(page, summary) {
  return [
    conditions(page, summary),
    leftOpen(page, summary),
    whatWouldChange(page, summary),
    recovery(page, summary),
  ];
}

/** Return what other answers would have changed, which is worked out once the result is there to be read. */
function whatWouldChange(page, summary) {
  const part = element("div");
  afterPaint(() => part.append(
    ...headed(say(page, "heading.changes"), summary.would_change),
    ...headed(say(page, "heading.unknowns"), summary.unknowns)));
  return part;
}

/** Return what was said and what the result rests on. */
function record(page, summary, change) {
  return [facts(page, summary), answers(page, summary, change), sources(page, summary)];
}

function card(page, summary) {
  return element("section", { class: `card ${summary.urgency}` },
    element("div", { class: "band-of-urgency" }, icon(summary.urgency),
      element("h1", { tabindex: "-1" }, summary.urgency_word)),
    element("div", { class: "inside" },
      element("p", { class: "action" }, summary.action),
      element("p", { class: "title" }, summary.title),
      paragraphs(summary.unsure_note),
      paragraphs(summary.reason),
      summary.said.length
        ? element("div", { class: "rest" }, element("p", { class: "quiet" }, `${say(page, "heading.said")}:`), list(summary.said))
        : null));
}

function conditions(page, summary) {
  const rows = summary.conditions.map((row) => {
    const medical = row.medical ? ` (${row.medical})` : "";
    return [element("dt", {}, row.plain_name, medical && element("span", { class: "medical" }, medical)),
      element("dd", {}, summedUp(row.summary ?? ""))];
  });
  const note = rows.length === 1 ? "heading.one_condition_note" : "heading.conditions_note";
  return [element("h2", {}, say(page, "heading.conditions")), element("dl", {}, rows),
    element("p", { class: "quiet" }, say(page, note))];
}

/** Return what a condition is; on paper its first sentence is enough. */
function summedUp(summary) {
  const found = /^([\s\S]*?[.!?])\s+([A-ZÁÉÍÓÚÑ¿¡][\s\S]*)$/.exec(summary);
  return found ? [found[1], element("span", { class: "rest" }, ` ${found[2]}`)] : summary;
}

function leftOpen(page, summary) {
  if (summary.leaves.length < 2) return null;
  const lines = summary.leaves.map((leaf) => `${leaf.urgency_word}: ${leaf.title}`);
  return [element("h2", {}, say(page, "heading.results")), element("p", {}, say(page, "heading.results_note")),
    list(lines, "ol")];
}

function recovery(page, { recovery: row }) {
  if (!row) return null;
  return element("section", {},
    element("h2", {}, `${say(page, "heading.recovery")}: ${row.condition}`), paragraphs(row.time),
    row.parts.flatMap((part) => headed(part.heading, part.lines, "h3")));
}

function facts(page, { facts: said, unasked }) {
  const ordinary = said.false.filter((statement) => !said.lacking.includes(statement));
  const others = unasked.others ? [count(page, "unasked", unasked.others)] : [];
  const part = (key, lines) => [element("h3", {}, say(page, `heading.${key}`)),
    lines.length ? list(lines) : element("p", {}, say(page, "said.none"))];
  return element("section", { class: "facts" },
    element("h2", {}, say(page, "heading.you_said")),
    part("said_yes", [...said.numbers, ...said.true]),
    part("said_unsure", said.unsure),
    saidNo(page, said.lacking, ordinary, part),
    foldedLater(say(page, "heading.unasked"), () => list([...unasked.named, ...others])));
}

/** Return what was denied: what somebody cannot do in the open, all else folded, below one heading or in its place. */
function saidNo(page, lacking, ordinary, part) {
  if (!ordinary.length) return part("said_no", lacking);
  const label = lacking.length
    ? count(page, "said_no.more", ordinary.length)
    : `${say(page, "heading.said_no")} (${ordinary.length})`;
  return [lacking.length ? part("said_no", lacking) : null, foldedLater(label, () => list(ordinary))];
}

function answers(page, summary, change) {
  const rows = summary.answers;
  return rows.length
    ? element("div", { class: "on-screen" },
        foldedLater(`${say(page, "page.each_answer")} (${rows.length})`, () => answerList(page, rows, change)))
    : null;
}

function sources(page, summary) {
  if (!summary.sources.length) return null;
  const rows = summary.sources.map((source) => element("li", {},
    source.citation, source.year ? ` (${source.year})` : null, source.url ? [" ", address(source.url)] : null,
    source.state ? ` [${source.state}]` : null));
  return element("section", { class: "sources" }, element("h2", {}, say(page, "heading.sources")),
    element("ol", {}, rows));
}

function address(url) {
  const isWeb = /^https?:\/\//i.test(url);
  return isWeb ? element("a", { href: url, rel: "noreferrer noopener" }, url) : url;
}

/** Return what is said of the page itself under every page: its version, the day it was made, whose work it is. */
export function aboutPage(page) {
  const { version, hash, made, program } = page.about;
  const { about, title } = page.text;
  const which = version ? `${say(page, "page.version", { version })}. ` : "";
  return [
    `${title}. ${which}${say(page, "page.content", { hash })}`,
    say(page, "page.made", { date: made, program }),
    about.emergency && `${say(page, "heading.emergency")}: ${about.emergency}`,
    about.licence && say(page, "page.licence", { licence: about.licence }),
    about.authors && say(page, "page.authors", { authors: about.authors }),
  ].filter(Boolean).map((line) => element("p", {}, line));
}

/** Return whether a clinician has reviewed what is asked, and first of all whether the page is out of date. */
export function reviewLines(page, today) {
  const due = page.about.next_review;
  const past = /^\d{4}-\d{2}-\d{2}$/.test(due) && due < today;
  const { now, past: overdue } = page.text.review;
  return [
    past ? element("p", { class: "outdated" }, say(page, "web.out_of_date")) : null,
    element("p", { class: "review" }, past ? overdue : now),
  ];
}

/** Return what to do in an emergency: in full on the first page, in a line on every other. */
export function emergencyLine(page, inFull) {
  const { call, emergency } = page.text.about;
  if (inFull && emergency) return emergency;
  return call ? say(page, "web.emergency_number", { number: call }) : say(page, "web.emergency");
}
