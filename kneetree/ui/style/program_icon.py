"""The program's own icon, for the title bar and the list of windows.

Nobody sees it before the first page, so it is drawn after that: four sizes take 2 ms.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kneetree import shipped
from kneetree.ui.style.painting import painting

SIZES = (16, 32, 48, 128)
"""In pixels; the system takes the next larger one for any other."""


def put_on(app: QGuiApplication) -> None:
    """Give all windows of the application its icon, unless they have one."""
    if not app.windowIcon().isNull():
        return
    drawing = QSvgRenderer(str(shipped.root() / "icons" / "org.kneetree.Kneetree.svg"))
    icon = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(QColor(0, 0, 0, 0))
        with painting(pixmap) as painter:
            drawing.render(painter, QRectF(0, 0, size, size))
        icon.addPixmap(pixmap)
    app.setWindowIcon(icon)
