"""Make the icon in the formats of each system from its drawing:  python .ci/packaging/icons.py FOLDER

Windows takes an ``.ico`` and macOS an ``.icns``; both hold PNG pictures of several sizes.  Linux takes a folder
``hicolor`` with a PNG of each size beside the drawing itself, for the program and for its files.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).parents[2] / "resources"
PROGRAM = RESOURCES / "icons" / "org.kneetree.Kneetree.svg"
FILE = RESOURCES / "desktop" / "application-vnd.kneetree+json.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""In pixels; what desktops of Linux look for in ``hicolor``."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16,
    b"icp5": 32,
    b"icp6": 64,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""The kinds of picture in an ``.icns`` that are PNG, each with its side in pixels; dense screens take ic11 to ic14."""


def png(drawing: Path, side: int) -> bytes:
    """Return a drawing as a square PNG, ``side`` in pixels."""
    app = QGuiApplication.instance() or QGuiApplication([])  # no painter works without
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} cannot be drawn.")
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    del app
    return bytes(held.data())


def ico(drawing: Path) -> bytes:
    """Return a drawing as an icon of Windows: a head, an entry for each size, then the pictures."""
    pictures = [png(drawing, side) for side in ICO_SIZES]
    entries, start = b"", 6 + 16 * len(pictures)
    for side, picture in zip(ICO_SIZES, pictures, strict=True):
        # 256 is written as 0.  No palette, one plane, 32 bits a pixel.
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), start)
        start += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def icns(drawing: Path) -> bytes:
    """Return a drawing as an icon of macOS: each picture with its kind and its length."""
    pictures = {side: png(drawing, side) for side in set(ICNS_KINDS.values())}
    parts = b"".join(
        kind + struct.pack(">I", len(pictures[side]) + 8) + pictures[side] for kind, side in ICNS_KINDS.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def write_hicolor(folder: Path) -> None:
    """Write the icons of the program and of its files as a desktop of Linux looks for them."""
    for drawing, kind in ((PROGRAM, "apps"), (FILE, "mimetypes")):
        for side in SIZES:
            _write(folder / f"{side}x{side}" / kind / f"{drawing.stem}.png", png(drawing, side))
        _write(folder / "scalable" / kind / drawing.name, drawing.read_bytes())


def write(folder: Path) -> None:
    """Write the icons for Windows and macOS and the folder ``hicolor``."""
    _write(folder / "kneetree.ico", ico(PROGRAM))
    _write(folder / "kneetree.icns", icns(PROGRAM))
    write_hicolor(folder / "hicolor")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
