// Fill in our Questionnaire in LHC-Forms as people do, by what it shows; print what was asked and what it says.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { given, withBrowser } from "./driver.mjs";

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve("lforms/package.json")), "dist/lforms");
const SCRIPTS = [
  "webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4B/lformsFHIR.min.js",
];

/** Show the form for one person and answer what it asks, from the top, until it asks no more. */
async function filledIn({ form, facts }) {
  const { LForms } = window;
  document.querySelector("#form")?.remove();
  const place = document.body.appendChild(Object.assign(document.createElement("div"), { id: "form" }));
  await LForms.Util.addFormToPage(structuredClone(form), place, { fhirVersion: "R4B" });
  const items = new Map(form.item.map((item) => [item.linkId, item]));
  const expressions = () => LForms.Util._getFormObjectInScope(place)?._expressionProcessor;
  /** Wait until the form has shown what follows. */
  const settled = async () => {
    for (let still = 0; still < 3; still += 1) {
      await new Promise((ready) => setTimeout(ready, 0));
      const running = expressions()?._currentRunPromise;
      if (!expressions() || running) { await running; still = -1; }
    }
    await new Promise((ready) => requestAnimationFrame(() => setTimeout(ready, 0)));
  };
  const press = async (box, code) => {
    const found = [...box.querySelectorAll("label[id], [nz-radio][id]")].find((one) => one.id.endsWith(`|${code}`));
    found.querySelector("input").click();
    await settled();
  };
  await settled();
  const asked = [];
  for (let number = 0; number < 100; number += 1) {
    const boxes = [...place.querySelectorAll("lhc-item")].filter((one) => one.querySelector("lhc-item-question"));
    const box = boxes.find((one) => !asked.includes(one.id.slice(5, -2)));
    if (!box) break;
    const link = box.id.slice(5, -2);
    const { type, code, answerOption = [], repeats } = items.get(link);
    asked.push(link);
    const codes = answerOption.map((option) => option.valueCoding).filter((one) => one.system === "urn:kneetree:finding");
    if (type === "integer") {
      const number = facts[code[0].code];
      if (number === null) continue; // said beside it
      const input = box.querySelector("input");
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, String(number));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      input.dispatchEvent(new Event("blur", { bubbles: true }));
      await settled();
    } else if (link.endsWith(".unsure")) {
      const scale = items.get(link.slice(0, -7)).code?.[0].code;
      if (scale !== undefined) {
        if (facts[scale] === null) await press(box, "asked-unknown");
      } else {
        for (const one of codes) if (facts[one.code] === null) await press(box, one.code);
      }
    } else if (repeats) {
      const said = codes.map((one) => facts[one.code]);
      for (const one of codes) if (facts[one.code] === true) await press(box, one.code);
      if (said.includes(null)) await press(box, "asked-unknown");
      else if (!said.includes(true)) await press(box, "none");
    } else {
      await press(box, { true: "Y", false: "N", null: "asked-unknown" }[facts[code[0].code]]);
    }
  }
  const shown = [...place.querySelectorAll("lhc-item")].filter((one) => one.querySelector("lhc-item-display"));
  const response = LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4B", place);
  return { asked, shown: shown.map((one) => one.id.slice(5, -2)), response };
}

/** A page of its own with LHC-Forms in it. */
async function ready(browser, address) {
  const page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => process.stderr.write(`${error.stack}\n`));
  await page.goto(`${address}/blank.html`);
  await page.addStyleTag({ content: await readFile(path.join(folder, "webcomponent/styles.css"), "utf-8") });
  for (const script of SCRIPTS) await page.addScriptTag({ content: await readFile(path.join(folder, script), "utf-8") });
  return page;
}

await withBrowser(async (browser, address) => {
  const { forms, people } = await given();
  const found = [];
  let next = 0;
  await Promise.all([0, 1].map(async () => { // two at a time: each takes seconds, nearly all of them in the form
    const page = await ready(browser, address);
    while (next < people.length) {
      const number = next++;
      found[number] = await page.evaluate(filledIn, { ...people[number], form: forms[people[number].form] });
    }
  }));
  return found;
});
