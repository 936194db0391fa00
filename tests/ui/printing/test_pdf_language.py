"""The language of a PDF: said in a newer catalog, and a file of another form is left alone."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from kneetree.ui.printing.pdf_bytes import pdf_bytes
from kneetree.ui.printing.pdf_language import in_language

pypdf = pytest.importorskip("pypdf")


@pytest.fixture
def plain(qapp: QApplication) -> bytes:
    paper = QPageSize(QPageSize.PageSizeId.A4)
    return pdf_bytes(paper, 72, lambda painter, _: painter.drawText(QPointF(50, 50), "knee"), title="Knee")


def test_the_pages_stay_and_the_language_is_there(plain: bytes) -> None:
    made = in_language(plain, "pt-BR")
    assert made.startswith(plain)
    reader = pypdf.PdfReader(io.BytesIO(made), strict=True)
    assert reader.root_object["/Lang"] == "pt-BR"
    assert reader.pages[0].extract_text().strip() == "knee"
    assert reader.metadata is not None
    assert reader.metadata.title == "Knee"


def test_it_is_said_once(plain: bytes) -> None:
    made = in_language(plain, "es")
    assert in_language(made, "en") == made


@pytest.mark.parametrize("language", ["", "en) /OpenAction (x", "english language"])
def test_what_is_no_language_is_not_written(plain: bytes, language: str) -> None:
    assert in_language(plain, language) == plain


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"])
def test_a_file_of_another_form_is_left_alone(data: bytes) -> None:
    assert in_language(data, "en") == data
