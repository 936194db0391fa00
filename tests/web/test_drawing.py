"""A drawing of the page looks the same in fewer bytes."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import shipped
from kneetree.exchange.web.drawing import smaller

LENGTHS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2}
NUMBER = re.compile(r"-?(?:\d+\.\d+|\d+|\.\d+)")
PLACE = st.integers(-9999, 9999).map(lambda tenths: re.sub(r"^(-?)0(?=\.)", r"\1", f"{tenths / 10:g}"))


def points(path: str) -> list[tuple[str, list[Decimal]]]:
    """Return each step of a path with the places that it names, whether it is written in places or in steps."""
    found: list[tuple[str, list[Decimal]]] = []
    here, start = [Decimal(0), Decimal(0)], [Decimal(0), Decimal(0)]
    for letter, told in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        kind, numbers = letter.lower(), [Decimal(number) for number in NUMBER.findall(told)]
        if kind == "z":
            here = list(start)
            found.append(("z", here))
            continue
        for first in range(0, len(numbers), LENGTHS[kind]):
            part = numbers[first : first + LENGTHS[kind]]
            axes = [1] if kind == "v" else [place % 2 for place in range(len(part))]
            if letter == kind:
                part = [number + here[axis] for number, axis in zip(part, axes, strict=True)]
            for number, axis in list(zip(part, axes, strict=True))[-2:]:
                here = [number if axis == other else here[other] for other in (0, 1)]
            if kind == "m" and not first:
                start = list(here)
            found.append((kind, part))
    return found


def steps() -> st.SearchStrategy[str]:
    """Return paths such as drawing programs write."""
    part = st.sampled_from("MLHVCSQTZ").flatmap(
        lambda letter: st.lists(PLACE, min_size=(n := LENGTHS.get(letter.lower(), 0)), max_size=n).map(
            lambda numbers: f"{letter}{' '.join(numbers)}"
        )
    )
    return st.lists(part, max_size=8).map(lambda parts: "M1.5 2" + "".join(parts))


@given(steps())
def test_a_path_in_steps_goes_through_the_same_places(path: str) -> None:
    made = re.search(r' d="([^"]*)"', smaller(f'<svg><path d="{path}"/></svg>'))
    assert made
    assert points(made[1]) == points(path)
    assert len(made[1]) <= len(path)


@pytest.mark.parametrize(
    "path", ["M1e3 2L3 4", "m1 2l3 4", "M1 2A3 4 0 0 1 5 6", "", "M1 2x", "M1", "M1 2L3", "M1 2Z3", "M"]
)
def test_an_unusual_path_stays_as_it_is(path: str) -> None:
    assert f'd="{path}"' in smaller(f'<svg><path d="{path}"/></svg>')


def test_what_is_written_in_a_drawing_stays_and_so_does_each_shape() -> None:
    for place in sorted((shipped.root() / "pictures").glob("*.svg")):
        old = ElementTree.fromstring(text := place.read_text("utf-8"))
        new = ElementTree.fromstring(made := smaller(text))
        assert len(made) < 0.95 * len(text)
        assert [one.tag for one in new.iter()] == [one.tag for one in old.iter()]
        for one, other in zip(new.iter(), old.iter(), strict=True):
            assert (one.text or "").strip() == (other.text or "").strip()
            assert {**one.attrib, "d": ""} == {**other.attrib, "d": ""}
            if re.fullmatch("[^Aa]*", other.get("d", "")):
                assert points(one.get("d", "")) == points(other.get("d", ""))
