// The texts of the page, each of which it holds once: pool.py says how.

/** Return the texts of each language; those of the page's own are partly in the chart, those of another partly the same. */
export function wholeTexts(chart, [first, ...others]) {
  const pieces = [...new Set(chart.split(/[ \n]*<[^>]*>[ \n]*/))];
  const own = first.map((text) => (typeof text === "number" ? readable(pieces[text]) : text));
  return [own, ...others.map((texts) => texts.map((text, number) => (text === 0 ? own[number] : text)))];
}

const MARKS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

function readable(piece) {
  return piece.replace(/&[a-z#x27]+;/g, (mark) => MARKS[mark]);
}
