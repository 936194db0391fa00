"""A flag is up only within its block, also when the block fails."""

from __future__ import annotations

import pytest

from kneetree.ui.flag import Flag


def test_a_flag_comes_down_after_an_error() -> None:
    flag = Flag()
    with pytest.raises(ValueError, match="broken"), flag:
        assert flag
        raise ValueError("broken")
    assert not flag


def test_an_inner_block_does_not_take_down_the_flag_of_the_outer_one() -> None:
    flag = Flag()
    with flag:
        with flag:
            pass
        assert flag
    assert not flag
