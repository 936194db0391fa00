"""The icons that are made hold a whole picture of each size that a desktop looks for."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtSvg")

import icons
from PySide6.QtGui import QImage

pytestmark = pytest.mark.usefixtures("qapp")
"""Qt has one application in a process: one without widgets would leave none for the window's tests."""
PNG = b"\x89PNG\r\n\x1a\n"


def image(data: bytes) -> QImage:
    assert data.startswith(PNG)
    picture = QImage.fromData(data)
    assert not picture.isNull()
    return picture


def assert_drawn(picture: QImage, side: int) -> None:
    assert (picture.width(), picture.height()) == (side, side)
    assert picture.pixelColor(0, 0).alpha() < 128, "the corner is rounded"
    assert picture.pixelColor(side // 2, side // 2).alpha() == 255


def test_the_icon_of_windows_holds_every_size() -> None:
    data = icons.ico(icons.PROGRAM)
    kind, count = struct.unpack_from("<HH", data, 2)
    assert (kind, count) == (1, len(icons.ICO_SIZES))
    for index, side in enumerate(icons.ICO_SIZES):
        width, height, _, _, _, bits, length, start = struct.unpack_from("<BBBBHHII", data, 6 + 16 * index)
        assert (width or 256, height or 256, bits) == (side, side, 32)
        assert_drawn(image(data[start : start + length]), side)
    assert start + length == len(data)


def test_the_icon_of_macos_holds_every_kind() -> None:
    data = icons.icns(icons.PROGRAM)
    assert data[:4] == b"icns"
    assert int.from_bytes(data[4:8], "big") == len(data)
    found, place = {}, 8
    while place < len(data):
        length = int.from_bytes(data[place + 4 : place + 8], "big")
        found[data[place : place + 4]] = image(data[place + 8 : place + length])
        place += length
    assert set(found) == set(icons.ICNS_KINDS)
    for kind, side in icons.ICNS_KINDS.items():
        assert_drawn(found[kind], side)


def test_linux_finds_the_program_and_its_files_in_every_size(tmp_path: Path) -> None:
    icons.write_hicolor(tmp_path)
    for side in icons.SIZES:
        for name in ("apps/org.kneetree.Kneetree", "mimetypes/application-vnd.kneetree+json"):
            assert_drawn(image((tmp_path / f"{side}x{side}" / f"{name}.png").read_bytes()), side)
    assert len(list((tmp_path / "scalable").rglob("*.svg"))) == 2


@pytest.mark.qt_log_ignore("Cannot read file")
def test_a_drawing_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text("no drawing")
    with pytest.raises(ValueError, match="cannot be drawn"):
        icons.png(tmp_path / "x.svg", 16)
