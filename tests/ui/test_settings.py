"""Settings: whatever somebody has written there, the window starts, has a sane size, and can be set up again."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize
from PySide6.QtWidgets import QApplication, QMainWindow

from kneetree.ui import language
from kneetree.ui import settings as kept
from kneetree.ui.editor.room import PANES
from kneetree.ui.style.theme import MODES, TEXT_PERCENTS, Theme
from kneetree.ui.window import placing
from kneetree.ui.window.main_window import MainWindow
from tests import luck

ROOMS = [f"editor/room/{percent}/{name}" for percent in TEXT_PERCENTS for name in (*PANES, "folded")]
KEYS = [
    "window/geometry",
    "recent",
    "view/language",
    "view/mode",
    "view/text",
    "editor/small_map",
    "editor/translate_into",
    *ROOMS,
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.text(max_size=40),
    st.binary(max_size=80).map(QByteArray),
    st.sampled_from(
        [QSize(-5, -5), QPoint(2**30, 0), QRect(0, 0, -1, 10**6), "²", "٣", "-1", "1e9", "9" * 400, "nan", "x" * 70_000]
    ),
)
RUBBISH = SCALARS | st.lists(SCALARS, max_size=4) | st.dictionaries(st.text(max_size=5), SCALARS, max_size=3)
LINES = st.sampled_from(
    [
        "@Invalid()",
        "@Variant(\\0\\0\\0\\x7f)",
        "@ByteArray(\\x1\\xd9\\xd0\\xcb)",
        "@Rect(1 2)",
        "@Size(a)",
        "@@",
        "a, b,",
    ]
) | st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30)


def check_window(theme: Theme) -> None:
    """A window comes, of a size in which something can be read, in one of the languages and looks that there are."""
    assert (theme.mode in MODES, theme.text_percent in TEXT_PERCENTS) == (True, True)
    assert language.language_setting() in language.SETTINGS
    assert all(path.is_absolute() for path in kept.paths("recent", 10))
    window = MainWindow(theme)
    try:
        assert window.width() > 500
        assert window.height() > 430
    finally:
        window.deleteLater()


@settings(max_examples=luck.examples(25), suppress_health_check=list(HealthCheck))
@given(values=st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, RUBBISH)))
def test_a_window_starts_whatever_the_settings_hold(qapp: QApplication, values: dict[str, object]) -> None:
    QSettings().clear()
    for key, value in values.items():
        QSettings().setValue(key, value)
    check_window(Theme(qapp, apply=False))


@pytest.mark.qt_log_ignore("QVariant::load")
@settings(max_examples=luck.examples(15), suppress_health_check=list(HealthCheck))
@given(lines=st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, LINES)), more=st.binary(max_size=60))
def test_a_window_starts_whatever_the_file_of_settings_is(
    qapp: QApplication, lines: dict[str, str], more: bytes
) -> None:
    path = Path(QSettings().fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    sections: dict[str, list[str]] = {}
    for key, line in lines.items():
        section, _, name = key.rpartition("/") if key.count("/") == 1 else ("editor", "", key.partition("/")[2])
        sections.setdefault(section or "General", []).append(f"{name.replace('/', chr(92))}={line}")
    text = "\n".join("\n".join([f"[{section}]", *found]) for section, found in sections.items())
    path.write_bytes(text.encode() + b"\n" + more)
    QSettings().sync()
    check_window(Theme(qapp, apply=False))


@pytest.mark.parametrize("rubbish", ["-200", "3", "1e9", "²", ["a"], 2**40, QSize(1, 1)])
def test_the_editor_has_its_panes_whatever_sizes_are_kept(
    open_window: Callable[..., MainWindow], rubbish: object
) -> None:
    for key in KEYS:
        QSettings().setValue(key, rubbish)
    window = open_window()
    window.show_edit()
    assert window.editor.canvas.isVisible()
    assert window.editor.canvas.width() > 100


@pytest.mark.skipif(os.name != "posix", reason="settings are kept elsewhere")
def test_a_window_starts_where_its_settings_cannot_be_read(qapp: QApplication) -> None:
    path = Path(QSettings().fileName())
    path.mkdir(parents=True)
    check_window(Theme(qapp, apply=False))
    kept.keep("view/mode", "dark")


def test_what_is_chosen_is_there_again(qapp: QApplication, tmp_path: Path) -> None:
    for rubbish in (None, 7, ["x"], b"bytes"):
        for key in KEYS:
            QSettings().setValue(key, rubbish)
        kept.keep("view/mode", "dark")
        kept.keep("view/text", 150)
        kept.keep("editor/small_map", value=False)
        kept.keep_paths("recent", [tmp_path / "a.json"])
        QSettings().sync()
        assert kept.choice("view/mode", MODES, "system") == "dark"
        assert kept.number("view/text", 100, 200) == 150
        assert kept.yes_or_no("editor/small_map", usual=True) is False
        assert kept.paths("recent", 10) == [tmp_path / "a.json"]


def test_recent_names_keep_every_byte(tmp_path: Path) -> None:
    names = [
        "a b.json",
        "ü.json",
        "li\nne.json",
        "back\\slash, comma; [x].json",
        "%41.json",
        os.fsdecode(b"\xff\xfe.json"),
    ]
    paths = [tmp_path / name for name in names]
    kept.keep_paths("recent", paths)
    QSettings().sync()
    assert kept.paths("recent", 10) == paths


def test_a_window_comes_back_where_it_was_but_not_at_a_size_nobody_gave_it(qapp: QApplication) -> None:
    window = QMainWindow()
    window.setMinimumSize(360, 420)
    window.resize(700, 500)
    placing.keep(window)
    again = QMainWindow()
    again.setMinimumSize(360, 420)
    placing.restore(again)
    assert again.size() == QSize(700, 500)
    sound = kept.data("window/geometry")
    assert sound is not None
    for place in range(8, sound.size()):
        bytes_ = bytearray(sound.data())
        bytes_[place] ^= 0x80
        QSettings().setValue("window/geometry", QByteArray(bytes(bytes_)))
        placing.restore(again)
        assert again.width() >= 500, place
        assert again.height() >= 430, place


def test_a_window_that_was_on_a_screen_that_is_gone_comes_back_in_view(qapp: QApplication) -> None:
    window = QMainWindow()
    window.setMinimumSize(360, 420)
    window.setGeometry(5000, 3000, 700, 500)
    placing.keep(window)
    again = QMainWindow()
    again.setMinimumSize(360, 420)
    placing.restore(again)
    room = qapp.primaryScreen().availableGeometry()
    assert room.contains(again.geometry().center()), (again.geometry(), room)


def test_only_one_module_reads_settings() -> None:
    root = Path(__file__).parents[2] / "kneetree"
    readers = [
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*.py"))
        if any(
            isinstance(node, ast.Name | ast.alias) and getattr(node, "id", getattr(node, "name", "")) == "QSettings"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    ]
    assert readers == ["ui/settings.py"]


@pytest.fixture
def not_writable(qapp: QApplication) -> Path:
    """The file of settings, which cannot be written, since there is a folder in its place."""
    place = Path(QSettings().fileName())
    place.mkdir(parents=True)
    return place


def test_choices_that_cannot_be_kept_are_said_once(not_writable: Path, theme: Theme) -> None:
    window, said = MainWindow(theme), list[str]()
    kept.keep("view/text", 100)
    kept.trouble.not_kept.connect(said.append)
    theme.choose_text(125)
    assert theme.text_percent == 125
    window.foot.show_text("Draft.", "Tree")
    assert str(not_writable) in window.foot.shown
    theme.choose_text(100)
    assert said == []
    not_writable.rmdir()
    theme.choose_text(125)
    not_writable.unlink()
    not_writable.mkdir()
    theme.choose_text(100)
    theme.choose_text(125)
    assert said == [str(not_writable)]
    other = MainWindow(theme)
    assert str(not_writable) in other.foot.text()
    kept.trouble.not_kept.disconnect(said.append)
    window.deleteLater()
    other.deleteLater()
