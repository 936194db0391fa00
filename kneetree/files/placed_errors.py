"""Errors in a JSON file in the reader's words: the file, the line, the key, and what to do.

This runs only after a read has failed, so it may take its time.  It knows JSON texts and the messages of the decoder,
not what a tree means.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

import msgspec

from kneetree.errors import FileProblem, shortened
from kneetree.files import json_places

_PATH_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[(\.\.\.)\]")
_HALF = re.compile("[\ud800-\udfff]")
_TOO_LARGE = "is too large; write a smaller number"
_AT = re.compile(r" - at (?:`key` in )?`(?:key in )?\$?([^`]*)`\s*$")


class TwiceGivenError(ValueError):
    """The error that a key is given twice in one object."""


class BadNumberError(ValueError):
    """The error that ``word`` is no number that a tree file can hold; its text says why, and what to do."""

    def __init__(self, word: str, reason: str) -> None:
        super().__init__(f"{shortened(word, 60)} {reason}")
        self.word = word


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a dictionary as an ``object_pairs_hook``; raise ``TwiceGivenError`` if a key is given twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        times = Counter(key for key, _ in pairs)
        twice = next(key for key, count in times.items() if count > 1)
        raise TwiceGivenError(f"the key {twice[:80]!r} is given twice; take one away.")
    return made


def no_constant(word: str) -> NoReturn:
    """Refuse NaN and the infinities, which JSON does not have, as a ``parse_constant``: raise ``BadNumberError``."""
    raise BadNumberError(word, "cannot stand in a tree file; write a number in digits")


def finite(word: str) -> float:
    """Return the number, as a ``parse_float``; raise ``BadNumberError`` if no float can hold it."""
    number = float(word)
    if math.isinf(number):
        raise BadNumberError(word, _TOO_LARGE)
    return number


def explain_number(error: ValueError, text: str, name: str) -> NoReturn:
    """Raise ``FileProblem`` that says where in ``text`` a number stands that cannot be read."""
    if not isinstance(error, BadNumberError):  # Python reads no whole number of so many digits
        longest = max(re.findall(r"\d+", text, re.ASCII), key=len, default="")
        found = re.search(rf"-?{longest}", text)
        error = BadNumberError(found[0] if found else longest, _TOO_LARGE)
    line = json_places.line_of_word(text, error.word)
    raise FileProblem(f"{name}{'' if line is None else f' line {line}'}: {error}.") from error


def line_of_path(text: str, path: json_places.Path) -> str:
    """Return the line of a place as ``" line 12"``, or an empty text if the place does not exist."""
    line = json_places.line_of(text, path)
    return "" if line is None else f" line {line}"


def line_of_twice_given(text: str) -> str:
    """Return the line of the first key that is given twice, written as in ``line_of_path``."""
    found = json_places.twice_given(text)
    return "" if found is None else f" line {found[1]}"


def line_of_entry(text: str, raw: dict[str, Any], message: str) -> str:
    """Return the line of the first entry that ``message`` names, or else of the root, as in ``line_of_path``."""
    for word in re.findall(r"'([^']+)'|(\b[\w-]+\b)(?= ->)", message):
        name = word[0] or word[1]
        for part in ("nodes", "questions", "scales", "pictures"):
            if name in raw.get(part, ()):
                return line_of_path(text, (part, name))
        for place, rule in enumerate(raw.get("safety", ())):
            if rule["id"] == name:
                return line_of_path(text, ("safety", place))
    return line_of_path(text, ("root",))


def explain(error: Exception, text: str, raw: dict[str, Any], whole: Any, name: str) -> NoReturn:
    """Raise ``FileProblem`` that says where and why the decoder failed with ``error``.

    ``text`` is the file called ``name``, ``raw`` its plain values, and ``whole`` the type that they should have.
    """
    if isinstance(error, RecursionError):
        raise FileProblem(f"{name}: nested too deeply to be a tree file.") from error
    broken = None if isinstance(error, msgspec.ValidationError) else _half_character(raw)
    path, reason = broken or _narrow(raw, whole)
    where = shortened(".".join(str(step) for step in path))
    raise FileProblem(
        f"{name}{line_of_path(text, path)}: {f'`{where}`: ' if where else ''}{_plain(reason)}."
    ) from error


def _half_character(raw: dict[str, Any]) -> tuple[json_places.Path, str]:
    """Return the first place in ``raw`` whose key or text holds half a character, as an escape such as ``\\ud83d``."""
    rest: list[tuple[json_places.Path, Any]] = [((), raw)]
    while rest:
        path, value = rest.pop()
        if isinstance(value, str) and _HALF.search(value):
            return path, "half of a character stands here, such as one part of an emoji; write it anew"
        entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        inside: list[tuple[json_places.Path, Any]] = []
        for key, entry in entries:
            if isinstance(key, str) and _HALF.search(key):
                inside.append(((*path, key), key))
            inside.append(((*path, key), entry))
        rest += reversed(inside)
    return (), "a character in this file cannot be read; save it as UTF-8 again"


def _narrow(raw: dict[str, Any], whole: Any) -> tuple[json_places.Path, str]:
    """Return the innermost place in ``raw`` that does not fit the type ``whole``, and the decoder's words for it.

    The decoder writes ``[...]`` for any key of a mapping, so the entries of the file's mappings are tried one by one.
    """
    for part, kind in get_type_hints(whole, include_extras=True).items():
        value = raw.get(part)
        if isinstance(value, dict) and get_origin(kind) is dict:
            key_kind, value_kind = get_args(kind)
            for key, entry in value.items():
                found = _fault(key, key_kind) or _fault(entry, value_kind)
                if found:
                    return (part, key, *found[0]), found[1]
    return _fault(raw, whole) or ((), "it does not fit the format")


def _fault(value: Any, kind: Any) -> tuple[json_places.Path, str] | None:
    """Return where and why ``value`` does not fit the type ``kind``, or ``None`` if it fits."""
    try:
        msgspec.convert(value, kind)
    except RecursionError:
        return (), "nested too deeply"
    except msgspec.ValidationError as error:
        found = _AT.search(str(error))
        reason = _AT.sub("", str(error))
        path = _path_of(found.group(1) if found else "", value)
        unknown = re.search(r"unknown field `([^`]*)`", reason)
        return ((*path, unknown.group(1)) if unknown else path), reason
    return None


def _path_of(steps: str, value: Any) -> json_places.Path:
    path: list[str | int] = []
    for key, index, _ in _PATH_STEP.findall(steps):
        if key or index:
            path.append(key or int(index))
            value = value[path[-1]]
        else:  # "[...]" is some value of a mapping, and the decoder does not say which
            is_right = _RIGHT.get(path[-1] if path else "", _is_truth)
            wrong = [name for name, entry in value.items() if not is_right(entry)]
            wrong += [name for name, entry in value.items() if entry is None]  # where only true and false are allowed
            if not wrong:
                break
            path.append(wrong[0])
            value = value[wrong[0]]
    return tuple(path)


def _is_truth(entry: Any) -> bool:
    return isinstance(entry, bool | None)


def _is_worth(entry: Any) -> bool:
    return type(entry) is int and 1 <= entry <= 1000


def _is_texts(entry: Any) -> bool:
    return isinstance(entry, list) and all(isinstance(text, str) for text in entry)


_RIGHT: dict[str | int, Callable[[Any], bool]] = {"points": _is_worth, "get_help_if": _is_texts}
"""What the values of a mapping may be, by its key; all other mappings lead to true, false or null."""


def _plain(reason: str) -> str:
    """Return the decoder's words in the reader's."""
    for pattern, words in _WORDS:
        found = re.fullmatch(pattern, reason, re.DOTALL)
        if found:
            return words.format(*(_kinds(word) for word in found.groups()))
    return reason[:1].lower() + reason[1:].rstrip(".")


def reason_of(error: Exception) -> str:
    """Return the words of an error of the decoder in the reader's, without the place; other errors keep theirs."""
    return _plain(_AT.sub("", str(error)))


