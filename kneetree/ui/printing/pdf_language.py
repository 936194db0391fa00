"""The language of a PDF, which a screen reader needs to pronounce it: Qt 6 cannot write it.

The file is not rewritten.  As the format provides for changes, a newer catalog is put at its end, with a table that
says where it is.
"""

from __future__ import annotations

import re

_TRAILER = re.compile(rb"trailer\s*<<(?P<told>.*?)>>\s*startxref\s+(?P<table>\d+)\s+%%EOF\s*$", re.S)
_ROOT = re.compile(rb"/Root\s+(\d+) 0 R")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def in_language(data: bytes, language: str) -> bytes:
    """Return a PDF that says its language and shows its title; as it is if its form or the language is not known."""
    trailer = _TRAILER.search(data, max(0, data.rfind(b"trailer")))
    root = _ROOT.search(trailer["told"]) if trailer else None
    if trailer is None or root is None or not _LANGUAGE.fullmatch(language):
        return data
    number = root[1]
    found = list(re.finditer(rb"(?:^|\n)" + number + rb" 0 obj\s*<<(.*?)>>\s*endobj", data, re.S))
    catalog = found[-1] if found else None
    if catalog is None or b"/Lang" in catalog[1]:
        return data
    preferences = b"" if b"/ViewerPreferences" in catalog[1] else b"/ViewerPreferences << /DisplayDocTitle true >>\n"
    newer = b"%s 0 obj\n<<%s\n/Lang (%s)\n%s>>\nendobj\n" % (number, catalog[1], language.encode(), preferences)
    begun = data if data.endswith(b"\n") else data + b"\n"
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, len(begun))
    told = re.sub(rb"/Prev\s+\d+", b"", trailer["told"]).rstrip()
    end = b"trailer\n<<%s\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (told, trailer["table"], len(begun) + len(newer))
    return begun + newer + table + end
