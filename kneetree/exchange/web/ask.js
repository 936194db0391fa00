// A question as a page: yes or no, a list to tick, or a number. It knows what was said before and tells `answer` what is
// said now, as pairs of a finding or scale and its value.

import { moreOf } from "./more.js";
import { linesOf, questionText, wordingOf } from "./result.js";
import { amountOf, inDays, say, statementOf } from "./say.js";
import { afterPaint, button, element, folded, paragraphs, picture, touchLayer } from "./dom.js";

const TIMES = ["days", "weeks", "months", "years"];
const WORTH_SAYING = 20;

/** Return what is shown for an open question. `before` holds what was said to it when it was asked earlier. */
export function questionPage(page, walk, before, answer) {
  const asked = walk.tree.nodes[walk.question];
  const text = wordingOf(page, asked);
  const number = walk.path.filter((step) => step.how === "asked").length + 1;
  const inputs = { yes_no: yesNo, list: ticks, number: numberField }[asked.kind];
  const drawing = picture(page, asked.picture);
  return [
    where(page, walk, number),
    element("h1", { tabindex: "-1", id: "question" }, questionText(page, asked)),
    paragraphs(text.rule, "rule"),
    asked.kind !== "list" && drawing ? drawing.image : null,
    text.help && element("section", { class: "help" }, element("h2", {}, howTo(page, asked)), paragraphs(text.help)),
    before.size ? element("p", { class: "quiet" }, say(page, "web.as_before")) : null,
    inputs(page, walk, asked, before, answer, drawing),
    text.why ? folded(say(page, "ask.why"), paragraphs(text.why)) : null,
  ];
}

/** Return the number of the question; how many more follow is counted once the page is there to be read. */
function where(page, walk, number) {
  const said = element("p", { class: "where" }, say(page, "path.question", { number }));
  afterPaint(() => { said.textContent = whereSaid(page, walk, number); });
  return said;
}

/** Return the number of the question, with at most how many more follow if that is worth saying. */
function whereSaid(page, walk, number) {
  const { most: more, rises } = moreOf(walk);
  const wasUnsure = [...walk.told.values()].includes(null); // whoever has seen a number has to see why it rises
  if (more > WORTH_SAYING && !wasUnsure) return say(page, "path.question", { number });
  const key = more === 0 ? "ask.where_last" : rises ? "web.where_rises" : "ask.where_more";
  return say(page, key, { number, more });
}

function howTo(page, asked) {
  return say(page, asked.kind === "number" ? "web.how_to_tell" : "web.how_to_look");
}

function yesNo(page, walk, asked, before, answer) {
  const choices = [["answer.yes", true], ["answer.no", false]];
  if (!asked.certain) choices.push(["web.unsure", null]);
  const buttons = choices.map(([key, value]) => {
    const wasSaid = before.has(asked.finding) && before.get(asked.finding) === value;
    return button(say(page, key), () => answer([[asked.finding, value]]), {
      class: "answer",
      "aria-pressed": before.size ? String(wasSaid) : null,
    });
  });
  return element("div", { class: "answers", role: "group", "aria-labelledby": "question" }, buttons);
}

// -- a list -------------------------------------------------------------------------------------

function ticks(page, walk, asked, before, answer, drawing) {
  const rows = linesOf(walk, asked).map((line) => tickRow(page, asked, line, before));
  const open = rows.filter((row) => row.known === undefined);
  const go = element("button", { type: "submit", class: "answer main" });
  const layer = drawing && touchLayer(drawing.parsed, drawing.places, (finding) => press(open, finding, follow));
  const follow = () => {
    const said = open.some((row) => row.tick.checked || row.unsure?.checked);
    go.textContent = say(page, said ? "web.continue" : denialOf(page, open.map((row) => row.finding)));
    if (layer) markPlaces(layer, rows);
  };
  const send = (event) => {
    event.preventDefault();
    answer(open.map((row) => [row.finding, row.tick.checked ? true : row.unsure?.checked ? null : false]));
  };
  const form = element("form", { onsubmit: send, onchange: follow },
    element("fieldset", { "aria-labelledby": "question" }, rows.map((row) => row.shown)),
    element("div", { class: "answers" }, go));
  follow();
  if (!drawing) return form;
  const hint = drawing.places.length ? element("p", { class: "quiet" }, say(page, "web.touch")) : null;
  const beside = element("div", { class: "drawing" }, element("div", { class: "stack" }, drawing.image, layer), hint);
  return element("div", { class: "beside" }, beside, form);
}

