"""Colours readable on one another, sizes that grow, choices that are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kneetree import shipped
from kneetree.drawing import palette
from kneetree.drawing.palette import URGENCY_COLOURS
from kneetree.ui.style.theme import DARK, LIGHT, TEXT_PERCENTS, Theme


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(colours: dict[str, str]) -> None:
    grounds = ("paper", "surface", "hover", "pressed", "chosen", "warn")
    for ground in grounds:
        assert contrast(colours["ink"], colours[ground]) >= 7, ground
    for ground in ("paper", "surface", "hover"):
        assert contrast(colours["muted"], colours[ground]) >= 4.5, ground
        assert contrast(colours["accent"], colours[ground]) >= 4.5, ground
        assert contrast(colours["danger"], colours[ground]) >= 4.5, ground
        assert contrast(colours["edge"], colours[ground]) >= 3, ground
    for ground in ("accent", "accent_hover", "accent_pressed"):
        assert contrast(colours["on_accent"], colours[ground]) >= 4.5, ground
    for role in URGENCY_COLOURS:
        assert contrast(colours[f"on_{role}"], colours[role]) >= 4.5, role


def test_a_page_has_the_colours_of_the_window_on_a_dark_screen() -> None:
    for role, colour in palette.DARK.items():
        same = ["on_same_day", "on_self_care"] if role == "on_level" else [role]
        assert {DARK[name] for name in same} == {colour}, role


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_style_sheet_is_filled_in(theme: Theme, mode: str) -> None:
    theme.choose_mode(mode)
    sheet = theme.style_sheet()
    assert "@" not in sheet
    assert theme.colours["accent"] in sheet
    assert theme.dark is (mode == "dark")


def test_text_grows_to_200_percent(theme: Theme, qapp: QApplication) -> None:
    before = theme.px(18)
    theme.choose_text(200)
    assert theme.px(18) == 2 * before
    assert f"{theme.px(24)}px" in theme.style_sheet()
    assert qapp.font().pixelSize() == theme.px(15)


def test_choices_are_kept_for_next_time(theme: Theme, qapp: QApplication) -> None:
    theme.choose_mode("dark")
    theme.choose_text(150)
    again = Theme(qapp)
    assert (again.mode, again.text_percent) == ("dark", 150)
    again.deleteLater()


@pytest.mark.parametrize("percent", ["loud", "12345", ""])
def test_settings_that_make_no_sense_are_passed_over(theme: Theme, qapp: QApplication, percent: str) -> None:
    from PySide6.QtCore import QSettings

    QSettings().setValue("view/text", percent)
    QSettings().setValue("view/mode", "pink")
    again = Theme(qapp)
    assert again.mode == "system"
    assert again.text_percent in TEXT_PERCENTS
    again.deleteLater()


@pytest.mark.parametrize("path", sorted((shipped.root() / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_can_be_drawn(theme: Theme, path) -> None:
    assert not theme.icon(path.stem).isNull()


def test_every_picture_of_the_style_sheet_is_there(theme: Theme) -> None:
    import re
    from pathlib import Path

    for mode in ("light", "dark"):
        theme.choose_mode(mode)
        names = re.findall(r'url\("([^"]+)"\)', theme.style_sheet())
        assert names
        assert all(Path(name).is_file() for name in names)


def test_an_icon_has_the_colour_of_its_role(theme: Theme) -> None:
    theme.choose_mode("dark")
    image = theme.pixmap("emergency", 48, "accent", ratio=1.0).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    assert {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255} == {theme.colours["accent"]}


def test_a_theme_that_goes_leaves_no_widget_behind(qapp: QApplication) -> None:
    """Each style sheet that comes later would visit it."""
    before = set(QApplication.allWidgets())
    for mode in ("light", "dark"):
        made = Theme(qapp)
        made.choose_mode(mode)
        assert set(QApplication.allWidgets()) - before, "it keeps Qt's memory with a widget that nobody sees"
        made.deleteLater()
        del made
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    assert not set(QApplication.allWidgets()) - before
