"""The numbers of a case: whether they fit the scales of a tree, and how they are looked up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from kneetree.errors import shortened
from kneetree.model.scales import amount_in_unit, is_in, number_named
from kneetree.model.values import Case, Scale
from kneetree.words.sentences import sentence


class CaseFault(NamedTuple):
    """What is wrong with a case: the keys that lead to it, and why, with what to do."""

    path: tuple[str, ...]
    reason: str


def fault_of(case: Case, scales: Mapping[str, Scale]) -> CaseFault | None:
    """Return what keeps a case from being a person of a tree with these scales, or ``None``."""
    for name, scale in scales.items():
        number = case.extra.get(name)
        if number is not None and not is_in(scale, number):
            least, most = scale.least, amount_in_unit(scale, scale.most, "en")
            written = shortened(json.dumps(number, ensure_ascii=False), 60)
            return CaseFault(
                (name,),
                sentence(
                    "{written} is not a whole number from {least} to {most}; give one, or leave it out",
                    written=written,
                    least=least,
                    most=most,
                ),
            )
    for finding in case.findings:
        scale_id = number_named(finding, scales)
        if scale_id is not None:
            reason = sentence("a number or threshold is not allowed here; give the number as `{scale}`", scale=scale_id)
            return CaseFault(("findings", finding), reason)
    return None


def numbers_of(case: Case, scales: Mapping[str, Scale]) -> dict[str, int | None]:
    """Return the number of each scale, ``None`` where the case does not give it."""
    return {name: case.extra.get(name) for name in scales}
