// Visit the page as people do: click through it, go back, change the language, look at it narrow, dark and large.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createRequire } from "node:module";
import { addressOf, folder, given, opened as openedAt, withBrowser } from "./driver.mjs";

const LOOKS = [
  { width: 320, scheme: "light", size: 16 }, { width: 320, scheme: "dark", size: 16 },
  { width: 1280, scheme: "light", size: 16 }, { width: 1280, scheme: "dark", size: 16 },
  { width: 320, scheme: "light", size: 32 }, { width: 1280, scheme: "dark", size: 32 },
];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const address = addressOf("page.html");
const opened = (browser, more, troubles) => openedAt(browser, address, more, troubles);

/** Answer as a person does whose facts are given, by what the page shows; return the questions and the result. */
function clickedThrough({ people, statements, questions, scales, stays = false }) {
  const walk = document.getElementById("walk");
  const press = (selector, place = 0) => walk.querySelectorAll(selector)[place].click();
  return people.map((facts) => {
    press(".main");
    const seen = [];
    while (walk.className === "question") {
      const question = walk.querySelector("h1").textContent;
      seen.push(question);
      if (seen.length > 200) return { seen, result: "no end" };
      if (walk.querySelector("#number")) {
        const number = facts[scales[question]] ?? null;
        if (number === null) press("form > .answers:last-child .answer");
        else {
          walk.querySelector("#number").value = String(number);
          press(".main");
        }
      } else if (walk.querySelector("fieldset")) {
        for (const line of walk.querySelectorAll(".line")) {
          const [tick, doubt] = line.querySelectorAll("input");
          const said = facts[statements[line.querySelector(".tick span").firstChild.textContent]];
          if (tick.disabled) continue;
          if (said === true) tick.click();
          else if (said === null) doubt.click();
        }
        press(".main");
      } else {
        const said = facts[questions[question]];
        press(".answer", said === true ? 0 : said === null ? 2 : 1);
      }
    }
    const result = [walk.querySelector("h1").textContent, walk.querySelector(".title").textContent];
    if (!stays) press(".answer", walk.querySelectorAll(".answer").length - 1);
    return { seen, result };
  });
}

