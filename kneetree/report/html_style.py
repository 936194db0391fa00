"""The look of the HTML report: calm on a screen, black on white with borders on paper."""

from __future__ import annotations

import re

from kneetree.drawing.palette import CSS_VARIABLES, URGENCY_COLOURS
from kneetree.model.tree import Urgency

STYLE = """
:root { color-scheme: light; --level: %(level)s; %(colours)s }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 52rem; background: #F7F6F2; color: var(--ink);
  font: 1.0625rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", Verdana, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 32px 0 8px; }
p, ul, ol, dl { margin: 8px 0; }
ul, ol { padding-left: 1.4em; }
li { margin: 4px 0; }
.card { background: #FFFFFF; border: 1px solid var(--level); border-radius: 8px; overflow: hidden; }
.band { background: var(--level); color: #FFFFFF; padding: 20px 24px; display: flex; gap: 16px; align-items: center; }
.band svg { flex: none; width: 48px; height: 48px; }
.said { padding: 16px 24px; }
.said .title { font-size: 1.25rem; font-weight: bold; }
.state { border-left: 4px solid var(--muted); padding-left: 12px; margin-top: 16px; }
.help { background: #FFFFFF; border: 2px solid var(--emergency); border-radius: 8px;
  padding: 4px 24px 12px; margin-top: 24px; }
.help h2 { margin-top: 12px; }
dt { font-weight: bold; }
dd { margin: 0 0 8px; }
.medical, .quiet, small { color: var(--muted); font-weight: normal; }
table { border-collapse: collapse; table-layout: fixed; width: 100%%; background: #FFFFFF; font-size: 0.9375rem; }
caption { text-align: left; color: var(--muted); padding: 4px 0; }
th, td { text-align: left; vertical-align: top; border: 1px solid #C9CED2; padding: 6px 8px; }
h3 { font-size: 1.0625rem; margin: 12px 0 4px; }
td small { display: block; } td ul { margin: 0 0 4px; padding-left: 1.2em; } td li { margin: 0; }
.fact { color: var(--muted); } .worked ul { font-size: 0.9375rem; } .onpaper { display: none; }
th:nth-child(1) { width: 3.4em; white-space: nowrap; }
th:nth-child(2) { width: 40%%; } th:nth-child(4) { width: 8.5em; }
a { overflow-wrap: anywhere; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%%, 340px), 1fr)); gap: 16px; }
figure { margin: 0; }
figure svg { width: 100%%; height: auto; max-width: 440px; }
a { color: var(--accent); }
.name { display: none; margin-top: 24px; border-bottom: 1px solid var(--ink); padding-bottom: 4px; }
.sources, .about { font-size: 0.9375rem; }
@page { size: A4; margin: 18mm 15mm 30mm;
  @top-left { content: %(head)s; font: 8pt sans-serif; vertical-align: middle; }
  @top-right { content: %(made)s; font: 8pt sans-serif; }
  @bottom-left { content: %(foot)s; font: 7.5pt/1.3 sans-serif; vertical-align: top; padding-top: 3mm; width: 150mm;
    white-space: normal; }
  @bottom-right { content: %(page)s; font: 8pt sans-serif; vertical-align: top; padding-top: 3mm; } }
@media print {
  body { max-width: none; padding: 0; background: none; color: #000000; font-size: 9.5pt; line-height: 1.3; }
  h1 { font-size: 18pt; } h2 { font-size: 11.5pt; margin: 9pt 0 3pt; break-after: avoid; }
  .card { border: 3pt solid #000000; background: none; }
  .band { background: none; color: #000000; border-bottom: 1pt solid #000000; padding: 8pt 12pt; }
  .said { padding: 6pt 12pt; }
  .help { border: 2pt solid #000000; background: none; break-inside: avoid; padding: 2pt 12pt 6pt; margin-top: 10pt; }
  .medical, .quiet, small, caption, .name { color: #000000; }
  .name, .onpaper { display: block; } .worked { display: none; }
  h3 { font-size: 10pt; margin: 4pt 0 2pt; break-after: avoid; } .fact { color: #000000; }
  table { background: none; font-size: 8.5pt; line-height: 1.25; } th, td { border-color: #000000; padding: 1.5pt 4pt; }
  small { font-size: 7pt; line-height: 1.15; }
  tr, figure, li, dt, dd { break-inside: avoid; }
  .pictures { grid-template-columns: 1fr 1fr; gap: 8pt; }
  svg text { fill: #000000; }
  svg rect { fill: #FFFFFF; stroke: #000000; }
  svg polyline, svg [stroke]:not([stroke="none"]) { stroke: #000000; }
  svg path[fill]:not([fill="none"]) { fill: #000000; }
  a { color: #000000; text-decoration: none; }
  .sources, .about { font-size: 7.5pt; line-height: 1.25; }
  .sources ol { columns: 2; column-gap: 8mm; }
  p, ul, ol, dl { margin: 4pt 0; } li { margin: 1.5pt 0; } dd { margin: 0 0 3pt; }
}
"""

_PLAIN = re.compile(r"[A-Za-z0-9 ]")


def style(urgency: Urgency, *, head: str, made: str, foot: str, page: str) -> str:
    """Return the style sheet.

    ``page`` is the text of a page number, with ``{page}`` and ``{pages}`` in it; the other texts are printed on every
    page.
    """
    return STYLE % {
        "level": URGENCY_COLOURS[urgency],
        "colours": CSS_VARIABLES,
        "head": quoted(head),
        "made": quoted(made),
        "foot": quoted(foot),
        "page": _counted(page),
    }


def quoted(text: str) -> str:
    """Return a text as a string of CSS that can end neither the string nor the style sheet.

    A space after an escape belongs to the escape, so one is added.
    """
    return '"' + "".join(c if _PLAIN.match(c) else f"\\{ord(c):06x} " for c in text) + '"'


def _counted(page: str) -> str:
    parts = re.split(r"(\{pages?\})", page)
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    return " ".join(counters.get(part) or quoted(part) for part in parts if part)
