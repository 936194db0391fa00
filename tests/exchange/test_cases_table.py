"""Cases go to a spreadsheet and come back the same; every row that cannot be taken is named."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits
from kneetree.exchange import cases_table
from kneetree.exchange.cases_table import Faulty, from_rows, to_rows
from kneetree.model.tree import Case, Expect, Finding, Tree, Urgency
from tests import trees
from tests.edits.rich import rich

STARTS = st.sampled_from(["", "=1+1", "+a", "-a", "@b", "'", "'=x", "''-y", " =z", "\t", "\r", "\n", "| a", '"'])
TEXTS = st.builds(lambda start, rest: start + rest, STARTS, st.text(st.characters(codec="utf-8"), max_size=8))
"""Texts as authors and attackers write them, above all at their beginning."""


def people(tree: Tree) -> st.SearchStrategy[list[Case]]:
    """Lists of cases about the findings and numbers of a tree, each with an id of its own."""
    said = st.dictionaries(st.sampled_from(sorted(tree.findings)), st.sampled_from([True, False, None]), max_size=4)
    numbers = st.fixed_dictionaries(
        {}, optional={key: st.integers(scale.least, scale.most) for key, scale in tree.scales.items()}
    )
    conditions = st.lists(st.sampled_from(sorted(tree.conditions)), max_size=2, unique=True).map(tuple)
    levels = st.lists(st.sampled_from(list(Urgency)), max_size=3, unique=True).map(tuple)
    expected = st.builds(Expect, conditions, levels, st.none() | st.sampled_from(list(Urgency)), conditions)
    own: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
        st.sampled_from(["author", "checked by", "=x"]), st.integers() | st.text(max_size=3) | st.none(), max_size=2
    )
    ids = TEXTS.filter(lambda text: text.strip() == text and text)
    made = st.builds(
        lambda key, story, findings, expect, source, extra, numbers, expect_extra: Case(
            id=key, story=story, findings=findings, expect=expect, source=source, extra=extra | numbers,
            expect_extra=expect_extra,
        ),
        ids, TEXTS, said, expected, TEXTS, own, numbers, own,
    )  # fmt: skip
    return st.lists(made, max_size=4, unique_by=lambda case: case.id)


def emptied(tree: Tree) -> Tree:
    twin = tree.copy()
    for key in list(twin.cases):
        twin.apply(edits.remove_part(twin, "case", key))
    return twin


RICH = emptied(rich())


@given(people(RICH), st.sampled_from("\t;,"))
def test_what_is_copied_and_pasted_is_the_same(cases: list[Case], delimiter: str) -> None:
    tree = RICH.copy()
    table = to_rows(tree, cases, delimiter)
    tree.apply(edits.put_cases(tree, from_rows(tree, table)))
    assert list(tree.cases.values()) == cases
    assert not edits.put_cases(tree, from_rows(tree, table)), "pasted again it changes nothing"


@given(people(RICH))
def test_no_cell_can_be_run_as_a_formula(cases: list[Case]) -> None:
    rows = csv.reader(io.StringIO(to_rows(RICH, cases), newline=""), delimiter="\t")
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "@", "|"))
        assert not cell.startswith(("-", "\t", "\r"))


def pasted(tree: Tree, *rows: str) -> list[Case]:
    return from_rows(tree, "\n".join(rows))


def faults(tree: Tree, *rows: str) -> list[tuple[int, str]]:
    with pytest.raises(Faulty) as found:
        pasted(tree, *rows)
    return [(fault.row, fault.reason) for fault in found.value.faults]


def test_each_row_at_fault_is_named() -> None:
    tree = trees.small()
    finding = next(iter(tree.findings))
    found = faults(
        tree, f"id\t{finding}\turgency\tconditions", "a\tyes\t\t", "b\tperhaps\t\t", "c\tno\tsoon\t", "a\t\t\t",
        "d\t\t\tgout", "e\t\t\t\tmore",
    )  # fmt: skip
    assert [row for row, _ in found] == [3, 4, 5, 6, 7]
    for (_, reason), words in zip(found, ["perhaps", "soon", "row 2", "gout", "more cells"], strict=True):
        assert words in reason


def test_headings_are_judged_before_the_rows() -> None:
    tree = trees.small()
    assert [row for row, _ in faults(tree, "id\tno such fact\tid", "a\tyes\tb")] == [1, 1]
    assert faults(tree, "") == [(1, "there are no rows; copy them with their headings.")]


def test_words_do_as_well_as_ids_and_missing_ids_are_made() -> None:
    tree = trees.small()
    key, finding = next((key, one) for key, one in tree.findings.items() if one.statement)
    condition = next(iter(tree.conditions))
    cases = pasted(
        tree, f"Story,{finding.statement.upper()},Conditions,Best urgency",
        f"A sore knee,YES,{tree.conditions[condition].name.upper()},Same day", ",,,", "A sore knee,n,,",
    )  # fmt: skip
    tree.apply(edits.put_cases(tree, cases))
    made = list(tree.cases.values())[-2:]
    assert [case.id for case in made] == ["a_sore_knee", "a_sore_knee_2"]
    assert [case.findings for case in made] == [{key: True}, {key: False}]
    assert made[0].expect == Expect((condition,), (), Urgency.SAME_DAY)


def test_what_has_no_column_stays_as_it_is() -> None:
    tree = trees.small()
    one, other = list(tree.findings)[:2]
    old = Case(id="a", story="Old", findings={one: True, other: True}, source="A book")
    tree.apply(edits.put_cases(tree, [old]))
    tree.apply(edits.put_cases(tree, pasted(tree, f"id\t{one}", "a\t")))
    assert tree.cases["a"] == structs.replace(old, findings={other: True})


def test_a_number_out_of_its_scale_is_refused() -> None:
    tree = trees.make({"age": trees.number("age", "x"), "x": trees.leaf()})
    tree.apply(edits.put_cases(tree, pasted(tree, "id\tage", "a\t40", "b\tnot sure", "c\t41.0")))
    assert [case.extra for case in tree.cases.values()] == [{"age": 40}, {}, {"age": 41}]
    assert [row for row, _ in faults(tree, "id\tage", "a\t4000", "b\told")] == [2, 3]


def test_a_fact_called_like_a_heading_has_its_own_column() -> None:
    tree = trees.small()
    tree.apply(edits.add_part(tree, "finding", "story", Finding("A story")))
    case = Case(id="mine", story="Mine", findings={"story": True})
    assert pasted(tree, *to_rows(tree, [case]).splitlines()) == [case]
    assert cases_table.to_rows(tree, []).startswith("id\tstory")
