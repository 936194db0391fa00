"""The text of a label that is written in HTML, as draw.io and yEd keep it.

Python's own reader of HTML takes minutes for some damaged texts; this one looks at each letter once.
"""

from __future__ import annotations

import html
import re

_PART = re.compile(r"<(?P<ends>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)[^<>]*>|<[!?/][^<>]*>|[^<]+|<")
_BEFORE = {"br", "div", "p", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"}
_AFTER = {"div", "p", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table"}
_SILENT = {"style", "script", "head"}


def text_of_html(markup: str) -> str:
    """Return the words of some HTML, one line for each line on screen, with a dash before each item of a list."""
    if "<" not in markup and "&" not in markup:
        return markup
    parts: list[str] = []
    silent = ""
    for found in _PART.finditer(markup):
        tag, ends = (found["tag"] or "").lower(), bool(found["ends"])
        if silent:
            silent = "" if ends and tag == silent else silent
        elif tag in _SILENT and not ends:
            silent = tag
        elif tag:
            parts.append(_break(tag, ends))
        elif not found[0].startswith(("<!", "<?", "</")):
            parts.append(html.unescape(found[0]))
    lines = (" ".join(line.split()) for line in "".join(parts).splitlines())
    return "\n".join(line for line in lines if line)


def _break(tag: str, ends: bool) -> str:
    if tag == "li":
        return "\n" if ends else "\n- "
    return "\n" if tag in (_AFTER if ends else _BEFORE) else ""
