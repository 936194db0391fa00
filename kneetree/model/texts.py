"""The texts of one entry of a tree in another language, and the names of the parts that have texts."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

TextPart = Literal[
    "tree", "about", "start", "scale", "finding", "question", "advice", "warning",
    "condition", "node", "rule", "region",
]  # fmt: skip
"""The parts of a tree that have texts; ``tree`` is its title."""


class Texts(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The texts of one entry; ``of`` is the stamp of the original that they translate."""

    of: str
    title: str = ""
    heading: str = ""
    text: str = ""
    button: str = ""
    unit: str = ""
    at_least: str = ""
    under: str = ""
    statement: str = ""
    means: str = ""
    reassures: str = ""
    help: str = ""
    answer_rule: str = ""
    why: str = ""
    name: str = ""
    plain_name: str = ""
    summary: str = ""
    recovery_time: str = ""
    reason: str = ""
    unless: tuple[str, ...] = ()
    intended_use: str = ""
    not_for: str = ""
    emergency: str = ""
    call: str = ""


NOTHING = Texts("")
FIELDS = tuple(name for name in Texts.__struct_fields__ if name != "of")
