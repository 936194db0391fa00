"""Drawn flow charts: each program's file becomes the same tree, and what cannot be a tree names its shapes."""

from __future__ import annotations

import pytest

from kneetree import checks, edits, exchange, importing
from kneetree.files import tree_files
from kneetree.model.tree import Answer, Tree, Urgency, WarningSign
from kneetree.walk.typed_answers import walk_with
from tests import trees
from tests.importing import drawn
from tests.importing.drawn import arrow, label, model, packed, shape

MERMAID = """
---
title: Knees
---
flowchart TD
  %% a comment --> not an arrow
  q{"Are you short of breath?"} -->|Yes| now[Emergency: Call]:::red
  subgraph clinic [In the clinic]
    direction LR
    q -- No --> c{Is one calf<br/>bigger?}
    c == Yes ==> day(["Same day: Be seen"]); c -.->|"No"| home([Self-care: Rest])
  end
  classDef red fill:#f00
  style q fill:#fff
  click q "https://example.org/"
"""
NODES = {"q": "Are you short of breath?", "c": "Is one calf bigger?", "now": "Emergency: Call",
    "day": "Same day: Be seen", "home": "Self-care: Rest"}  # fmt: skip
EDGES = [("q", "now", "Yes"), ("q", "c", "No"), ("c", "day", "Yes"), ("c", "home", "No")]
FILES = {
    "plain.drawio": drawn.file(model(*drawn.chart())),
    "packed.drawio": drawn.file(packed(model(*drawn.chart()))),
    "bare.xml": model(*drawn.chart()).encode(),
    "chart.graphml": drawn.yed(NODES, EDGES),
    "chart.mmd": MERMAID.encode(),
    "chart.md": f"# A page\n\n```mermaid\n{MERMAID}```\n\nMore words.\n".encode(),
}


def read(cells: tuple[str, ...] | bytes, name: str = "x.drawio", **said: object) -> importing.Imported:
    data = cells if isinstance(cells, bytes) else drawn.file(model(*cells))
    found = importing.read(data, name, importing.Said(**said))
    assert tree_files.decode_tree(tree_files.encode_tree(found.tree), "x") == found.tree
    return found


def faults(*cells: str, **said: object) -> list[str]:
    with pytest.raises(importing.Faulty) as caught:
        read(cells, **said)
    return [fault.sentence for fault in caught.value.faults]


def ways(tree: Tree) -> set[tuple[str, str, str]]:
    def title(key: str) -> str:
        node = tree.nodes[key]
        return tree.asked(key).text if node.edges() else node.title

    return {(title(key), answer, title(end)) for key, node in tree.nodes.items() for answer, end in node.edges()}


