"""How strong a rule of the form *given* is: what is guaranteed without each of its conditions and exemptions.

Each condition of ``given`` and each exemption is left out in turn, and the rule that remains is decided like any other,
at the level of the rule first, then at the level of the person who breaks it.  So the answer is exact, and the person
who lowers the guarantee is walked before anybody sees them.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.proof.arrays import Compiled
from kneetree.proof.people import Step
from kneetree.proof.purse import Purse
from kneetree.proof.safety_rules import Verdict, compiled, prove_steps

_MOST_OPEN = 3
"""So many parts that are not decided show that the tree is too hard; the others are left open too."""


class Without(Struct, frozen=True):
    """What a rule guarantees without one of its conditions or exemptions.

    ``condition`` is the finding or threshold of ``given`` that was left out, ``""`` for an exemption; ``why`` is the
    reason of the exemption, ``""`` for a condition.  ``urgency_at_least`` is ``None`` if that was not decided, and
    ``reason`` then says why.  If less is guaranteed than by the rule, ``extra`` are the facts that do it, and ``path``,
    ``leaf`` and ``answers`` are of somebody who gets that little.
    """

    condition: str = ""
    why: str = ""
    urgency_at_least: Urgency | None = None
    extra: dict[str, bool] = {}
    path: tuple[Step, ...] = ()
    leaf: str = ""
    answers: dict[str, bool | int] = {}
    reason: str = ""


class Strength(Struct, frozen=True):
    """How strong a rule is.

    ``needless`` are conditions that can be left out together, and the rule still holds; what is left can be less than
    what each by itself could spare.  Nothing is told of a rule that does not hold, or is not decided.
    """

    rule_id: str
    needless: tuple[str, ...] = ()
    without: tuple[Without, ...] = ()


class _Less:
    """A rule with one part left out, and what is known of its guarantee so far."""

    def __init__(self, rule: Rule, whole: Rule, without: Without) -> None:
        self.rule = rule
        self.whole = whole
        self.without = without

    @classmethod
    def all_of(cls, rule: Rule) -> list[_Less]:
        """Return ``rule`` without each of its conditions, then without each of its exemptions."""
        given, level = rule.given or {}, rule.urgency_at_least
        parts = [
            cls(_relieved(rule, [name]), rule, Without(name, "", level, {name: not value}))
            for name, value in given.items()
        ]
        for place, exemption in enumerate(rule.unless):
            less = replace(rule, unless=rule.unless[:place] + rule.unless[place + 1 :])
            extra = {name: value for name, value in exemption.given.items() if given.get(name) is not value}
            parts.append(cls(less, rule, Without("", exemption.why, level, extra)))
        return parts

    def hear(self, tree: Tree, verdict: Verdict) -> bool:
        """Take in whether what remains holds at its present level; return whether a lower one is to be asked about."""
        if verdict.holds is None:
            self.without = replace(self.without, urgency_at_least=None, reason=verdict.reason)
        elif verdict.holds is False and verdict.leaf is not None:
            level = tree.leaf(verdict.leaf).urgency
            self.without = replace(
                self.without,
                urgency_at_least=level,
                path=verdict.path or (),
                leaf=verdict.leaf,
                answers=verdict.answers,
            )
            self.rule = replace(self.rule, urgency_at_least=level)
            return level is not min(Urgency, key=lambda one: one.rank)
        return False

    @property
    def told(self) -> Without:
        """What there is to tell; a person who lowers nothing has no extra facts."""
        return self.without if self.without.leaf else replace(self.without, extra={})


def strengths(
    tree: Tree,
    rules: Iterable[Rule] | None = None,
    arrays: Compiled | None = None,
    *,
    shortest: bool = False,
    purse: Purse | None = None,
) -> Generator[Strength | None, None, None]:
    """Yield the strength of each rule of the form *given*, of the tree's own if none are given.

    With ``shortest``, the person who lowers a guarantee is asked as few questions as possible; it costs several times
    as much.  There is a ``None`` now and then, between which other work can be done; the tree may be altered meanwhile.
    A rule that nobody is like guarantees anything, so all of its conditions but those that contradict one another are
    needless.  All questions are paid from ``purse``.
    """
    tree = tree.copy()
    arrays = arrays or compiled(tree)
    purse = purse or Purse()
    wanted = [rule for rule in (tree.rules.values() if rules is None else rules) if rule.urgency_at_least is not None]
    verdicts = yield from _decided(tree, wanted, arrays, purse)
    holding = [rule for rule, verdict in zip(wanted, verdicts, strict=True) if verdict.holds]
    parts = [less for rule in holding for less in _Less.all_of(rule)]
    asked = parts
    while asked:
        verdicts = yield from _decided(tree, [less.rule for less in asked], arrays, purse, shortest=shortest)
        asked = [less for less, verdict in zip(asked, verdicts, strict=True) if less.hear(tree, verdict)]
    needless = yield from _needless(tree, holding, parts, arrays, purse)
    for rule in wanted:
        without = tuple([less.told for less in parts if less.whole is rule])
        yield Strength(rule.id, needless.get(id(rule), ()), without)


def _needless(
    tree: Tree, holding: Sequence[Rule], parts: Sequence[_Less], arrays: Compiled, purse: Purse
) -> Generator[None, None, dict[int, tuple[str, ...]]]:
    """Return the conditions of each rule that can be left out together, by the place of the rule in memory.

    They are taken one after the other in the order of the rule, each if the rule still holds without it.
    """
    spared: dict[int, tuple[str, ...]] = {id(rule): () for rule in holding}
    alone: dict[int, list[str]] = {id(rule): [] for rule in holding}
    for less in parts:
        if less.without.condition and not less.without.leaf and not less.without.reason:
            alone[id(less.whole)].append(less.without.condition)
    for place in range(max((len(names) for names in alone.values()), default=0)):
        turn = [rule for rule in holding if place < len(alone[id(rule)])]
        tried = [_relieved(rule, [*spared[id(rule)], alone[id(rule)][place]]) for rule in turn]
        verdicts = yield from _decided(tree, tried, arrays, purse)
        for rule, verdict in zip(turn, verdicts, strict=True):
            if verdict.holds:
                spared[id(rule)] += (alone[id(rule)][place],)
    return spared


def _relieved(rule: Rule, names: Sequence[str]) -> Rule:
    """Return a rule without some of its conditions."""
    return replace(rule, given={name: value for name, value in (rule.given or {}).items() if name not in names})


def _decided(
    tree: Tree, rules: Sequence[Rule], arrays: Compiled, purse: Purse, *, shortest: bool = False
) -> Generator[None, None, list[Verdict]]:
    """Return the verdict on each of ``rules``; once too many are not decided, the others are not either."""
    verdicts: list[Verdict] = []
    open_ = 0
    for verdict in prove_steps(tree, rules, arrays, shortest=shortest, purse=purse):
        if verdict is None:
            yield
            continue
        verdicts.append(verdict)
        open_ += not verdict.decided
        if open_ >= _MOST_OPEN:
            verdicts += [Verdict(rule.id, None, reason=verdict.reason) for rule in rules[len(verdicts) :]]
            break
    return verdicts
