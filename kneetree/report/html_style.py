"""The look of the HTML report: calm on a light or dark screen, black on white with borders on paper."""

from __future__ import annotations

import math
import re

from kneetree.drawing.palette import CSS_VARIABLES, DARK, URGENCY_COLOURS
from kneetree.model.tree import Urgency
from kneetree.report.html_closeness import Closeness

STYLE = """
:root { color-scheme: light dark; --paper: #F7F6F2; --surface: #FFFFFF; --level: %(level)s; --on-level: #FFFFFF;
  %(colours)s }
@media screen and (prefers-color-scheme: dark) {
  :root { %(dark)s }
  .pictures figure { background: #FFFFFF; border-radius: 8px; padding: 8px; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 52rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", Verdana, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 32px 0 8px; }
p, ul, ol, dl { margin: 8px 0; }
ul, ol { padding-left: 1.4em; }
li { margin: 4px 0; }
.card { background: var(--surface); border: 1px solid var(--level); border-radius: 8px; overflow: hidden; }
.band { background: var(--level); color: var(--on-level); padding: 20px 24px; display: flex; gap: 16px;
  align-items: center; }
.band svg { flex: none; width: 48px; height: 48px; }
.said { padding: 16px 24px; }
.said .title { font-size: 1.25rem; font-weight: bold; }
.state { border-left: 4px solid var(--muted); padding-left: 12px; margin-top: 16px; }
.help { background: var(--surface); border: 2px solid var(--emergency); border-radius: 8px;
  padding: 4px 24px 12px; margin-top: 24px; }
.help h2 { margin-top: 12px; }
dt { font-weight: bold; }
dd { margin: 0 0 8px; }
.medical, .quiet, small { color: var(--muted); font-weight: normal; }
h3 { font-size: 1.0625rem; margin: 12px 0 4px; }
li small { display: block; } details { margin: 8px 0; } summary { padding: 10px 0; cursor: pointer; }
ol p { margin: 0; }
.fact { color: var(--muted); display: block; } .worked ul { font-size: 0.9375rem; } .onpaper { display: none; }
.counts { font-weight: 600; }
a { overflow-wrap: anywhere; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%%, 340px), 1fr)); gap: 16px; }
figure { margin: 0; }
figure svg { width: 100%%; height: auto; max-width: 440px; }
a { color: var(--accent); }
.name { display: none; } .name .side { padding-left: 24px; white-space: nowrap; }
.band { flex-wrap: wrap; } .band h1 { flex: 1 1 6em; min-width: 0; }
@media (max-width: 30rem) {
  body { padding: 12px; hyphens: auto; } h1 { font-size: 1.5rem; }
  .band, .said, .help { padding-left: 12px; padding-right: 12px; }
}
.sources, .about { font-size: 0.9375rem; }
@page { margin: %(top)smm %(side)smm %(foot_room)smm;
  @top-left { content: %(head)s; font: 8pt sans-serif; vertical-align: middle; }
  @top-right { content: %(made)s; font: 8pt sans-serif; }
  @bottom-left { content: %(foot)s; font: bold 8pt/1.25 sans-serif; vertical-align: top; padding-top: 3mm; width: 165mm;
    white-space: normal; }
  @bottom-right { content: %(page)s; font: 8pt sans-serif; vertical-align: top; padding-top: 3mm; } }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; background: none; color: #000000; font: 9pt/1.25 Arial, "Liberation Sans",
    Helvetica, system-ui, sans-serif; }
  h1 { font-size: 18pt; } h2 { font-size: 10.5pt; margin: 7pt 0 2pt; break-after: avoid; }
  .card { border: 3pt solid #000000; background: none; }
  .band { background: none; color: #000000; border-bottom: 1pt solid #000000; padding: 5pt 12pt; }
  .said { padding: 2pt 12pt; } .said .title { font-size: 10.5pt; }
  .help { border: 2pt solid #000000; background: none; break-inside: avoid; padding: 2pt 12pt 6pt; margin-top: 10pt; }
  .medical, .quiet, small, .fact { color: #000000; }
  .onpaper { display: block; } .worked, .pictures, .rest, .onscreen, .state, .about h2 { display: none; }
  .person { columns: 2; column-gap: 6mm; margin-top: 8pt; } .person > h2:first-child { margin-top: 0; }
  .name { display: flex; margin: 0 0 8pt; } .name span:first-child { flex: 1; border-bottom: 1pt solid #000000; }
  h3 { font-size: 10pt; margin: 4pt 0 2pt; break-after: avoid; }
  li, dt, dd { break-inside: avoid; }
  .recovery { border: 1pt solid #000000; padding: 2pt 12pt 6pt; margin-top: 8pt;
    -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .facts { columns: 3; column-gap: 5mm; font-size: 8pt; line-height: 1.2; }
  .facts h3 { font-size: 9pt; } .facts ul { margin: 0; padding-left: 1.2em; } .facts li { margin: 0 0 1pt; }
  .run .counts li { display: block; }
  .facts p { margin: 0; } .facts .run ul { padding: 0; list-style: none; } .run li { display: inline; }
  .run b + ul { display: inline; } .run b + ul::before { content: " "; } .run div { margin: 0 0 2pt; }
  .run li + li::before, .sources li + li::before { content: " \\2022  "; }
  .denied h3::before, .facts .denied li::before { content: " \\2212\\A0"; }
  figure.strip svg { max-width: none; }
  svg text { fill: #000000; }
  svg rect { fill: #FFFFFF; stroke: #000000; }
  svg polyline, svg [stroke]:not([stroke="none"]) { stroke: #000000; }
  svg path[fill]:not([fill="none"]) { fill: #000000; }
  a { color: #000000; text-decoration: none; } .sources a { display: none; }
  .sources, .about { font-size: 8pt; line-height: 1.2; }
  .sources ol { padding: 0; list-style: none; } .sources li { display: inline; }
  p, ul, ol, dl { margin: 2pt 0; } li { margin: 1pt 0; } dd { margin: 0 0 2pt; } .about p { margin: 0; }
  .close .person, .closest .person { font-size: 8.5pt; }
  .closest .person { font-size: 8pt; line-height: 1.15; } .closest .help, .closest .recovery { padding: 0 8pt 4pt; }
  .closest dd { display: none; } .closest h2 { font-size: 10pt; margin-top: 5pt; }
  .closest li { margin: 0; } .closest h3 { font-size: 9pt; margin: 3pt 0 1pt; }
  .closest .facts, .closest .sources, .closest .about { line-height: 1.05; }
  .closest .about p:not(.rest) { display: inline; } .closest .about p::after { content: " "; }
  .closest .facts { column-gap: 4mm; }
  body.narrow { font-family: "Arial Narrow", "Liberation Sans Narrow", Arial, "Liberation Sans", sans-serif; }
  .narrow .person { line-height: 1; } .narrow .facts { columns: 4; column-gap: 3mm; }
  .narrow .facts, .narrow .sources, .narrow .about { line-height: 1; } .narrow h2, .narrow h3 { margin: 2pt 0 0; }
  .narrow p, .narrow ul, .narrow ol, .narrow dl { margin: 1pt 0; }
  .closest .facts h3 { margin: 0; } .closest .band { padding: 2pt 8pt; }
  .closest .band svg { width: 28px; height: 28px; }
  .closest .band h1 { font-size: 15pt; } .closest .name { margin: 0 0 4pt; } .closest .person { margin-top: 4pt; }
  .closest .help { break-inside: auto; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .own .clinic { break-before: page; margin-top: 0; }
}
"""

