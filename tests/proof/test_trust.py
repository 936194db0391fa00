"""What the proof rests on: two solvers agree, hostile trees end soon, and a gap in the clauses shows."""

from __future__ import annotations

import inspect
import os
import random
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pysat import solvers

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.tree import PathTo, Rule, Tree, Urgency
from kneetree.proof import encoding, safety_rules, solver
from kneetree.proof.clauses import Clauses
from kneetree.proof.formula import Formula
from kneetree.proof.hazards import Hazard
from kneetree.proof.lowering import LacksFacts, Lowerings
from kneetree.proof.quick_pass import Suspicion
from kneetree.proof.reaching import decisions_lacking, unreachable
from kneetree.proof.solver import Contradiction
from kneetree.proof.strength import strengths
from kneetree.proof.two_people import TwoPeople
from tests.proof import test_longest, test_lowering
from tests.proof.brute_force import Everybody
from tests.proof.small_trees import findings_of, random_rules, random_tree
from tests.proof.test_rules_by_brute_force import fault_of_verdict, with_rules
from tests.shipped.seeded_faults import shipped
from tests.trees import collect, decide, leaf, make

HOSTILE = Path(__file__).parent / "hostile"
SECONDS = 30 if os.environ.get("CI") else 10
MEGABYTES = 500

# -- two solvers ------------------------------------------------------------------------------------


def all_of_them(_tree: object, found: list[Hazard]) -> Iterator[None]:
    """Let the pass over the graph clear nothing, so that clauses decide everything."""
    yield
    return [Suspicion(None, 0)] * len(found)


def everything(tree: Tree) -> list[object]:
    """Return all that the solver decides about a tree, less whom it happened to find."""
    found: list[object] = [(verdict.rule_id, verdict.holds) for verdict in safety_rules.prove_all(tree)]
    found += [one and (one.finding, one.lowers, one.high, one.low, one.exact) for one in _sorted(tree)]
    found += [one[:2] for one in test_longest.settled(tree)]
    found += [
        (one.rule_id, one.needless, [part.urgency_at_least for part in one.without]) for one in strengths(tree) if one
    ]
    return [*found, [key for key in unreachable(tree) if key]]


def _sorted(tree: Tree) -> list[Any]:
    return sorted((one for one in Lowerings(tree).steps() if one is not None), key=lambda one: one.finding)


def test_two_solvers_agree_on_the_shipped_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety_rules, "suspects", all_of_them)
    with_glucose = everything(shipped())
    other = SimpleNamespace(Solver=lambda name: solvers.Solver(name="minisat22"))
    monkeypatch.setattr(solver, "_solvers", lambda: other)
    assert everything(shipped()) == with_glucose


def misled(dice: random.Random, tree: Tree) -> Tree:
    """Return a tree in which some answers lead elsewhere, further down."""
    tree = tree.copy()
    order = tree.topological()
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(order) - 1)
        node = tree.nodes[order[place]]
        target = dice.choice(order[place + 1 :])
        ways = node.edges()
        if ways and target not in [to for _, to in ways]:
            side = dice.choice(ways)[0]
            with suppress(KneetreeError):
                tree.apply(edits.connect(tree, order[place], side, target))
    return tree


