// Begin with the data that stands in the page. This is the only part that does anything by itself.

import { begin } from "./main.js";

begin(JSON.parse(document.getElementById("tree").textContent));
