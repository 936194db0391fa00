"""How a list comes out: decided as soon as the open lines cannot change it, and not before."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import kneetree
from kneetree.model import points


def test_a_list_is_decided_when_no_open_line_can_change_it() -> None:
    for worth in product((1, 2, 3), repeat=3):
        for values in product((True, False, None), repeat=3):
            for at_least in range(1, sum(worth) + 1):
                ends = {
                    sum(value for value, is_true in zip(worth, person, strict=True) if is_true) >= at_least
                    for person in product((True, False), repeat=3)
                    if all(said is None or said is has for said, has in zip(values, person, strict=True))
                }
                found = points.comes_out(zip(worth, values, strict=True), at_least)
                assert found == (next(iter(ends)) if len(ends) == 1 else None)


def test_what_a_list_needs_is_compared_with_its_points_in_one_module() -> None:
    package = Path(kneetree.__file__).parent
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if any(f"{sign} {owner}.at_least" in line for sign in (">=", "<", "<=", ">") for owner in ("question", "node"))
        or ">= at_least" in line
    }
    assert found == {"model/points.py"}
