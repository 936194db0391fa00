"""The report as one HTML page that needs nothing else: no script, nothing fetched, headings in order, a language.

It is the accessible twin of the PDF.  Text from a file is escaped everywhere, and only ``http`` and
``https`` addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable

from kneetree import words
from kneetree.drawing.icons import icon_shapes
from kneetree.drawing.markup import clean, escaped, listed
from kneetree.report import path_picture, path_strip
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.facts import Facts
from kneetree.report.first_sentence import parted
from kneetree.report.html_closeness import Closeness, needs_narrow_type, setting
from kneetree.report.html_style import foot_room, style
from kneetree.report.path_svg import to_svg
from kneetree.report.summary import SourceRow, Summary

_PICTURE_WIDTH, _PICTURE_HEIGHT = 400.0, 1080.0
_STRIP: dict[Closeness, tuple[float, int]] = {"wide": (765.0, 5), "close": (765.0, 5), "closest": (816.0, 6)}
"""How wide the path is drawn, and how many boxes are in a row.

It is as wide as the text of an A4 page; at that width its letters are 8 pt high."""
_POINTS = 72 / 25.4
"""Points in a millimetre."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(summary: Summary) -> str:
    """Return the whole page, with a newline at the end."""
    page = _Page(summary)
    return f"{page.whole()}\n"


