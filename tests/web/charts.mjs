// Let the real mermaid package draw charts with its own limits, and with higher ones where they say so.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { given, withBrowser } from "./driver.mjs";

const place = path.join(path.dirname(createRequire(import.meta.url).resolve("mermaid/package.json")), "dist/mermaid.min.js");
const mermaid = await readFile(place, "utf-8");

/** Draw one chart; return what is in it, or what was refused. */
async function drawn({ text, raised }) {
  window.mermaid.initialize({ startOnLoad: false, ...(raised ? { maxEdges: 100000, maxTextSize: 10000000 } : {}) });
  try {
    if (raised) {
      // It takes minutes to lay all of it out, so it is read only.
      const { diagramType } = await window.mermaid.parse(text);
      return { kind: diagramType };
    }
    const { svg } = await window.mermaid.render("chart", text);
    const shown = new DOMParser().parseFromString(svg, "text/html");
    shown.querySelectorAll("style").forEach((one) => one.remove());
    const words = (selector) => [...shown.querySelectorAll(selector)].map((one) => one.textContent.trim());
    return {
      nodes: words(".nodes > .node"), edges: shown.querySelectorAll(".edgePaths > path").length,
      scripts: shown.querySelectorAll("script, img, a").length,
      wrong: /syntax error|maximum text size|too many edges/i.test(shown.body.textContent) ? shown.body.textContent.slice(0, 300) : "",
    };
  } catch (error) {
    return { wrong: String(error) };
  }
}

await withBrowser(async (browser, address) => {
  const found = [];
  const page = await browser.newPage();
  await page.goto(`${address}/blank.html`);
  await page.addScriptTag({ content: mermaid });
  for (const chart of await given()) found.push(await page.evaluate(drawn, chart));
  return found;
});
