"""A painter ends with its block, so that its widget can go whatever went wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap

from kneetree.ui.style.painting import painting

ROOT = Path(__file__).parents[3] / "kneetree" / "ui"


def test_a_painter_ends_also_after_an_error(qapp: object) -> None:
    picture = QPixmap(4, 4)
    with pytest.raises(ValueError, match="broken"), painting(picture) as painter:
        assert painter.isActive()
        raise ValueError("broken")
    assert not painter.isActive()
    assert not picture.paintingActive()


def test_every_painter_is_made_there() -> None:
    made = [path.name for path in sorted(ROOT.rglob("*.py")) if re.search(r"QPainter\([^)]", path.read_text("utf-8"))]
    assert made == ["painting.py"]
