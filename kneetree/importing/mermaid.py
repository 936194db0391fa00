"""Read flow charts in Mermaid: ``flowchart`` or ``graph``, with the shapes, arrows and labels that people write.

What only concerns looks (``style``, ``classDef``, ``click`` and the like) is passed over.  A line that is not
understood is a fault, so that no arrow gets lost.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kneetree.drawing.markup import clean
from kneetree.errors import FileProblem
from kneetree.importing.charts import MOST_ARROWS, Arrow, Page, Shape, check_size
from kneetree.importing.faults import Fault, Faulty, named
from kneetree.importing.html_text import text_of_html
from kneetree.words.sentences import sentence

_BEGINS = re.compile(r"\s*(?:flowchart(?:-elk)?|graph)\b(?:\s+(?:TB|TD|BT|RL|LR)\b)?", re.IGNORECASE)
_FENCE = re.compile(r"```+\s*mermaid[^\n]*\n(.*?)```", re.DOTALL | re.IGNORECASE)
_PASSED_OVER = re.compile(
    r"(?:style|classDef|class|linkStyle|click|direction)\s+[\w.]|acc(?:Title|Descr)\b|end$|[}{]$", re.IGNORECASE
)
_SHAPES = (
    ("(((", (")))",)), ("([", ("])",)), ("((", ("))",)), ("[[", ("]]",)), ("[(", (")]",)), ("{{", ("}}",)),
    ("[/", ("/]", "\\]")), ("[\\", ("\\]", "/]")), ("(", (")",)), ("[", ("]",)), ("{", ("}",)), (">", ("]",)),
)  # fmt: skip
"""What is written before and after the text of a node, longest first."""
_ID = re.compile(r"(?:[^\W]|[.](?=\w)|-(?![-.>ox=]|\s))+")
_CLASS = re.compile(r":::[\w-]+")
_LOOK = re.compile(r"@\{(?P<inner>[^{}]*)\}")
_LABEL = re.compile(r"""label\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,}]*))""")
_ARROW = re.compile(r"\s*(?P<tail>[<ox](?=[-=.]))?(?:(?P<line>-{2,}|={2,}|-\.+-?|~{3,})(?P<head>[>ox])?)")
_NAMED_EDGE = re.compile(r"\s*[\w]+@(?=[<ox]?[-=])")
_THROUGH = re.compile(
    r"\s*[<ox]?(?:--|==|-\.)\s*(?P<label>(?:\"[^\"]*\"|(?!-->|---|==>|===|\.->|\.-).)+?)\s*(?P<end>-{2,}[>ox]|-{3,}|={2,}[>ox]|={3,}|\.+-[>ox]?)"
)
_PIPED = re.compile(r"\s*\|(?P<label>\"[^\"]*\"|[^|]*)\|")
_LONGEST_LINE = 5_000
"""The most characters of a line: what is longer, nobody has written."""


def pages(data: bytes, name: str) -> list[Page]:
    """Return the charts of a file, several if it is Markdown that holds several.

    Raises ``FileProblem`` if there is none, and ``Faulty`` with each line that is not understood.
    """
    text = clean(data.decode("utf-8-sig", "replace")).replace("\r\n", "\n")
    blocks = _FENCE.findall(text) or [text]
    charts = [block for block in blocks if _begins(block)]
    if not charts:
        raise FileProblem(
            "{name} is not a flow chart of Mermaid; it begins with `flowchart TD` or `graph LR`.", name=name
        )
    return [check_size(_Chart(block).page(str(number)), name) for number, block in enumerate(charts, 1)]


def _begins(block: str) -> bool:
    return any(_BEGINS.match(line) for _, line in _statements(block))


def _statements(block: str) -> Iterator[tuple[int, str]]:
    """Iterate over the statements of a chart with their lines; those of comments and of settings are left out."""
    settings = False
    for number, whole in enumerate(block.splitlines(), 1):
        if whole.strip() == "---":
            settings = not settings
            continue
        if settings or whole.lstrip().startswith("%%"):
            continue
        for part in _divided(whole) if len(whole) <= _LONGEST_LINE else [whole]:
            if part.strip():
                yield number, part.strip()


def _divided(line: str) -> Iterator[str]:
    """Divide a line at its semicolons, but not in a text, nor after a code such as ``#quot;``."""
    start, quoted, depth = 0, False, 0
    for at, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        elif not quoted and letter in "([{":
            depth += 1
        elif not quoted and letter in ")]}":
            depth = max(depth - 1, 0)
        elif letter == ";" and not quoted and not depth and not re.search(r"#\w{1,10}$", line[max(at - 11, 0) : at]):
            yield line[start:at]
            start = at + 1
    yield line[start:]


