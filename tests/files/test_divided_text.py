"""Rows divided by whatever sign a spreadsheet uses come out the same."""

from __future__ import annotations

import csv

import pytest

from kneetree.files import divided_text

ROWS = [["id", "story", "age"], ["a", "fell, twice; then | rested", "40"]]


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
@pytest.mark.parametrize("before", ["", "\ufeff", "sep={}\n", "\ufeffsep={}\r\n"])
def test_the_divider_is_found_or_named(divider: str, before: str) -> None:
    body = "\n".join(divider.join(f'"{cell}"' for cell in row) for row in ROWS)
    assert divided_text.cells(before.format(divider) + body) == ROWS


def test_what_is_no_table_is_told() -> None:
    with pytest.raises(csv.Error):
        divided_text.cells('id,story\n"' + "x" * 200_000 + '",b\n')


def test_an_empty_text_has_no_rows() -> None:
    assert divided_text.cells("") == []
