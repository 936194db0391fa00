"""Read XML that nobody has to trust: no document type, so no entities and no other files; not too deep, not too much.

Python's own readers of whole documents take entities that are declared in the file.  This one refuses the declaration.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from kneetree.errors import FileProblem
from kneetree.words.sentences import sentence

_DEEPEST = 100
_MOST_ELEMENTS = 400_000
"""Some thirty for each shape of a very large drawing; reading so many takes a second."""


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, its attributes, the elements in it, and the text directly in it."""

    name: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def every(self, *names: str) -> Iterator[Element]:
        """Iterate over this element and all below it that have one of these names, in document order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if one.name in names:
                yield one
            waiting += reversed(one.children)

    def first(self, *names: str) -> Element | None:
        """Return the first of ``every``, ``None`` if there is none."""
        return next(self.every(*names), None)

    def get(self, key: str) -> str:
        """Return an attribute, ``""`` if it is not there."""
        return self.attributes.get(key, "")


class _RefusedError(Exception):
    """Why a document is not read, as the end of a sentence."""


class _Reading:
    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= _DEEPEST:
            raise _RefusedError(sentence("it nests more than {most} levels deep", most=_DEEPEST))
        if self._count > _MOST_ELEMENTS:
            raise _RefusedError(sentence("it has more than {most:,} elements; divide it", most=_MOST_ELEMENTS))
        made = Element(name.rpartition(":")[2], attributes)
        if self._open:
            self._open[-1].children.append(made)
        else:
            self.root = made
        self._open.append(made)
        self._texts.append([])

    def end(self, _name: str) -> None:
        self._open.pop().text = "".join(self._texts.pop())

    def data(self, text: str) -> None:
        if self._texts:
            self._texts[-1].append(text)


def parse(data: bytes | str, name: str) -> Element:
    """Return the outermost element of a document; raise ``FileProblem`` if it is not well-formed or not to be read."""
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.data
    _feed(parser, data, name)
    if reading.root is None:
        raise FileProblem("{name} is empty; export it again.", name=name)
    return reading.root


def _feed(parser: expat.XMLParserType, data: bytes | str, name: str) -> None:
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except _RefusedError as error:
        raise FileProblem("{name} cannot be read: {error}.", name=name, error=error) from error
    except expat.ExpatError as error:
        told = expat.ErrorString(error.code)
        raise FileProblem(
            "{name} line {line}: not valid XML ({why}); export it again.", name=name, line=error.lineno, why=told
        ) from error
    except (ValueError, LookupError) as error:  # an encoding that Python does not know, half a character
        raise FileProblem("{name} cannot be read as text; export it again as UTF-8.", name=name) from error


def _refuse(*_declared: object) -> None:
    raise _RefusedError(sentence("it declares a document type, which could draw in other files; save it without one"))
