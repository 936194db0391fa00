"""Icons in any colour: every line of every shipped icon changes, and nothing else."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from kneetree import shipped
from kneetree.drawing import icons
from kneetree.errors import FileProblem

PATHS = sorted(path for path in (shipped.root() / "icons").glob("*.svg") if not path.stem.startswith("org."))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_icon_is_drawn_in_the_colour_asked_for(path: Path) -> None:
    drawn = icons.icon_svg(path.stem, "#12AB34")
    assert "#12AB34" in drawn
    assert drawn.replace("#12AB34", icons.DRAWN_IN) == path.read_text("utf-8")
    assert icons.icon_svg(path.stem, icons.DRAWN_IN) == path.read_text("utf-8")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_shapes_of_an_icon_can_stand_in_another_drawing(path: Path) -> None:
    shapes = icons.icon_shapes(path.stem, "currentColor")
    group = ElementTree.fromstring(shapes)
    assert (group.tag, group.find("title")) == ("g", None)
    assert len(group) > 0
    assert icons.DRAWN_IN not in shapes
    assert "\n" not in shapes


def test_an_icon_that_is_missing_is_said_in_a_sentence() -> None:
    for wanted in (icons.icon_svg, icons.icon_shapes):
        with pytest.raises(FileProblem, match=r"nothing\.svg is missing"):
            wanted("nothing", "#000000")
