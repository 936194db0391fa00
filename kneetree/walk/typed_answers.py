"""Answers as people type them: ``y``, ``n``, ``u``, the numbers of the lines in a list that are true, or ``=72``.

``1+3`` (or ``1 3``) ticks these lines and no others; ``3?`` (or ``?3``) says *not sure* to that line.  A line keeps its
number in the list, whether the lines before it are asked or not.  ``-`` stands for a question, and ``5-`` for a line,
that was left out since it could not change the result; it counts as not sure.  A number about the person is written
with ``=``; days can be given as ``=3w``, ``=2m`` or ``=1y``.  The prompt of a walk in a terminal and ``--answers``
understand the same answers, and ``written`` writes them.
"""

from __future__ import annotations

import re

from kneetree import words
from kneetree.errors import CannotStart, KneetreeError
from kneetree.model import knowledge, scales
from kneetree.model.knowledge import UNKNOWN, Said
from kneetree.model.tree import Answer, Asked, Kind, Scale, Tree
from kneetree.walk.walk import Walk

_WORDS = {
    Answer.YES: ("y", "yes", "si", "sí"),
    Answer.NO: ("n", "no", "none", "0"),
    Answer.UNSURE: ("u", "unsure", "not sure", "?", "x", "no sé", "no se", "no lo sé", "no lo se"),
}
_SAID = {word: answer for answer, said in _WORDS.items() for word in said}
_SPANISH = {"s": Answer.YES}
"""What counts only where the tree is in Spanish: in English it may stand for "sure", or for "not sure"."""
_NUMBER = re.compile(r"(\?)?(\d{1,4})([?-])?", re.ASCII)
_LEFT_OUT = "-"
_AMOUNT = re.compile(r"=\s*(-?\d{1,9})\s*([a-záéíóúñ]*)", re.IGNORECASE)
_TIMES = {
    "days": ("", "d", "day", "days", "día", "días", "dia", "dias"),
    "weeks": ("w", "week", "weeks", "s", "sem", "semana", "semanas"),
    "months": ("m", "month", "months", "mes", "meses"),
    "years": ("y", "year", "years", "a", "año", "años"),
}
_TIME = {word: unit for unit, said in _TIMES.items() for word in said}
_BETWEEN = re.compile(r"[\s+;,]+")


class NotUnderstood(KneetreeError):
    """The error that what was typed does not answer the question; its text says what would."""


def walk_with(tree: Tree, typed: str) -> Walk:
    """Return the finished walk for answers typed with commas between them, one for each question that is asked.

    Raises ``KneetreeError`` if an answer does not fit its question, or if there are too few or too many answers.
    """
    walk = Walk.start(tree)
    tokens = [token.strip() for token in typed.split(",")] if typed.strip() else []
    for number, token in enumerate(tokens, 1):
        if walk.question is None:
            raise CannotStart(
                "Too many answers: the walk ended after {number}, and {count} were given.",
                number=number - 1,
                count=len(tokens),
            )
        try:
            walk = reply(walk, token)
        except NotUnderstood as error:
            raise NotUnderstood(
                "Answer {number}, to “{text}”: {error}", number=number, text=_text(walk), error=error
            ) from error
    if walk.question is not None:
        raise CannotStart(
            "Too few answers: {count} were given, and the next question is “{text}”.",
            count=len(tokens),
            text=_text(walk),
        )
    return walk


def is_bare_yes(typed: str, language: str) -> bool:
    """Return whether only Yes was typed; to a list of several lines this leaves open which of them are true."""
    return _meant(_spoken(typed), language) is Answer.YES


def reply(walk: Walk, typed: str) -> Walk:
    """Return the walk with its open question answered as ``typed``.

    Raises ``NotUnderstood`` if that does not answer the question, and ``CannotStart`` if the walk has ended.
    """
    if walk.question is None:
        raise CannotStart("The walk has ended; there is no question to answer.")
    asked, language = walk.tree.asked(walk.question), walk.tree.language
    said = _spoken(typed)
    if said == _LEFT_OUT:
        return walk.leave_out(walk.question, knowledge.to_ask(asked, walk.told))
    answer = _meant(said, language)
    if answer is Answer.UNSURE:
        if not asked.unsure:
            raise NotUnderstood(words.text(language, "ask.only_number" if asked.scale else "ask.only_yes_no"))
        return walk.reply(answer)
    if asked.kind is Kind.NUMBER:
        return walk.answer({asked.scale: _number(walk, asked, said, typed)})
    if answer is not None:
        return walk.reply(answer)
    numbers = [_NUMBER.fullmatch(word) for word in _BETWEEN.split(said.strip(" +;,"))]
    if asked.is_list and all(numbers):
        signs = {int(found[2]): found[0].strip(found[2]) for found in numbers if found}
        ticked = _ticked(walk, asked, [(int(found[2]), found[0].strip(found[2])) for found in numbers if found])
        gone = [line.finding for number, line in enumerate(asked.lines, 1) if signs.get(number) == _LEFT_OUT]
        if gone:
            walk = walk.leave_out(walk.question, [*walk.left_out.get(walk.question, ()), *gone])
        return walk.answer(ticked)
    key = "ask.not_understood" if asked.unsure else "ask.not_understood_no_unsure"
    raise NotUnderstood(words.text(language, f"{key}_items" if asked.is_list else key, typed=_shortened(typed)))


