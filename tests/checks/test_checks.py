"""Every problem that ``check`` can name is found where it is, and not where it is not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from msgspec import structs

from kneetree import checks, edits, shipped
from kneetree.checks.codes import CODES
from kneetree.files import translation, tree_files
from kneetree.model.tree import (
    About,
    Case,
    Exemption,
    Expect,
    PathTo,
    Recovery,
    Region,
    Rule,
    Source,
    Start,
    Tree,
    Urgency,
)
from tests import trees

TODAY = datetime.date(2026, 11, 24)


def good() -> Tree:
    tree = trees.small()
    tree.about = About("For knees.", "Not for necks.", "Call.")
    tree.rules["settled"] = Rule(id="settled", statement="None helps.", never_lowers=dict.fromkeys(tree.findings, True))
    return tree


def places(tree: Tree) -> set[tuple[str, str | None]]:
    return {(found.code, found.place) for found in checks.check(tree, {"calf"}, TODAY)}


def changed(part: str, key: str, **fields: object) -> Tree:
    """The good tree with other values in some fields of one of its parts."""
    tree = good()
    values = tree.parts[part]
    values[key] = structs.replace(values[key], **fields)
    return tree


def test_a_good_tree_has_no_problems() -> None:
    assert checks.check(good(), (), TODAY) == []
    assert checks.first_error(good()) is None


HARD = "Considerable unilateral tumefaction necessitates immediate comparative evaluation. " * 4


@pytest.mark.parametrize(
    ("key", "fields", "code"),
    [
        ("strain", {"condition": "other"}, "unknown_condition"),
        ("strain", {"also": ("other",)}, "unknown_condition"),
        ("strain", {"sources": ("other",)}, "unknown_source"),
        ("strain", {"do": ("other",)}, "unknown_advice"),
        ("strain", {"avoid": ("other",)}, "unknown_advice"),
        ("strain", {"get_help_if": {Urgency.EMERGENCY: ("other",)}}, "unknown_warning"),
        ("strain", {"also": ("strain",)}, "conditions_twice"),
        ("strain", {"get_help_if": {}}, "no_safety_net"),
        ("strain", {"get_help_if": {Urgency.SAME_DAY: ("worse",)}}, "no_emergency_warning"),
        ("lungs_now", {"get_help_if": {}}, "no_safety_net"),
        ("strain", {"do": ()}, "no_advice"),
        ("strain", {"do": (), "avoid": ("rest",)}, "no_advice"),
        ("strain", {"reason": ""}, "no_reason"),
        ("strain", {"reason": HARD}, "hard_to_read"),
        ("strain", {"title": " ".join(["word"] * 21)}, "long_sentence"),
    ],
)
def test_a_fault_in_a_leaf_is_named_at_the_leaf(key: str, fields: dict[str, object], code: str) -> None:
    assert (code, key) in places(changed("node", key, **fields))


def test_a_leaf_names_a_source_or_one_of_its_conditions_does() -> None:
    tree = changed("node", "clot_today", sources=())
    assert ("no_source", "clot_today") not in places(tree)
    for condition in ("dvt", "strain"):
        tree.conditions[condition] = structs.replace(tree.conditions[condition], sources=())
    assert ("no_source", "clot_today") in places(tree)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"why": ""}, "no_why"),
        ({"sources": ()}, "no_source"),
        ({"sources": ("other",)}, "unknown_source"),
        ({"picture": "none"}, "unknown_picture"),
        ({"finding": "unheard_of"}, "unknown_finding"),
        ({"text": " "}, "not_written"),
        ({"help": " ".join(["word"] * 21)}, "long_sentence"),
        ({"answer_rule": " ".join(["word"] * 21)}, "long_sentence"),
        ({"help": "Is there any thrombosis in the leg?"}, "medical_word"),
        ({"text": "Is it not true that you never walk?"}, "double_negative"),
        ({"text": "Can't you bend it?"}, "negative_question"),
        ({"text": "Calf swollen"}, "no_question_mark"),
        ({"help": HARD}, "hard_to_read"),
    ],
)
def test_a_fault_in_a_question_is_named_at_the_question(fields: dict[str, object], code: str) -> None:
    assert (code, "question:swelling_calf") in places(changed("question", "swelling_calf", **fields))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"why": ""}, "no_why"),
        ({"sources": ()}, "no_source"),
        ({"sources": ("other",)}, "unknown_source"),
        ({"text": ""}, "not_written"),
        ({"under": ""}, "not_written"),
        ({"text": "Your age"}, "no_question_mark"),
    ],
)
def test_a_fault_in_a_scale_is_named_at_the_scale(fields: dict[str, object], code: str) -> None:
    tree = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()})
    assert not {found for found in places(tree) if found[1] == "scale:age"}
    tree.scales["age"] = structs.replace(tree.scales["age"], **fields)
    assert (code, "scale:age") in places(tree)


@pytest.mark.parametrize(
    ("part", "key", "fields"),
    [
        ("question", "swelling_calf", {"picture": "calf"}),
        (
            "question",
            "swelling_calf",
            {"help": "A blood clot (thrombosis) makes it swell. Thrombosis (a clot) is rare."},
        ),
        ("question", "swelling_calf", {"text": "Is there no pain?"}),
        ("node", "strain", {"also": ("dvt",)}),
        ("condition", "strain", {"recovery": Recovery(first_days=("rest",))}),
    ],
)
def test_what_is_right_is_left_alone(part: str, key: str, fields: dict[str, object]) -> None:
    assert places(changed(part, key, **fields)) == set()


def test_a_picture_that_the_tree_brings_with_it_is_there() -> None:
    tree = changed("question", "swelling_calf", picture="own")
    tree.start = Start(picture="gone")
    tree.pictures["own"] = "<svg/>"
    assert places(tree) == {("unknown_picture", "start")}


def test_a_condition_names_advice_and_sources_that_are_there() -> None:
    tree = changed("condition", "strain", recovery=Recovery(exercises=("bridges",)), sources=("other",))
    assert places(tree) == {("unknown_advice", "condition:strain"), ("unknown_source", "condition:strain")}


def test_a_decision_counts_findings_and_thresholds_that_are_there() -> None:
    tree = trees.make(
        {
            "age": trees.number("age", "enough"),
            "enough": trees.decide({"age_at_least_60": 1, "heart": 1}, 1, "soon", "home"),
            "soon": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )
    del tree.findings["heart"]
    unknown = [found for found in checks.check(tree, (), TODAY) if found.code == "unknown_finding"]
    assert [(found.place, found.level) for found in unknown] == [("enough", "error")]
    assert "'heart'" in unknown[0].message


def test_a_node_that_no_way_leads_to() -> None:
    tree = good()
    tree.nodes["island"] = trees.leaf()
    assert ("unreachable", "island") in places(tree)
    assert checks.first_error(tree).code == "unreachable"


def test_the_same_words_for_different_things_on_one_way() -> None:
    tree = good()
    for key, text in (("list_cancer_travel_pill", "Is it so?"), ("swelling_calf", "is it so? ")):
        tree.questions[key] = structs.replace(tree.questions[key], text=text)
    assert ("same_text_twice", "risks") in places(tree)
    assert ("same_text_twice", "calf") not in places(tree)


def test_the_same_words_on_two_ways_that_do_not_meet_are_right() -> None:
    tree = trees.make(
        {
            "first": trees.ask("one", "left", "right"),
            "left": trees.ask("two", "x", "y", text="Is it so?"),
            "right": trees.ask("three", "x", "y", text="Is it so?"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert "same_text_twice" not in {code for code, _ in places(tree)}


def test_the_same_words_on_one_of_several_ways_that_meet() -> None:
    tree = trees.make(
        {
            "first": trees.ask("one", "left", "right"),
            "left": trees.ask("two", "red", "x", text="Is it so?"),
            "right": trees.ask("three", "red", "x", text="Is it red?"),
            "red": trees.ask("four", "so", "x", text="Is it red?"),
            "so": trees.ask("five", "x", "y", text="Is it so?"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert {place for code, place in places(tree) if code == "same_text_twice"} == {"red", "so"}


def test_rules_name_what_is_there_and_what_is_asked() -> None:
    tree = good()
    tree.scales.update(trees.SCALES)
    tree.findings["idle"] = structs.replace(
        tree.findings["pill"], statement="It has been so for years", reassures="It is old."
    )

    def rule(key: str, **form: object) -> None:
        tree.rules[key] = Rule(id=key, statement="", **form)

    soon = {"urgency_at_least": Urgency.ROUTINE}
    rule("typo", given={"unheard_of": True}, sources=("other",), **soon)
    rule("idle", given={"idle": True}, **soon)
    rule("old", given={"age_at_least_60": True}, **soon)
    rule("scale", every_path_to=PathTo(), asks=("age", "breathless"))
    rule("nobody", given={"age_at_least_60": True, "age_at_least_40": False}, **soon)
    rule("lost", every_path_to=PathTo(conditions=("strian",)), asks=("swelling_calf",))
    rule("lower", never_lowers={"unheard_of": True})
    assert {
        ("unknown_finding", "rule:typo"),
        ("unknown_source", "rule:typo"),
        ("rule_finding_not_asked", "rule:idle"),
        ("rule_finding_not_asked", "rule:old"),
        ("rule_finding_not_asked", "rule:scale"),
        ("rule_about_nobody", "rule:nobody"),
        ("rule_unknown_condition", "rule:lost"),
        ("rule_about_nobody", "rule:lost"),
        ("unknown_finding", "rule:lower"),
    } == {(code, place) for code, place in places(tree) if place not in ("rule:swollen", "scale:days")} - {
        ("rule_finding_not_asked", "rule:nobody")
    }


def test_a_number_that_is_asked_answers_rules_about_its_thresholds() -> None:
    tree = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()})
    tree.rules["old"] = Rule(id="old", statement="", given={"age_at_least_60": True}, urgency_at_least=Urgency.ROUTINE)
    tree.rules["asked"] = Rule(id="asked", statement="", every_path_to=PathTo(), asks=("age", "age_at_least_40"))
    assert not {found for found in places(tree) if found[1] and found[1].startswith("rule")}


@pytest.mark.parametrize(
    ("why", "sources", "faults"),
    [
        ("It has been so for years", (), {"exemption_without_source"}),
        ("It has been so for years", ("src",), set()),
        ("It has been so for years", ("gone",), {"unknown_source"}),
        ("So it is, by General Knowledge.", (), set()),
        ("Es de conocimiento general", (), set()),
    ],
)
def test_an_exemption_rests_on_a_source(why: str, sources: tuple[str, ...], faults: set[str]) -> None:
    tree = good()
    unless = (Exemption({"travel": True}, why, sources),)
    tree.rules["swollen"] = structs.replace(tree.rules["swollen"], unless=unless)
    assert places(tree) == {(code, "rule:swollen") for code in faults}


def test_cases_name_what_is_there() -> None:
    tree = good()
    tree.cases["a"] = Case(id="a", findings={"typo": True}, expect=Expect(("typo",)))
    tree.cases["b"] = Case(id="b", expect=Expect(("strain",), listed_ok=("gone",)))
    assert places(tree) == {
        ("case_unknown_condition", "case:a"), ("case_unknown_finding", "case:a"), ("case_unknown_condition", "case:b"),
    }  # fmt: skip


def test_the_trees_own_parts() -> None:
    tree = good()
    tree.about = None
    tree.sources["old"] = Source("Old.", "https://example.org/", 2001, "2019-01-31")
    tree.sources["unread"] = Source("Unread.", "https://example.org/")
    tree.sources["torn"] = Source("Torn.", "", 2001, "yesterday")
    tree.layout["gone"] = (1, 2)
    tree.regions["r"] = Region("R", nodes=("gone",))
    assert {
        ("no_purpose", "about"),
        ("source_outdated", "source:old"),
        ("source_not_checked", "source:unread"),
        ("source_not_checked", "source:torn"),
        ("unused", "source:old"),
        ("drawn_but_not_there", "layout:gone"),
        ("drawn_but_not_there", "region:r"),
    } <= places(tree)


def test_languages_beside_the_tree(tmp_path: Path) -> None:
    tree, path = good(), tmp_path / "t.json"
    path.write_bytes(tree_files.encode_tree(tree))
    parts = {(part, key): texts for part, key, texts in translation.originals(tree)}
    del parts["warning", "worse"]
    parts["question", "swelling_calf"] = structs.replace(parts["question", "swelling_calf"], of="0")
    parts["question", "breathless"] = structs.replace(parts["question", "breathless"], help="")
    parts["finding", "ghost"] = parts["finding", "pill"]

    def of(kind: str) -> dict[str, translation.Texts]:
        return {key: texts for (part, key), texts in parts.items() if part == kind}

    made = translation.Language(
        format=translation.FORMAT, language="xx", tree=parts["tree", ""], about=parts["about", ""],
        findings=of("finding"), questions=of("question"), advice=of("advice"), warnings=of("warning"),
        conditions=of("condition"), nodes=of("node"), rules=of("rule"),
    )  # fmt: skip
    path.with_name(f"{path.stem}.xx.json").write_bytes(translation.encode(made))
    path.with_name(f"{path.stem}.yy.json").write_text("{")
    problems = checks.check_languages(tree, path)
    assert {(problem.code, problem.place, problem.language) for problem in problems} == {
        ("translation_missing", "warning:worse", "xx"),
        ("translation_safety_net", "warning:worse", "xx"),
        ("translation_stale", "question:swelling_calf", "xx"),
        ("translation_incomplete", "question:breathless", "xx"),
        ("translation_left_over", "finding:ghost", "xx"),
        ("translation_unreadable", "language:xx", "xx"),
        ("translation_unreadable", "language:yy", "yy"),
    }
    assert problems[0].level == "error", "errors come first"


def test_every_code_is_documented_with_an_example_and_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in (shipped.PACKAGE / "checks").glob("*.py"))
    page = (shipped.PACKAGE.parent / "docs" / "checks.md").read_text("utf-8")
    for name, code in CODES.items():
        assert code.means.endswith(".")
        assert f"| `{name}` | {code.level} | {code.means} | {code.example} |" in page
        assert source.count(f'"{name}"') >= 2 or name.startswith("translation_")


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_result_of_which_nobody_knows_how_urgent_it_is_keeps_a_walk_from_starting(language: str) -> None:
    note = f"From the chart.\n{edits.urgency_note(language)}"
    tree = changed("node", "strain", note=note)
    assert places(tree) == {("urgency_not_chosen", "strain")}
    assert checks.first_error(tree).code == "urgency_not_chosen"
    tree.apply(edits.set_fields(tree, "strain", urgency=Urgency.ROUTINE))
    assert tree.leaf("strain").note == "From the chart."
    assert checks.first_error(tree) is None


def test_checking_takes_its_time_in_slices() -> None:
    steps = list(checks.check_steps(trees.ladder(60), (), TODAY))
    assert steps.count(None) >= 3
    assert all(found is None or found.code != "nobody_reaches" for found in checks.check_steps(good()))


def test_no_sentence_speaks_of_the_words_of_the_file() -> None:
    """Authors see fields, not keys: a name with an underscore in the file is not a word for them."""
    tree = good()
    tree.about, tree.layout["gone"] = None, (1, 2)
    tree.nodes["strain"] = trees.leaf(do=(), reason="", get_help_if={}, sources=())
    tree.nodes["clot_today"] = trees.leaf("same_day", get_help_if={Urgency.SAME_DAY: ("worse",)})
    tree.questions["swelling_calf"] = structs.replace(tree.questions["swelling_calf"], why="", sources=())
    keys = ("get_help_if", "`", "checked", "at_least", "about.", "every_path_to")
    found = checks.check(tree, (), TODAY)
    assert len({problem.code for problem in found}) >= 7
    assert not [problem.message for problem in found if any(key in problem.message for key in keys)]


def test_errors_come_first_and_the_first_one_keeps_a_walk_from_starting() -> None:
    tree = changed("node", "strain", get_help_if={}, reason="")
    levels = [found.level for found in checks.check(tree, (), TODAY)]
    assert levels == ["error", "warning"]
    assert checks.first_error(tree).code == "no_safety_net"
    assert checks.first_error(changed("question", "swelling_calf", text="")).code == "not_written"
    assert checks.first_error(changed("question", "swelling_calf", why="")) is None
