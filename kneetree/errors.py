"""The one tree of exceptions whose text is written for the person at the screen.

Anything that is not a ``KneetreeError`` is a bug and reaches the excepthook.
"""

from __future__ import annotations

from kneetree.words.sentences import Sentence, sentence


class KneetreeError(Exception):
    """A request could not be done; ``str(error)`` is one sentence in English that says what to do.

    It is given as a template and the values in it, so that it can be shown in the reader's language.
    """

    def __init__(self, template: str = "", /, **values: object) -> None:
        super().__init__(sentence(template, **values))

    @property
    def sentence(self) -> Sentence:
        """The same sentence, which can be told in other languages."""
        made: Sentence = self.args[0]
        return made


class FileProblem(KneetreeError):
    """A file could not be read or written.  The text names the file and, where known, line and key."""


class ShapeError(KneetreeError):
    """A change would break the shape that always holds: edges end at nodes, answers differ, there is no cycle."""


class StaleChange(KneetreeError):
    """A change does not fit the tree it is applied to: something else has changed it meanwhile."""


class LookingOnly(KneetreeError):
    """The tree may not be altered: another window edits its file, and here somebody only looks at it."""


class CannotStart(KneetreeError):
    """A walk cannot start or cannot go on: the tree has errors, or the answers do not fit it."""


class NoWindow(KneetreeError):
    """No window can be opened here.  The text says why and what to install or do."""


def reason_of(error: Exception) -> Sentence:
    """Return why the system refuses something, in small letters, as part of a sentence."""
    return sentence((getattr(error, "strerror", None) or str(error)).lower().rstrip("."))


def shortened(name: str, length: int = 120) -> str:
    """Return a name as it fits into a sentence.

    It is on one line, with line breaks and other characters that cannot be shown as escapes; if it is longer than
    ``length``, only its beginning and its end are left.
    """
    if not name.isprintable():
        name = repr(name)[1:-1]
    return name if len(name) <= length else f"{name[: length - 41]}…{name[-40:]}"
