"""What a result says to do: when to get help, headed by how soon, and how the condition gets better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kneetree import words
from kneetree.model.tree import About, Leaf, Tree, Urgency

_RECOVERS = (Urgency.WITHIN_DAYS, Urgency.ROUTINE, Urgency.SELF_CARE)


@dataclass(frozen=True)
class HelpRow:
    """The warnings of one level: ``heading`` is such as "Call 999 now if", and each of ``lines`` completes it."""

    urgency: Urgency
    heading: str
    lines: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Return all of it in one sentence."""
        return f"{self.heading} {'; '.join(line.removesuffix('.') for line in self.lines)}."


@dataclass(frozen=True)
class RecoveryRow:
    """How the first condition gets better: how long it takes, and what helps, perhaps only after an examination."""

    condition: str
    time: str
    first_days: tuple[str, ...]
    exercises: tuple[str, ...]
    back_to_activity: tuple[str, ...]
    examined_first: bool = False

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the lists that are not empty, each with the key of its heading in ``words``."""
        every = (
            ("heading.first_days", self.first_days),
            ("heading.exercises", self.exercises),
            ("heading.back_after_exam" if self.examined_first else "heading.back_to_activity", self.back_to_activity),
        )
        return tuple((heading, lines) for heading, lines in every if lines)


def help_rows(tree: Tree, leaves: Iterable[Leaf], language: str | None = None) -> tuple[HelpRow, ...]:
    """Return the warnings of one leaf or more, the most urgent first, and each once at its most urgent level.

    Of several leaves, those with less urgent results add nothing that is less urgent than the most urgent one: whoever
    goes today need not hear when to make an appointment.  When to make one is said as the first leaf says it, or there
    would be two terms to wait for.  The words of the headings are in ``language``, or else in that of the tree.
    """
    every = list(leaves)
    spoken, call = language or tree.language, (tree.about or About()).call
    sought = max((leaf.urgency for leaf in every), key=lambda urgency: urgency.rank, default=Urgency.SELF_CARE)
    told: set[str] = set()
    rows = []
    for level in reversed(Urgency):
        telling = every[:1] if level.rank <= max(Urgency.ROUTINE.rank, sought.rank - 1) else every
        ids = dict.fromkeys(key for leaf in telling for key in leaf.get_help_if.get(level, ()) if key not in told)
        told |= ids.keys()
        if ids:
            heading = help_heading(spoken, level, call, again=level is sought)
            rows.append(HelpRow(level, heading, tuple(warning_text(tree, key) for key in ids)))
    return tuple(rows)


def help_heading(language: str, level: Urgency, call: str, *, again: bool = False) -> str:
    """Return the words that a warning of a level completes; ``again`` if the result itself says to seek that help."""
    key = f"help.{level}_again" if again else f"help.{level}"
    if level is Urgency.EMERGENCY and call:
        return words.text(language, f"{key}_number", number=call)
    return words.text(language, key)


def recovery_row(tree: Tree, leaf: Leaf, told: Iterable[str] = ()) -> RecoveryRow | None:
    """Return how the first condition of a leaf gets better, or ``None`` if that is not shown with such a result.

    Somebody who is to be examined within days is given no exercises: the cause may be one that they would harm.
    Lines of advice that the leaf says to do anyway, or that were ``told`` already, are not told again.
    """
    condition = tree.conditions.get(leaf.condition)
    if condition is None or condition.recovery is None or leaf.urgency not in _RECOVERS:
        return None
    examined_first = leaf.urgency is Urgency.WITHIN_DAYS
    recovery, known = condition.recovery, {*advice_texts(tree, leaf.do), *told}

    def untold(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(text for text in advice_texts(tree, ids) if text not in known)

    row = RecoveryRow(
        tree.condition_name(leaf.condition),
        recovery.time,
        untold(recovery.first_days),
        () if examined_first else untold(recovery.exercises),
        untold(recovery.back_to_activity),
        examined_first,
    )
    return row if row.time or row.parts else None


def advice_texts(tree: Tree, ids: Iterable[str]) -> tuple[str, ...]:
    """Return lines of advice as people read them; an id that has no line yet as it is."""
    return tuple(tree.advice[key].text if key in tree.advice else key for key in ids)


def warning_text(tree: Tree, key: str) -> str:
    """Return a warning as it completes "... if"; its id if it has no text yet."""
    return tree.warnings[key].text if key in tree.warnings else key
