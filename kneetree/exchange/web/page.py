"""The whole walk as one page: it walks in any browser, needs no other file, and asks nothing of any network.

The script, the style and the data of the tree are in the page itself.  What may run is named by its hash, so that
nothing in a tree can ever run.  Without a script the page is the paper chart.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from kneetree import words
from kneetree.drawing.icons import icon_shapes
from kneetree.drawing.markup import clean, escaped, language_tag
from kneetree.drawing.palette import ACCENT, DARK, INK, LINE, MUTED, URGENCY_COLOURS
from kneetree.exchange.chart import chart_body
from kneetree.exchange.chart_style import STYLE as CHART_STYLE
from kneetree.exchange.web.page_data import page_data
from kneetree.exchange.web.page_words import OWN
from kneetree.exchange.web.pool import told_as, told_in
from kneetree.model.tree import About, Tree, Urgency
from kneetree.report.summary import review_sentence

HERE = Path(__file__).parent
MODULES = ("walk", "why", "more", "led", "say", "dom", "result", "emergency", "ask", "show", "main", "texts", "start")
"""The parts of the script, each after those that it imports."""
_IMPORT = re.compile(r"^import .*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_COMMENT = re.compile(r"^ *(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)\n|(?<=[;{]) // .*$", re.MULTILINE)
"""A comment that has its lines to itself or ends one; the reader of the page has no use for it."""
_NO_BREAK = re.compile(r"(?<=[{,(\[])\n|\n(?=[})\]])")
"""Ends of lines at which no statement ends, or where a bracket ends it as well."""
_NAME = re.compile(r'="([\w#-]+)"(?=[ >])')
"""A value that needs no quotes: HTML ends it at the blank or the end of its tag.  No text has a quote of its own."""
_BREAK = re.compile(r"\n(?=</|<(?:p|li|ul|section|h3|h4|div)\b)")
"""The end of a line before a part that begins a line of its own anyway."""
SPACED = re.compile(r" (=>|===|!==|&&|\|\||\?\?|=|<|>|>=|<=|\+=|\+|\?|:) |(?<=[\w)\]}]), (?=[\w\[({.])|(?<=\)) (?={)")
"""What needs no blanks around it, or behind it; no text of the script has it with blanks, which a test holds."""
_INDENT = re.compile(r"^\s+", re.MULTILINE)


def page(trees: Sequence[Tree], made: datetime.date | None = None) -> bytes:
    """Return the page of a tree in its languages, its own first; it says it was made today unless ``made`` does."""
    return "\n".join(_lines(trees, made or datetime.date.today())).encode()


def _lines(trees: Sequence[Tree], made: datetime.date) -> Iterable[str]:
    tree = trees[0]
    look, code = style(), script()
    chart = _in_fewer_bytes("\n".join([*(line for each in trees for line in _without_script(each)), *chart_body(tree)]))
    data = page_data(trees, made)
    own, *others = data["texts"]
    data["texts"] = [told_in(chart, own), *(told_as(own, texts) for texts in others)]
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language_tag(tree.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy([code], [look, CHART_STYLE])}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escaped(tree.title) or 'kneetree'}</title>"
    yield f"<style>{look}</style>"
    yield f"<noscript><style>{CHART_STYLE}</style></noscript>"
    yield "</head>"
    yield "<body>"
    yield '<header class="top">'
    yield f'<div id="review"><p class="review">{escaped(review_sentence(tree, today=made))}</p></div>'
    yield f'<p id="emergency">{escaped((tree.about or About()).emergency)}</p>'
    yield '<div id="bar"></div>'
    yield "</header>"
    yield '<main id="walk">'
    yield "<noscript>"
    yield chart
    yield "</noscript>"
    yield "</main>"
    yield '<footer id="about"></footer>'
    for level in Urgency:
        shapes = icon_shapes(level, "currentColor")
        yield f'<template id="icon-{level}"><svg viewBox="0 0 48 48" aria-hidden="true">{shapes}</svg></template>'
    yield f'<script type="application/json" id="tree">{data_text(data)}</script>'
    yield f"<script>{code}</script>"
    yield "</body>"
    yield "</html>"
    yield ""


def _in_fewer_bytes(markup: str) -> str:
    """Return markup without the end tags and quotes that HTML itself puts where they belong."""
    for long, short in (("</li>", ""), ("</p>", ""), ("strong>", "b>"), ("\n\n", "\n")):
        markup = markup.replace(long, short)
    return _NAME.sub(r"=\1", _BREAK.sub("", markup))


def _without_script(tree: Tree) -> Iterable[str]:
    """Return what to do where no script runs, with what to do in an emergency, in the language of ``tree``."""
    told = [OWN[words.spoken(tree.language)]["web.no_script"], (tree.about or About()).emergency]
    rows = "".join(f"<p>{escaped(text)}</p>" for text in told if text.strip())
    yield f'<section class="note" lang="{language_tag(tree.language)}">{rows}</section>'


def data_text(data: object) -> str:
    """Return data as JSON that cannot end the element it is in, whatever is in its texts."""
    text = clean(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    for character in "<\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the policy under which only these scripts and styles count, and nothing is fetched or sent."""
    allowed = {"script-src": " ".join(map(_hash, scripts)), "style-src": " ".join(map(_hash, styles))}
    rules = ["default-src 'none'", *(f"{name} {hashes}" for name, hashes in allowed.items())]
    return "; ".join([*rules, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def script() -> str:
    """Return the parts of the script as one, in which nothing is imported or seen from outside."""
    parts = [(HERE / f"{name}.js").read_text("utf-8") for name in MODULES]
    body = "\n".join(
        _INDENT.sub("", _COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub("", part)))).strip() for part in parts
    )
    closed_up = SPACED.sub(_close, _NO_BREAK.sub("", body))
    return f'(() => {{\n"use strict";\n{closed_up}\n}})();\n'


def _close(spaced: re.Match[str]) -> str:
    return spaced[1] or spaced[0].strip()


@cache
def style() -> str:
    """Return the style sheet with the colours of the window, light and dark."""
    light = {
        "paper": "#F7F6F2", "surface": "#FFFFFF", "ink": INK, "muted": MUTED, "line": LINE, "accent": ACCENT,
        "danger": URGENCY_COLOURS["emergency"], "on-level": "#FFFFFF", **URGENCY_COLOURS,
    }  # fmt: skip
    dark = {name.replace("on_level", "on-level"): colour for name, colour in DARK.items()}
    levels = "\n".join(f".{level} {{ --level: var(--{level}); }}" for level in URGENCY_COLOURS)
    return _closed_up("\n".join([
        _root(light), levels, (HERE / "page.css").read_text("utf-8").rstrip(),
        f"@media screen and (prefers-color-scheme: dark) {{\n{_root(dark)}\n"
        ".emergency { --on-level: #FFFFFF; }\n}",
    ]))  # fmt: skip


def _closed_up(sheet: str) -> str:
    """Return a style sheet without the white space that only helps its author."""
    for wide, close in (("; }", "}"), (" }", "}"), (" {", "{"), ("{ ", "{"), ("; ", ";"), (": ", ":")):
        sheet = sheet.replace(wide, close)
    return _NO_BREAK.sub("", _INDENT.sub("", sheet))


def _root(colours: dict[str, str]) -> str:
    return f":root {{ {' '.join(f'--{name}: {colour};' for name, colour in colours.items())} }}"