def written(walk: Walk) -> str:
    """Return the answers of a walk that began at the root, in the form that ``walk_with`` reads."""
    tokens = []
    for step in walk.path:
        if step.asked:
            tokens.append(_token(walk, step.node))
        elif step.how == "left_out":
            tokens.append(_LEFT_OUT)
    return ",".join(tokens)


def _meant(said: str, language: str) -> Answer | None:
    """Return what a word or a letter says in a tree of that language."""
    return _SAID.get(said) or (_SPANISH.get(said) if language.startswith("es") else None)


def _spoken(typed: str) -> str:
    return " ".join(typed.split()).strip(".!").casefold()


def _text(walk: Walk) -> str:
    return walk.tree.asked(walk.question or "").text


def _shortened(typed: str) -> str:
    shown = "".join(character for character in typed.strip() if character.isprintable())
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


def _number(walk: Walk, asked: Asked, said: str, typed: str) -> int:
    """Return the number that was typed, with or without ``=``; raise ``NotUnderstood`` for one off the scale."""
    scale, language = walk.tree.scales[asked.scale], walk.tree.language
    found = _AMOUNT.fullmatch(said if said.startswith("=") else f"={said}")
    is_time = scale.unit == "days"
    if found is None or found[2] not in (_TIME if is_time else _own_words(scale)):
        key = "ask.not_a_time" if is_time else "ask.not_a_number"
        raise NotUnderstood(words.text(language, key, typed=_shortened(typed)))
    number = scales.Time(int(found[1]), _TIME[found[2]]) if is_time else int(found[1])
    if not scales.is_in(scale, number):
        if is_time:
            least, most = (scales.amount(scale, end, language) for end in (scale.least, scale.most))
            raise NotUnderstood(words.text(language, "ask.time_outside", least=least, most=most))
        most = scales.amount_in_unit(scale, scale.most, language)
        raise NotUnderstood(words.text(language, "ask.number_outside", least=scale.least, most=most))
    return number


def _amount(number: int) -> str:
    """Return a number as it is typed, a time in the unit in which it was said."""
    if isinstance(number, scales.Time) and number.unit != "days":
        return f"{number.amount}{number.unit[0]}"
    return str(int(number))


def _own_words(scale: Scale) -> tuple[str, ...]:
    return ("", *_TIMES["years"]) if scale.unit == "years" else ("", scale.unit.casefold())


def _ticked(walk: Walk, asked: Asked, said: list[tuple[int, str]]) -> dict[str, Said]:
    """Return the findings of a list by the numbers that were typed: true, not sure (``?``) or left out (``-``).

    All others are false.  Raises ``NotUnderstood`` if a number is not one of the list, or says two things.
    """
    language, most = walk.tree.language, len(asked.lines)
    values: dict[str, Said] = dict.fromkeys(knowledge.open_findings(asked, walk.told), False)
    for number, sign in dict.fromkeys(said):
        if not 1 <= number <= most:
            raise NotUnderstood(words.text(language, "ask.number_unknown", number=number, most=most))
        if [other for other, _ in dict.fromkeys(said)].count(number) > 1:
            raise NotUnderstood(words.text(language, "ask.number_twice", number=number))
        if sign == "?" and not asked.unsure:
            raise NotUnderstood(words.text(language, "ask.only_yes_no"))
        finding, value = asked.lines[number - 1].finding, None if sign else True
        if sign != _LEFT_OUT and finding in walk.left_out.get(walk.question or "", ()):
            raise NotUnderstood(words.text(language, "ask.number_left_out", number=number))
        if finding in values:
            values[finding] = value
        elif knowledge.value_of(finding, walk.told) is not value:
            raise NotUnderstood(words.text(language, "ask.number_known", number=number))
    return values


def _token(walk: Walk, node: str) -> str:
    """Return what was said to a question that was asked, and what was left out of it."""
    asked, told = walk.tree.asked(node), walk.told
    if asked.kind is Kind.NUMBER:
        number = told[asked.scale]
        return "u" if number is None else f"={_amount(number)}"
    if not asked.is_list:
        value = told[asked.finding]
        return "u" if value is None else "y" if value else "n"
    said = walk.asked_of(node)
    gone = walk.left_out.get(node, ())
    if not gone and all(value is None for value in said.values()):
        return "u"
    known = walk.told_before(node) if gone else {}
    marks = {True: "", None: "?"}
    parts = []
    for number, line in enumerate(asked.lines, 1):
        if line.finding in said and said[line.finding] is not False:
            parts.append(f"{number}{marks[None if said[line.finding] is None else True]}")
        elif line.finding in gone and knowledge.value_of(line.finding, known) is UNKNOWN:
            parts.append(f"{number}{_LEFT_OUT}")
    return "+".join(parts) or "n"
