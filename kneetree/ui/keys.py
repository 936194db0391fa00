"""Every key of the window in one table, read from the widgets that are there.

Shortcuts of actions and letters with Alt, each with what it is called and where it counts.  The help shows it, and the
tests look for clashes in it.  It knows no widget of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMainWindow, QMenu, QTabBar, QWidget

_TOLD = "keys_in_words"


@dataclass(frozen=True)
class Key:
    """A key, what it is called, and the widget in which it counts; a ``letter`` is an underlined one.

    ``of`` is what the key belongs to: an action may be in several places, but its key is pressed for one action only.
    """

    keys: QKeySequence
    words: str
    scope: QWidget
    of: object
    letter: bool

    @property
    def text(self) -> str:
        """The key as people read it: "Ctrl+P"."""
        return self.keys.toString(QKeySequence.SequenceFormat.NativeText)


def keys_of(window: QWidget) -> tuple[Key, ...]:
    """Return all keys that count in a window as it is now: what is hidden or cannot be had has none."""
    return (*_shortcuts(window), *_menu_letters(window), *_letters(window))


def letters_in(menu: QMenu) -> tuple[Key, ...]:
    """Return the letters that count while ``menu`` is open, which are pressed without Alt."""
    actions = [action for action in menu.actions() if action.isVisible()]
    return tuple(_letter(action.text(), menu, action) for action in actions if not _mnemonic(action.text()).isEmpty())


def in_words(window: QWidget) -> list[str]:
    """Return a line for each action that has shortcuts in the whole window: "Ctrl+P: Print the result"."""
    found: dict[int, list[Key]] = {}
    for key in _shortcuts(window):
        if key.scope is window and key not in found.setdefault(id(key.of), []):
            found[id(key.of)].append(key)
    return [_line(keys) for keys in found.values()]


def tell(widget: QWidget, lines: Sequence[str]) -> None:
    """Let the help say what keys mean in a widget that are no shortcuts: "Arrow keys: go along the tree"."""
    widget.setProperty(_TOLD, list(lines))


def call(action: QAction, words: str) -> None:
    """Let the help call an action by these words: in a menu its own may be below a title that says the rest."""
    action.setProperty(_TOLD, words)


def in_places(window: QWidget, places: Sequence[tuple[str, QWidget]]) -> list[tuple[str, list[str]]]:
    """Return each of the named places with a line for each key that counts there, and in no smaller one of them."""
    seen = [(name, place) for name, place in places if place.isVisible()]
    found: dict[str, dict[str, None]] = {name: dict.fromkeys(_told(place)) for name, place in seen}
    table = [*_shortcuts(window), *(key for key in _letters(window) if isinstance(key.of, QWidget))]
    words: dict[tuple[str, int], list[Key]] = {}
    for key in table:
        at = key.of if key.letter and isinstance(key.of, QWidget) else key.scope
        around = [(name, place) for name, place in seen if place.isAncestorOf(at)]  # or is the same
        inmost = [
            name
            for name, place in around
            if not any(other is not place and place.isAncestorOf(other) for _, other in around)
        ]
        for name in inmost:
            keys = words.setdefault((name, id(key.of)), [])
            if key not in keys:
                keys.append(key)
    for (name, _), keys in words.items():
        found[name][_line(keys)] = None
    return [(name, list(lines)) for name, lines in found.items()]


def _told(place: QWidget) -> list[str]:
    return list(place.property(_TOLD) or ())


def _line(keys: Sequence[Key]) -> str:
    texts = dict.fromkeys(key.text for key in keys)  # one key may count in several widgets
    return f"{', '.join(texts)}: {keys[0].words}"


def clashes(table: tuple[Key, ...]) -> list[tuple[Key, Key]]:
    """Return each two keys that are the same in the same place, of which neither would do anything."""
    return [
        (one, other)
        for one, other in combinations(table, 2)
        if one.of is not other.of and one.keys == other.keys and _overlap(one.scope, other.scope)
    ]


def _overlap(one: QWidget, other: QWidget) -> bool:
    return one is other or one.isAncestorOf(other) or other.isAncestorOf(one)


def _shortcuts(window: QWidget) -> Iterator[Key]:
    for widget in (window, *window.findChildren(QWidget)):
        for action in widget.actions():
            for keys in action.shortcuts():
                scope = _scope(action, widget, window)
                if scope is not None and action.isVisible():
                    yield Key(keys, action.property(_TOLD) or plain(action.text()), scope, action, letter=False)


def _scope(action: QAction, widget: QWidget, window: QWidget) -> QWidget | None:
    """Return where the keys of an action count that ``widget`` has, or ``None`` if they do not count by it."""
    everywhere = action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
    if isinstance(widget, QMenu):
        return window if everywhere else None
    if not widget.isVisible():
        return None
    return widget.window() if everywhere else widget


def _menu_letters(window: QWidget) -> Iterator[Key]:
    """Yield the letters of the menu bar, also of a menu that is hidden: in Qt it keeps its letter."""
    for action in window.menuBar().actions() if isinstance(window, QMainWindow) else ():
        if not _mnemonic(action.text()).isEmpty():
            yield _letter(action.text(), window, action)


def _letters(window: QWidget) -> Iterator[Key]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, QTabBar):
            yield from (
                _letter(widget.tabText(place), window, (widget, place))
                for place in range(widget.count())
                if not _mnemonic(widget.tabText(place)).isEmpty()
            )
        text = _words(widget)
        if text and not _mnemonic(text).isEmpty():
            yield _letter(text, window, widget)


def _words(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return widget.text() if widget.shortcut() == _mnemonic(widget.text()) else ""
    if isinstance(widget, QLabel):
        return widget.text() if widget.buddy() is not None else ""
    return widget.title() if isinstance(widget, QGroupBox) else ""


def _letter(text: str, scope: QWidget, of: object) -> Key:
    return Key(_mnemonic(text), plain(text), scope, of, letter=True)


def _mnemonic(text: str) -> QKeySequence:
    return QKeySequence.mnemonic(text)


def plain(text: str) -> str:
    """Return the words of a button or menu without the marks of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
