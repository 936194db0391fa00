"""The text of a label that is written in HTML, as draw.io and yEd keep it."""

from __future__ import annotations

from html.parser import HTMLParser

from kneetree.model.limits import TEXT

_NEW_LINE = {"br", "div", "p", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"}
_SILENT = {"style", "script", "head"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _NEW_LINE:
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _SILENT:
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("div", "p", "li", "ul", "ol", "tr"):
            self.parts.append("\n")
        elif tag in _SILENT:
            self._silent = max(self._silent - 1, 0)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def text_of_html(markup: str) -> str:
    """Return the words of some HTML, one line for each line on screen, with a dash before each item of a list."""
    if "<" not in markup and "&" not in markup:
        return markup
    reader = _Text()
    reader.feed(markup[: 4 * TEXT])
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).splitlines())
    return "\n".join(line for line in lines if line)
