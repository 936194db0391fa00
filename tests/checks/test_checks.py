"""Every problem that ``check`` can name is found where it is, and not where it is not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from msgspec import structs

from kneetree import checks, shipped
from kneetree.checks.codes import CODES
from kneetree.files import translation, tree_files
from kneetree.model.tree import About, Expect, PathTo, Region, Rule, Source, Tree, Urgency
from tests import trees

TODAY = datetime.date(2026, 11, 24)


def good() -> Tree:
    tree = trees.small()
    tree.about = About("For knees.", "Not for necks.", "Call.")
    return tree


def codes(tree: Tree) -> set[tuple[str, str]]:
    return {(found.code, found.key) for found in checks.check(tree, {"calf"}, TODAY)}


def with_node(key: str, **changed: object) -> Tree:
    tree = good()
    tree.nodes[key] = structs.replace(tree.nodes[key], **changed)
    return tree


def test_a_good_tree_has_no_problems() -> None:
    assert checks.check(good(), (), TODAY) == []
    assert checks.first_error(good()) is None


@pytest.mark.parametrize(
    ("key", "changed", "code"),
    [
        ("strain", {"condition": "other"}, "unknown_condition"),
        ("strain", {"sources": ("other",)}, "unknown_source"),
        ("strain", {"sources": ()}, "no_source"),
        ("strain", {"also": ("strain",)}, "conditions_twice"),
        ("strain", {"also": ("dvt", "embolism", "a", "b", "c", "d")}, "too_many_conditions"),
        ("strain", {"get_help_if": ()}, "no_safety_net"),
        ("strain", {"get_help_if": (" ",)}, "no_safety_net"),
        ("strain", {"do": ()}, "no_advice"),
        ("strain", {"reason": ""}, "no_reason"),
        ("calf", {"why": ""}, "no_why"),
        ("calf", {"picture": "none"}, "unknown_picture"),
        ("calf", {"finding": "unheard_of"}, "finding_without_meaning"),
        ("calf", {"help": " ".join(["word"] * 21)}, "long_sentence"),
        ("calf", {"help": "Is there any thrombosis in the leg?"}, "medical_word"),
        ("calf", {"text": "Is it not true that you never walk?"}, "double_negative"),
        ("calf", {"text": "Can't you bend it?"}, "negative_question"),
        ("calf", {"text": "Calf swollen"}, "no_question_mark"),
        (
            "calf",
            {"help": "Considerable unilateral tumefaction necessitates immediate comparative evaluation. " * 4},
            "hard_to_read",
        ),
    ],
)  # fmt: skip
def test_a_fault_in_a_node_is_named_at_the_node(key: str, changed: dict[str, object], code: str) -> None:
    assert (code, key) in codes(with_node(key, **changed))


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("calf", {"picture": "calf"}),
        ("calf", {"finding": "age_at_least_60"}),
        ("calf", {"help": "A blood clot (thrombosis) makes it swell. Thrombosis (a clot) is rare."}),
        ("calf", {"text": "Is there no pain?"}),
        ("strain", {"also": ("dvt",)}),
    ],
)
def test_what_is_right_is_left_alone(key: str, changed: dict[str, object]) -> None:
    assert {code for code, where in codes(with_node(key, **changed)) if where == key} == set()


def test_a_node_that_no_way_leads_to() -> None:
    tree = good()
    tree.nodes["island"] = trees.leaf()
    assert ("unreachable", "island") in codes(tree)
    assert checks.first_error(tree).code == "unreachable"


def test_a_leaf_that_no_person_reaches() -> None:
    tree = trees.make(
        {
            "forty": trees.ask("age_at_least_40", "sixty", "young"),
            "young": trees.ask("age_at_least_60", "nobody", "strain"),
            "sixty": trees.ask("age_at_least_60", "old", "strain", text="Are you 60 or older?"),
            "nobody": trees.leaf("routine", "ghost"),
            "old": trees.leaf("routine", "wear"),
            "strain": trees.leaf(),
        }
    )
    assert {key for code, key in codes(tree) if code == "nobody_reaches"} == {"nobody"}


def test_the_same_words_for_different_things_on_one_way() -> None:
    tree = good()
    tree.nodes["risks"] = structs.replace(tree.question("risks"), text="Is it so?")
    tree.nodes["calf"] = structs.replace(tree.question("calf"), text="is it so? ")
    assert ("same_text_twice", "risks") in codes(tree)
    assert ("same_text_twice", "calf") not in codes(tree)


def test_rules_and_cases_name_what_is_there() -> None:
    tree = good()
    tree.rules["lost"] = Rule(
        id="lost", statement="", given={"unheard_of": True}, urgency_at_least=Urgency.ROUTINE, sources=("other",)
    )
    tree.rules["nobody"] = Rule(
        id="nobody",
        statement="",
        given={"age_at_least_60": True, "age_at_least_40": False},
        urgency_at_least=Urgency.ROUTINE,
    )
    typo = PathTo(conditions=("strian",))
    tree.rules["typo"] = Rule(id="typo", statement="", every_path_to=typo, asks=("swelling_calf",))
    tree.cases["a"] = structs.replace(tree.cases["a"], findings={"typo": True}, expect=Expect(("typo",)))
    found = codes(tree)
    assert {
        ("rule_finding_not_asked", "lost"),
        ("unknown_source", "lost"),
        ("rule_about_nobody", "nobody"),
        ("rule_unknown_condition", "typo"),
        ("case_unknown_condition", "a"),
        ("case_unknown_finding", "a"),
    } <= found


def test_the_trees_own_parts() -> None:
    tree = good()
    tree.about = None
    tree.sources["old"] = Source("Old.", "https://example.org/", 2001, "2019-01-31")
    tree.sources["unread"] = Source("Unread.", "https://example.org/")
    tree.layout["gone"] = (1, 2)
    tree.regions["r"] = Region("R", nodes=("gone",))
    assert {
        ("no_purpose", ""),
        ("source_outdated", "old"),
        ("source_not_checked", "unread"),
        ("unused", "old"),
        ("drawn_but_not_there", "gone"),
        ("drawn_but_not_there", "r"),
    } <= codes(tree)


def test_languages_beside_the_tree(tmp_path: Path) -> None:
    tree, path = good(), tmp_path / "t.json"
    path.write_bytes(tree_files.encode_tree(tree))
    texts = {key: texts for part, key, texts in translation.originals(tree) if part == "node"}
    whole = next(texts for part, _, texts in translation.originals(tree) if part == "tree")
    del texts["strain"]
    texts["calf"] = structs.replace(texts["calf"], of="0")
    texts["risks"] = structs.replace(texts["risks"], items=("One",))
    texts["ghost"] = texts["lungs"]
    made = translation.Language(format=translation.FORMAT, language="xx", tree=whole, nodes=texts)
    path.with_name(f"{path.stem}.xx.json").write_bytes(translation.encode(made))
    path.with_name(f"{path.stem}.yy.json").write_text("{")
    found = {(problem.code, problem.key) for problem in checks.check_languages(tree, path)}
    assert {
        ("translation_missing", "strain"),
        ("translation_safety_net", "strain"),
        ("translation_stale", "calf"),
        ("translation_incomplete", "risks"),
        ("translation_left_over", "ghost"),
        ("translation_unreadable", "yy"),
    } <= found


def test_every_code_is_documented_with_an_example_and_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in (shipped.PACKAGE / "checks").glob("*.py"))
    page = (shipped.PACKAGE.parent / "docs" / "checks.md").read_text("utf-8")
    for name, code in CODES.items():
        assert code.means.endswith(".")
        assert f"| `{name}` | {code.level} | {code.means} | {code.example} |" in page
        assert source.count(f'"{name}"') >= 2 or name.startswith("translation_")


def test_checking_takes_its_time_in_slices() -> None:
    steps = list(checks.check_steps(trees.ladder(60), (), TODAY))
    assert steps.count(None) >= 3
