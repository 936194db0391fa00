// Chromium with a page, and a server on this machine alone that gives it the files of a folder and the script's modules.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { chromium } from "playwright-core";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const MODULES = path.join(HERE, "..", "..", "kneetree", "exchange", "web");
const KINDS = { ".js": "text/javascript", ".json": "application/json", ".html": "text/html" };

export const folder = process.argv[2];

export async function given() {
  return JSON.parse(await readFile(path.join(folder, "given.json"), "utf-8"));
}

export function addressOf(name) {
  return pathToFileURL(path.join(folder, name)).href;
}

/** Open the page and note all that goes wrong in it. */
export async function opened(browser, address, more, troubles, date = null) {
  const context = await browser.newContext({ locale: "en-GB", ...more });
  const page = await context.newPage();
  if (date) await page.clock.setFixedTime(new Date(date));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`CSP: ${event.violatedDirective}`));
  });
  page.on("console", (message) => { if (message.type() === "error") troubles.push(message.text()); });
  page.on("pageerror", (error) => troubles.push(error.stack));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return page;
}

/** Run `work` with a browser and the address of the server, and print what it returns as JSON. */
export async function withBrowser(work) {
  const server = createServer(async (request, response) => {
    const name = path.basename(new URL(request.url, "http://localhost").pathname);
    const kind = path.extname(name);
    try {
      const body = name === "blank.html" ? "<!DOCTYPE html><title>Blank</title>"
        : await readFile(path.join(kind === ".js" ? MODULES : folder, name));
      response.writeHead(200, { "content-type": KINDS[kind] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  try {
    const found = await work(browser, `http://127.0.0.1:${server.address().port}`);
    process.stdout.write(JSON.stringify(found));
  } finally {
    await browser.close();
    server.close();
  }
}
