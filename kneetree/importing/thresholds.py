"""What a number is like of which a table holds only some thresholds, in words such as "Aged 60 years or over"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import structs

from kneetree.model.scales import amount
from kneetree.model.tree import Scale

_UNITS = ("years", "days")


def derived_scale(texts: Mapping[int, str], language: str) -> Scale:
    """Return a number that gives its thresholds these ``texts``, if one can, and reaches just as far as they do.

    What is asked and the words below a threshold stay empty, as nobody has written them here.
    """
    most = max(texts)
    bare = Scale(text="", unit="", least=min(0, min(texts) - 1), most=most, at_least=texts[most], under="")
    own = re.search(rf"\b{most} (\w+)", texts[most])
    for unit in (*_UNITS, *([own[1]] if own else [])):
        scale = structs.replace(bare, unit=unit)
        for pattern in (texts[most].replace(amount(scale, most, language), "{n}"), texts[most]):
            if all(pattern.replace("{n}", amount(scale, number, language)) == text for number, text in texts.items()):
                return structs.replace(scale, at_least=pattern)
    return bare
