"""Every modal dialog, as a small function each, so that tests can stand in for exactly these.

Text from a file is shown as plain text.  Nothing here knows the document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox, QWidget

from kneetree.errors import KneetreeError
from kneetree.files.names import shown, with_ending
from kneetree.ui import keys, long_text, unasked
from kneetree.ui.background import reachable
from kneetree.ui.fitting_box import FittingBox
from kneetree.ui.language import told
from kneetree.ui.on_screen import room_on_screen
from kneetree.ui.qt_access import layout_of


class Recovery(StrEnum):
    """What to do with work that was left by a program that was killed."""

    OPEN = "open"
    LATER = "later"
    THROW_AWAY = "throw_away"


class Choice(StrEnum):
    """What to do with work that is not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Theirs(StrEnum):
    """What to do where somebody else has changed the file of the open tree."""

    MINE = "mine"
    THEIRS = "theirs"
    COMPARE = "compare"
    ELSEWHERE = "elsewhere"
    LATER = "later"


translate = QCoreApplication.translate


def open_path(parent: QWidget | None, folder: Path | None = None, title: str = "") -> Path | None:
    """Ask which tree to open, or what else the ``title`` says; return ``None`` if the person chooses none."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        title or translate("Dialogs", "Open a tree"),
        str(folder or ""),
        translate("Dialogs", "Trees (*.json);;All files (*)"),
    )
    return Path(name) if name else None


def picture_path(parent: QWidget | None) -> Path | None:
    """Ask which SVG file to take as a picture; return ``None`` if the person chooses none."""
    name, _ = QFileDialog.getOpenFileName(
        parent, translate("Dialogs", "Choose a picture"), "", translate("Dialogs", "Pictures (*.svg);;All files (*)")
    )
    return Path(name) if name else None


def save_path(parent: QWidget | None, title: str, suggested: str, kinds: str) -> Path | None:
    """Ask where to write; return ``None`` if the person chooses no place.

    ``kinds`` is a filter of Qt such as ``PDF (*.pdf)``; its ending is added to a name that has none.  Qt asks before
    a file is replaced that is called as was typed; this asks about the name with its ending.
    """
    while True:
        name, kind = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
        if not name:
            return None
        path = with_ending(Path(name), kind.rpartition("*")[2].strip(") "))
        if path == Path(name) or not reachable.there(parent, [path]) or may_replace(parent, [path]):
            return path
        suggested = str(path)


def may_replace(parent: QWidget | None, paths: Sequence[Path], why: str = "") -> bool:
    """Ask whether files that are there may be written over; ``why`` says what the person may not expect."""
    names = ", ".join(shown(path.name) for path in paths)
    question = translate("Dialogs", "Already there: {names}").format(names=names)
    what_it_does = translate("Dialogs", "What is in there now will be written over.")
    return confirm(parent, question, translate("Dialogs", "Replace"), f"{why} {what_it_does}".strip())


def documents() -> Path:
    """Return the folder for documents, or the person's own if there is none: what is new is saved there at first."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def problem(parent: QWidget | None, sentence: str) -> None:
    """Say in one sentence what could not be done."""
    inform(parent, translate("Dialogs", "There is a problem"), sentence)


def attempt(parent: QWidget | None, do: Callable[[], object]) -> bool:
    """Do something that may not work, and say why if it does not; return whether it was done."""
    try:
        do()
    except KneetreeError as error:
        problem(parent, told(error))
        return False
    return True


def unexpected(parent: QWidget | None, detail: str) -> None:
    """Say that the program has a fault and the work is kept; ``detail`` can be copied for a report."""
    inform(
        parent,
        translate("Dialogs", "Something went wrong"),
        translate("Dialogs", "That did not work, and it is the program's fault. Your work is kept. You can go on."),
        detail,
    )


def save_first(parent: QWidget | None, name: str) -> Choice:
    """Ask whether to save changed work before it is left."""
    box = _box(
        parent,
        translate("Dialogs", "Save your changes?"),
        translate("Dialogs", "{name} has changes that are not saved.").format(name=name),
    )
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton(QMessageBox.StandardButton.Discard)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    choices: dict[QAbstractButton, Choice] = {save: Choice.SAVE, discard: Choice.DISCARD}
    return choices.get(box.clickedButton(), Choice.CANCEL)


