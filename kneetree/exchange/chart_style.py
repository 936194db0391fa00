"""The style sheet of the paper chart: two columns of numbered boxes on screen, three in black on white in print."""

from __future__ import annotations

from kneetree.drawing.palette import CSS_VARIABLES, URGENCY_COLOURS

_LEVELS = "".join(
    f".{level} {{ border-color: {colour}; }} .{level} .urgency {{ background: {colour}; }}\n"
    for level, colour in URGENCY_COLOURS.items()
)
STYLE = (
    f":root {{ {CSS_VARIABLES} }}"
    """
:root { color: var(--ink); background: #F7F6F2; font: 15px/1.45 system-ui, "DejaVu Sans", Verdana, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 24px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 1.3; margin: 0 0 8px; } main h2 { margin: 24px 0 12px; }
h3 { font-size: 17px; line-height: 1.3; margin: 0 0 8px; } h4 { font-size: 14px; margin: 8px 0 2px; }
p { margin: 4px 0; } ul, ol { margin: 4px 0; padding-left: 22px; }
a { color: var(--accent); font-weight: bold; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
section { background: #FFFFFF; border: 1px solid var(--line); border-radius: 8px;
  padding: 14px 16px; margin: 0 0 16px; }
.columns { columns: 22rem; column-gap: 16px; } main section { break-inside: avoid; }
main section:target { outline: 3px solid var(--accent); }
.review { font-weight: bold; } .quiet { color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
.alarm { border: 3px solid var(--emergency); }
h3 b { display: inline-block; min-width: 1.6em; padding: 0 4px; text-align: center; background: var(--ink);
  color: #FFFFFF; border-radius: 6px; }
.answers { list-style: none; padding: 8px 0 0; border-top: 1px solid var(--line); }
.decision { border-style: dashed; } .rule { border-left: 4px solid var(--accent); padding-left: 8px; }
.ticks { list-style: "\\2610\\00a0\\00a0"; }
.leaf { border-width: 3px; } .net { border-left: 4px solid currentColor; padding-left: 8px; }
.urgency { display: flex; gap: 10px; align-items: center; font-weight: bold; font-size: 16px; color: #FFFFFF;
  background: var(--muted); margin: -14px -16px 10px; padding: 8px 16px; }
.urgency svg { flex: none; }
"""
    + _LEVELS
    + """.rules { list-style: none; padding: 0; } .rules li { margin: 0 0 10px; break-inside: avoid; }
.sources { font-size: 13px; overflow-wrap: anywhere; }
@page { size: A4; margin: 12mm; }
@media print {
  :root { color: #000000; background: #FFFFFF; font-size: 8.5pt; line-height: 1.3; }
  body { max-width: none; padding: 0; }
  a { color: #000000; text-decoration: none; } section, .alarm, .leaf { border-color: #000000; }
  h3 b, .urgency, .leaf .urgency { background: #FFFFFF; color: #000000; }
  h3 b { border: 1px solid #000000; } .urgency { border-bottom: 2px solid #000000; } .quiet { color: #000000; }
  .emergency { border-width: 5px; } .same_day { border-width: 4px; }
  h1 { font-size: 18pt; } h2 { font-size: 12pt; } h3 { font-size: 10pt; margin-bottom: 4px; }
  h4 { font-size: 8.5pt; margin-top: 4px; } .quiet, .sources { font-size: 7.5pt; } .urgency { font-size: 10pt; }
  section { padding: 6px 10px; margin-bottom: 8px; } .urgency { margin: -6px -10px 6px; padding: 4px 10px; }
  .urgency svg { width: 20px; height: 20px; } p, ul, ol { margin: 2px 0; } .answers { padding-top: 4px; }
  .columns { columns: 3; column-gap: 8px; }
  h1, h2, h3, h4 { break-after: avoid; } header section { break-inside: avoid; }
}
"""
)
