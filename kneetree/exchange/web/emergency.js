// The emergency as a page of its own: what to do now, which answer led here, and little to press.

import { ledHere } from "./result.js";
import { say } from "./say.js";
import { button, element, foldedLater, headed, icon, paragraphs } from "./dom.js";

/** Return the page of an emergency; `rest` makes all else that a result says, and is folded. */
export function emergencyPage(page, walk, summary, rest, { slip, again }) {
  const { node, rows, unsure } = ledHere(page, walk);
  return [
    element("section", { class: "alarm emergency" },
      element("div", { class: "alarm-word" }, icon("emergency"), element("h1", { tabindex: "-1" }, summary.urgency_word)),
      element("p", { class: "action" }, summary.action),
      callLink(page),
      led(page, rows, (fact) => slip(node, fact)),
      element("p", { class: "title" }, summary.title),
      paragraphs(summary.unsure_note),
      headed(say(page, "heading.do"), summary.do),
      headed(say(page, "heading.avoid"), summary.avoid),
      paragraphs(summary.reason),
      unsure.length ? element("p", { class: "led" }, `${say(page, "heading.unknowns")}: ${unsure.join("; ")}`) : null,
      element("div", { class: "answers" },
        button(say(page, "web.print"), () => window.print(), { class: "answer" }),
        button(say(page, "web.again"), again, { class: "answer" })),
      summary.get_help_if.flatMap((row) => headed(`${row.heading}…`, row.lines))),
    foldedLater(say(page, "web.more"), rest),
  ];
}

/** Return a link that calls the number that the tree names, or nothing. */
function callLink(page) {
  const { call } = page.text.about;
  if (!/^[0-9+ ]{2,20}$/.test(call ?? "")) return null;
  return element("p", {}, element("a", { class: "call", href: `tel:${call.replaceAll(" ", "")}` }, say(page, "web.call", { number: call })));
}

/** Name each answer that led here, with a button that takes it back. */
function led(page, rows, slip) {
  if (!rows.length) return null;
  return element("div", { class: "led" }, rows.map(({ fact, sentence, slip: slipped }) => {
    const label = say(page, `web.slip.${slipped}`);
    return [element("p", {}, sentence),
      button(label, () => slip(fact), { class: "slip", "aria-label": `${label}: ${sentence}` })];
  }));
}
