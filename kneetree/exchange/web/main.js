// The page as a whole: what is shown, going on, going back, changing an answer, changing the language.
//
// All that was said is in `trail`, one entry for each step, and nowhere else: nothing is stored or sent, and only the
// number of the step goes into the history, never into the address. Closing or reloading the page forgets all.

import { askedOf, takenBack, treeOf, walkWith, without } from "./walk.js";
import { say, urgencyWord } from "./say.js";
import { questionText } from "./result.js";
import { button, doWaiting, element, fillFold, forgetWaiting } from "./dom.js";
import { questionPage } from "./ask.js";
import { aboutPage, emergencyLine, pathSoFar, resultPage, reviewLines, startPage } from "./show.js";

/** Make what every part of the page is given out of the data in it. */
export function pageOf(data) {
  const languages = data.languages.map((text, place) => ({ ...text, ...textsOf(data, data.texts[place]) }));
  return {
    tree: treeOf(data),
    about: data.about,
    pictures: new Map(Object.entries(data.pictures)),
    words: data.words,
    statements: data.statements,
    languages,
    text: languages[0],
    spoken: new Map(),
  };
}

/** Return all texts of one language: `texts` by number, and each kind of which one thing has several. */
function textsOf(data, texts) {
  const said = (numbers) => (Array.isArray(numbers) ? numbers.map(said) : texts[numbers]);
  const named = (rows, ...names) => rows.map((row) => Object.fromEntries(names.map((name, place) => [name, said(row[place])])));
  return {
    texts,
    questions: named(data.questions, "text", "help", "rule", "why"),
    scales: named(data.scale_texts, "text", "help", "rule", "why", "unit", "at_least", "under", "bands"),
    conditions: named(data.conditions, "plain_name", "medical", "summary", "time"),
    sources: named(data.sources, "citation", "url", "year", "state"),
  };
}

/** Show the first page and let the person walk. */
export function begin(data) {
  const page = pageOf(data);
  const trail = [{ answers: new Map(), started: false }];
  const chart = document.querySelector("#walk noscript"); // stays, so that a page that is saved is whole
  let here = 0;
  page.text = preferred(page.languages) ?? page.text;

  const walk = () => walkWith(page.tree, trail[here].answers);

  function go(entry) {
    trail.splice(here + 1, trail.length, entry);
    here += 1;
    remember(here);
    show();
  }

  function answer(said, how = undefined) {
    const { answers } = trail[here];
    const [[fact]] = said;
    if (page.tree.scales.has(fact)) {
      if (how) page.spoken.set(fact, how);
      else page.spoken.delete(fact);
    }
    go({ answers: new Map([...answers, ...said]), started: true });
  }

  function change(node) {
    const now = walk();
    go({ answers: without(now, node).answers, started: true, before: askedOf(now, node) });
  }

  /** Ask again what led to an emergency by mistake; all else that was said then stays. */
  function slip(node, fact) {
    const now = walk();
    const before = new Map([...askedOf(now, node)].filter(([other]) => other !== fact));
    go({ answers: takenBack(now, fact).answers, started: true, before });
  }

  function again() {
    page.spoken.clear();
    trail.fill({ answers: new Map(), started: false }); // whoever goes back then finds nothing
    go({ answers: new Map(), started: false });
  }

  /** Return what was said to the open question when it was asked earlier. */
  function saidBefore(now) {
    const { before } = trail[here];
    if (before) return before;
    const later = trail[here + 1]?.answers ?? new Map();
    const facts = now.finished ? [] : page.tree.nodes[now.question].facts;
    return new Map(facts.filter((fact) => later.has(fact) && !trail[here].answers.has(fact)).map((fact) => [fact, later.get(fact)]));
  }

  function show() {
    forgetWaiting();
    const now = walk();
    const { started } = trail[here];
    const body = !started
      ? startPage(page, () => go({ answers: new Map(), started: true }))
      : now.finished
        ? resultPage(page, now, { change, slip, again })
        : [...questionPage(page, now, saidBefore(now), answer), pathSoFar(page, now, change)];
    const main = document.getElementById("walk");
    main.className = !started ? "start" : now.finished ? "result" : "question";
    main.replaceChildren(...body.flat(Infinity).filter(Boolean), chart);
    frame(now, started);
    main.querySelector("h1").focus({ preventScroll: true });
    const alarm = main.querySelector(".alarm");
    if (alarm) alarm.scrollIntoView(); // in large type what stands above it would fill a phone
    else window.scrollTo(0, 0);
  }

  /** Put the words around the page into the language that is shown. */
  function frame(now, started) {
    const { text } = page;
    document.documentElement.lang = text.tag;
    const title = !started ? "" : now.finished
      ? `${urgencyWord(page, now.urgency)} - `
      : `${say(page, "path.question", { number: now.path.filter((step) => step.how === "asked").length + 1 })}: ${questionText(page, page.tree.nodes[now.question])} - `;
    document.title = `${title}${text.title}`;
    fill("emergency", emergencyLine(page, !started));
    fill("review", ...reviewLines(page, today()));
    fill("about", element("h2", {}, say(page, "heading.about")), ...aboutPage(page));
    const back = here > 0 ? [button(say(page, "web.back"), goBack, { class: "quiet-button" })] : [];
    fill("bar", ...back, ...languageButtons());
  }

  function languageButtons() {
    if (page.languages.length < 2) return [];
    const group = element("div", { role: "group", "aria-label": say(page, "web.language"), class: "languages" });
    group.append(...page.languages.map((text) =>
      button(text.name, () => { page.text = text; show(); }, {
        class: "quiet-button", lang: text.tag, "aria-pressed": String(text === page.text),
      })));
    return [group];
  }

  function goBack() {
    const isInHistory = history.state?.step === here;
    move(here - 1);
    if (isInHistory) history.back();
  }

  function move(step) {
    const wanted = Math.max(0, Math.min(step, trail.length - 1));
    if (wanted === here) return;
    here = wanted;
    show();
  }

  unfoldOnPaper();
  window.addEventListener("popstate", (event) => move(event.state?.step ?? 0));
  remember(0, true);
  show();
}

/** Let the browser's own Back go one step back; some refuse that for a page in a file. */
function remember(step, instead = false) {
  try {
    if (instead) history.replaceState({ step }, "");
    else history.pushState({ step }, "");
  } catch {
    // The button on the page goes back all the same.
  }
}

/** Show on paper what is folded on the screen. */
function unfoldOnPaper() {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const part of folded) {
      part.open = true;
      fillFold(part);
      folded.push(...part.querySelectorAll("details:not([open])"));
    }
    doWaiting();
  });
  window.addEventListener("afterprint", () => folded.forEach((part) => { part.open = false; }));
}

function fill(id, ...children) {
  document.getElementById(id).replaceChildren(...children.filter(Boolean));
}

/** Return the language that the reader's browser asks for first, of those that are there. */
function preferred(languages) {
  const short = (tag) => tag.toLowerCase().split("-")[0];
  const wanted = navigator.languages ?? [navigator.language];
  return wanted.map((tag) => languages.find((text) => short(text.tag) === short(tag))).find(Boolean);
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