@pytest.mark.seeds(3)
def test_what_the_quick_pass_clears_the_clauses_clear_too(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(seed)
    broken = 0
    for _ in range(4):
        tree = misled(dice, shipped())
        quick = [verdict.holds for verdict in safety_rules.prove_all(tree)]
        with monkeypatch.context() as patch:
            patch.setattr(safety_rules, "suspects", all_of_them)
            exact = [verdict.holds for verdict in safety_rules.prove_steps(tree, shortest=False) if verdict]
        assert quick == exact, f"seed {seed}: {list(zip(tree.rules, quick, exact, strict=True))}"
        broken += quick.count(False)
    assert broken, "no fault broke any rule, so this shows nothing"


# -- hostile trees ----------------------------------------------------------------------------------

PROVE = r"""
import pathlib, re, sys, time
from kneetree.files.tree_files import read_tree
from tests.proof.test_trust import told_of
print(told_of(read_tree(pathlib.Path(sys.argv[1])).tree))
# Not `ru_maxrss`: a new process begins with that of the one that made it, which here has run thousands of tests.
most = re.search(r"VmHWM:\s+(\d+) kB", pathlib.Path("/proc/self/status").read_text())
print(int(most[1]) // 1024, time.process_time())
"""


def told_of(tree: Tree) -> tuple[str, str]:
    """Return the verdicts on the rules, and which findings lower a result, both as letters."""
    letters = {True: "h", False: "b", None: "n"}
    verdicts = "".join(letters[verdict.holds] for verdict in safety_rules.prove_all(tree))
    return verdicts, "".join(letters[not one.lowers if one.lowers is not None else None] for one in _sorted(tree))


@pytest.mark.parametrize(
    ("name", "rules", "lowering"),
    [
        ("counter-12", "h", "h" * 24),
        ("lists-30-of-30", "bhbbhhbhh", "b" * 38),
        ("same-list-of-20-asked-twice", "h", "h" * 20),
        ("undecidable-rule-hides-others", "bhb", "h" * 24),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured on Linux")
def test_a_hostile_tree_ends_soon_with_the_right_verdicts(name: str, rules: str, lowering: str) -> None:
    path = HOSTILE / f"{name}.json"
    work = [sys.executable, "-c", PROVE, str(path)]
    root = Path(__file__).parents[2]
    done = subprocess.run(work, capture_output=True, text=True, timeout=12 * SECONDS, check=False, cwd=root)
    assert done.returncode == 0, done.stderr
    told, used = done.stdout.splitlines()
    megabytes, seconds = map(float, used.split())
    assert told == repr((rules, lowering))
    assert megabytes < MEGABYTES
    assert seconds < SECONDS, "in processor time, since other programs may run beside this one"


def pigeons(holes: int) -> Tree:
    """Nobody puts one more pigeon than there are holes, each somewhere and no two in one hole; hard for any solver."""
    at = [[f"p{pigeon}_{hole}" for hole in range(holes)] for pigeon in range(holes + 1)]
    nodes: dict[str, Any] = {"all": collect([name for row in at for name in row], "row0")}
    for pigeon, row in enumerate(at):
        nodes[f"row{pigeon}"] = decide(
            dict.fromkeys(row, 1), 1, f"row{pigeon + 1}" if pigeon < holes else "hole0", "home"
        )
    for hole in range(holes):
        following = f"hole{hole + 1}" if hole + 1 < holes else "now"
        nodes[f"hole{hole}"] = decide({row[hole]: 1 for row in at}, 2, "home", following)
    return make({**nodes, "home": leaf("self_care"), "now": leaf("emergency")})


def test_what_is_too_hard_is_not_decided_and_hides_nothing() -> None:
    to = PathTo(urgency=Urgency.EMERGENCY)
    rules = [
        Rule(id="hard", statement="s", every_path_to=to, questions_at_most=0),
        Rule(id="two", statement="s", never_lowers={"p0_0": True}),
        Rule(id="broken", statement="s", given={}, urgency_at_least=Urgency.EMERGENCY),
        Rule(id="easy", statement="s", given={}, urgency_at_least=Urgency.SELF_CARE),
    ]
    tree = with_rules(pigeons(16), rules)
    assert [verdict.holds for verdict in safety_rules.prove_all(tree)] == [None, None, False, True]


def test_a_tree_that_is_too_hard_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "MOST_CONFLICTS", 200)
    found = [one for one in Lowerings(pigeons(16)).steps() if one is not None]
    assert {one.lowers for one in found} == {None}
    assert len(found) == 17 * 16


# -- gaps in the clauses ----------------------------------------------------------------------------

Gap = tuple[object, str, str, str]
"""A class, one of its methods, a piece of its text, and what replaces it."""

GAPS: list[Gap] = [
    (Formula, "any_of", "self.clauses.append([-gate, *wanted])", "pass"),
    (Formula, "any_of", "self.clauses += [(gate, -literal) for literal in wanted]", "pass"),
    (Formula, "_if", "(-gate, with_it), ", ""),
    (Formula, "_if", "(-gate, literal, without), ", ""),
    (Formula, "_if", "(gate, -without), ", ""),
    (Formula, "_if", "(gate, -literal, -with_it),", ""),
    (Formula, "at_least", "points -= sum(worth for literal, worth in terms if literal == TRUE)", "pass"),
    (encoding.Person, "_put_in_order", "if place > 0:", "if False:"),
    (encoding.Person, "_put_in_order", "if place < len(marks):", "if False:"),
    (encoding.Way, "encode", "all_of((reached, says))", "says"),
    (encoding.Way, "encode", "all_of((reached, -says))", "-says"),
    (encoding.Way, "encode", "all_of((reached, -says))", "reached"),
    (encoding.Way, "_at", "formula.all_of((reached, -self._passed(turn, known)))", "reached"),
    (encoding.Way, "_at", "formula.all_of((reached, -self._passed(turn, known)))", "-self._passed(turn, known)"),
    (encoding.Way, "_at", "formula.any_of((known[fact], learnt))", "learnt"),
    (encoding.Way, "_at", "formula.any_of((known[fact], learnt))", "known[fact]"),
    (encoding.Way, "_at", "self.asks[node] if branches else reached", "reached"),
    (encoding.Way, "_passed", "self._formula.any_of((low, -most))", "low"),
    (encoding.Way, "_passed", "self._formula.any_of((low, -most))", "-most"),
    (encoding.Way, "_decide", "formula.all_of((reached, -low, most))", "FALSE"),
    (encoding.Way, "_decide", "any_of((low, formula.all_of((most, formula.new()))))", "all_of((most, formula.new()))"),
    (encoding.Way, "_decide", "formula.all_of((most, formula.new()))", "formula.new()"),
    (encoding.Way, "_decide", "formula.all_of((most, formula.new()))", "FALSE"),
    (encoding.Way, "_bounds", "formula.all_of((is_known, score))", "score"),
    (encoding.Way, "_bounds", "formula.any_of((-is_known, score))", "score"),
    (encoding.Way, "_scores", "if true else -value(finding)", "if true else value(finding)"),
    (encoding.Way, "levels", "by_depth.setdefault(depths[node], [])", "by_depth.setdefault(0, [])"),
    (Clauses, "shortest", "-self.asked_more_than(best.asked - 1)", "-self.asked_more_than(best.asked)"),
    (Clauses, "breaking", "person.values(rule.given)", "[]"),
    (Clauses, "breaking", "-formula.all_of(person.values(exemption.given))", "1"),
    (TwoPeople, "_tie", "self._formula.add(differing, sign * mine, -sign * other)", "pass"),
    (TwoPeople, "_demanded", "demanded.append(-self._two_differ)", "pass"),
    (TwoPeople, "_demanded", "*self._first.values(given), ", ""),
    (TwoPeople, "_falls", "[falls, *high, *low]", "[*high, *low]"),
    (TwoPeople, "_falls", "[falls, *high, *low]", "[falls, *low]"),
    (TwoPeople, "_falls", "[falls, *high, *low]", "[falls, *high]"),
]


def open_gap(monkeypatch: pytest.MonkeyPatch, gap: Gap) -> None:
    """Put a method with a gap in the place of the whole one."""
    owner, name, piece, instead = gap
    whole = getattr(owner, name)
    text = textwrap.dedent(inspect.getsource(whole))
    assert text.count(piece) == 1, f"{name} has changed: {piece!r} is not in it once"
    space: dict[str, Any] = {}
    exec("from __future__ import annotations\n" + text.replace(piece, instead), whole.__globals__, space)
    monkeypatch.setattr(owner, name, space[name])


def is_wrong(dice: random.Random) -> bool:
    """Return whether anything said of one random tree is wrong, a person who does not walk as told included."""
    tree = random_tree(dice)
    rules = random_rules(dice, tree)
    everybody = Everybody(tree, rules)
    try:
        verdicts = safety_rules.prove_all(with_rules(tree, rules))
        wrong = any(fault_of_verdict(everybody, rule, one) for rule, one in zip(rules, verdicts, strict=True))
        return wrong or _misjudges(everybody)
    except (Contradiction, IndexError, KeyError, StopIteration, RuntimeError):
        return True


def _misjudges(everybody: Everybody) -> bool:
    """Return whether ceilings, decisions that lack facts, or what lowers a result are told wrong."""
    tree = everybody.tree
    lacking = {(one.decision, one.finding) for one in decisions_lacking(tree) if one is not None}
    if lacking != everybody.lacking or test_longest.fault(everybody, test_longest.settled(tree)):
        return True
    try:
        found = {one.finding: one for one in Lowerings(tree).steps() if one is not None}
    except LacksFacts:
        return not everybody.torn
    if everybody.torn:
        return True
    for finding in findings_of(tree):
        one = found[finding]
        worst = test_lowering.worst(everybody, finding, one.value)
        if (one.high, one.low) != (worst[:2] if worst else (None, None)):
            return True
    return False


MOST_TREES = 600


@pytest.mark.seeds(1)
@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{gap[1]}: {gap[2]} > {gap[3]}")
def test_a_gap_in_the_clauses_shows(seed: int, gap: Gap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety_rules, "suspects", all_of_them)
    open_gap(monkeypatch, gap)
    dice = random.Random(seed)
    tried = next((number for number in range(1, MOST_TREES + 1) if is_wrong(dice)), None)
    assert tried is not None, f"seed {seed}: {MOST_TREES} random trees do not show the gap"
    print(f"shown by tree {tried}")


@pytest.mark.seeds(1)
def test_without_a_gap_nothing_is_wrong(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety_rules, "suspects", all_of_them)
    dice = random.Random(seed)
    assert not any(is_wrong(dice) for _ in range(60)), f"seed {seed}"