_FOOT_LEAST, _FOOT_LEADING, _FOOT_LINE = 8.5, 3.5, 95
"""The room in millimetres below the text without the reminder, and for each line of it, which has so many letters."""
_PLAIN = re.compile(r"[A-Za-z0-9 ]")


def foot_room(foot: str) -> float:
    """Return the room in millimetres below the text of each page, in which the reminder is never cut."""
    return _FOOT_LEAST + math.ceil(len(foot) / _FOOT_LINE) * _FOOT_LEADING


def style(urgency: Urgency, close: Closeness, *, head: str, made: str, foot: str, page: str) -> str:
    """Return the style sheet, for paper as ``close`` as it is set.

    ``page`` is the text of a page number, with ``{page}`` and ``{pages}`` in it; the other texts are printed on every
    page.
    """
    return STYLE % {
        "level": URGENCY_COLOURS[urgency],
        "colours": CSS_VARIABLES,
        "dark": _dark(urgency),
        "head": quoted(head),
        "made": quoted(made),
        "foot": quoted(foot),
        "page": _counted(page),
        "foot_room": foot_room(foot),
        "top": 10 if close == "closest" else 13,
        "side": 9 if close == "closest" else 12,
    }


def _dark(urgency: Urgency) -> str:
    """Return the variables for a dark screen."""
    emergency = urgency is Urgency.EMERGENCY
    roles = {name: DARK[name] for name in ("paper", "surface", "ink", "muted", "accent")}
    roles |= {"emergency": DARK["danger"], "level": DARK[urgency]}
    roles["on-level"] = DARK["on_emergency" if emergency else "on_level"]
    return " ".join(f"--{name}: {colour};" for name, colour in roles.items())


def quoted(text: str) -> str:
    """Return a text as a string of CSS that can end neither the string nor the style sheet.

    A space after an escape belongs to the escape, so one is added.
    """
    return '"' + "".join(c if _PLAIN.match(c) else f"\\{ord(c):06x} " for c in text) + '"'


def _counted(page: str) -> str:
    parts = re.split(r"(\{pages?\})", page)
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    return " ".join(counters.get(part) or quoted(part) for part in parts if part)