WAYS = {
    ("Are you short of breath?", "yes", "Call"), ("Are you short of breath?", "no", "Is one calf bigger?"),
    ("Is one calf bigger?", "yes", "Be seen"), ("Is one calf bigger?", "no", "Rest"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_each_program_gives_the_same_tree(name: str) -> None:
    tree = read(FILES[name], name).tree
    assert ways(tree) == WAYS
    assert tree.root == "are_you_short_of_breath"
    assert {leaf.title: leaf.urgency for _, leaf in tree.leaves()} == {
        "Call": Urgency.EMERGENCY, "Be seen": Urgency.SAME_DAY, "Rest": Urgency.SELF_CARE,
    }  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_drawn_chart_can_be_walked_once_its_author_has_filled_in_what_check_names(name: str) -> None:
    tree = read(FILES[name], name).tree
    found = {(one.code, one.key) for one in checks.check(tree) if one.level == "error"}
    assert found == {
        *((code, key) for code in ("no_safety_net", "condition_not_chosen") for key in ("call", "be_seen", "rest")),
        ("not_written", "are_you_short_of_breath"), ("not_written", "is_one_calf_bigger"),
    }  # fmt: skip
    tree.warnings["worse"] = WarningSign("it gets worse")
    for key in ("call", "be_seen", "rest"):
        tree.apply(edits.set_fields(tree, key, get_help_if={Urgency.EMERGENCY: ("worse",)}))
    tree.apply(edits.set_fields_of(tree, ["call", "be_seen", "rest"], condition="unknown"))
    tree.apply(edits.set_part(tree, "condition", "unknown", name="Something"))
    for key in tree.findings:
        tree.apply(edits.set_part(tree, "finding", key, statement=f"It is {key}"))
    assert checks.first_error(tree) is None
    assert walk_with(tree, "n,y").leaves == ("be_seen",)
    assert walk_with(tree, "y").leaves == ("call",)


def test_what_the_program_writes_for_mermaid_comes_back_in_shape() -> None:
    tree = trees.small()
    found = importing.read(exchange.export(tree, "mmd"), "x.mmd").tree
    assert len(found.nodes) == len(tree.nodes)
    assert sorted(leaf.urgency for _, leaf in found.leaves()) == sorted(leaf.urgency for _, leaf in tree.leaves())


# -- labels ----------------------------------------------------------------------------------------


def two_ways(yes: str, no: str) -> tuple[str, ...]:
    return (shape("q", "Hot?"), shape("a", "Emergency: Go"), shape("b", "Self-care: Stay"), arrow("1", "q", "a", yes),
        arrow("2", "q", "b", no))  # fmt: skip


@pytest.mark.parametrize(
    ("yes", "no"), [("yes", "NO"), ("Sí", "No"), ("ja", "nein"), ("Ja.", "Nein!"), ("oui", "non"), ("<b>Yes</b>", "n")]
)
def test_labels_in_several_languages_are_understood(yes: str, no: str) -> None:
    assert ways(read(two_ways(yes, no)).tree) == {("Hot?", "yes", "Go"), ("Hot?", "no", "Stay")}


def test_other_labels_are_asked_for_and_never_guessed() -> None:
    cells = two_ways("positive", "")
    with pytest.raises(importing.Unsettled) as caught:
        read(cells)
    assert [(one.key, one.kind) for one in caught.value.wanted] == [("label:positive", "label"), ("arrow:q>b", "arrow")]
    assert "'Hot?' leads to 'Emergency: Go' by 'positive'" in caught.value.wanted[0].question
    swapped = {"label:positive": "no", "arrow:q>b": "yes"}
    assert ways(read(cells, answers=swapped).tree) == {("Hot?", "no", "Go"), ("Hot?", "yes", "Stay")}
    told = two_ways("positive", "negative")
    assert ways(read(told, yes=frozenset({"positive"}), no=frozenset({"negative"})).tree) == {
        ("Hot?", "yes", "Go"), ("Hot?", "no", "Stay"),
    }  # fmt: skip


def test_what_the_author_says_wins_over_what_a_word_usually_means() -> None:
    cells = two_ways("si", "no")
    assert ("Hot?", "no", "Go") in ways(read(cells, yes=frozenset({"no"}), no=frozenset({"si"})).tree)


def test_faults_are_told_before_anything_is_asked() -> None:
    cells = (*two_ways("positive", "negative"), shape("z", "Alone"))
    assert [one.split(":")[0] for one in faults(*cells)] == ["'Alone'"]


def test_a_label_can_be_a_text_of_its_own_on_the_arrow_or_by_it() -> None:
    cells = (
        shape("q", "Hot?", (300, 0)), shape("a", "Emergency: Go", (0, 300)), shape("b", "Self-care: Stay", (600, 300)),
        arrow("1", "q", "a"), arrow("2", "q", "b"), label("l", "2", "No"),
        shape("free", "Yes", (150, 150), drawn.TEXT), shape("title", "A chart of mine", (300, -100), drawn.TEXT),
    )  # fmt: skip
    found = read(cells)
    assert ways(found.tree) == {("Hot?", "yes", "Go"), ("Hot?", "no", "Stay")}
    assert found.notes == (
        "'Yes' was taken for the label of the arrow from 'Hot?' to 'Emergency: Go', by which it lies.",
        "Nothing was made of 'A chart of mine', which is beside the chart.",
    )


def test_a_text_between_two_arrows_is_the_label_of_neither() -> None:
    cells = (
        shape("q", "Hot?", (300, 0)), shape("a", "Go", (260, 300)), shape("b", "Stay", (340, 300)),
        arrow("1", "q", "a"), arrow("2", "q", "b"), shape("free", "Yes", (300, 150), drawn.TEXT),
    )  # fmt: skip
    with pytest.raises(importing.Unsettled) as caught:
        read(cells)
    assert [one.key for one in caught.value.wanted] == ["arrow:q>a", "arrow:q>b"]


# -- shapes ----------------------------------------------------------------------------------------


def test_containers_and_objects_with_data_are_read_and_starts_left_out() -> None:
    wrapped = shape("now", "x").replace('<mxCell id="now" value="x"', "<mxCell").replace("</mxCell>", "")
    held = f'<UserObject label="Emergency: Call" tooltip="t" id="now">{wrapped}</mxCell></UserObject>'
    cells = [cell for cell in drawn.chart() if 'id="now"' not in cell]
    lane = shape("lane", "The clinic", style="swimlane;html=1;")
    inside = shape("c", "Is one calf bigger?", parent="lane")
    cells = [inside if 'id="c"' in cell else cell for cell in cells]
    start = (shape("s", "Sore knees", style="ellipse;html=1;"), arrow("0", "s", "q"))
    found = read((lane, held, *cells, *start))
    assert ways(found.tree) == WAYS
    assert found.tree.title == "Sore knees"
    assert found.notes == ("'Sore knees', where the chart begins, was taken for the title.",)


def test_a_dot_without_text_in_which_arrows_meet_is_passed_through() -> None:
    cells = [cell for cell in drawn.chart() if 'id="edge 2b"' not in cell]
    found = read((*cells, shape("m", "", style="ellipse;"), arrow("2b", "c", "m", "No"), arrow("3", "m", "home")))
    assert ways(found.tree) == WAYS


def test_lines_below_a_question_are_a_list_to_tick() -> None:
    html = "Do any apply?<ul><li>You are <b>ill</b></li><li>You fell</li></ul>"
    cells = (shape("q", html), shape("p", "Which?\n- One\n- Two", style="html=0;"), shape("a", "Go"),
        shape("b", "Stay"), arrow("0", "p", "q"), arrow("1", "q", "a", "Yes"), arrow("2", "q", "b", "No"))  # fmt: skip
    tree = read(cells).tree
    assert [line.text for line in tree.asked("do_any_apply").lines] == ["You are ill", "You fell"]
    assert [line.text for line in tree.asked("which").lines] == ["One", "Two"]
    assert tree.nodes["which"].edges() == ((Answer.NEXT, "do_any_apply"),)
    assert tree.root == "which"


@pytest.mark.parametrize(("asks", "told"), [("Two or more of these?", 1), ("¿Al menos dos?", 1), ("Any of these?", 0)])
def test_a_list_that_may_want_several_statements_is_pointed_out(asks: str, told: int) -> None:
    cells = (shape("q", f"{asks}\n- One\n- Two"), shape("a", "Go"), shape("b", "Stay"),
        arrow("1", "q", "a", "Yes"), arrow("2", "q", "b", "No"))  # fmt: skip
    found = read(cells)
    assert len(found.notes) == told
    assert all("is enough for Yes" in note for note in found.notes)


def test_urgency_is_read_from_words_colours_and_answers_and_else_left_open() -> None:
    red = shape("a", "Go", style=f"{drawn.BOX}fillColor=#F8CECC;")
    cells = (shape("q", "Hot?"), red, shape("b", "Stay at\nhome\nToday\n- Phone first"), arrow("1", "q", "a", "Yes"),
        arrow("2", "q", "b", "No"))  # fmt: skip
    tree = read(cells).tree
    assert edits.is_urgency_open(tree.leaf("go"))
    stay = tree.leaf("stay_at_home")
    assert (stay.urgency, stay.title, stay.note) == (Urgency.SAME_DAY, "Stay at home", "Phone first")
    for said in ({"#f8cecc": Urgency.ROUTINE}, {"go": Urgency.ROUTINE}, {"a": Urgency.ROUTINE}):
        leaf = read(cells, urgencies=said).tree.leaf("go")
        assert (leaf.urgency, edits.is_urgency_open(leaf)) == (Urgency.ROUTINE, False)
    with pytest.raises(importing.Unsettled) as caught:
        read(cells, ask_urgency=True)
    (one,) = caught.value.wanted
    assert one.may_wait
    assert edits.is_urgency_open(read(cells, ask_urgency=True, answers={one.key: ""}).tree.leaf("go"))
    assert read(cells, ask_urgency=True, answers={one.key: "routine"}).tree.leaf("go").urgency is Urgency.ROUTINE


def test_a_page_is_chosen_by_name_or_number_or_asked_for() -> None:
    data = drawn.file(model(shape("x", "Notes")), packed(model(*drawn.chart())), "", names=("Notes", "Triage", "Empty"))
    with pytest.raises(importing.Unsettled) as caught:
        read(data)
    assert caught.value.wanted[0].choices == (("1", "Notes"), ("2", "Triage"))
    for said in ({"page": "Triage"}, {"page": "2"}, {"answers": {"page": "2"}}):
        assert ways(read(data, **said).tree) == WAYS
    with pytest.raises(importing.Faulty, match="no page 'Else'"):
        read(data, page="Else")


# -- what cannot be a tree -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ([arrow("3", "home", "q")], "'Are you short of breath?': the questions go round in a circle: "),
        ([arrow("3", "home", "home")], "'Self-care: Rest': the questions go round in a circle: "),
        ([shape("z", "Is it old?"), arrow("3", "z", "now", "Yes"), arrow("4", "z", "home", "No")],
         "'Is it old?': nothing leads here, so it is a second place to begin"),
        ([shape("z", "Start"), arrow("3", "z", "q"), shape("y", "Begin"), arrow("4", "y", "q")],
         "'Start': this is one of several places to begin"),
        ([shape("z", "Old note")], "'Old note': no arrow comes to this shape or leaves it"),
        ([arrow("3", "c", "")], "'Is one calf bigger?': an arrow leads nowhere"),
        ([arrow("3", "", "c", "Maybe")], "'Is one calf bigger?': an arrow 'Maybe' that comes to it begins nowhere"),
        ([arrow("3", "", "")], "An arrow is connected to nothing"),
        ([arrow("3", "c", "now", "Perhaps")], "'Is one calf bigger?': 3 arrows leave this shape"),
        ([shape("z", ""), arrow("3", "home", "z", "Yes")], "the shape without text after 'Self-care: Rest': write"),
        ([arrow("3", "day", "home")], "'Same day: Be seen': one arrow leaves this shape, and nothing is asked"),
        ([arrow("3", "day", "home", "Yes")], "'Same day: Be seen': only Yes leads on"),
    ],
)  # fmt: skip
def test_a_fault_names_its_shape(more: list[str], told: str) -> None:
    found = faults(*drawn.chart(), *more)
    assert any(sentence.startswith(told) for sentence in found), found