class _Page:
    def __init__(self, summary: Summary) -> None:
        self._summary = summary
        self._language = summary.language
        foot = foot_room(self._foot()) * _POINTS
        self._close, self._own_pages = setting(summary, foot)
        self._is_narrow = needs_narrow_type(summary, foot)

    def whole(self) -> str:
        summary = self._summary
        title = f"{summary.urgency_word} - {summary.tree_title}"
        parts = [
            "<!DOCTYPE html>",
            f'<html lang="{escaped(summary.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escaped(_POLICY)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(title)}</title>",
            f"<style>{self._style(self._close)}</style>",
            "</head>",
            f'<body class="{self._close}{" own" if self._own_pages else ""}{" narrow" if self._is_narrow else ""}">',
            "<main>",
            self._name(),
            self._card(),
            self._state(),
            '<div class="person">',
            self._list("heading.do", summary.own_do),
            self._list("heading.avoid", summary.own_avoid),
            _others(summary),
            self._help(),
            self._conditions(),
            self._results(),
            self._list("heading.changes", summary.would_change),
            self._list("heading.unknowns", summary.unknown_lines),
            self._recovery(),
            "</div>",
            self._facts(),
            self._answers(),
            self._path(),
            self._sources(),
            "</main>",
            self._about(),
            "</body>",
            "</html>",
        ]
        return "\n".join(part for part in parts if part)

    def _style(self, close: Closeness) -> str:
        summary = self._summary
        head = f"{summary.tree_title}. {self._version()}. {summary.review_sentence}"
        return style(
            summary.urgency,
            close,
            head=clean(head),
            made=summary.made,
            foot=self._foot(),
            page=self._text("page.of", page="{page}", pages="{pages}"),
        )

    def _foot(self) -> str:
        """Return when to get help at once, which is said on every page."""
        summary = self._summary
        return clean(next((row.sentence for row in summary.get_help_if), summary.emergency))

    def _card(self) -> str:
        summary = self._summary
        icon = icon_shapes(summary.urgency, "currentColor")
        reason = "".join(f"<p>{escaped(text)}</p>" for text in (summary.unsure_note, summary.reason) if text)
        return (
            '<section class="card">'
            f'<div class="band"><svg viewBox="0 0 48 48" aria-hidden="true">{icon}</svg>'
            f"<h1>{escaped(summary.urgency_word)}</h1></div>"
            f'<div class="said"><p class="title">{escaped(summary.action)}</p>'
            f"<p>{escaped(summary.title)}</p>{reason}{self._said()}</div></section>"
        )

    def _said(self) -> str:
        """Return what the person told that the result may rest on, in the open beside the reason."""
        if not self._summary.said:
            return ""
        heading = self._escaped("heading.said")
        return f'<div class="rest"><p class="quiet">{heading}:</p>{listed(self._summary.said)}</div>'

    def _state(self) -> str:
        return f'<p class="state">{escaped(self._summary.review_sentence)}</p>'

    def _name(self) -> str:
        """Return the lines that are filled in by hand, on paper only."""
        side = " ".join(f"\u2610 {self._escaped(f'page.{which}')}" for which in ("left", "right"))
        return (
            f'<p class="name"><span>{self._escaped("page.name")}</span>'
            f'<span class="side">{self._escaped("page.side")} {side}</span></p>'
        )

    def _list(self, heading: str, lines: Iterable[str]) -> str:
        rows = listed(lines)
        return f"<h2>{self._escaped(heading)}</h2>\n{rows}" if rows else ""

    def _help(self) -> str:
        parts = [f"<h2>{escaped(row.heading)}</h2>\n{listed(row.lines)}" for row in self._summary.get_help_if]
        return f'<section class="help">{"".join(parts)}</section>' if parts else ""

    def _recovery(self) -> str:
        recovery = self._summary.recovery
        if recovery is None:
            return ""
        parts = [f"<h2>{self._escaped('heading.recovery')}: {escaped(recovery.condition)}</h2>"]
        if recovery.time:
            parts.append(f"<p>{escaped(recovery.time)}</p>")
        for heading, lines in recovery.parts:
            parts.append(f"<h3>{self._escaped(heading)}</h3>\n{listed(lines)}")
        return f'<section class="recovery">{"".join(parts)}</section>'

    def _conditions(self) -> str:
        rows = []
        for row in self._summary.conditions:
            medical = f' <span class="medical">({escaped(row.medical_name)})</span>' if row.medical_name else ""
            told = f"<dd>{self._summed_up(row.summary)}</dd>"
            rows.append(f"<dt>{escaped(row.plain_name)}{medical}</dt>{told}")
        key = "heading.one_condition_note" if len(rows) == 1 else "heading.conditions_note"
        return (
            f"<h2>{self._escaped('heading.conditions')}</h2>\n<dl>{''.join(rows)}</dl>"
            f'<p class="quiet">{self._escaped(key)}</p>'
        )

    @staticmethod
    def _summed_up(summary: str) -> str:
        """Return what a condition is; on paper its first sentence is enough."""
        first, *rest = parted(summary)
        return f'{escaped(first)} <span class="rest">{escaped(rest[0])}</span>' if rest else escaped(first)

    def _results(self) -> str:
        leaves = self._summary.leaves
        if len(leaves) < 2:
            return ""
        rows = [f"<li><b>{escaped(leaf.urgency_word)}</b>: {escaped(leaf.title)}</li>" for leaf in leaves]
        return (
            f"<h2>{self._escaped('heading.results')}</h2>\n<p>{self._escaped('heading.results_note')}</p>"
            f"<ol>{''.join(rows)}</ol>"
        )

    def _facts(self) -> str:
        """Return what was said, in facts; what was denied is folded on a screen and open on paper."""
        facts, subjects, missing = self._summary.facts, self._summary.denied, self._summary.unasked
        others = [words.count(self._language, "unasked", missing.others)] if missing.others else []
        lacking = self._items(facts.lacking).replace("<ul>", '<ul class="counts">') if facts.lacking else ""
        heading_no = f"<h3>{self._escaped('heading.said_no')}</h3>{lacking}"
        by_subject = [f"<div><b>{escaped(row.subject)}</b>{self._items(row.statements)}</div>" for row in subjects]
        told_no = "".join(by_subject) or self._items(())
        denied = heading_no + (told_no if facts.ordinary_no or not lacking else "")
        parts = [
            self._statements("said_yes", [*facts.numbers, *facts.true]),
            self._statements("said_unsure", facts.unsure),
            f'<div class="onscreen denied">{heading_no}</div>' if lacking else "",
            self._denied_folded(facts, told_no),
            f'<div class="onpaper run denied">{denied}</div>',
            f'<div class="run">{self._statements("unasked", [*missing.named, *others])}</div>',
        ]
        heading = (
            f'<h2 class="clinic"><span class="onscreen">{self._escaped("heading.you_said")}</span>'
            f'<span class="onpaper">{self._escaped("heading.clinic")}</span></h2>'
        )
        return f'{heading}\n<div class="facts">{"".join(parts)}</div>'

    def _denied_folded(self, facts: Facts, told_no: str) -> str:
        """Return the plain No answers, which are ``told_no``, folded on a screen.

        If some of them say more than a No, these come first under the heading, and only the rest is folded.
        """
        number = len(facts.ordinary_no)
        if facts.lacking and not number:
            return ""
        title = f"{self._escaped('heading.said_no')} ({number})"
        if facts.lacking:
            title = escaped(words.count(self._language, "said_no.more", number))
        return f'<details class="worked"><summary>{title}</summary>{told_no}</details>'

    def _statements(self, key: str, lines: Iterable[str]) -> str:
        return f"<h3>{self._escaped(f'heading.{key}')}</h3>{self._items(lines)}"

    def _items(self, lines: Iterable[str]) -> str:
        rows = "".join(f"<li>{escaped(line)}</li>" for line in lines)
        return f"<ul>{rows}</ul>" if rows else f"<p>{self._escaped('said.none')}</p>"

    def _answers(self) -> str:
        """Return each question with its answer, folded; on paper the path says how each came out."""
        rows = "\n".join(self._answer(row) for row in self._summary.answers)
        asked = escaped(words.count(self._language, "asked", self._summary.asked))
        heading = self._escaped("page.each_answer")
        return (
            f'<details class="worked"><summary>{heading} ({asked})</summary>'
            f"<ol>\n{rows}\n</ol></details>{self._worked_out()}{self._not_asked()}"
        )

    def _worked_out(self) -> str:
        """Return what followed from the numbers that were given, folded on a screen."""
        lines = self._summary.concluded
        if not lines:
            return ""
        heading = self._escaped("heading.worked_out")
        return f'<details class="worked"><summary>{heading} ({len(lines)})</summary>{self._items(lines)}</details>'

    def _not_asked(self) -> str:
        """Return what was left out since it could not change the result, folded on a screen."""
        texts = self._summary.not_asked
        if not texts:
            return ""
        return (
            f'<details class="worked"><summary>{self._escaped("heading.not_asked")}</summary>{listed(texts)}</details>'
        )

    def _answer(self, row: AnswerRow) -> str:
        said = f"<p>{escaped(row.answer)}</p>" if row.summed_up else self._told(row)
        return f"<li><b>{escaped(row.question)}</b>{said}</li>"

    def _told(self, row: AnswerRow) -> str:
        """Return what was said to a list, in facts: what applies, what is not sure, what does not apply."""
        parts = []
        for heading, lines in (("true", row.ticked), ("unsure", row.not_sure_of)):
            if lines:
                parts.append(f'<span class="fact">{self._escaped(f"heading.facts_{heading}")}:</span>{listed(lines)}')
        if row.not_ticked:
            parts.append(f"<small>{self._escaped('answer.not_ticked', items='; '.join(row.not_ticked))}</small>")
        return "".join(parts)

    def _path(self) -> str:
        rows = self._summary.path
        pictures = path_picture.draw(rows, self._language, _PICTURE_WIDTH, _PICTURE_HEIGHT)
        figures = "\n".join(
            f"<figure>{to_svg(picture, rows, self._language, name=f'path{picture.part}')}</figure>"
            for picture in pictures
        )
        tight = self._close == "closest"
        small = path_strip.draw(rows, self._summary.answers, self._language, *_STRIP[self._close], subjects=tight)
        strip = to_svg(small, rows, self._language, coloured=False, name="strip")
        return (
            f'<h2>{self._escaped("heading.path")}</h2>\n<div class="pictures">\n{figures}\n</div>'
            f'<figure class="onpaper strip">{strip}</figure>'
        )

    def _sources(self) -> str:
        rows = [f"<li>{self._source(source)}</li>" for source in self._summary.sources]
        if not rows:
            return ""
        return (
            f'<section class="sources"><h2>{self._escaped("heading.sources")}</h2>\n<ol>{"".join(rows)}</ol></section>'
        )

    def _source(self, source: SourceRow) -> str:
        parts = [escaped(source.citation)]
        if source.year and str(source.year) not in source.citation:
            parts.append(f"({source.year})")
        if source.url.lower().startswith(("https://", "http://")):
            address = escaped(source.url)
            parts.append(f'<a href="{address}" rel="noreferrer noopener">{address}</a>')
        elif source.url:
            parts.append(escaped(source.url))
        if source.state:
            parts.append(
                f'<span class="rest">[{escaped(source.state)}]</span>'
                if source.checked
                else f"[{escaped(source.state)}]"
            )
        return " ".join(parts)

    def _about(self) -> str:
        summary = self._summary
        version = f"{escaped(summary.tree_title)}. {escaped(self._version())}. {escaped(summary.review_sentence)}"
        lines = [
            f"<p>{version}</p>",
            f"<p>{self._escaped('page.made', date=summary.made, program=summary.program)}</p>",
        ]
        if summary.emergency:
            told = escaped(summary.emergency)
            lines.append(f'<p class="rest"><b>{self._escaped("heading.emergency")}</b>: {told}</p>')
        for heading, text in (("heading.intended", summary.intended_use), ("heading.not_for", summary.not_for)):
            if text:
                lines.append(f"<p><b>{self._escaped(heading)}</b>: {escaped(text)}</p>")
        if summary.licence:
            lines.append(f'<p class="rest">{self._escaped("page.licence", licence=summary.licence)}</p>')
        if summary.authors:
            lines.append(f"<p>{self._escaped('page.authors', authors=', '.join(summary.authors))}</p>")
        return f'<footer class="about"><h2>{self._escaped("heading.about")}</h2>\n{"".join(lines)}</footer>'

    def _version(self) -> str:
        content = self._text("page.content", hash=self._summary.content_hash)
        if not self._summary.tree_version:
            return content
        return f"{self._text('page.version', version=self._summary.tree_version)}. {content}"

    def _text(self, key: str, **values: object) -> str:
        return words.text(self._language, key, **values)

    def _escaped(self, key: str, **values: object) -> str:
        return escaped(self._text(key, **values))


def _others(summary: Summary) -> str:
    """Return what only the other results say, under a heading of its own."""
    do, avoid = summary.other_do, summary.other_avoid
    if not do and not avoid:
        return ""
    heading, below = (escaped(words.text(summary.language, f"heading.{key}")) for key in ("other_advice", "avoid"))
    avoided = f"<h3>{below}</h3>\n{listed(avoid)}" if avoid else ""
    return f"<h2>{heading}</h2>\n{listed(do)}{avoided}"
