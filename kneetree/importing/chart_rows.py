"""Turn a drawn flow chart into rows: shapes with a Yes and a No are questions, and where nothing leaves is a result.

Nothing is guessed.  A label that is neither Yes nor No is asked for, and what cannot be a tree is a fault that names
its shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kneetree.importing.charts import Arrow, Page, Shape
from kneetree.importing.faults import Fault, Faulty, Unsettled, Wanted, named
from kneetree.importing.rows import Row, Sheet, Statement
from kneetree.importing.said import Said, plainly, urgency_of
from kneetree.model.tree import Answer, Urgency
from kneetree.words.sentences import Sentence, joined, sentence

_BULLET = re.compile(r"^\s*(?:[-–—•*·☐□○◦▪]|\(?[0-9]{1,2}[.)])\s+(?=\S)")
_COUNTS = re.compile(r"\b(?:at least|or more|al menos|como mínimo|o más|mindestens|oder mehr)\b|[≥>]", re.IGNORECASE)
"""Words by which a question may ask for several of its statements, which nobody but its author can count."""
_STARTS = {
    "start",
    "begin",
    "beginning",
    "inicio",
    "comienzo",
    "anfang",
    "beginn",
    "début",
    "debut",
    "inizio",
    "início",
}
"""What a first shape says that says nothing about the questions."""
_ANSWERS = (("yes", "Yes"), ("no", "No"))
_LEVELS = tuple((level.value, level.value.replace("_", " ")) for level in reversed(Urgency))


def sheet_of(pages: Sequence[Page], said: Said, title: str) -> Sheet:
    """Return the rows of one page.

    What the author has to say first, such as what labels mean and (with ``said.ask_urgency``) how urgent results are,
    is among what the rows want.  Raises ``Unsettled`` if a page has to be chosen, ``Faulty`` if there is nothing.
    """
    page = _page(pages, said)
    chart = _Chart(page, said)
    chart.take_up_arrows()
    chart.pass_on()
    chart.leave_out_starts()
    wanted = [*chart.labels_wanted(), *(chart.urgencies_wanted() if said.ask_urgency else ())]
    rows = tuple(chart.row(shape) for shape in chart.shapes.values())
    return Sheet(
        rows=rows,
        title=said.title or chart.title or title,
        language=said.language or "en",
        root=chart.root,
        faults=tuple(chart.faults),
        wanted=tuple(wanted),
        notes=(*page.notes, *chart.notes),
    )


def _page(pages: Sequence[Page], said: Said) -> Page:
    drawn = [page for page in pages if page.shapes]
    if not drawn:
        raise Faulty([Fault("", "there are no shapes in this drawing; choose another file.")])
    wanted = said.answers.get("page", "") or said.page
    if wanted:
        for number, page in enumerate(pages, 1):
            if wanted in (page.name, str(number)):
                return page
        known = joined(", ", (named(page.name) for page in drawn))
        told = "there is no page {wanted} in this drawing; there is: {known}."
        raise Faulty([Fault("", sentence(told, wanted=named(wanted), known=known))])
    if len(drawn) == 1:
        return drawn[0]
    choices = tuple((str(number), page.name) for number, page in enumerate(pages, 1) if page.shapes)
    raise Unsettled([Wanted("page", "page", "Which page holds the questions?", choices)])


@dataclass
class _Chart:
    page: Page
    said: Said
    shapes: dict[str, Shape] = field(init=False)
    ends: dict[str, list[Arrow]] = field(default_factory=dict)
    """The arrows that leave each shape."""
    led_to: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    title: str = ""
    root: str = ""

    def __post_init__(self) -> None:
        self.shapes = {shape.key: shape for shape in self.page.shapes}

    # -- the shape of it -------------------------------------------------------------------------

    def take_up_arrows(self) -> None:
        """Sort the arrows by where they begin; an end that hangs loose is a fault."""
        for arrow in self.page.arrows:
            known = [end for end in (arrow.source, arrow.target) if end in self.shapes]
            if len(known) == 2:
                self.ends.setdefault(arrow.source, []).append(arrow)
                self.led_to[arrow.target] += 1
            elif known:
                if arrow.source in self.shapes:
                    told = "{arrow} leads nowhere; connect both of its ends to shapes."
                else:
                    told = "{arrow} that comes to it begins nowhere; connect both of its ends to shapes."
                self._fault(known[0], sentence(told, arrow=_labelled(arrow)))
            else:
                told = "{arrow} is connected to nothing; connect it, or delete it."
                self.faults.append(Fault("", sentence(told, arrow=_labelled(arrow))))

    def pass_on(self) -> None:
        """Take out shapes without text where arrows only meet, and let these lead on to where it leads."""
        onward = {
            key: arrows[0].target
            for key, arrows in self.ends.items()
            if len(arrows) == 1 and not self.shapes[key].text.strip() and self.led_to[key] and not arrows[0].label
        }
        for key in onward:
            way, target = {key}, onward[key]
            while target in onward and target not in way:
                way.add(target)
                target = onward[target]
            onward[key] = target
        met = {key for key, target in onward.items() if target not in onward}
        if not met:
            return
        self.shapes = {key: shape for key, shape in self.shapes.items() if key not in met}
        moved = {key: arrows for key, arrows in self.ends.items() if key not in met}
        self.ends = {
            key: [Arrow(one.source, onward.get(one.target, one.target), one.label) for one in arrows]
            for key, arrows in moved.items()
        }
        self.led_to = Counter(arrow.target for arrows in self.ends.values() for arrow in arrows)

    def leave_out_starts(self) -> None:
        """Take out the shape that only says where to begin; its text, if it says more than that, is the title."""
        starts = [
            key
            for key, shape in self.shapes.items()
            if len(self.ends.get(key, ())) == 1
            and not self.led_to[key]
            and not _parted(shape.text)[1]
            and "?" not in shape.text
            and self._meaning(self.ends[key][0]) in (None, Answer.NEXT)
            and not (self.ends[key][0].label.strip() and self._meaning(self.ends[key][0]) is None)
        ]
        if len(starts) > 1:
            for key in starts:
                self._fault(key, "this is one of several places to begin; a tree has one, so delete the others.")
        for key in starts:
            text = self.shapes[key].text.strip()
            if plainly(text) not in _STARTS:
                self.title = self.title or " ".join(text.split())
                self.notes.append(
                    sentence("{text}, where the chart begins, was taken for the title.", text=named(text))
                )
            self.root = self.ends[key][0].target
            del self.shapes[key], self.ends[key]

    # -- what only the author knows --------------------------------------------------------------

    def labels_wanted(self) -> list[Wanted]:
        """Return the labels, and the arrows without one, of which nobody knows whether they mean Yes or No."""
        wanted: dict[str, Wanted] = {}
        for key, arrows in self.ends.items():
            if len(arrows) != 2:
                continue
            for arrow in arrows:
                if self._meaning(arrow) not in (None, Answer.NEXT):
                    continue
                where, to = self._named(key), self._named(arrow.target)
                asked = self._key_of(arrow)
                if arrow.label.strip():
                    label = named(arrow.label)
                    told = sentence(
                        "{where} leads to {to} by {label}. Is that Yes or No?", where=where, to=to, label=label
                    )
                    one = Wanted(asked, "label", told, _ANSWERS, (where, to, label))
                else:
                    told = sentence(
                        "{where} leads to {to} by an arrow without a label. Is that Yes or No?", where=where, to=to
                    )
                    one = Wanted(asked, "arrow", told, _ANSWERS, (where, to))
                wanted.setdefault(asked, one)
        return list(wanted.values())

    def urgencies_wanted(self) -> list[Wanted]:
        """Return the results of which nobody has said how urgent they are; each may wait."""
        return [
            Wanted(
                f"urgency:{key}",
                "urgency",
                sentence("How urgent is {result}?", result=self._named(key)),
                _LEVELS,
                (self._named(key),),
                True,
            )
            for key, shape in self.shapes.items()
            if not self.ends.get(key) and self._urgency(shape) is None and f"urgency:{key}" not in self.said.answers
        ]

    def _meaning(self, arrow: Arrow) -> Answer | None:
        told = self.said.answers.get(self._key_of(arrow), "")
        if told:
            return Answer(told)
        return self.said.answer(arrow.label) if arrow.label.strip() else None

    def _key_of(self, arrow: Arrow) -> str:
        if arrow.label.strip():
            return f"label:{plainly(arrow.label)}"
        return f"arrow:{arrow.source}>{arrow.target}"

    def _urgency(self, shape: Shape) -> Urgency | None:
        told = self.said.answers.get(f"urgency:{shape.key}", "")
        if told:
            return Urgency(told)
        said = self.said.urgency(shape.key, shape.text, shape.colour)
        if said is not None:
            return said
        return urgency_of(shape.urgency) if shape.urgency else _named_urgency(shape.text)[0]

    # -- rows ------------------------------------------------------------------------------------

    def row(self, shape: Shape) -> Row:
        """Return the row of a shape, and add what is wrong with it to the faults."""
        arrows = self.ends.get(shape.key, [])
        if not shape.text.strip():
            self._fault(shape.key, "write into this shape what it asks or says.")
        if not arrows:
            return self._result(shape)
        text, lines = _parted(shape.text)
        ends = self._ends(shape, arrows, bool(lines))
        if len(lines) > 1 and "yes" in ends and _COUNTS.search(text):
            self.notes.append(
                sentence(
                    "One statement of {text} is enough for Yes; if it takes more, say so in Edit.", text=named(text)
                )
            )
        return Row(
            where=self._named(shape.key), key=shape.key, name=text, kind="list" if lines else "yes_no", text=text,
            lines=tuple(Statement(line) for line in lines), faulty=not ends,
            leads=tuple(arrow.target for arrow in arrows), yes=ends.get("yes", ""), no=ends.get("no", ""),
            next=ends.get("next", ""),
        )  # fmt: skip

    def _result(self, shape: Shape) -> Row:
        alone = len(self.shapes) > 1 and not self.led_to[shape.key]
        if alone:
            self._fault(shape.key, "no arrow comes to this shape or leaves it; connect it, or delete it.")
        _, text = _named_urgency(shape.text)
        title, lines = _parted(text)
        return Row(
            where=self._named(shape.key), key=shape.key, name=title, kind="leaf", text=title, note="\n".join(lines),
            urgency=self._urgency(shape), faulty=alone,
        )  # fmt: skip

    def _ends(self, shape: Shape, arrows: Sequence[Arrow], collects: bool) -> Mapping[str, str]:
        """Return where a question leads; what is wrong with that is added to the faults."""
        ends: dict[str, str] = {}
        meanings = [self._meaning(arrow) for arrow in arrows]
        if len(arrows) == 1:
            if meanings[0] in (Answer.YES, Answer.NO):
                other = sentence("No" if meanings[0] is Answer.YES else "Yes")
                told = "only {word} leads on; draw an arrow for {other} too."
                self._fault(shape.key, sentence(told, word=_word(meanings[0]), other=other))
            elif collects:
                return {"next": arrows[0].target}
            else:
                self._fault(
                    shape.key,
                    "one arrow leaves this shape, and nothing is asked: write it into the question that follows, or "
                    "draw arrows for Yes and No.",
                )
            return {}
        if len(arrows) > 2:
            told = "{count} arrows leave this shape; ask several questions one after the other instead."
            self._fault(shape.key, sentence(told, count=len(arrows)))
            return {}
        for meaning, arrow in zip(meanings, arrows, strict=True):
            if meaning not in (Answer.YES, Answer.NO):
                continue
            if meaning.value in ends:
                told = "both of its arrows mean {word}; one has to be the other answer."
                self._fault(shape.key, sentence(told, word=_word(meaning)))
            ends[meaning.value] = arrow.target
        if len(ends) == 2 and ends["yes"] == ends["no"]:
            self._fault(
                shape.key,
                sentence("Yes and No both lead to {end}; let them lead to two shapes.", end=self._named(ends["yes"])),
            )
            return {}
        return ends if len(ends) == 2 else {}

    def _named(self, key: str) -> str:
        shape = self.shapes.get(key)
        if shape is not None and shape.text.strip():
            return named(_parted(shape.text)[0])
        for source, arrows in self.ends.items():
            if any(arrow.target == key for arrow in arrows) and source in self.shapes and self.shapes[source].text:
                return sentence("the shape without text after {text}", text=named(self.shapes[source].text))
        return sentence("a shape without text")

    def _fault(self, key: str, reason: str) -> None:
        self.faults.append(Fault(self._named(key), reason))


def _labelled(arrow: Arrow) -> str:
    return sentence("an arrow {label}" if arrow.label.strip() else "an arrow", label=named(arrow.label))


def _word(answer: Answer | None) -> Sentence:
    return sentence("Yes" if answer is Answer.YES else "No")


def _parted(text: str) -> tuple[str, list[str]]:
    """Return what a shape asks, and the statements to tick below it, which begin with a dash, a dot or a number."""
    asked: list[str] = []
    lines: list[str] = []
    for line in text.strip().splitlines():
        mark = _BULLET.match(line)
        if mark and (asked or lines):
            lines.append(line[mark.end() :].strip())
        elif lines and line.strip():
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            asked.append(line.strip())
    return " ".join(filter(None, asked)), lines


def _named_urgency(text: str) -> tuple[Urgency | None, str]:
    """Return the urgency that a result names in a line of its own or before a colon, and the text without that."""
    lines = text.strip().splitlines()
    for at, line in enumerate(lines):
        before, colon, after = line.partition(":")
        level = urgency_of(line) if not (colon and after.strip()) else urgency_of(before) if at == 0 else None
        if level is not None:
            kept = [*lines[:at], *([after.strip()] if after.strip() else []), *lines[at + 1 :]]
            return level, "\n".join(kept) if any(one.strip() for one in kept) else text
    return None, text
