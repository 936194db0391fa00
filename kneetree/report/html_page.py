"""The report as one HTML page that needs nothing else: no script, nothing fetched, headings in order, a language.

It is the accessible twin of the PDF.  Text from a file is escaped everywhere, and only ``http`` and
``https`` addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable

from kneetree import words
from kneetree.drawing.icons import icon_shapes
from kneetree.drawing.markup import clean, escaped
from kneetree.report import path_picture
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.html_style import style
from kneetree.report.path_svg import to_svg
from kneetree.report.summary import SourceRow, Summary

_PICTURE_WIDTH, _PICTURE_HEIGHT = 400.0, 1080.0
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(summary: Summary) -> str:
    """Return the whole page, with a newline at the end."""
    page = _Page(summary)
    return f"{page.whole()}\n"


class _Page:
    def __init__(self, summary: Summary) -> None:
        self._summary = summary
        self._language = summary.language

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
            f"<style>{self._style()}</style>",
            "</head>",
            "<body>",
            "<main>",
            self._card(),
            self._state(),
            self._name(),
            self._list("heading.do", summary.do),
            self._list("heading.avoid", summary.avoid),
            self._help(),
            self._recovery(),
            self._conditions(),
            self._results(),
            self._changes(),
            self._list("heading.unknowns", [row.sentence for row in summary.unknowns]),
            self._answers(),
            self._path(),
            self._sources(),
            "</main>",
            self._about(),
            "</body>",
            "</html>",
        ]
        return "\n".join(part for part in parts if part)

    def _style(self) -> str:
        summary = self._summary
        head = f"{summary.tree_title}. {self._version()}. {summary.review_sentence}"
        signs = " ".join(row.sentence for row in summary.get_help_if[:2])
        return style(
            summary.urgency,
            head=clean(head),
            made=summary.made,
            foot=clean(signs),
            page=self._text("page.of", page="{page}", pages="{pages}"),
        )

    def _card(self) -> str:
        summary = self._summary
        icon = icon_shapes(summary.urgency, "currentColor")
        reason = f"<p>{escaped(summary.reason)}</p>" if summary.reason else ""
        return (
            '<section class="card">'
            f'<div class="band"><svg viewBox="0 0 48 48" aria-hidden="true">{icon}</svg>'
            f"<h1>{escaped(summary.urgency_word)}</h1></div>"
            f'<div class="said"><p class="title">{escaped(summary.title)}</p>'
            f"<p>{escaped(summary.action)}</p>{reason}{self._said()}</div></section>"
        )

    def _said(self) -> str:
        """Return what the person told that the result may rest on, in the open beside the reason."""
        if not self._summary.said:
            return ""
        rows = "".join(f"<li>{escaped(line)}</li>" for line in self._summary.said)
        return f'<p class="quiet">{self._escaped("heading.said")}:</p><ul>{rows}</ul>'

    def _state(self) -> str:
        return f'<p class="state">{escaped(self._summary.review_sentence)}</p>'

    def _name(self) -> str:
        return f'<p class="name">{self._escaped("page.name")}</p>'

    def _list(self, heading: str, lines: Iterable[str]) -> str:
        rows = [f"<li>{escaped(line)}</li>" for line in lines]
        return f"<h2>{self._escaped(heading)}</h2>\n<ul>{''.join(rows)}</ul>" if rows else ""

    def _help(self) -> str:
        parts = [
            f"<h2>{escaped(row.heading)}</h2>\n<ul>{''.join(f'<li>{escaped(line)}</li>' for line in row.lines)}</ul>"
            for row in self._summary.get_help_if
        ]
        return f'<section class="help">{"".join(parts)}</section>' if parts else ""

    def _recovery(self) -> str:
        recovery = self._summary.recovery
        if recovery is None:
            return ""
        parts = [f"<h2>{self._escaped('heading.recovery')}: {escaped(recovery.condition)}</h2>"]
        if recovery.time:
            parts.append(f"<p>{escaped(recovery.time)}</p>")
        for heading, lines in recovery.parts:
            rows = "".join(f"<li>{escaped(line)}</li>" for line in lines)
            parts.append(f"<h3>{self._escaped(heading)}</h3>\n<ul>{rows}</ul>")
        return f'<section class="recovery">{"".join(parts)}</section>'

    def _conditions(self) -> str:
        rows = []
        for row in self._summary.conditions:
            medical = "" if row.name in ("", row.plain_name) else f' <span class="medical">({escaped(row.name)})</span>'
            told = f"<dd>{escaped(row.summary)}</dd>" if row.summary else "<dd></dd>"
            rows.append(f"<dt>{escaped(row.plain_name)}{medical}</dt>{told}")
        key = "heading.one_condition_note" if len(rows) == 1 else "heading.conditions_note"
        return (
            f"<h2>{self._escaped('heading.conditions')}</h2>\n<dl>{''.join(rows)}</dl>"
            f'<p class="quiet">{self._escaped(key)}</p>'
        )

    def _results(self) -> str:
        leaves = self._summary.leaves
        if len(leaves) < 2:
            return ""
        rows = [f"<li><b>{escaped(leaf.urgency_word)}</b>: {escaped(leaf.title)}</li>" for leaf in leaves]
        return (
            f"<h2>{self._escaped('heading.results')}</h2>\n<p>{self._escaped('heading.results_note')}</p>"
            f"<ol>{''.join(rows)}</ol>"
        )

    def _changes(self) -> str:
        nearest = self._summary.nearest
        others = [row.sentence for row in self._summary.changes if row.effect != "same" and row.sentence != nearest]
        return self._list("heading.changes", [nearest, *others])

    def _answers(self) -> str:
        rows = "\n".join(self._answer(row) for row in self._summary.answers)
        heads = ("column.number", "column.question", "column.answer", "column.topic")
        asked = words.count(self._language, "asked", self._summary.asked)
        return (
            f"<h2>{self._escaped('heading.answers')}</h2>\n"
            f"<table><caption>{escaped(asked)}</caption>"
            f"{self._columns(heads)}\n<tbody>\n{rows}\n</tbody></table>{self._worked_out()}{self._not_asked()}"
        )

    def _columns(self, heads: Iterable[str]) -> str:
        cells = "".join(f'<th scope="col">{self._escaped(key)}</th>' for key in heads)
        return f"<thead><tr>{cells}</tr></thead>"

    def _worked_out(self) -> str:
        """Return what nobody was asked, folded; on paper it is only counted."""
        rows = [
            f"<li>{escaped(row.question)} <b>{escaped(row.answer)}</b>{self._facts(row)}</li>"
            for row in self._summary.worked_out
        ]
        if not rows:
            return ""
        count = escaped(words.count(self._language, "known", len(rows)))
        return (
            f'<details class="worked"><summary>{count}</summary><ul>{"".join(rows)}</ul></details>'
            f'<p class="quiet onpaper">{count}.</p>'
        )

    def _not_asked(self) -> str:
        """Return what was left out since it could not change the result, folded; on paper it is only counted."""
        texts = self._summary.not_asked
        if not texts:
            return ""
        count = escaped(words.count(self._language, "not_asked", len(texts)))
        rows = "".join(f"<li>{escaped(text)}</li>" for text in texts)
        return (
            f'<details class="worked"><summary>{self._escaped("heading.not_asked")} ({len(texts)})</summary>'
            f'<ul>{rows}</ul></details><p class="quiet onpaper">{count}.</p>'
        )

    def _answer(self, row: AnswerRow) -> str:
        said = escaped(row.answer) if row.summed_up else self._facts(row)
        cells = f"<td>{row.number}</td><td>{escaped(row.question)}</td><td>{said}</td><td>{escaped(row.topic)}</td>"
        return f"<tr>{cells}</tr>"

    def _facts(self, row: AnswerRow) -> str:
        """Return what was said to a list, in facts: what applies, what is not sure, what does not apply."""
        parts = []
        for heading, lines in (("true", row.ticked), ("unsure", row.not_sure_of)):
            if lines:
                items = "".join(f"<li>{escaped(line)}</li>" for line in lines)
                parts.append(f'<span class="fact">{self._escaped(f"heading.facts_{heading}")}:</span><ul>{items}</ul>')
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
        return f'<h2>{self._escaped("heading.path")}</h2>\n<div class="pictures">\n{figures}\n</div>'

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
            parts.append(f"[{escaped(source.state)}]")
        return " ".join(parts)

    def _about(self) -> str:
        summary = self._summary
        lines = [
            f"<p>{escaped(summary.tree_title)}. {escaped(self._version())}. {escaped(summary.review_sentence)}</p>",
            f"<p>{self._escaped('page.made', date=summary.made, program=summary.program)}</p>",
            f"<p>{escaped(words.count(self._language, 'never_asked', summary.never_asked))}</p>",
        ]
        for heading, text in (
            ("heading.emergency", summary.emergency),
            ("heading.intended", summary.intended_use),
            ("heading.not_for", summary.not_for),
        ):
            if text:
                lines.append(f"<p><b>{self._escaped(heading)}</b>: {escaped(text)}</p>")
        if summary.licence:
            lines.append(f"<p>{self._escaped('page.licence', licence=summary.licence)}</p>")
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