/** Look at the page with axe, and whether anything lies beside the screen. */
async function looked(page, where, faults) {
  const found = await page.evaluate(async (code) => {
    if (!window.axe) (0, eval)(code);
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    const shown = [...document.querySelectorAll("#walk h1, #walk h2, #walk h3, #walk summary")].filter((one) => one.checkVisibility());
    const headings = shown.map((one) => one.textContent.replace(/ \(\d+\)$/, ""));
    const twice = headings.filter((text, place) => headings.indexOf(text) < place);
    return [...violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`), ...(wide > 0 ? [`${wide} px too wide`] : []),
      ...twice.map((text) => `twice: ${text}`)];
  }, axe);
  faults.push(...found.map((fault) => `${where}: ${fault}`));
}

/** Walk with no to everything, looking at the first page of each kind. */
async function walkedAndLooked(page, look, faults) {
  const at = (kind) => `${kind} ${look.width} ${look.scheme} ${look.size}`;
  await looked(page, at("start"), faults);
  await page.locator("#walk .main").click();
  const seen = new Set();
  for (let number = 0; number < 60 && await page.locator("#walk.result").count() === 0; number += 1) {
    const kind = await page.evaluate(() => {
      const walk = document.getElementById("walk");
      const input = walk.querySelector("#number") ? "number" : walk.querySelector("fieldset") ? "list" : "yes or no";
      return `${input}${walk.querySelector("img") ? " with a picture" : ""}${walk.querySelector(".touch g") ? " to touch" : ""}`;
    });
    if (!seen.has(kind)) await looked(page, at(kind), faults);
    seen.add(kind);
    if (kind.startsWith("number")) await page.fill("#number", "44");
    await page.locator(kind.startsWith("yes") ? "#walk .answer >> nth=1" : "#walk .main").click();
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
  await looked(page, at("result"), faults);
  await page.locator("#walk .answer").last().click();
  await page.locator("#walk .main").click();
  await page.locator("fieldset input").first().check();
  await page.locator("#walk .main").click();
  const top = await page.locator(".alarm h1").evaluate((heading) => heading.getBoundingClientRect().top);
  if (top > 400) faults.push(`${at("emergency")}: what to do begins ${top} px down`);
  await looked(page, at("emergency"), faults);
  return [...seen];
}

/** Go back and on, change an answer, change the language, reload. */
async function wandered(page) {
  const heading = () => page.locator("#walk h1").textContent();
  const said = { start: await heading() };
  for (let time = 0; time < 3; time += 1) await page.locator("#walk .main").click();
  said.first = await heading();
  said.focus = await page.evaluate(() => document.activeElement.tagName);
  said.title = await page.title();
  await page.locator("fieldset input").nth(0).check();
  await page.locator("fieldset input").nth(3).check();
  await page.locator("#walk .main").click();
  said.second = await heading();
  await page.goBack();
  said.back = await heading();
  said.kept = await page.locator("fieldset input").evaluateAll((inputs) => inputs.map((one) => one.checked));
  await page.goForward();
  said.forward = await heading();
  await page.locator("#bar button").first().click();
  said.backByButton = await heading();
  await page.waitForFunction(() => history.state.step === 3);
  await page.locator("#walk .main").click();
  await page.locator("#walk summary", { hasText: "Your answers so far" }).click();
  await page.locator("#walk .path button").last().click();
  said.changing = await heading();
  await page.locator("#walk .main").click();
  await page.locator("button[lang=es]").click();
  said.spanish = [await heading(), await page.getAttribute("html", "lang")];
  said.address = page.url() === address;
  said.stored = await page.evaluate(() => document.cookie + JSON.stringify(history.state));
  await page.reload();
  said.reloaded = await heading();
  return said;
}

/** Tick two dangers and not sure of a third, take one back on the page of the emergency, then answer without any. */
async function slipped(page) {
  const heading = () => page.locator("#walk h1").textContent();
  const checked = () => page.locator("fieldset input").evaluateAll((inputs) => inputs.map((one) => one.checked));
  await page.locator("#walk .main").click();
  const where = async () => {
    await page.evaluate(() => new Promise((ready) => { requestAnimationFrame(() => setTimeout(ready)); })); // it is counted once the page can be seen
    return page.locator("#walk .where").textContent();
  };
  const seen = { asked: await heading(), where: [await where()] };
  await page.locator(".tick input").nth(0).check();
  await page.locator(".tick input").nth(1).check();
  await page.locator(".doubt input").nth(2).check();
  seen.statements = await page.locator(".tick span").allTextContents();
  await page.locator("#walk .main").click();
  seen.result = await heading();
  seen.led = await page.locator(".led p").allTextContents();
  seen.labels = await page.locator(".slip").allTextContents();
  seen.slips = await page.locator(".slip").count();
  seen.calls = await page.locator("a.call").evaluateAll((links) => links.map((one) => one.getAttribute("href")));
  seen.folded = await page.locator("#walk details").evaluate((part) => part.children.length);
  await page.locator("#walk summary").first().click();
  await page.locator("#walk details h2").first().waitFor(); // a fold is filled after the click
  seen.rest = await page.locator("#walk details h2").allTextContents();
  await page.locator(".slip").first().click();
  seen.again = await heading();
  seen.kept = await checked();
  await page.locator("#walk .main").click();
  seen.still = await heading();
  await page.locator(".slip").first().click();
  for (const box of await page.locator("fieldset input:checked").all()) await box.uncheck();
  await page.locator("#walk .main").click();
  seen.after = await heading();
  seen.where.push(await where());
  return seen;
}

/** Save the page as a browser does, with all that is in it by then, and walk through what was saved. */
async function saved(browser, troubles) {
  let page = await opened(browser, {}, troubles);
  const begun = async () => {
    await page.locator("#walk .main").click();
    return [await page.locator("#walk h1").textContent(), await page.locator("fieldset").textContent()];
  };
  const seen = { first: await begun() };
  await writeFile(path.join(folder, "saved.html"), await page.content());
  page = await openedAt(browser, addressOf("saved.html"), {}, troubles);
  seen.again = await begun();
  page = await openedAt(browser, addressOf("saved.html"), { javaScriptEnabled: false }, troubles);
  seen.chart = await page.locator("#walk").innerText();
  return seen;
}

/** Come to a result that is no emergency; tell what is there at once, what when it can be seen, and what when it is printed. */
async function afterPaint(page, wanted) {
  const facts = wanted.people.find((_facts, place) => wanted.calm[place]);
  return page.evaluate(async ({ clicked, given }) => {
    const walked = new Function(`return ${clicked}`)();
    const headings = () => [...document.querySelectorAll("#walk h2")].map((one) => one.textContent);
    walked(given);
    const seen = { atOnce: headings() };
    await new Promise((ready) => { requestAnimationFrame(() => setTimeout(ready)); });
    seen.shown = headings();
    document.querySelectorAll("#walk .answer").item(document.querySelectorAll("#walk .answer").length - 1).click();
    walked(given);
    window.dispatchEvent(new Event("beforeprint"));
    seen.printed = headings();
    return seen;
  }, { clicked: clickedThrough.toString(), given: { ...wanted, people: [facts], stays: true } });
}

/** Print the result of some people on A4, and tell how many pages each takes. */
async function printed(page, wanted) {
  const counts = [];
  for (const facts of wanted.people.filter((_facts, place) => place % 6 === 0)) {
    await page.evaluate(clickedThrough, { ...wanted, people: [facts], stays: true });
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    counts.push((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length);
    await page.locator("#walk .answer").last().click();
  }
  return counts;
}

/** Touch a place of the picture, as with a finger. */
async function touched(page) {
  await page.locator("#walk .main").click();
  while (await page.locator("#walk .touch g").count() === 0) await page.locator("#walk .main").click();
  const place = page.locator("#walk .touch g").first();
  const finding = await place.getAttribute("data-finding");
  const shape = place.locator("*").first();
  await shape.click({ force: true });
  const ticked = await page.locator("fieldset input:checked").count();
  const statement = await page.locator("label:has(input:checked) span").first().textContent();
  const marked = await place.getAttribute("class");
  await shape.click({ force: true });
  return { finding, ticked, statement, marked, after: await page.locator("fieldset input:checked").count() };
}

await withBrowser(async (browser) => {
  const wanted = await given();
  const troubles = [];
  const found = { faults: [], kinds: [] };
  let page = await opened(browser, {}, troubles);
  const began = Date.now();
  found.people = await page.evaluate(clickedThrough, wanted);
  found.seconds = (Date.now() - began) / 1000;
  found.wandered = await wandered(await opened(browser, {}, troubles));
  found.saved = await saved(browser, troubles);
  found.result = await afterPaint(await opened(browser, {}, troubles), wanted);
  found.pages = await printed(await opened(browser, {}, troubles), wanted);
  found.slipped = await slipped(await opened(browser, {}, troubles));
  found.touched = await touched(await opened(browser, { viewport: { width: 360, height: 640 } }, troubles));
  for (const look of LOOKS) {
    const { width, scheme, size } = look;
    page = await opened(browser, { viewport: { width, height: 800 }, colorScheme: scheme }, troubles);
    if (size !== 16) {
      const session = await page.context().newCDPSession(page);
      await session.send("Page.setFontSizes", { fontSizes: { standard: size, fixed: size } });
    }
    found.kinds = await walkedAndLooked(page, look, found.faults);
    await page.context().close();
  }
  page = await opened(browser, { locale: "es-ES", viewport: { width: 320, height: 800 } }, troubles);
  found.spanish = await page.locator("#walk h1").textContent();
  await looked(page, "start in Spanish", found.faults);
  page = await opened(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, troubles);
  found.withoutScript = await page.locator("#walk").innerText();
  found.wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return { ...found, troubles };
});
