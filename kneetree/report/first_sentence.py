"""The first sentence of a text, which is all that paper has room for."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])")


def parted(text: str) -> tuple[str, ...]:
    """Return the first sentence of a text, and the rest of it if there is any."""
    return tuple(_END.split(text, maxsplit=1))
