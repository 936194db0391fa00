"""The line of every key and entry of a JSON text."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kneetree.files import json_places

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


def paths(value: Any, above: json_places.Path = ()) -> list[json_places.Path]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for key, entry in entries for path in [(*above, key), *paths(entry, (*above, key))]]


@given(json_values, st.sampled_from([None, 1, 4]), st.booleans())
def test_every_place_is_found_in_order(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    found = list(json_places.places(text))
    assert [path for path, _ in found] == paths(value)
    assert [offset for _, offset in found] == sorted(offset for _, offset in found)
    assert json_places.twice_given(text) is None


def test_the_line_of_a_key_and_of_its_second_place() -> None:
    text = '{"a": {\n"b": [1,\n{"c": "}\\""}]},\n"d": 2,\n"a": 3}'
    assert json_places.line_of(text, ("a", "b", 1, "c")) == 3
    assert json_places.line_of(text, ("d",)) == 4
    assert json_places.line_of(text, ("e",)) is None
    assert json_places.twice_given(text) == (("a",), 5)
