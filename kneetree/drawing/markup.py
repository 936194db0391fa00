"""Make text from a file harmless in XML and HTML: escaped, and without the characters that they forbid."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_NO_CHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def clean(text: str) -> str:
    """Return the text without control characters, lone surrogates and noncharacters."""
    return _FORBIDDEN.sub("", text)


def escaped(text: str) -> str:
    """Return the text as it may be written in XML and HTML, also within quotes."""
    return escape(clean(text), quote=True)


def language_tag(language: str) -> str:
    """Return the language as a tag for an attribute, such as ``en`` or ``es-MX``; English for anything else."""
    return language if _LANGUAGE.fullmatch(language) else "en"


def listed(lines: Iterable[str]) -> str:
    """Return lines of text as a list of HTML, or nothing if there are none."""
    rows = "".join(f"<li>{escaped(line)}</li>" for line in lines)
    return f"<ul>{rows}</ul>" if rows else ""
