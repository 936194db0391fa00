"""Numbers about a person, such as an age or the days since something began, and the nodes that ask for them."""

from __future__ import annotations

from collections.abc import Mapping

from kneetree.model.tree import Scale, Topic, Tree

_SCALES = {
    "en": {
        "age": Scale(
            topic=Topic.AGE, text="How old are you?", unit="years", least=0, most=120, at_least="Aged {n} or over",
            under="Aged under {n}",
        ),
        "days": Scale(
            topic=Topic.ONSET, text="How long ago did it start?", unit="days", least=0, most=36500,
            at_least="Started {n} or more ago", under="Started less than {n} ago",
        ),
    },
    "es": {
        "age": Scale(
            topic=Topic.AGE, text="¿Qué edad tiene?", unit="years", least=0, most=120, at_least="Tiene {n} o más",
            under="Tiene menos de {n}",
        ),
        "days": Scale(
            topic=Topic.ONSET, text="¿Hace cuánto empezó?", unit="days", least=0, most=36500,
            at_least="Empezó hace {n} o más", under="Empezó hace menos de {n}",
        ),
    },
}  # fmt: skip
"""The numbers that most trees ask, in the languages in which drafts are written."""


def usual_numbers(tree: Tree) -> Mapping[str, Scale]:
    """Return the numbers that most trees ask by their ids, in the language of the tree, or in English."""
    return _SCALES.get(tree.language.partition("-")[0], _SCALES["en"])
