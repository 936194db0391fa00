"""The language of the window: what the person chose, Qt's own words and ours in that language.

It knows neither menus nor windows, and not the texts of a tree (see ``document.shown_tree``).  Keep it quick to
import: the first page waits for it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from kneetree import shipped
from kneetree.ui import settings
from kneetree.words import sentences

SPOKEN = ("en", "es")
"""The languages that the window speaks; the first is that of the source and needs no file."""
SETTINGS = ("system", *SPOKEN)
"""What can be chosen."""
_KEY = "view/language"
_SPEAKS = "speaks"
"""The property of the application that holds the language of its translators."""


def language_setting() -> str:
    """Return what the person chose, one of ``SETTINGS``; ``"system"`` if nothing was chosen yet."""
    return settings.choice(_KEY, SETTINGS, "system")


def choose(setting: str) -> None:
    """Keep one of ``SETTINGS`` for all windows that are opened from now on."""
    settings.keep(_KEY, setting)


def chosen() -> str:
    """Return the language to show: the chosen one, else the system's if the window speaks it, else English."""
    setting = language_setting()
    if setting != "system":
        return setting
    system = QLocale.system().name().partition("_")[0]
    return system if system in SPOKEN else SPOKEN[0]


def spoken() -> str:
    """Return the language that the window speaks."""
    app = QCoreApplication.instance()
    return (app and app.property(_SPEAKS)) or SPOKEN[0]


def told(text: object) -> str:
    """Return a sentence of the core, or of an error, in the language of the window; any other text as it is."""
    return sentences.told(text, spoken())


class Translators(QObject):
    """The translators in use by the application; nothing else owns them."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._at_work: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Speak ``language`` in all that is built from now on."""
        for old in self._at_work:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._at_work = []
        self._app.setProperty(_SPEAKS, language)
        if language == SPOKEN[0]:
            return
        ours = str(shipped.root() / "i18n")
        places = (  # what comes later is asked first
            ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            ("qt", ours),  # what Qt's own translators have left in English, or wrong
            ("kneetree", ours),
        )
        for name, folder in places:
            translator = QTranslator(self)
            if translator.load(f"{name}_{language}", folder):
                self._app.installTranslator(translator)
                self._at_work.append(translator)
