import pytest

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files.review import ReviewState, review_state
from kneetree.model.tree import About, Condition, Finding, Region, Rule, Source, Topic, Urgency
from tests.trees import leaf, make, number, small


def done(change_of, *args, **options):
    tree = small()
    tree.apply(change_of(tree, *args, **options))
    return tree


def test_a_finding_gets_another_id_everywhere():
    tree = done(edits.rename, "finding", "swelling_calf", "fat_calf")
    assert tree.asked("calf").finding == "fat_calf"
    assert edits.uses(tree, "finding", "swelling_calf") == []
    first = small()
    renamed = edits.uses(first, "finding", "swelling_calf")
    assert edits.uses(tree, "finding", "fat_calf") == renamed
    assert list(tree.findings).index("fat_calf") == list(first.findings).index("swelling_calf")


def test_a_node_gets_another_id_everywhere():
    tree = small()
    tree.apply(edits.move(tree, {"lungs": (1, 2), "calf": (3, 4)}))
    tree.apply(edits.add_part(tree, "region", "r", Region("R", nodes=("lungs", "calf"))))
    tree.apply(edits.rename(tree, "node", "lungs", "breath"))
    assert tree.root == "breath"
    assert next(iter(tree.nodes)) == "breath"
    assert list(tree.layout) == ["breath", "calf"]
    assert tree.regions["r"].nodes == ("breath", "calf")
    tree.apply(edits.rename(tree, "node", "clot_today", "clot"))
    assert tree.asked("calf").yes == tree.asked("risks").yes == "clot"


def test_conditions_sources_rules_and_cases_get_other_ids_everywhere():
    tree = small()
    rule, case = next(iter(tree.rules)), next(iter(tree.cases))
    for part, old, new in (
        ("condition", "dvt", "clot"), ("condition", "strain", "pull"), ("source", "src", "book"),
        ("rule", rule, "first_rule"), ("case", case, "First case"),
    ):  # fmt: skip
        tree.apply(edits.rename(tree, part, old, new))
        assert edits.uses(tree, part, old) == []
    assert tree.leaf("clot_today").conditions == ("clot", "pull")
    assert tree.rules["first_rule"].id == "first_rule"
    assert tree.cases["First case"].id == "First case"
    assert tree.leaf("strain").sources == ("book",)
    assert tree.conditions["clot"].sources == ("book",)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("node", "lungs", "calf"),
        ("node", "lungs", "No Slug"),
        ("node", "gone", "x"),
        ("layout", "lungs", "x"),
        ("case", "case-1", " "),
    ],
)
def test_an_id_that_cannot_be_is_refused(part, old, new):
    with pytest.raises(KneetreeError):
        edits.rename(small(), part, old, new)


def test_every_field_of_a_node_can_be_set_and_is_checked():
    tree = done(edits.set_fields, "lungs", text="Short of breath?", topic="red_flag", sources=("src",), unsure=False)
    assert tree.asked("lungs").topic is Topic.RED_FLAG
    tree.apply(edits.set_fields(tree, "strain", urgency="routine", do=["ice", "rest"], also=("dvt",)))
    assert tree.leaf("strain").urgency is Urgency.ROUTINE
    assert tree.leaf("strain").do == ("ice", "rest")
    for fields in (
        {"urgency": "soon"},
        {"colour": "red"},
        {"do": "Rest"},
        {"yes": "calf"},
        {"reason": 5},
        {"note": "\ud800"},
    ):
        with pytest.raises(KneetreeError):
            edits.set_fields(tree, "strain", **fields)
    with pytest.raises(KneetreeError, match="fewer points"):
        edits.set_fields(tree, "risks", at_least=9)
    with pytest.raises(KneetreeError):
        edits.set_fields(tree, "gone", note="x")


def test_a_field_of_several_nodes_is_set_where_they_have_it():
    tree = done(edits.set_fields_of, ["lungs", "strain", "clot_today"], urgency="emergency")
    assert {tree.leaf("strain").urgency, tree.leaf("clot_today").urgency} == {Urgency.EMERGENCY}


def test_the_finding_of_a_draft_goes_when_another_is_chosen():
    tree = done(edits.insert_question, "lungs", "no")
    tree.apply(edits.ask_finding(tree, "new_question", "breathless"))
    assert "new_question" not in tree.findings


def test_parts_come_change_and_go():
    tree = done(edits.add_part, "source", "book", Source("A book"))
    tree.apply(edits.set_part(tree, "source", "book", year=2024, url="https://example.org/"))
    assert tree.sources["book"].year == 2024
    tree.apply(edits.add_part(tree, "condition", "gout", Condition("Gout")))
    tree.apply(edits.remove_part(tree, "condition", "gout"))
    tree.apply(edits.add_part(tree, "finding", "hot", Finding("It is hot")))
    tree.apply(edits.set_part(tree, "finding", "hot", usual=True))
    tree.apply(edits.remove_part(tree, "finding", "hot"))
    assert "gout" not in tree.conditions
    rule = Rule(id="other", statement="S.", given={"breathless": True}, urgency_at_least=Urgency.EMERGENCY)
    tree.apply(edits.add_part(tree, "rule", "new_rule", rule))
    assert tree.rules["new_rule"].id == "new_rule"
    tree.apply(
        edits.replace_part(tree, "rule", "new_rule", Rule(id="x", statement="T.", given={}, urgency_at_least="routine"))
    )
    assert tree.rules["new_rule"].statement == "T."
    for call in (
        lambda: edits.add_part(tree, "source", "book", Source("B")),
        lambda: edits.add_part(tree, "source", "Bad Id", Source("B")),
        lambda: edits.add_part(tree, "node", "x", Source("B")),
        lambda: edits.set_part(tree, "source", "gone", year=1),
        lambda: edits.set_part(tree, "source", "book", year="x"),
        lambda: edits.set_part(tree, "rule", "new_rule", id="y"),
        lambda: edits.set_part(tree, "rule", "new_rule", asks=("breathless",)),
        lambda: edits.replace_part(tree, "source", "gone", Source("B")),
        lambda: edits.add_part(tree, "region", "r", Region("R", colour="red")),
        lambda: edits.remove_part(tree, "finding", "swelling_calf"),
        lambda: edits.remove_part(tree, "condition", "dvt"),
        lambda: edits.remove_part(tree, "source", "gone"),
    ):
        with pytest.raises(KneetreeError):
            call()