class _Chart:
    def __init__(self, block: str) -> None:
        self._block = block
        self._texts: dict[str, str] = {}
        self._arrows: list[Arrow] = []
        self._groups: set[str] = set()
        self._faults: list[Fault] = []

    def page(self, title: str) -> Page:
        begun = False
        for number, line in _statements(self._block):
            if not begun:
                found = _BEGINS.match(line)
                begun = found is not None
                rest = line[found.end() :].strip() if found else ""
                if rest:
                    self._read(number, rest)
                continue
            if line.lower().startswith("subgraph"):
                self._groups.add(line[len("subgraph") :].strip().split("[")[0].strip())
            elif not _PASSED_OVER.match(line):
                self._read(number, line)
        if self._faults:
            raise Faulty(self._faults)
        connected = {end for arrow in self._arrows for end in (arrow.source, arrow.target)}
        shapes = [
            Shape(key, _plain(text)) for key, text in self._texts.items() if key in connected or key not in self._groups
        ]
        return Page(title, tuple(shapes), tuple(self._arrows))

    def _read(self, number: int, line: str) -> None:
        """Read nodes and the arrows between them."""
        if len(line) > _LONGEST_LINE:
            self._faults.append(
                Fault(
                    sentence("Line {number}", number=number),
                    sentence("this is longer than {most:,} characters; divide it.", most=_LONGEST_LINE),
                )
            )
            return
        try:
            at, before = self._nodes(line, 0)
            while line[at:].strip():
                at, label = _arrow(line, at)
                at, after = self._nodes(line, at)
                if len(self._arrows) + len(before) * len(after) > MOST_ARROWS:
                    raise _NotUnderstoodError
                self._arrows += [Arrow(one, other, _plain(label)) for one in before for other in after]
                before = after
        except _NotUnderstoodError:
            told = sentence("{line} is not understood; write it as A[Text] -->|Yes| B[Text].", line=named(line))
            self._faults.append(Fault(sentence("Line {number}", number=number), told))

    def _nodes(self, line: str, at: int) -> tuple[int, list[str]]:
        keys: list[str] = []
        while True:
            at, key = self._node(line, at)
            keys.append(key)
            joined = re.compile(r"\s*&\s*").match(line, at)
            if joined is None:
                return at, keys
            at = joined.end()

    def _node(self, line: str, at: int) -> tuple[int, str]:
        at = _skip(line, at)
        found = _ID.match(line, at)
        if found is None:
            raise _NotUnderstoodError
        key, at = found.group(), found.end()
        text: str | None = None
        look = _LOOK.match(line, at)
        if look is not None:
            told = _LABEL.search(look["inner"])
            text, at = next(filter(None, told.groups()), "") if told else None, look.end()
        else:
            at, text = _text(line, at)
        mark = _CLASS.match(line, at)
        at = mark.end() if mark else at
        if text is not None or key not in self._texts:
            self._texts[key] = key if text is None else text
        return at, key


class _NotUnderstoodError(Exception):
    """A line does not consist of nodes with arrows between them."""


def _skip(line: str, at: int) -> int:
    while at < len(line) and line[at].isspace():
        at += 1
    return at


def _text(line: str, at: int) -> tuple[int, str | None]:
    """Return where the text of a node ends and what it says, ``None`` if it has none."""
    for opening, closings in _SHAPES:
        if not line.startswith(opening, at):
            continue
        start = at + len(opening)
        inner = _skip(line, start)
        if line.startswith('"', inner):
            end = line.find('"', inner + 1)
            if end < 0:
                raise _NotUnderstoodError
            after = _skip(line, end + 1)
            for closing in closings:
                if line.startswith(closing, after):
                    return after + len(closing), line[inner + 1 : end]
            continue
        ends = [(found, closing) for closing in closings if (found := line.find(closing, start)) >= 0]
        if ends:
            end, closing = min(ends)
            return end + len(closing), line[start:end]
    if at < len(line) and line[at] in "([{":
        raise _NotUnderstoodError
    return at, None


def _arrow(line: str, at: int) -> tuple[int, str]:
    """Return where an arrow ends, and its label."""
    named_edge = _NAMED_EDGE.match(line, at)
    at = named_edge.end() if named_edge else at
    plain = _ARROW.match(line, at)
    whole = plain is not None and (plain["head"] or len(plain["line"]) > 2 or plain["line"].startswith("-."))
    if plain is not None and whole and not (plain["line"] == "-." and not plain["head"]):
        piped = _PIPED.match(line, plain.end())
        return (piped.end(), piped["label"]) if piped else (plain.end(), "")
    through = _THROUGH.match(line, at)
    if through is None:
        raise _NotUnderstoodError
    return through.end(), through["label"]


def _plain(text: str) -> str:
    """Return a text without quotes, codes and markup."""
    plain = text.strip()
    if len(plain) > 1 and plain[0] == plain[-1] == '"':
        plain = plain[1:-1]
    if len(plain) > 1 and plain[0] == plain[-1] == "`":
        plain = plain[1:-1].replace("**", "")
    plain = re.sub(r"#(\d{1,7});", lambda code: _letter(int(code[1])), plain)
    plain = re.sub(r"#([A-Za-z]{2,10});", lambda code: html.unescape(f"&{code[1]};"), plain)
    return clean(text_of_html(plain.replace("\\n", "\n"))).strip()


def _letter(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
