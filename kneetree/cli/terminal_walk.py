"""The walk in a terminal: one question after the other, until it is finished or the person stops.

It works through a pipe as well.  It knows neither files nor Qt; what it reads from and writes to is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kneetree import words
from kneetree.drawing import pictures
from kneetree.errors import CannotStart
from kneetree.model import knowledge, scales
from kneetree.model.knowledge import UNKNOWN
from kneetree.model.tree import Asked, Kind, Line, Start, Tree
from kneetree.report.plain_text import LEAST_WIDTH, plain, wrapped
from kneetree.walk import typed_answers
from kneetree.walk.how_many_more import CountsMore, bounded
from kneetree.walk.leaving_out import CannotMatter, nothing, settled
from kneetree.walk.walk import Walk

_WORTH_SAYING = 20
"""More questions than this are not announced unless somebody can be asked so many: a bound would only frighten."""
_MARKS = {True: "decided.yes", False: "decided.no", None: "decided.unsure"}
_PROMPTS = {Kind.LIST: "ask.prompt_items", Kind.NUMBER: "ask.prompt_number"}


@dataclass(frozen=True)
class Console:
    """The place in which a walk is held: ``read`` takes a prompt and returns a line, or raises ``EOFError``.

    ``bold`` marks what should stand out, and leaves a text as it is if the terminal cannot show it.  ``echo`` repeats
    what was typed, for a pipe, in which it could not be seen otherwise.
    """

    read: Callable[[str], str]
    write: Callable[[str], None]
    width: int = 80
    bold: Callable[[str], str] = str
    echo: bool = False


def ask(
    tree: Tree, console: Console, cannot_matter: CannotMatter = nothing, most_more: CountsMore = bounded
) -> Walk | None:
    """Walk through ``tree`` with the person at ``console``; return ``None`` if they stopped.

    What ``cannot_matter`` any more is not asked, and ``most_more`` says how many questions can follow.
    Raises ``CannotStart`` if the input ends before the walk does.
    """
    return _Talk(tree, console, cannot_matter, most_more).hold()


class _Talk:
    def __init__(self, tree: Tree, console: Console, cannot_matter: CannotMatter, most_more: CountsMore) -> None:
        self._tree = tree
        self._console = console
        self._language = tree.language
        self._width = max(LEAST_WIDTH, min(console.width, 78))
        self._cannot_matter = cannot_matter
        self._most_more = most_more
        self._walk = settled(Walk.start(tree), cannot_matter)

    def hold(self) -> Walk | None:
        self._welcome()
        while self._walk.question is not None:
            question = self._tree.asked(self._walk.question)
            self._put_question(question)
            if self._hear(question) == "stop":
                self._say("")
                self._say(self._text("ask.stopped"))
                return None
        return self._walk

    def _hear(self, question: Asked) -> Literal["on", "stop"]:
        """Read until the question is answered or left."""
        before = self._walk
        while self._walk is before:
            typed = self._read(question).strip()
            if self._console.echo:
                self._console.write(f"{plain(typed)}\n")
            if typed.casefold() in ("q", "quit", "exit"):
                return "stop"
            if typed in ("?", "h", "help"):
                self._help(question)
            elif typed.casefold() in ("b", "back"):
                self._walk = before.back()
                if self._walk is before:
                    self._say(self._text("ask.first"))
            elif question.is_list and typed_answers.is_bare_yes(typed, before.tree.language):
                self._say(self._text("ask.which"))
            elif typed:
                self._try(typed)
        return "on"

    def _try(self, typed: str) -> None:
        try:
            self._walk = settled(typed_answers.reply(self._walk, typed), self._cannot_matter)
        except typed_answers.NotUnderstood as error:
            self._say(str(error))

    def _read(self, question: Asked) -> str:
        key = _PROMPTS.get(question.kind, "ask.prompt")
        try:
            return self._console.read(self._text(key if question.unsure else f"{key}_no_unsure"))
        except EOFError as error:
            self._console.write("\n")
            number = self._walk.asked + 1
            raise CannotStart(self._text("ask.ended", number=number, question=question.text)) from error

    def _welcome(self) -> None:
        about = self._tree.about
        start = self._tree.start or Start()
        self._say(start.heading or self._tree.title, bold=True)
        if start.text:
            self._say(start.text)
        if about is not None:
            for line in (about.intended_use, about.not_for):
                self._say(line)
            self._say(about.emergency, bold=True)
        self._say("")
        self._say(self._text("ask.welcome"))
        self._say(self._text("ask.keys"))

    def _put_question(self, question: Asked) -> None:
        number, (more, _, exact) = self._walk.asked + 1, self._most_more(self._walk)
        worth_saying = exact or more <= _WORTH_SAYING
        key = "ask.where_last" if not more else "ask.where_more" if worth_saying else "ask.where"
        self._say("")
        self._say(self._text(key, number=number, more=more))
        self._say(question.text, bold=True)
        if question.answer_rule:
            self._say(question.answer_rule)
        gone = self._walk.left_out.get(self._walk.question or "", ())
        for place, line in enumerate(question.lines, 1):
            if line.finding in gone or scales.fact_of(line.finding, self._tree.scales) in self._walk.not_asked:
                continue  # a line keeps its number
            self._say(f"{line.text}{self._known(line)}", f"{place:>3}  ", "     ")
        if question.is_list:
            self._say(self._text("ask.items" if question.unsure else "ask.items_no_unsure"))
        elif question.kind is Kind.NUMBER:
            self._say(self._number_rule(question))

    def _number_rule(self, question: Asked) -> str:
        """Return what number can be typed, and in which units."""
        scale = self._tree.scales[question.scale]
        if scale.unit == "days":
            return self._text("ask.number_of_days", most=scales.amount(scale, scale.most, self._language))
        most = scales.amount_in_unit(scale, scale.most, self._language)
        return self._text("ask.number", least=scale.least, most=most)

    def _known(self, line: Line) -> str:
        value = knowledge.value_of(line.finding, self._walk.told)
        if value is UNKNOWN:
            return ""
        return f" ({self._text('ask.item_known', answer=self._text(_MARKS[value]))})"

    def _help(self, question: Asked) -> None:
        for key, told in (("ask.how_to_look", question.help), ("ask.why", question.why)):
            if told:
                self._say(f"{self._text(key)}: {told}")
        pictured = pictures.svg_of(self._tree, question.picture) is not None
        if pictured:
            self._say(self._text("ask.picture"))
        if not (question.help or question.why or pictured):
            self._say(self._text("ask.no_help"))

    def _say(self, text: str, first: str = "", rest: str = "", *, bold: bool = False) -> None:
        if not text:
            self._console.write("\n")
            return
        for line in wrapped(text, self._width, first, rest):
            self._console.write(f"{self._console.bold(line) if bold else line}\n")

    def _text(self, key: str, **values: object) -> str:
        return words.text(self._language, key, **values)
