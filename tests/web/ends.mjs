// Open pages on given days, say yes to everything, and tell what is there at the end.

import { addressOf, given, opened, withBrowser } from "./driver.mjs";

await withBrowser(async (browser) => {
  const ends = [];
  for (const { name, day } of await given()) {
    const troubles = [];
    const page = await opened(browser, addressOf(name), {}, troubles, `${day}T12:00:00`);
    page.on("dialog", (dialog) => { troubles.push(`said ${dialog.message()}`); dialog.dismiss(); });
    const start = await page.locator("#review").innerText();
    await page.locator("#walk .main").click();
    const question = await page.locator("#walk").innerText();
    for (let number = 0; number < 20 && await page.locator("#walk.result").count() === 0; number += 1) {
      await page.locator("#walk .answer").first().click();
    }
    const seen = await page.evaluate(() => ({
      result: document.getElementById("walk").innerText, review: document.getElementById("review").innerText,
      title: document.title, scripts: document.scripts.length,
      pictures: [...document.images].filter((image) => !image.src.startsWith("data:")).length,
    }));
    ends.push({ ...seen, start, question, troubles });
  }
  return ends;
});
