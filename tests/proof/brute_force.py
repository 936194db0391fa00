"""What a proof must say of a small tree, found out by walking every definite person one by one.

The walk is written from the words of the file format alone and shares no code with ``Walk`` or with the proof, so
that a mistake in either of them shows.  It is plain rather than fast: a person is a value for each finding and a number
for each scale, and a decision that lacks a fact is left by both branches.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kneetree.model.tree import Decision, Leaf, QuestionNode, Rule, Tree, Urgency
from tests.proof.small_trees import findings_of

Person = Mapping[str, bool | int]
Path = tuple[tuple[str, str, str], ...]
"""Each node on the way with the answer there, and ``"asked"``, ``"known"`` or ``"decided"``."""


class Outcome(NamedTuple):
    """The way that a person takes, the leaf at its end, and what was asked on it."""

    path: Path
    leaf: str
    known: frozenset[str]
    lacked: frozenset[tuple[str, str]] = frozenset()
    torn: bool = False

    @property
    def questions(self) -> int:
        return sum(how == "asked" for _, _, how in self.path)


# -- people -----------------------------------------------------------------------------------------


def scale_and_number(tree: Tree, finding: str) -> tuple[str, int] | None:
    """Return ``("age", 60)`` for ``age_at_least_60``, and ``None`` for a finding that is not a threshold."""
    scale, _, number = finding.partition("_at_least_")
    return (scale, int(number)) if number and scale in tree.scales else None


def people(tree: Tree, findings: Iterable[str]) -> Iterator[dict[str, bool | int]]:
    """Yield every definite person as far as these findings tell them apart, and their neighbours on a scale."""
    numbers = {name: {scale.least} for name, scale in tree.scales.items()}
    plain = []
    for finding in findings:
        limit = scale_and_number(tree, finding)
        if limit is None:
            plain.append(finding)
        else:
            numbers[limit[0]] |= {limit[1] - 1, limit[1]}
    for chosen in itertools.product(*numbers.values()):
        for values in itertools.product((False, True), repeat=len(plain)):
            yield dict(zip(numbers, chosen, strict=True)) | dict(zip(plain, values, strict=True))


def value(tree: Tree, person: Person, finding: str) -> bool:
    """Return the value that a finding or threshold has for a person."""
    limit = scale_and_number(tree, finding)
    return bool(person[finding]) if limit is None else person[limit[0]] >= limit[1]


# -- walks ------------------------------------------------------------------------------------------


def walks(tree: Tree, person: Person) -> Iterator[Outcome]:
    """Walk one person from the root to a leaf, by both branches of a decision that lacks a fact."""
    lines = {key: question.lines for key, question in tree.questions.items()}
    stack: list[Outcome] = [Outcome((), tree.root, frozenset())]
    while stack:
        path, at, known, lacked, torn = stack.pop()
        node = tree.nodes[at]
        if isinstance(node, Leaf):
            yield Outcome(path, at, known, lacked, torn)
            continue
        if isinstance(node, Decision):
            terms = [(one.finding, one.points, one.true) for one in node.terms]
            missing = {finding for finding, _, _ in terms if not _is_known(tree, finding, known)}
            answer = _settled(tree, person, terms, node.at_least, known)
            answers = ["yes", "no"] if answer is None else [answer]
            for one in answers:
                step = (at, one, "decided")
                to = node.yes if one == "yes" else node.no
                more = lacked | {(at, finding) for finding in missing}
                stack.append(Outcome((*path, step), to, known, more, torn or answer is None))
            continue
        answer, how, known = _asked(tree, person, node, lines.get(node.asks, ()), known)
        to = {"yes": node.yes, "no": node.no, "next": node.next}[answer]
        stack.append(Outcome((*path, (at, answer, how)), to, known, lacked, torn))


def _asked(
    tree: Tree, person: Person, node: QuestionNode, lines: tuple[str, ...], known: frozenset[str]
) -> tuple[str, str, frozenset[str]]:
    """Return how a question comes out, whether it was asked or known, and what is known after it."""
    about = lines or (scale_and_number(tree, node.asks) or (node.asks,))[:1]
    if node.next:
        return "next", "known" if known.issuperset(about) else "asked", known.union(about)
    if not lines:
        return _word(value(tree, person, node.asks)), "known" if about[0] in known else "asked", known.union(about)
    terms = [(line, node.points.get(line, 1), True) for line in lines]
    answer = _settled(tree, person, terms, node.at_least, known)
    if answer is not None:
        return answer, "known", known
    known = known.union(lines)
    settled = _settled(tree, person, terms, node.at_least, known)
    assert settled is not None
    return settled, "asked", known


def _is_known(tree: Tree, finding: str, known: frozenset[str]) -> bool:
    limit = scale_and_number(tree, finding)
    return (finding if limit is None else limit[0]) in known


def _settled(
    tree: Tree, person: Person, terms: list[tuple[str, int, bool]], at_least: int, known: frozenset[str]
) -> str | None:
    """Return how points come out by what is known, ``None`` if they may come out either way."""
    fewest = most = 0
    for finding, points, true in terms:
        scores = value(tree, person, finding) is true
        if not _is_known(tree, finding, known):
            most += points
        elif scores:
            fewest += points
            most += points
    if fewest >= at_least:
        return "yes"
    return "no" if most < at_least else None


def _word(answer: bool) -> str:
    return "yes" if answer else "no"


# -- rules ------------------------------------------------------------------------------------------


class Fall(NamedTuple):
    """Two people, the second of whom differs in one finding and ends less urgent."""

    finding: str
    without: Outcome
    having: Outcome
    unusual: int


class Everybody:
    """Every definite person of a tree with the ways that each of them can take."""

    def __init__(self, tree: Tree, rules: Iterable[Rule] = ()) -> None:
        self.tree = tree
        named = (finding for rule in rules for finding in rule.findings if finding not in tree.scales)
        self.people = list(people(tree, dict.fromkeys([*findings_of(tree), *named])))
        self.walks = [(person, outcome) for person in self.people for outcome in walks(tree, person)]
        self.outcomes = {outcome for _, outcome in self.walks}
        self.lacking = {pair for outcome in self.outcomes for pair in outcome.lacked}
        self.torn = any(outcome.torn for outcome in self.outcomes)
        self._of = {tuple(person.items()): outcome for person, outcome in self.walks}

    def breaking(self, rule: Rule) -> set[Outcome]:
        """Return the ways of all people who break a rule about one person."""
        if rule.given is None:
            return {outcome for outcome in self.outcomes if self._breaks(rule, outcome)}
        assert rule.urgency_at_least is not None
        least = rule.urgency_at_least.rank
        return {
            outcome
            for person, outcome in self.walks
            if self.is_like(person, rule.given)
            and not any(self.is_like(person, one.given) for one in rule.unless)
            and self.tree.leaf(outcome.leaf).urgency.rank < least
        }

    def is_like(self, person: Person, given: Mapping[str, bool]) -> bool:
        return all(value(self.tree, person, finding) is true for finding, true in given.items())

    def _breaks(self, rule: Rule, outcome: Outcome) -> bool:
        assert rule.every_path_to is not None
        if not rule.every_path_to.matches(self.tree.leaf(outcome.leaf)):
            return False
        if rule.asks is not None:
            return not all(_is_known(self.tree, finding, outcome.known) for finding in rule.asks)
        assert rule.questions_at_most is not None
        return outcome.questions > rule.questions_at_most

    def falls(self, rule: Rule) -> list[Fall]:
        """Return all pairs of people who break a rule about two; nobody may lack a fact."""
        return [fall for person in self.people for fall in self._falls_of(rule, person)]

    def _falls_of(self, rule: Rule, having: Person) -> Iterator[Fall]:
        assert rule.never_lowers is not None
        for finding, true in rule.never_lowers.items():
            without = self._other(having, finding, true)
            if without is None or not all(self.is_like(one, rule.given or {}) for one in (having, without)):
                continue
            high, low = (self._of[tuple(one.items())] for one in (without, having))
            if _falls(self.tree.leaf(high.leaf).urgency, self.tree.leaf(low.leaf).urgency, rule.below):
                others = [name for name in having if name not in self.tree.scales and name != finding]
                yield Fall(finding, high, low, sum(having[name] != self._usual(name) for name in others))

    def _other(self, having: Person, finding: str, true: bool) -> dict[str, bool | int] | None:
        """Return the person who differs only in ``finding``, ``None`` if ``having`` has it not as wanted."""
        limit = scale_and_number(self.tree, finding)
        if limit is None:
            return {**having, finding: not true} if having[finding] is true else None
        scale, number = limit
        if having[scale] != (number if true else number - 1):
            return None
        return {**having, scale: number - 1 if true else number}

    def _usual(self, finding: str) -> bool:
        return finding in self.tree.findings and self.tree.findings[finding].usual

    def shortest_to(self, node: str) -> int | None:
        """Return the fewest questions on a way from the root to ``node``, and ``None`` if nobody reaches it."""
        return min(
            (len(_asked_before(outcome, node)) for outcome in self.outcomes if node in nodes_on(outcome)), default=None
        )

    def shortest_to_ask(self, node: str) -> int | None:
        """Return the same of the ways on which something that ``node`` asks for was not asked for before."""
        facts = set() if isinstance(self.tree.nodes[node], Leaf) else set(self.tree.asked(node).facts)
        ways = [_asked_before(outcome, node) for outcome in self.outcomes if node in nodes_on(outcome)]
        return min(
            (len(way) for way in ways if facts - {fact for key in way for fact in self._facts(key)}), default=None
        )

    def _facts(self, key: str) -> tuple[str, ...]:
        return tuple(self.tree.asked(key).facts)


def _falls(high: Urgency, low: Urgency, below: Urgency | None) -> bool:
    return low.rank < high.rank if below is None else low.rank < below.rank <= high.rank


def _asked_before(outcome: Outcome, node: str) -> list[str]:
    before = itertools.takewhile(lambda step: step[0] != node, outcome.path)
    return [key for key, _, how in before if how == "asked"]


def nodes_on(outcome: Outcome) -> list[str]:
    """Return the ids of the nodes on a way, its leaf last."""
    return [*(node for node, _, _ in outcome.path), outcome.leaf]