def test_two_arrows_of_one_answer_or_to_one_shape_are_faults() -> None:
    assert faults(*two_ways("Yes", "yes"))[0].startswith("'Hot?': both of its arrows mean Yes")
    both = (shape("q", "Hot?"), shape("a", "Go"), arrow("1", "q", "a", "Yes"), arrow("2", "q", "a", "No"))
    assert faults(*both)[0].startswith("'Hot?': Yes and No both lead to 'Go'")


def test_all_faults_are_told_at_once() -> None:
    more = [arrow("3", "home", "q"), shape("z", "Old note"), arrow("4", "c", ""), arrow("5", "c", "now", "Perhaps")]
    found = [sentence.split(":")[0] for sentence in faults(*drawn.chart(), *more)]
    assert {"'Old note'", "'Is one calf bigger?'", "'Are you short of breath?'", "'Self-care"} == set(found)


@pytest.mark.parametrize(
    "line", ["A[Text --> B", "A -->", "--> B", "A -- never ends", "A B C", "A[x]]] --> B", "A --> B C", "A & --> B"]
)
def test_a_line_of_mermaid_that_is_not_understood_is_named(line: str) -> None:
    with pytest.raises(importing.Faulty) as caught:
        importing.read(f"graph TD\n  {line}\n  class-1 --> B\n".encode(), "x.mmd")
    assert any(fault.where == "Line 2" for fault in caught.value.faults), caught.value.faults
