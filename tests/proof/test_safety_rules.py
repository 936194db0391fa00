"""Safety rules: equal to brute force over all people, exact where ways are past counting."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneetree.errors import KneetreeError
from kneetree.model.scales import threshold
from kneetree.model.tree import Leaf, PathTo, Question, Rule, Tree, Urgency
from kneetree.proof import safety_rules, search, states
from kneetree.proof.arrays import Knowledge
from kneetree.walk.walk import Walk
from tests import trees
from tests.luck import examples
from tests.trees import ask, ask_items, leaf, make

Path = tuple[tuple[str, str], ...]

# -- brute force: every person, walked one by one ---------------------------------------------------


def people(findings: set[str]) -> Iterator[dict[str, bool]]:
    plain = sorted(name for name in findings if threshold(name) is None)
    marks = {
        family: sorted({t[1] for name in findings if (t := threshold(name)) and t[0] == family})
        for family in ("age", "days")
    }
    for values in itertools.product((False, True), repeat=len(plain)):
        for age in {0, *marks["age"]}:
            for days in {0, *marks["days"]}:
                person = dict(zip(plain, values, strict=True))
                for name in findings:
                    limit = threshold(name)
                    if limit:
                        person[name] = (age if limit[0] == "age" else days) >= limit[1]
                yield person


def walk(tree: Tree, person: dict[str, bool]) -> tuple[Path, str]:
    told: dict[str, bool] = {}

    def known(finding: str) -> bool | None:
        if finding in told:
            return told[finding]
        mine = threshold(finding)
        for other, value in told.items():
            theirs = threshold(other)
            if mine and theirs and mine[0] == theirs[0]:
                if value and theirs[1] >= mine[1]:
                    return True
                if not value and theirs[1] <= mine[1]:
                    return False
        return None

    path = []
    at = tree.root
    while isinstance(node := tree.nodes[at], Question):
        items = [(item.finding, item.points) for item in node.items] or [(node.finding, 1)]
        low = sum(points for finding, points in items if known(finding))
        high = sum(points for finding, points in items if known(finding) is not False)
        real = sum(points for finding, points in items if person[finding]) >= node.at_least
        if low >= node.at_least or high < node.at_least:
            path.append((at, "known"))
        else:
            told.update({finding: person[finding] for finding, _ in items})
            path.append((at, "yes" if real else "no"))
        at = node.yes if real else node.no
    return tuple(path), at


def broken_by(tree: Tree, rule: Rule, person: dict[str, bool], path: Path, end: str) -> bool:
    leaf_ = tree.leaf(end)
    if rule.given is not None:
        assert rule.urgency_at_least is not None
        return all(person[f] is v for f, v in rule.given.items()) and leaf_.urgency.rank < rule.urgency_at_least.rank
    assert rule.every_path_to is not None
    if not rule.every_path_to.matches(leaf_):
        return False
    if rule.asks is not None:
        met = {finding for node, _ in path for finding in tree.question(node).findings}
        return not set(rule.asks) <= met
    assert rule.questions_at_most is not None
    return sum(word != "known" for _, word in path) > rule.questions_at_most


def brute(tree: Tree, rule: Rule) -> set[tuple[Path, str]]:
    """The paths of all people who break the rule, each with its leaf: a path that ends in "known" has two."""
    findings = {finding for _, question in tree.questions() for finding in question.findings} | set(rule.given or {})
    walks = ((person, *walk(tree, person)) for person in people(findings))
    return {(path, end) for person, path, end in walks if broken_by(tree, rule, person, path, end)}


def agrees(tree: Tree, rule: Rule) -> None:
    verdict = safety_rules.prove(tree, rule)
    breaking = brute(tree, rule)
    assert verdict.holds is (not breaking)
    if breaking:
        assert (verdict.path, verdict.leaf) in breaking
        assert verdict.path is not None
        assert len(verdict.path) == min(len(path) for path, _ in breaking)
    else:
        assert verdict.path is None


NAMES = [*(f"f{number}" for number in range(5)), "age_at_least_40", "age_at_least_60", "days_at_least_7"]
ENDS = st.builds(
    PathTo,
    conditions=st.none() | st.lists(st.sampled_from(["strain", "dvt", "cyst"]), max_size=2).map(tuple),
    urgency=st.none() | st.sampled_from(list(Urgency)),
    urgency_below=st.none() | st.sampled_from(list(Urgency)),
)
EXTRA = ["age_at_least_50", "age_at_least_0", "never_asked"]


def given_rule(values: dict[str, bool], urgency: str) -> Rule:
    return Rule(id="r", statement="s", given=values, urgency_at_least=Urgency(urgency))


RULES = st.one_of(
    st.builds(
        given_rule,
        st.dictionaries(st.sampled_from(NAMES + EXTRA), st.booleans(), max_size=3),
        st.sampled_from(list(Urgency)),
    ),
    st.builds(
        lambda to, asks: Rule(id="r", statement="s", every_path_to=to, asks=tuple(asks)),
        ENDS,
        st.lists(st.sampled_from(NAMES + EXTRA), max_size=3),
    ),
    st.builds(
        lambda to, most: Rule(id="r", statement="s", every_path_to=to, questions_at_most=most),
        ENDS,
        st.integers(0, 6),
    ),
)


@settings(max_examples=examples(400), deadline=None)
@given(trees.trees(), RULES)
def test_each_form_equals_brute_force_over_all_people(tree: Tree, rule: Rule) -> None:
    agrees(tree, rule)


@settings(max_examples=examples(150), deadline=None)
@given(trees.trees(most_questions=12, most_findings=2), RULES)
def test_it_stays_exact_where_nearly_every_finding_is_asked_again(tree: Tree, rule: Rule) -> None:
    agrees(tree, rule)


@settings(max_examples=examples(60), deadline=None)
@given(trees.trees(), st.lists(RULES, min_size=1, max_size=5))
def test_many_rules_at_once_are_the_same_as_each_alone(tree: Tree, rules: list[Rule]) -> None:
    assert [verdict for verdict in safety_rules.prove_steps(tree, rules) if verdict] == [
        safety_rules.prove(tree, rule) for rule in rules
    ]


@settings(max_examples=examples(100), deadline=None)
@given(trees.trees())
def test_a_way_is_that_of_a_walk(tree: Tree) -> None:
    findings = {finding for _, question in tree.questions() for finding in question.findings}
    arrays = safety_rules.compiled(tree)
    for person in people(findings):
        path, _ = walk(tree, person)
        known = Knowledge()
        assert all(known.learn(finding, value) for finding, value in person.items())
        steps = search.replay(arrays, known, [tree_index(arrays, node) for node, _ in path])
        assert [(arrays.ids[s.node], "known" if s.known else "yes" if s.answer else "no") for s in steps] == list(path)


def tree_index(arrays: safety_rules.Compiled, node: str) -> int:
    return arrays.index[node]


@settings(max_examples=examples(100), deadline=None)
@given(trees.trees(), RULES)
def test_the_window_walks_the_path_that_breaks_a_rule(tree: Tree, rule: Rule) -> None:
    """A walk with the answers of some person is that path, word for word."""
    verdict = safety_rules.prove(tree, rule)
    if verdict.path is None:
        return
    findings = {finding for _, question in tree.questions() for finding in question.findings} | set(rule.given or {})
    for person in people(findings):
        if walk(tree, person) == (verdict.path, verdict.leaf):
            real = Walk.start(tree, answers=dict(person))
            assert [step.node for step in real.path] == [node for node, _ in verdict.path]
            assert list(real.leaves) == [verdict.leaf]
            assert [step.known for step in real.path] == [word == "known" for _, word in verdict.path]
            return
    raise AssertionError("nobody walks it")


# -- the three forms by example ---------------------------------------------------------------------


def test_a_rule_that_holds_has_no_path() -> None:
    tree = trees.small()
    assert safety_rules.prove_all(tree) == [safety_rules.Verdict("swollen", True)]


def test_given_findings_are_still_asked() -> None:
    tree = trees.small()
    verdict = safety_rules.prove(tree, given_rule({"swelling_calf": True, "breathless": False}, "emergency"))
    assert verdict == safety_rules.Verdict("r", False, (("lungs", "no"), ("calf", "yes")), "clot_today")


def test_an_older_person_is_also_over_forty() -> None:
    tree = make(
        {
            "old": ask("age_at_least_40", "now", "later"),
            "now": leaf("emergency"),
            "later": leaf("routine"),
        }
    )
    assert safety_rules.prove(tree, given_rule({"age_at_least_60": True}, "emergency")).holds
    assert not safety_rules.prove(tree, given_rule({"age_at_least_39": True}, "emergency")).holds


def test_contradictory_facts_are_nobody() -> None:
    tree = trees.small()
    rule = given_rule({"age_at_least_60": True, "age_at_least_40": False}, "emergency")
    assert safety_rules.contradicts_itself(rule)
    assert safety_rules.prove(tree, rule).holds
    assert not safety_rules.contradicts_itself(
        given_rule({"age_at_least_60": False, "age_at_least_40": True}, "emergency")
    )


def test_points_of_a_list_decide_with_the_facts() -> None:
    tree = trees.small()
    assert safety_rules.prove(tree, given_rule({"cancer": True}, "same_day")).holds
    assert safety_rules.prove(tree, given_rule({"travel": True, "pill": True}, "same_day")).holds
    verdict = safety_rules.prove(tree, given_rule({"travel": True}, "same_day"))
    assert verdict.path == (("lungs", "no"), ("calf", "no"), ("risks", "no"))


def test_what_a_list_asked_is_known_below_it() -> None:
    tree = make(
        {
            "list": ask_items({"a": 1, "b": 1}, 2, "again", "home"),
            "again": ask("a", "home", "never"),
            "home": leaf("self_care"),
            "never": leaf("emergency", "dvt"),
        }
    )
    to = PathTo(urgency=Urgency.EMERGENCY)
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, questions_at_most=0)).holds
    everyone = Rule(id="r", statement="s", every_path_to=PathTo(), questions_at_most=1)
    assert safety_rules.prove(tree, everyone).holds


def test_every_finding_of_asks_must_be_met() -> None:
    tree = trees.small()
    to = PathTo(conditions=("strain",))
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, asks=("breathless", "pill"))).holds
    broken = safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=PathTo(), asks=("breathless", "pill")))
    assert broken.path == (("lungs", "yes"),)


def test_a_tree_of_one_leaf_has_the_empty_path() -> None:
    tree = make({"only": leaf("routine")})
    assert safety_rules.prove(tree, given_rule({}, "emergency")) == safety_rules.Verdict("r", False, (), "only")


def test_questions_count_only_when_they_are_asked() -> None:
    tree = make(
        {
            "one": ask("a", "two", "help"),
            "two": ask("a", "three", "help"),
            "three": ask("b", "help", "home"),
            "help": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    to = PathTo(urgency=Urgency.EMERGENCY)
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, questions_at_most=2)).holds
    broken = safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, questions_at_most=1))
    assert broken.path == (("one", "yes"), ("two", "known"), ("three", "yes"))


# -- size -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shared", [False, True])
def test_sixty_diamonds_have_more_ways_than_can_be_listed(shared: bool) -> None:
    tree = trees.ladder(60, shared)
    end = PathTo(urgency=Urgency.SELF_CARE)
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=end, asks=("f0", "f2"))).holds
    broken = safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=end, asks=("l0",)))
    assert broken.path is not None
    assert len(broken.path) == 120
    asked = 63 if shared else 120
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=end, questions_at_most=asked)).holds
    assert not safety_rules.prove(
        tree, Rule(id="r", statement="s", every_path_to=end, questions_at_most=asked - 1)
    ).holds


def test_sixty_diamonds_asked_twice_still_end() -> None:
    nodes: dict[str, Question | Leaf] = {}
    for turn in range(2):
        for rung in range(60):
            here = turn * 60 + rung
            after = f"t{here + 1}" if here < 119 else "end"
            nodes[f"t{here}"] = ask(f"f{rung}", f"a{here}", f"b{here}")
            nodes[f"a{here}"] = ask(f"x{here}", after, "help")
            nodes[f"b{here}"] = ask(f"y{here}", after, "help")
    nodes |= {"end": leaf("self_care"), "help": leaf("emergency")}
    tree = make(nodes)
    end = PathTo(urgency=Urgency.SELF_CARE)
    both = Rule(id="r", statement="s", every_path_to=end, questions_at_most=179)
    assert not safety_rules.prove(tree, both).holds
    assert safety_rules.prove(tree, given_rule({"x0": True, "y0": True}, "self_care")).holds
    broken = safety_rules.prove(tree, given_rule({f"f{rung}": bool(rung % 2) for rung in range(60)}, "emergency"))
    assert broken.path is not None
    assert len(broken.path) == 240


def test_a_chain_as_deep_as_fifty_thousand_needs_no_recursion() -> None:
    nodes: dict[str, Question | Leaf] = {}
    for number in range(20_000):
        nodes[f"q{number}"] = ask(f"f{number}", "help", f"q{number + 1}" if number < 19_999 else "end")
    tree = make(nodes | {"help": leaf("emergency"), "end": leaf("self_care")})
    verdict = safety_rules.prove(tree, given_rule({"f19999": False}, "emergency"))
    assert verdict.path is not None
    assert len(verdict.path) == 20_000


def test_it_gives_up_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_STATES", 3)
    rule = Rule(id="r", statement="s", every_path_to=PathTo(urgency=Urgency.SELF_CARE), questions_at_most=8)
    with pytest.raises(KneetreeError, match="cannot be decided exactly"):
        safety_rules.prove(trees.ladder(5, shared=True), rule)
    assert states.MOST_STATES > 100_000


def test_rules_are_decided_one_at_a_time() -> None:
    tree = trees.small()
    steps = safety_rules.prove_steps(tree, [given_rule({}, "self_care"), given_rule({}, "emergency")])
    assert [step.holds for step in steps if step] == [True, False]


def test_a_long_search_lets_others_breathe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_SLICE", 50)
    rule = Rule(id="r", statement="s", every_path_to=PathTo(), questions_at_most=65)
    steps = list(safety_rules.prove_steps(trees.ladder(200, shared=True), [rule]))
    assert steps.count(None) > 1
    assert steps[-1] is not None