def test_a_source_goes_from_all_that_cites_it():
    tree = done(edits.remove_part, "source", "src")
    assert edits.uses(tree, "source", "src") == []


def test_regions_take_nodes_in_and_out():
    tree = done(edits.add_part, "region", "clots", Region("Clots"))
    tree.apply(edits.put_in_region(tree, "clots", ["risks", "calf", "gone"]))
    assert tree.regions["clots"].nodes == ("calf", "risks")
    assert edits.uses(tree, "node", "calf")[-1] == edits.Use("region", "clots")
    tree.apply(edits.take_from_region(tree, "clots", ["calf"]))
    assert tree.regions["clots"].nodes == ("risks",)
    with pytest.raises(KneetreeError):
        edits.put_in_region(tree, "gone", ["calf"])


def test_the_tree_has_parts_of_its_own():
    tree = done(edits.set_title, "Another title")
    tree.apply(edits.set_single(tree, "version", "2.0"))
    tree.apply(edits.set_single(tree, "about", About(not_for="Children")))
    assert (tree.title, tree.version, tree.about.not_for) == ("Another title", "2.0", "Children")
    tree.apply(edits.set_single(tree, "about", None))
    assert tree.about is None
    for part, value in (("root", "calf"), ("version", 5), ("about", "text")):
        with pytest.raises(KneetreeError):
            edits.set_single(tree, part, value)
    with pytest.raises(KneetreeError):
        edits.set_title(tree, "  ")


def test_boxes_stand_where_they_were_put_until_tidied():
    tree = done(edits.move, {"calf": (10.4, -3.6), "lungs": (0, 0)})
    assert tree.layout == {"calf": (10, -4), "lungs": (0, 0)}
    tree.apply(edits.tidy(tree, ["calf"]))
    assert tree.layout == {"lungs": (0, 0)}
    tree.apply(edits.tidy(tree))
    assert tree.layout == {}
    for place in ((float("nan"), 0), (1e12, 0)):
        with pytest.raises(KneetreeError):
            edits.move(tree, {"calf": place})
    with pytest.raises(KneetreeError):
        edits.move(tree, {"gone": (0, 0)})


def test_a_reviewer_signs_the_content_as_it_is():
    tree = done(edits.sign_off, " A. Doctor ", "GP", "2026-11-24", "2027-11-24")
    assert review_state(tree) is ReviewState.REVIEWED
    assert tree.review.by == "A. Doctor"
    tree.apply(edits.move(tree, {"calf": (1, 1)}))
    assert review_state(tree) is ReviewState.REVIEWED
    tree.apply(edits.set_fields(tree, "calf", note="x"))
    assert review_state(tree) is ReviewState.CHANGED
    tree.apply(edits.withdraw_review(tree))
    assert review_state(tree) is ReviewState.DRAFT
    for words in (("", "GP", "2026-01-01", "2027-01-01"), ("A", " ", "2026-01-01", "2027-01-01"),
                  ("A", "GP", "today", "2027-01-01"), ("A", "GP", "2027-01-01", "2027-01-01")):  # fmt: skip
        assert edits.why_not_sign(*words) is not None
        with pytest.raises(KneetreeError):
            edits.sign_off(tree, *words)


def test_a_walk_becomes_a_case():
    answers = {"breathless": False, "swelling_calf": None, "age": 47, "days": None}
    tree = make(
        {"q": number("age", "r"), "r": number("days", "x"), **small().nodes, "x": leaf()}, questions=small().questions
    )
    tree.apply(edits.record_walk(tree, answers, ["clot_today", "strain"], story="A walk."))
    case = tree.cases["recorded"]
    assert case.extra == {"age": 47}
    assert case.findings == {"breathless": False, "swelling_calf": None}
    assert case.expect.conditions == ("dvt", "strain")
    assert case.expect.best_urgency == "same_day"
    with pytest.raises(KneetreeError):
        edits.record_walk(tree, {}, [])
    with pytest.raises(KneetreeError):
        edits.record_walk(tree, {}, ["strain"], case_id="recorded")


def test_text_that_no_file_can_hold_is_refused():
    tree = small()
    for call in (
        lambda: edits.set_title(tree, "\ud800"),
        lambda: edits.replace(tree, edits.Query("Rest"), "\ud800"),
        lambda: edits.record_walk(tree, {}, ["strain"], story="\ud800"),
        lambda: edits.sign_off(tree, "\ud800", "GP", "2026-01-01", "2027-01-01"),
        lambda: edits.rename(tree, "case", next(iter(tree.cases)), "\ud800"),
    ):
        with pytest.raises(KneetreeError):
            call()
