"""A drawing as PNG and PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kneetree.errors import FileProblem, KneetreeError
from kneetree.exchange import map_sheets, map_svg, poster
from kneetree.ui.printing import map_image
from kneetree.ui.style.painting import painting
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


def test_a_large_picture_is_the_same_in_tiles_as_at_once(qapp: QApplication, tmp_path: Path) -> None:
    tree = trees.ladder(12)
    path = tmp_path / "map.png"
    far = list(map_image.steps(tree, path))
    assert far == sorted(far)
    assert 0 <= far[0] <= far[-1] <= 1
    assert len(far) > 4
    image, whole = QImage(str(path)), map_svg.svg(tree)
    map_image.write_png(whole, tmp_path / "whole.png")
    other = QImage(str(tmp_path / "whole.png"))
    assert image.size() == other.size()
    spots = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    differ = sum(image.pixel(*spot) != other.pixel(*spot) for spot in spots)
    assert differ < len(spots) / 1000, "only where a tile ends may a pixel be blended otherwise"


@pytest.mark.parametrize("name", ["map.png", "map.pdf", "map.poster.pdf"])
def test_what_is_stopped_writes_nothing(qapp: QApplication, tmp_path: Path, name: str) -> None:
    steps = map_image.steps(trees.ladder(30), tmp_path / name)
    for _ in range(3):
        next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["map.pdf", "map.poster.pdf"])
def test_a_pdf_of_the_map_has_its_title_and_language(qapp: QApplication, tmp_path: Path, name: str) -> None:
    pypdf = pytest.importorskip("pypdf")
    tree = trees.ladder(5)
    tree.title = "Dolor de \u201crodilla\u201d"
    tree.language = "es"
    for _ in map_image.steps(tree, tmp_path / name):
        pass
    reader = pypdf.PdfReader(io.BytesIO((tmp_path / name).read_bytes()))
    assert reader.metadata.title == tree.title
    assert reader.root_object["/Lang"] == "es"


def test_the_first_sheet_of_a_poster_names_all_others(qapp: QApplication, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    tree, path = trees.ladder(30), tmp_path / "map.poster.pdf"
    plan = map_sheets.poster_of(tree, map_svg.place(tree), paper=poster.PAPERS["Letter"], scale=0.2)
    for _ in map_image.steps(tree, path, plan):
        pass
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    assert len(pages) == plan.pages == len(plan.sheets) + 1
    first = pages[0].extract_text().split()
    assert [sheet.name for sheet in plan.sheets if sheet.name not in first] == []
    for sheet, page in zip(plan.sheets, list(pages)[1:], strict=True):
        assert page.extract_text().split()[-1] == sheet.name
        assert {round(float(side)) for side in page.mediabox[2:]} == {612, 792}


@pytest.mark.parametrize("paper", ["A4", "Tabloid"])
def test_the_margins_of_each_sheet_of_a_poster_are_even(qapp: QApplication, paper: str) -> None:
    tree = trees.ladder(30)
    placement = map_svg.place(tree)
    plan = map_sheets.poster_of(tree, placement, paper=poster.PAPERS[paper], scale=0.2)
    first = map_image._overview_paper(plan, map_svg.size_of(placement))

    def ink(draw: Callable[[QPainter], None], paper: tuple[float, float]) -> tuple[float, float, float, float]:
        """Return how much is empty at the left, right, top and bottom, in millimetres."""
        image = QImage(*(round(side / 25.4 * map_image._DPI / 5) for side in paper), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        with painting(image) as painter:
            painter.scale(0.2, 0.2)
            draw(painter)
        spots = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != 0xFFFFFFFF]
        unit = 25.4 / map_image._DPI * 5
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        return min(xs) * unit, paper[0] - max(xs) * unit, min(ys) * unit, paper[1] - max(ys) * unit

    _, right, _, bottom = ink(lambda p: map_image._draw_overview(p, tree, placement, plan, first), first)
    assert min(right, bottom) == pytest.approx(poster.MARGIN_MM, abs=1.5), "it is as large as the sheet holds"
    sheet = plan.sheets[0]
    renderer = map_image._renderer(map_svg.draw(tree, placement, sheet.area).encode())
    left, right, _, _ = ink(lambda p: map_image._draw_sheet(p, renderer, plan, sheet), plan.paper)
    assert left == pytest.approx(right, abs=1.5)


def test_each_box_of_a_poster_is_on_one_sheet(qapp: QApplication, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    path = tmp_path / "map.poster.pdf"
    map_image.write(trees.ladder(30), path)
    words = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages]
    for rung in range(30):
        assert sum(f"Is it f{rung}?" in text.replace("\u2192 Is it", "") for text in words) == 1
