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
from kneetree.words.sentences import Sentence, altered, joined, sentence

_PATH_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[(\.\.\.)\]")
_HALF = re.compile("[\ud800-\udfff]")
_TOO_LARGE = "is too large; write a smaller number"
_AT = re.compile(r" - at (?:`key` in )?`(?:key in )?\$?([^`]*)`\s*$")


class TwiceGivenError(ValueError):
    """The error that a key is given twice in one object."""


class BadNumberError(ValueError):
    """The error that ``word`` is not a number that a tree file can hold; its text says why, and what to do."""

    def __init__(self, word: str, reason: str) -> None:
        super().__init__(sentence("{word} {reason}", word=shortened(word, 60), reason=sentence(reason)))
        self.word = word


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a dictionary as an ``object_pairs_hook``; raise ``TwiceGivenError`` if a key is given twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        times = Counter(key for key, _ in pairs)
        twice = next(key for key, count in times.items() if count > 1)
        raise TwiceGivenError(sentence("the key {twice!r} is given twice; take one away.", twice=twice[:80]))
    return made


def no_constant(word: str) -> NoReturn:
    """Refuse NaN and the infinities, which JSON does not have, as a ``parse_constant``: raise ``BadNumberError``."""
    raise BadNumberError(word, "is not allowed in a tree file; write a number in digits")


def finite(word: str) -> float:
    """Return the number, as a ``parse_float``; raise ``BadNumberError`` if no float can hold it."""
    number = float(word)
    if math.isinf(number):
        raise BadNumberError(word, _TOO_LARGE)
    return number


def explain_number(error: ValueError, text: str, name: str) -> NoReturn:
    """Raise ``FileProblem`` that says where in ``text`` there is a number that cannot be read."""
    if not isinstance(error, BadNumberError):  # Python reads no whole number of so many digits
        longest = max(re.findall(r"\d+", text, re.ASCII), key=len, default="")
        found = re.search(rf"-?{longest}", text)
        error = BadNumberError(found[0] if found else longest, _TOO_LARGE)
    line = json_places.line_of_word(text, error.word)
    raise FileProblem("{name}{line}: {error}.", name=name, line=_line(line), error=error) from error


def line_of_path(text: str, path: json_places.Path) -> str:
    """Return the line of a place as ``" line 12"``, or an empty text if the place does not exist."""
    return _line(json_places.line_of(text, path))


def line_of_twice_given(text: str) -> str:
    """Return the line of the first key that is given twice, written as in ``line_of_path``."""
    found = json_places.twice_given(text)
    return _line(None if found is None else found[1])


def _line(number: int | None) -> str:
    return "" if number is None else sentence(" line {number}", number=number)


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
        raise FileProblem("{name}: nested too deeply to be a tree file.", name=name) from error
    broken = None if isinstance(error, msgspec.ValidationError) else _half_character(raw)
    path, reason = broken or _narrow(raw, whole)
    where = shortened(".".join(str(step) for step in path))
    told = "{name}{line}: `{where}`: {reason}." if where else "{name}{line}: {reason}."
    raise FileProblem(told, name=name, line=line_of_path(text, path), where=where, reason=_plain(reason)) from error


def _half_character(raw: dict[str, Any]) -> tuple[json_places.Path, str]:
    """Return the first place in ``raw`` whose key or text holds half a character, as an escape such as ``\\ud83d``."""
    rest: list[tuple[json_places.Path, Any]] = [((), raw)]
    while rest:
        path, value = rest.pop()
        if isinstance(value, str) and _HALF.search(value):
            return path, "half of a character is here, such as one part of an emoji; write it again"
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
        reason = _told(error)
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


def _told(error: Exception) -> str:
    """Return what an error says without the place; if a value of ours has refused itself, its own sentence."""
    own = error.__cause__ if isinstance(error, msgspec.ValidationError) else error
    if isinstance(own, ValueError) and own.args and isinstance(own.args[0], Sentence):
        return own.args[0]
    return _AT.sub("", str(error))


def _plain(reason: str) -> Sentence:
    """Return the decoder's words in the reader's."""
    for pattern, words in _WORDS:
        found = re.fullmatch(pattern, reason, re.DOTALL)
        if found:
            return sentence(words, **{name: _kinds(word) for name, word in found.groupdict().items()})
    return altered(sentence(reason), lambda text, _: text[:1].lower() + text[1:].rstrip("."))


def reason_of(error: Exception) -> Sentence:
    """Return the words of an error of the decoder in the reader's, without the place; other errors keep theirs."""
    return _plain(_told(error))


def _kinds(word: str) -> Sentence:
    """Return what types, such as ``bool | null``, are called."""
    kinds = [word] if word in _KINDS else word.split(" | ")
    return joined(" or ", [sentence(_KINDS[kind]) if kind in _KINDS else kind for kind in kinds])


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
    (r"Object missing required field `(?P<key>[^`]*)`", "`{key}` is missing; add it"),
    (r"Object contains unknown field `[^`]*`", "this key is not known here; take it out or mend its spelling"),
    (r"Expected `(?P<wanted>[^`]*)`, got `(?P<given>[^`]*)`", "must be {wanted}, not {given}"),
    (r"Invalid enum value '?(?P<word>.*?)'?", "{word!r} is not one of the words allowed here"),
    (r"Invalid value '?(?P<word>.*?)'?", "{word!r} is not one of the words allowed here"),
    (r"Expected `str` matching regex '\^#.*", "must be a colour such as `#0B5C7A`"),
    (r"Expected `str` matching regex .*", "an id is lower-case letters, digits and `_`, such as `calf_swollen`"),
    (r"Expected `(?:int|float|int \| float)` <= (?P<most>[\d.]+)", "must be a number of at most {most}"),
    (r"Expected `(?:int|float|int \| float)` >= (?P<least>[\d.]+)", "must be a number of at least {least}"),
    (r"Expected `array` of length (?P<count>\d+).*", "must be a list of {count}"),
)
