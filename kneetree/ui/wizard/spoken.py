"""What a part of a page says, in words for assistive technology, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kneetree.ui.style import text_labels


def spoken(part: QWidget) -> str:
    """Return all words that are shown in ``part`` if it is, each label and picture on a line; buttons say their own."""
    return "\n".join(filter(None, _words(part)))


def _words(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel):
        yield text_labels.plain(part.text())
    elif isinstance(part, QAbstractButton):
        return
    else:
        inner = [child for child in part.children() if isinstance(child, QWidget) and not child.isHidden()]
        if not inner:
            yield part.accessibleName()
        for child in inner:
            yield from _words(child)
