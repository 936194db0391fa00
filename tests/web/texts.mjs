// Tell the texts that pages find in themselves: each is once in a page, in the chart or in the data.

import { addressOf, given, opened, withBrowser } from "./driver.mjs";

await withBrowser(async (browser, address) => {
  const reader = await browser.newPage();
  await reader.goto(`${address}/blank.html`);
  const found = [];
  for (const name of await given()) {
    const page = await opened(browser, addressOf(name), {}, []);
    const held = await page.evaluate(() => ({
      chart: document.querySelector("#walk noscript").textContent,
      texts: JSON.parse(document.getElementById("tree").textContent).texts,
    }));
    found.push(await reader.evaluate(async ({ chart, texts }) => (await import("/texts.js")).wholeTexts(chart, texts), held));
    await page.close();
  }
  return found;
});
