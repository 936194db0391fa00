"""Places of a picture: which elements are places, how they are marked, and what is left for the pointer."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from kneetree import shipped
from kneetree.drawing.places import Mark, marked, places_in, touchable
from kneetree.model.pictures import fault_of
from tests.shipped.seeded_faults import shipped as shipped_tree

NAME = "{http://www.w3.org/2000/svg}"
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
<style>.sore { fill: red; stroke: red }</style>
<rect width="100" height="50"/>
<g transform="translate(10 0)"><g id="calf" class="sore">
<ellipse id="x" cx="20" cy="20" rx="9" ry="9"/><text>calf</text></g>
<circle id="foot" cx="40" cy="20" r="9" style="fill: red"/></g>
</svg>"""
FINDINGS = {"calf", "foot", "thigh"}


def by_id(svg: str) -> dict[str, ElementTree.Element]:
    return {element.get("id"): element for element in ElementTree.fromstring(svg).iter() if element.get("id")}


def shapes(svg: str, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(NAME + name))


def test_a_shape_or_a_group_with_the_id_of_a_finding_is_a_place() -> None:
    assert places_in(SVG, FINDINGS) == ("calf", "foot")
    assert places_in(SVG, set()) == ()
    assert places_in("no picture", FINDINGS) == ()


def test_a_place_that_nothing_is_said_of_looks_as_it_was_drawn() -> None:
    svg = marked(SVG, {"calf": Mark.PLAIN, "foot": Mark.PLAIN})
    assert by_id(svg)["foot"].get("style") == "fill: red"
    assert len(shapes(svg, "ellipse")) == 1


@pytest.mark.parametrize(("mark", "pattern"), [(Mark.TICKED, "kneetree-hatched"), (Mark.UNSURE, "kneetree-dotted")])
def test_a_mark_has_a_pattern_and_a_line_of_its_own(mark: Mark, pattern: str) -> None:
    ground, over = shapes(marked(SVG, {"calf": mark}), "ellipse")
    assert "stroke:none" in ground.get("style")
    assert f"url(#{pattern})" in over.get("style")
    assert "stroke-width" in over.get("style")


def test_every_mark_looks_different_without_its_colour() -> None:
    looks = {
        tuple(style for ellipse in shapes(svg, "ellipse") if (style := ellipse.get("style")))
        for mark in (Mark.TICKED, Mark.UNSURE, Mark.PLAIN)
        for pointed in ("", "calf")
        if (svg := marked(SVG, {"calf": mark}, pointed))
    }
    assert len(looks) == 6


def test_a_mark_comes_before_what_the_picture_says_of_its_shapes() -> None:
    svg = marked(SVG, {"calf": Mark.TICKED, "foot": Mark.TICKED})
    assert by_id(svg)["calf"].get("class") is None
    assert "red" not in by_id(svg)["foot"].get("style")
    assert all(text.get("style") is None for text in shapes(svg, "text")), "lettering stays readable"


def test_a_place_that_is_not_asked_is_not_drawn() -> None:
    assert set(by_id(marked(SVG, {"calf": Mark.ABSENT}))) & FINDINGS == {"foot"}


def test_a_marked_picture_names_no_element_twice_and_is_still_a_picture() -> None:
    svg = marked(SVG, {"calf": Mark.TICKED, "foot": Mark.UNSURE}, "foot")
    ids = [element.get("id") for element in ElementTree.fromstring(svg).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert fault_of(svg) is None


def test_for_the_pointer_only_the_places_are_left() -> None:
    svg = touchable(SVG, {"calf": "#112233"})
    assert shapes(svg, "rect") == shapes(svg, "circle") == []
    (ellipse,) = shapes(svg, "ellipse")
    assert "#112233" in ellipse.get("style")
    assert shapes(svg, "g")[0].get("transform") == "translate(10 0)", "it stays where it is"


def test_the_shipped_picture_has_a_place_for_every_line_of_its_list() -> None:
    tree = shipped_tree()
    findings = set(tree.questions["where"].lines)
    path = shipped.picture("where_pain")
    assert path is not None
    svg = path.read_text("utf-8")
    assert set(places_in(svg, findings)) == findings
    assert fault_of(svg) is None
