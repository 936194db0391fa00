"""A drawing as PNG and PDF."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kneetree.errors import FileProblem, KneetreeError
from kneetree.ui.printing import map_image
from tests import trees

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 200 100">'
    b'<rect width="200" height="100" fill="#8A0F24"/><text x="20" y="50">kneetree</text></svg>'
)


def test_a_png_is_sharp_and_in_colour(qapp: QApplication, tmp_path: Path) -> None:
    map_image.write_png(SVG % (200, 100), tmp_path / "map.png")
    image = QImage(str(tmp_path / "map.png"))
    assert (image.width(), image.height()) == (400, 200)
    assert image.pixelColor(390, 190).name() == "#8a0f24"


def test_a_huge_drawing_becomes_a_png_of_bearable_size(qapp: QApplication, tmp_path: Path) -> None:
    map_image.write_png(SVG % (200_000, 100_000), tmp_path / "map.png")
    image = QImage(str(tmp_path / "map.png"))
    assert image.width() * image.height() < 61_000_000


def test_a_pdf_has_the_drawing_on_one_page_with_its_text(qapp: QApplication, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    map_image.write_pdf(SVG % (200, 100), tmp_path / "map.pdf")
    reader = pypdf.PdfReader(io.BytesIO((tmp_path / "map.pdf").read_bytes()))
    assert len(reader.pages) == 1
    assert "kneetree" in reader.pages[0].extract_text()
    assert round(float(reader.pages[0].mediabox.width)) == 150


def test_what_is_no_drawing_and_where_it_cannot_be_written(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(KneetreeError):
        map_image.write_png(b"<svg", tmp_path / "map.png")
    with pytest.raises(FileProblem):
        map_image.write_png(SVG % (200, 100), tmp_path / "nowhere" / "map.png")


def test_a_poster_has_a_sheet_for_each_part_and_only_what_shows_there(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    tree = trees.ladder(30)
    path = tmp_path / "map.poster.pdf"
    map_image.write(tree, path)
    sheets = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    assert len(sheets) > 3
    words = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    first, last = ({number for number, text in enumerate(words) if f"Is it f{rung}?" in text} for rung in (0, 29))
    assert first
    assert last
    assert not first & last
    assert {round(float(side)) for side in sheets[0].mediabox[2:]} == {595, 842}