def _kinds(word: str) -> str:
    """Return what types, such as ``bool | null``, are called."""
    return _KINDS.get(word) or " or ".join(_KINDS.get(kind, kind) for kind in word.split(" | "))


_KINDS = {
    "bool | null": "true, false or null",
    "int | float": "a number",
    "array": "a list",
    "object": "an object with keys",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
}
_WORDS = (
    (r"Object missing required field `([^`]*)`", "`{0}` is missing; add it"),
    (r"Object contains unknown field `([^`]*)`", "this key is not known here; take it out or mend its spelling"),
    (r"Expected `([^`]*)`, got `([^`]*)`", "must be {0}, not {1}"),
    (r"Invalid enum value '?(.*?)'?", "{0!r} is not one of the words allowed here"),
    (r"Invalid value '?(.*?)'?", "{0!r} is not one of the words allowed here"),
    (r"Expected `str` matching regex '\^#.*", "must be a colour such as `#0B5C7A`"),
    (r"Expected `str` matching regex .*", "an id is lower-case letters, digits and `_`, such as `calf_swollen`"),
    (r"Expected `(?:int|float|int \| float)` <= ([\d.]+)", "must be a number of at most {0}"),
    (r"Expected `(?:int|float|int \| float)` >= ([\d.]+)", "must be a number of at least {0}"),
    (r"Expected `array` of length (\d+)(.*)", "must be a list of {0}"),
)