function tickRow(page, asked, { finding, known }, before) {
  const was = known === undefined ? before.get(finding) : known;
  const off = known !== undefined;
  const tick = element("input", { type: "checkbox", checked: was === true, disabled: off });
  const text = statementOf(page, finding);
  const note = off ? element("span", { class: "quiet" }, ` (${say(page, "path.known")})`) : null;
  const row = { finding, known, tick, unsure: null };
  const label = element("label", { class: "tick" }, tick, element("span", {}, text, note));
  row.shown = element("div", { class: "line" }, label);
  if (asked.certain && was !== null) return row;
  row.unsure = element("input", { type: "checkbox", checked: was === null && was !== undefined, disabled: off });
  row.unsure.setAttribute("aria-label", say(page, "web.unsure_of", { statement: text }));
  row.shown.append(element("label", { class: "doubt" }, row.unsure, element("span", {}, say(page, "answer.unsure"))));
  tick.addEventListener("change", () => { if (tick.checked) row.unsure.checked = false; });
  row.unsure.addEventListener("change", () => { if (row.unsure.checked) tick.checked = false; });
  return row;
}

/** Tick the line of a place that was touched, or untick it. */
function press(open, finding, follow) {
  const row = open.find((one) => one.finding === finding);
  if (!row) return;
  row.tick.checked = !row.tick.checked;
  if (row.unsure && row.tick.checked) row.unsure.checked = false;
  follow();
}

function markPlaces(layer, rows) {
  for (const place of layer.children) {
    const row = rows.find((one) => one.finding === Number(place.dataset.fact));
    place.setAttribute("class", row?.tick.checked ? "ticked" : row?.unsure?.checked ? "doubted" : "plain");
  }
}

/** Return the words that deny every line; plain "Continue" if they would be good news of one and bad of another. */
function denialOf(page, findings) {
  const kinds = new Set(findings.map((finding) => signOf(page, finding)));
  const many = Math.min(findings.length, 3);
  if (kinds.size === 1) return `web.deny.${[...kinds][0] === "good" ? "problem" : [...kinds][0]}.${many}`;
  return kinds.size === 2 && kinds.has("usual") && kinds.has("ability") ? `web.deny.usual.${many}` : "web.continue";
}

function signOf(page, finding) {
  const { usual, reassuring } = page.tree;
  if (!usual.has(finding)) return reassuring.has(finding) ? "good" : "problem";
  return statementOf(page, finding).startsWith(say(page, "statement.can")) ? "ability" : "usual";
}

// -- a number -----------------------------------------------------------------------------------

function numberField(page, walk, asked, before, answer) {
  const scale = walk.tree.scales.get(asked.scale);
  const isTime = scale.unit === "days";
  const spoken = before.size ? page.spoken.get(scale.id) : undefined;
  const was = before.get(scale.id);
  const shown = spoken?.unit ? spoken.amount : spoken?.text ? "" : was ?? "";
  const field = element("input", {
    type: "text", inputmode: "numeric", autocomplete: "off", id: "number", value: shown,
    "aria-labelledby": "question number-unit", "aria-describedby": "number-fault",
  });
  const unit = isTime
    ? element("select", { id: "number-unit", "aria-label": say(page, "web.unit") }, TIMES.map((name) =>
        element("option", { value: name, selected: spoken?.unit === name }, say(page, `web.unit.${name}`))))
    : element("span", { id: "number-unit" }, unitWord(page, scale));
  const fault = element("p", { id: "number-fault", class: "fault", role: "alert" });
  const send = (event) => {
    event.preventDefault();
    const amount = field.value.trim();
    const number = /^-?[0-9]{1,10}$/.test(amount) ? (isTime ? inDays(Number(amount), unit.value) : Number(amount)) : NaN;
    fault.textContent = faultOf(page, scale, amount, number);
    if (fault.textContent) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    } else {
      answer([[scale.id, number]], isTime ? { amount: Number(amount), unit: unit.value } : undefined);
    }
  };
  const bands = scale.bands.map((band, place) =>
    button(page.text.scales[scale.id].bands[place], () => answer([[scale.id, band.number]], bandSaid(page, scale, place)), {
      class: "band",
    }));
  return element("form", { onsubmit: send, novalidate: true },
    element("div", { class: "number" }, field, unit), fault,
    element("div", { class: "answers" }, element("button", { type: "submit", class: "answer main" }, say(page, "web.continue"))),
    bands.length ? element("p", { class: "or" }, say(page, "web.or_choose")) : null,
    element("div", { class: "bands" }, bands),
    asked.certain ? null : element("div", { class: "answers" },
      button(say(page, "web.unsure"), () => answer([[scale.id, null]]), { class: "answer" })));
}

function unitWord(page, scale) {
  return scale.unit === "years" ? say(page, "web.unit.years") : page.text.scales[scale.id].unit;
}

function faultOf(page, scale, typed, number) {
  if (!typed || Number.isNaN(number)) return say(page, "web.number");
  if (number >= scale.least && number <= scale.most) return "";
  if (scale.unit !== "days") return say(page, "ask.number_outside", { least: scale.least, most: scale.most });
  const [least, most] = [scale.least, scale.most].map((end) => amountOf(page, scale, end));
  return say(page, "ask.time_outside", { least, most });
}

/** Keep a range in the words of every language, since the language may be changed later. */
function bandSaid(page, scale, place) {
  return { text: new Map(page.languages.map((text) => [text.tag, text.scales[scale.id].bands[place]])) };
}
