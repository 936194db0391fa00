// Begin with the data that stands in the page. This is the only part that does anything by itself.

import { begin } from "./main.js";
import { wholeTexts } from "./texts.js";

const data = JSON.parse(document.getElementById("tree").textContent);
data.texts = wholeTexts(document.querySelector("#walk noscript").textContent, data.texts);
begin(data);
