"""Ask for the code of a language that is to be begun, and say which language that is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.text_editors import Line


def language_name(code: str) -> str:
    """Return the name of a language in that language, with its code; the code alone if nobody knows it."""
    locale = QLocale(code.replace("-", "_"))
    if locale.language() is QLocale.Language.C or code[:2] != locale.name()[:2]:
        return code
    name = locale.nativeLanguageName()
    if len(code) <= 3:  # Qt calls a language without a country by that of its largest one: "español de España"
        script, anywhere = QLocale.Script.AnyScript, QLocale.Country.AnyCountry
        names = [one.nativeLanguageName() for one in QLocale.matchingLocales(locale.language(), script, anywhere)]
        name = min((one for one in names if one and one in name), key=len, default=name)
    return f"{name[:1].upper()}{name[1:]} ({code})" if name else code


class BeginLanguage(QFrame):
    """A line for the code, hidden until it is asked for.  Signals: ``wanted(str code)``."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newEntry")
        self.code = Line()
        self.code.setPlaceholderText("fr")
        self.code.setMaxLength(20)
        label = QLabel(self.tr("Code of the language:"))
        label.setBuddy(self.code)
        self.code.setAccessibleName(label.text())
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.do = push(self.tr("Begin it"))
        self.leave = push(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        for widget in (label, self.code, self.name, self.do, self.leave):
            row.addWidget(widget)
        row.addStretch(1)
        self.code.textChanged.connect(self._on_text)
        self.code.returnPressed.connect(self._on_do)
        self.do.clicked.connect(self._on_do)
        self.leave.clicked.connect(self.hide)
        self._on_text("")
        self.hide()

    def ask(self) -> None:
        """Open for a new code."""
        self.code.clear()
        self.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self, text: str) -> None:
        code = text.strip()
        self.do.setEnabled(bool(code))
        name = language_name(code) if code else ""
        if name == code:
            name = self.tr("such as es, fr or pt-BR")
        self.name.setText(name)

    def _on_do(self) -> None:
        if self.code.text().strip():
            self.wanted.emit(self.code.text().strip())
