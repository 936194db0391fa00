// Elements of the page. Text from a tree is only ever set as text: nothing here reads markup, but for pictures, which
// are shown as images.

/** Make an element with attributes and children; strings become text, and null is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Make an element with the text of a tree, a paragraph for each line of it; null if there is none. */
export function paragraphs(text, className = null) {
  const lines = (text ?? "").split("\n").filter((line) => line.trim());
  return lines.length ? element("div", { class: className }, lines.map((line) => element("p", {}, line))) : null;
}

export function list(lines, name = "ul") {
  return element(name, {}, lines.map((line) => element("li", {}, line)));
}

/** Make a heading with a list under it, or nothing if the list is empty. */
export function headed(heading, lines, level = "h2") {
  return lines.length ? [element(level, {}, heading), list(lines)] : [];
}

export function button(label, press, attributes = {}) {
  return element("button", { type: "button", onclick: press, ...attributes }, label);
}

export function folded(label, ...children) {
  return element("details", {}, element("summary", {}, label), ...children);
}

const folds = new WeakMap();

/** Fold what `make` returns, which is made only when it is opened. */
export function foldedLater(label, make) {
  const part = folded(label);
  folds.set(part, make);
  part.addEventListener("toggle", () => fillFold(part));
  return part;
}

/** Make what is folded, unless that was done. */
export function fillFold(part) {
  const make = folds.get(part);
  folds.delete(part);
  if (make) part.append(...[make()].flat(Infinity).filter(Boolean));
}

const waiting = new Set();

/** Do `work` once the page that is being made can be seen, or when it is printed before that. */
export function afterPaint(work) {
  const once = () => { if (waiting.delete(once)) work(); };
  waiting.add(once);
  requestAnimationFrame(() => setTimeout(once));
}

/** Do all that waits until the page can be seen. */
export function doWaiting() {
  for (const once of waiting) once();
}

/** Forget what waits, since another page is shown. */
export function forgetWaiting() {
  waiting.clear();
}

/** Make the icon of an urgency out of the template of that name. */
export function icon(name) {
  const template = document.getElementById(`icon-${name}`);
  return template ? template.content.cloneNode(true) : "";
}

const SVG = "http://www.w3.org/2000/svg";

/** Make a picture with its description, in the words of the language that is shown. */
export function picture(page, name) {
  const found = page.pictures.get(name);
  if (!found) return null;
  const parsed = drawingOf(page, found);
  const described = ["title", "desc"].map((part) => parsed.querySelector(part)?.textContent.trim() ?? "");
  const image = element("img", { alt: described.filter(Boolean).join(". ").replaceAll("..", "."), class: "picture" });
  image.src = sourceOf(parsed);
  return { image, parsed, places: found.places };
}

function drawingOf(page, found) {
  const words = new Map(Object.entries(page.text.picture_words));
  const svg = found.svg.replace(/>([^<>]*[^<>\s][^<>]*)</g, (whole, text) => `>${words.get(text.trim()) ?? text}<`);
  return new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
}

export function sourceOf(drawing) {
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
}

/** Lay the places of a drawing over its image as shapes that can be touched; `press` is told the finding. */
export function touchLayer(drawing, places, press) {
  const layer = document.createElementNS(SVG, "svg");
  layer.setAttribute("viewBox", drawing.getAttribute("viewBox") ?? "0 0 408 320");
  layer.setAttribute("class", "touch");
  layer.setAttribute("aria-hidden", "true"); // the list beside it says the same
  for (const [finding, id] of places) {
    const place = [...drawing.querySelectorAll("[id]")].find((shape) => shape.id === id);
    if (!place) continue;
    const group = document.createElementNS(SVG, "g");
    group.dataset.finding = id;
    group.dataset.fact = finding;
    for (const shape of place.matches("g") ? place.querySelectorAll(SHAPES) : [place]) group.append(bare(shape));
    group.addEventListener("click", () => press(finding));
    layer.append(group);
  }
  return layer;
}

const SHAPES = "path,circle,ellipse,rect,polygon,polyline";
const OUTLINE = ["d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "points", "transform"];

/** Copy the outline of a shape and nothing else of it. */
function bare(shape) {
  const made = document.createElementNS(SVG, shape.localName);
  for (const name of OUTLINE) if (shape.hasAttribute(name)) made.setAttribute(name, shape.getAttribute(name));
  return made;
}
