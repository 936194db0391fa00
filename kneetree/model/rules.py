"""The safety rules of a tree: what must hold for every person who walks it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from kneetree.model.nodes import Leaf
from kneetree.model.values import Slug, Urgency, Value
from kneetree.words.sentences import sentence


class PathTo(Value, frozen=True):
    """The leaves to which a rule applies, which match every key that is present."""

    conditions: tuple[str, ...] | None = None
    urgency: Urgency | None = None
    urgency_below: Urgency | None = None

    def matches(self, leaf: Leaf) -> bool:
        """Return whether the rule applies to ``leaf``."""
        return (
            (self.conditions is None or leaf.condition in self.conditions)
            and (self.urgency is None or leaf.urgency is self.urgency)
            and (self.urgency_below is None or leaf.urgency.rank < self.urgency_below.rank)
        )


class Exemption(Value, frozen=True):
    """People who are outside a rule: those who have every value of ``given``; ``why`` says the reason."""

    given: dict[str, bool]
    why: str
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.given:
            raise ValueError("an exemption needs at least one finding under `given`")


class Rule(Value, frozen=True, kw_only=True):
    """A safety rule in exactly one of its four forms.

    ``given`` with ``urgency_at_least`` (and ``unless``); ``every_path_to`` with ``asks``, or with
    ``questions_at_most``; or ``never_lowers`` (and ``below``, ``given``).
    """

    id: Slug
    statement: str
    sources: tuple[str, ...] = ()
    given: dict[str, bool] | None = None
    urgency_at_least: Urgency | None = None
    unless: tuple[Exemption, ...] = ()
    every_path_to: PathTo | None = None
    asks: tuple[str, ...] | None = None
    questions_at_most: Annotated[int, Meta(ge=0)] | None = None
    never_lowers: dict[str, bool] | None = None
    below: Urgency | None = None

    def __post_init__(self) -> None:
        present = {name for name in _FORMING if getattr(self, name) is not None}
        if self.never_lowers is not None:
            if present - {"never_lowers", "below", "given"} or not self.never_lowers:
                raise ValueError("`never_lowers` names at least one finding, and goes with `below` and `given` only")
            both = self.never_lowers.keys() & (self.given or {}).keys()
            if both:
                told = "`given` and `never_lowers` both name `{both}`; take it from one of them"
                raise ValueError(sentence(told, both=min(both)))
        elif present not in _FORMS:
            raise ValueError(
                "a rule has `given` with `urgency_at_least`, or `every_path_to` with `asks` or with "
                "`questions_at_most`, or `never_lowers`"
            )
        if self.unless and self.urgency_at_least is None:
            raise ValueError("`unless` goes with `given` and `urgency_at_least`")

    @property
    def findings(self) -> tuple[str, ...]:
        """The ids of all findings, thresholds and scales that the rule names, each once."""
        named = [*(self.given or ()), *(self.asks or ()), *(self.never_lowers or ())]
        named += [finding for exemption in self.unless for finding in exemption.given]
        return tuple(dict.fromkeys(named))


_FORMING = (
    "given", "urgency_at_least", "every_path_to", "asks", "questions_at_most", "never_lowers", "below",
)  # fmt: skip
_FORMS = (
    {"given", "urgency_at_least"},
    {"every_path_to", "asks"},
    {"every_path_to", "questions_at_most"},
)
