"""The first sentences of a text, which are all that paper has room for."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])")
_SAYS_LITTLE = 75
"""Letters; a first sentence with fewer often only names a part of the body, and the next says what happens to it."""


def parted(text: str) -> tuple[str, ...]:
    """Return the first sentence of a text, with the second one if it is short, and the rest of it if there is any."""
    sentences = _END.split(text, maxsplit=2)
    if len(sentences) > 1 and len(sentences[0]) < _SAYS_LITTLE:
        sentences[:2] = [" ".join(sentences[:2])]
    first, *rest = sentences
    return (first, " ".join(rest)) if rest else (first,)
