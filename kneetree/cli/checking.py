"""All that ``check`` finds out about one tree: problems, safety rules with their strength, what lowers a result, cases.

The parts are worked out one after the other; each says what it is doing, so that a terminal can show how far it is.
What the solver is asked has one budget together: half of it is for the rules, and half of the rest for their strength.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from kneetree import checks, shipped
from kneetree.analysis import cases
from kneetree.analysis.cases import CasesSummary
from kneetree.checks import Problem
from kneetree.errors import KneetreeError
from kneetree.model.tree import Tree
from kneetree.proof import safety_rules
from kneetree.proof.lowering import Lowering, Lowerings, worst_first
from kneetree.proof.purse import Purse
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.strength import Strength, strengths
from kneetree.words.sentences import capital, joined, sentence

Progress = Callable[[str], None]
"""Is told, often, what is being worked on."""
_Found = TypeVar("_Found")


class Checked(Struct, frozen=True):
    """What there is to tell of a tree.

    ``strengths`` are by the id of their rule, of the rules of the form *given*.  ``lowerings`` has what can lower a
    result, the worst first, then what is not decided.
    """

    problems: list[Problem]
    verdicts: list[Verdict]
    strengths: dict[str, Strength]
    lowerings: list[Lowering]
    looked_at: int
    summary: CasesSummary

    @property
    def fails(self) -> bool:
        """Whether there is an error, a rule that is broken or not decided, or a case under-triaged."""
        errors = any(found.level == "error" for found in self.problems)
        return errors or any(not verdict.holds for verdict in self.verdicts) or self.summary.under_triaged > 0


def check(tree: Tree, path: Path, progress: Progress) -> Checked:
    """Find out all about ``tree``, read from ``path``, beside which its languages are."""
    problems = _each(checks.check_steps(tree, shipped.picture_names()), progress, "looking for problems")
    problems += checks.check_languages(tree, path)
    purse = Purse()
    verdicts: list[Verdict] = []
    with purse.sharing(purse.left / 2):
        for verdict in safety_rules.prove_steps(tree, purse=purse):
            done, rules = len(verdicts), len(tree.rules)
            progress(sentence("proving safety rules, {done} of {rules} done", done=done, rules=rules))
            verdicts += [] if verdict is None else [verdict]
    holding = [tree.rules[verdict.rule_id] for verdict in verdicts if verdict.holds]
    with purse.sharing(purse.left / 2):
        strong = _decided(strengths(tree, holding, purse=purse), problems, progress, "how strong the rules are")
    found = {one.rule_id: one for one in strong}
    problems += checks.needless_conditions(tree, found.values())
    lowerings = _decided(_lowerings(tree, purse), problems, progress, "what can lower a result")
    if any(one.lowers is None for one in lowerings):
        open_ones = (tree.statement(one.finding) for one in lowerings if one.lowers is None)
        names = joined(", ", (sentence("{statement!r}", statement=statement) for statement in open_ones))
        told = sentence("Whether this can lower a result is not known: {names}.", names=names)
        problems.append(checks.not_decided(told))
    progress("walking the cases")
    summary = cases.summarise(cases.run_cases(tree, tree.cases.values()))
    problems.sort(key=lambda one: one.level != "error")
    telling = sorted((one for one in lowerings if one.lowers is not False), key=worst_first)
    return Checked(problems, verdicts, found, telling, len(lowerings), summary)


def _lowerings(tree: Tree, purse: Purse) -> Generator[Lowering | None, None, None]:
    yield from Lowerings(tree, purse=purse).steps()


def _each(steps: Iterable[_Found | None], progress: Progress, doing: str) -> list[_Found]:
    """Return what ``steps`` yield but for the ``None`` between slices."""
    found = []
    for one in steps:
        progress(doing)
        if one is not None:
            found.append(one)
    return found


def _decided(steps: Iterable[_Found | None], problems: list[Problem], progress: Progress, what: str) -> list[_Found]:
    """Return what ``steps`` yield; nothing, and a problem more, if that cannot be decided."""
    try:
        return _each(steps, progress, what)
    except KneetreeError as error:
        told = sentence("{what} is not known. {error}", what=capital(sentence(what)), error=error)
        problems.append(checks.not_decided(told))
        return []