def recover(parent: QWidget | None, name: str, started: str, changes: int, *, damaged: bool = False) -> Recovery:
    """Ask whether to take back ``changes`` changes to ``name``, begun at ``started`` (ISO), that were never saved.

    If the journal is ``damaged``, it is said that later changes could not be read.
    """
    when = started[:16].replace("T", " ")
    text = translate(
        "Dialogs", "The program ended before {changes} changes to {name} were saved. They were begun on {when}."
    )
    if changes <= 1:  # none is left of a word that was typed and taken away again
        text = translate("Dialogs", "The program ended before a change to {name} was saved. It was made on {when}.")
    said = [text.format(changes=changes, name=name, when=when)]
    if damaged:
        said.append(translate("Dialogs", "What was changed after that is damaged and cannot be read."))
    box = _box(parent, translate("Dialogs", "Take back unsaved work?"), " ".join(said))
    take = box.addButton(translate("Dialogs", "Take it back"), QMessageBox.ButtonRole.AcceptRole)
    throw = box.addButton(translate("Dialogs", "Throw it away"), QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton(translate("Dialogs", "Ask me later"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(take)
    box.exec()
    choices: dict[QAbstractButton, Recovery] = {take: Recovery.OPEN, throw: Recovery.THROW_AWAY}
    return choices.get(box.clickedButton(), Recovery.LATER)


def confirm(parent: QWidget | None, question: str, yes: str, what_it_does: str = "") -> bool:
    """Ask a question with a button ``yes`` and Cancel; return whether ``yes`` was pressed.  Enter loses nothing."""
    box = _box(parent, question, what_it_does)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is agreed


def changed_meanwhile(
    parent: QWidget | None, name: str, *, unsaved: int, gone: bool = False, unreadable: bool = False
) -> Theirs:
    """Ask what to do where the file of the open tree was changed by somebody else, is ``gone`` or ``unreadable``.

    ``unsaved`` is the number of changes that are not in the file.  Enter keeps them, and Escape decides nothing.  No
    button has a letter: such a box takes plain letters too, and nobody has asked for it.
    """
    if gone:
        question = translate("Dialogs", "{name} is no longer there.")
        said = [translate("Dialogs", "“Keep mine” makes it again when you save.")]
    elif unreadable:
        question = translate("Dialogs", "{name} cannot be read any more.")
        said = [translate("Dialogs", "It may be a folder now, or you may not read it. Save your tree elsewhere.")]
    else:
        question = translate("Dialogs", "{name} was changed by another program.")
        said = [
            translate("Dialogs", "“Keep mine” writes over it when you save; what it holds now is kept as a backup."),
            translate("Dialogs", "“Take theirs” can be undone."),
        ]
    if unsaved:
        said.insert(0, translate("Dialogs", "You have changes that are not in the file: {n}.").format(n=unsaved))
    box = _box(parent, question.format(name=name), " ".join(said))
    choices: dict[QAbstractButton, Theirs] = {}
    if not unreadable:
        mine = box.addButton(translate("Dialogs", "Keep mine"), QMessageBox.ButtonRole.AcceptRole)
        choices[mine] = Theirs.MINE
    if not (gone or unreadable):
        theirs = box.addButton(translate("Dialogs", "Take theirs"), QMessageBox.ButtonRole.DestructiveRole)
        compare = box.addButton(translate("Dialogs", "Compare"), QMessageBox.ButtonRole.ActionRole)
        choices |= {theirs: Theirs.THEIRS, compare: Theirs.COMPARE}
    elsewhere = box.addButton(translate("Dialogs", "Save elsewhere…"), QMessageBox.ButtonRole.ActionRole)
    choices[elsewhere] = Theirs.ELSEWHERE
    later = box.addButton(translate("Dialogs", "Decide later"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(elsewhere if unreadable else mine)
    box.setEscapeButton(later)
    box.exec()
    return choices.get(box.clickedButton(), Theirs.LATER)


def edited_elsewhere(parent: QWidget | None, name: str, who: str, since: str) -> bool:
    """Say that another window edits a file, ``who`` does and ``since`` when; return whether to edit a copy.

    Otherwise the author only looks at it.
    """
    said = []
    if since:
        said.append(translate("Dialogs", "{who} has been editing it since {since}.").format(who=who, since=since))
    said.append(translate("Dialogs", "You can edit a copy, which you save under another name, or only look at it."))
    said.append(translate("Dialogs", "kneetree cannot tell whether somebody edits the file on another computer."))
    box = _box(
        parent, translate("Dialogs", "{name} is being edited in another window.").format(name=name), " ".join(said)
    )
    copy, look = translate("Dialogs", "Edit a copy"), translate("Dialogs", "Only look")
    return _goes(box, copy, QMessageBox.ButtonRole.AcceptRole, look)


def choose(parent: QWidget | None, heading: str, text: str, *choices: str) -> int:
    """Ask for one of some ``choices`` and return its place; Enter means the first of them and Escape the last."""
    box = _box(parent, heading, text)
    role = QMessageBox.ButtonRole
    roles = [role.AcceptRole, *[role.ActionRole] * (len(choices) - 2), role.RejectRole]
    buttons = [box.addButton(choice, role) for choice, role in zip(choices, roles, strict=True)]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    pressed = box.clickedButton()
    return buttons.index(pressed) if pressed in buttons else len(buttons) - 1


def leave_walk(parent: QWidget | None, *, comes_back: bool = False) -> bool:
    """Ask whether to leave the questions in the middle, and say whether one ``comes_back``; return whether to do so."""
    if comes_back:
        said = translate(
            "Dialogs",
            "You have not come to the end. Until kneetree is closed, “Back to my answers” on the first page goes on "
            "with them.",
        )
    else:
        said = translate("Dialogs", "You have not come to the end, and your answers are not kept.")
    leave, stay = translate("Dialogs", "Leave them"), translate("Dialogs", "Go on answering")
    box = _box(parent, translate("Dialogs", "Leave the questions?"), said)
    return _goes(box, leave, QMessageBox.ButtonRole.DestructiveRole, stay)


def leave_result(parent: QWidget | None) -> bool:
    """Ask whether to leave a result that is nowhere but on screen; return whether to do so."""
    said = translate("Dialogs", "You have not printed, saved or copied it, and your answers are not kept.")
    leave, stay = translate("Dialogs", "Leave it"), translate("Dialogs", "Back to the result")
    box = _box(parent, translate("Dialogs", "Leave the result?"), said)
    return _goes(box, leave, QMessageBox.ButtonRole.DestructiveRole, stay)


def _goes(box: QMessageBox, go: str, role: QMessageBox.ButtonRole, stay: str) -> bool:
    """Let a person press one of two buttons; return whether it is ``go``.  Enter and Escape stay."""
    going, staying = box.addButton(go, role), box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    box.exec()
    return box.clickedButton() is going


def about(parent: QWidget | None, state: str) -> None:
    """Say what this program is; ``state`` says which tree is open and whether it was reviewed."""
    text = translate(
        "Dialogs",
        "Questions about pain behind the knee, for a person at home and for the clinician who writes them.\n\n"
        "kneetree is not a medical device and does not replace a doctor. It works offline: nothing you answer "
        "leaves this computer, and nothing is written unless you ask for a file.\n\n"
        "{state}\n\nThe program is under the MIT licence, the questions and pictures under CC-BY-4.0.",
    )
    inform(parent, f"kneetree {QCoreApplication.applicationVersion()}", text.format(state=state))


def keyboard(parent: QWidget | None, places: Sequence[tuple[str, QWidget]] = ()) -> bool:
    """Show what keys mean: place by place if there are ``places`` with a name, else those of the questions.

    Returns whether to open the guides.
    """
    guides = translate("Dialogs", "Guides")
    if parent is not None and places:
        found = keys.in_places(parent, places)
        return long_text.read(
            parent,
            translate("Dialogs", "Keyboard"),
            "\n\n".join("\n".join([name, *lines]) for name, lines in found if lines),
            guides,
        )
    text = translate(
        "Dialogs",
        "Arrow keys: from the question to the answers, and between them\n"
        "Right in a list: to “Not sure” of the same line; Left: back to the line\n"
        "Enter or Space: press the button that has the ring around it; Space: tick a box\n"
        "Alt with the underlined letter: press that button (Alt+Y is Yes)\n"
        "Tab and Shift+Tab: everything on the page, one after the other",
    )
    lines = keys.in_words(parent) if parent is not None else []
    box = _box(parent, translate("Dialogs", "Keyboard"), "\n".join([text, *lines]))
    more = box.addButton(guides, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Ok))
    box.setEscapeButton(QMessageBox.StandardButton.Ok)
    box.exec()
    return box.clickedButton() is more


def inform(parent: QWidget | None, heading: str, text: str, detail: str = "") -> None:
    """Say something under a heading; ``detail`` is folded away and can be copied."""
    box = _box(parent, heading, text)
    box.setDetailedText(detail)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.exec()


def _box(parent: QWidget | None, heading: str, text: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "kneetree", heading, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(text)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    layout_of(box).setContentsMargins(16, 24, 24, 20)
    _show_whole(box, heading)
    FittingBox(box)
    unasked.guard(box)
    return box


def _show_whole(box: QMessageBox, heading: str) -> None:
    """Let the heading have its room: Qt counts it in a lighter type than it is dressed in, and cuts its end."""
    label = box.findChild(QLabel, "qt_msgbox_label")
    if isinstance(label, QLabel):
        label.ensurePolished()
        wide = label.fontMetrics().horizontalAdvance(heading) + label.fontMetrics().averageCharWidth()
        label.setMinimumWidth(min(wide, round(room_on_screen(box).size().width() * 0.7)))
