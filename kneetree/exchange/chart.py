"""The tree as a numbered chart for paper ("Yes: go to 7"), in one HTML page that needs no other file.

The chart is used without a computer: it has numbers, the urgency in words and frames, when to get help, sources,
version and review.  It loses what only a program can do: pass over known answers, and weigh *not sure* and points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from kneetree.drawing.icons import icon_shapes
from kneetree.drawing.markup import clean, escaped, language_tag
from kneetree.exchange.chart_style import STYLE
from kneetree.exchange.export_words import Words, words_of
from kneetree.files.review import content_hash
from kneetree.model.reading_order import reading_order
from kneetree.model.titles import title_of
from kneetree.model.tree import Asked, Kind, Leaf, Rule, Tree, Urgency
from kneetree.report.care_rows import advice_texts, help_rows, recovery_row
from kneetree.report.facts import raised
from kneetree.report.rule_words import rule_texts
from kneetree.report.summary import citation_of, review_sentence


def chart(tree: Tree) -> bytes:
    """Return the chart of all that can be reached: questions numbered in reading order, then the results."""
    return "\n".join(_Chart(tree).page()).encode()


def chart_body(tree: Tree) -> list[str]:
    """Return what a patient needs of the chart, without the safety rules, for a page with a ``main`` around it.

    How a condition gets better is told once, after the results, and each icon is drawn once: that is a quarter of it.
    """
    return _Chart(tree, told_once=True).body("div", [])


class _Chart:
    def __init__(self, tree: Tree, *, told_once: bool = False) -> None:
        self._tree = tree
        self._told_once = told_once
        self._recoveries: dict[str, int] = {}
        self._words: Words = words_of(tree)
        reached = reading_order(tree.nodes, [tree.root])
        self._questions = [node_id for node_id in reached if not isinstance(tree.nodes[node_id], Leaf)]
        self._leaves = [node_id for node_id in reached if isinstance(tree.nodes[node_id], Leaf)]
        self._order = [*self._questions, *self._leaves]
        self._numbers = {node_id: number for number, node_id in enumerate(self._order, 1)}
        self._icons = {level: icon_shapes(level, "currentColor") for level in Urgency}
        cited = [key for node_id in self._order for key in self._sources_of(node_id)]
        cited += [key for rule in tree.rules.values() for key in _rule_sources(rule)]
        self._sources = {
            key: number for number, key in enumerate((k for k in dict.fromkeys(cited) if k in tree.sources), 1)
        }

    def page(self) -> list[str]:
        tree = self._tree
        return [
            "<!DOCTYPE html>",
            f'<html lang="{language_tag(tree.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{self._title()}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            *self.body("main", self._rules()),
            "</body>",
            "</html>",
            "",
        ]

    def body(self, around: str, rules: list[str]) -> list[str]:
        """Return all that is shown; the boxes are in an element called ``around``, and the rules after them."""
        return [
            *self._head(self._title()),
            *(_symbols(self._icons) if self._told_once else ()),
            f"<{around}>",
            *self._part(self._words.questions, self._questions),
            *self._part(self._words.results, self._leaves),
            *self._all_recoveries(),
            *rules,
            f"</{around}>",
            *self._foot(),
        ]

    def _title(self) -> str:
        return escaped(self._tree.title) or "kneetree"

    def _head(self, title: str) -> list[str]:
        words, about = self._words, self._tree.about
        parts = ["<header>", f"<h1>{title}</h1>", f'<p class="review">{escaped(review_sentence(self._tree))}</p>']
        parts.append(f'<p class="quiet">{escaped(self._version())}</p>')
        if about is not None:
            for heading, text, kind in (
                (words.text("heading.emergency"), about.emergency, "alarm"),
                (words.text("heading.intended"), about.intended_use, "note"),
                (words.text("heading.not_for"), about.not_for, "note"),
            ):
                if text.strip():
                    parts.append(f'<section class="{kind}"><h2>{escaped(heading)}</h2>{_paragraphs(text)}</section>')
        steps = [step.format(self._numbers[self._tree.root]) for step in words.how_to_steps]
        parts.append(f'<section class="note"><h2>{escaped(words.how_to)}</h2>{_list(steps, "ol")}</section>')
        left_out = len(self._tree.nodes) - len(self._order)
        if left_out:
            parts.append(f'<p class="quiet">{escaped(words.unreachable.format(left_out))}</p>')
        return [*parts, "</header>"]

    def _version(self) -> str:
        tree, words = self._tree, self._words
        version = f"{words.text('page.version', version=tree.version)}. " if tree.version else ""
        return f"{version}{words.text('page.content', hash=content_hash(tree))}"

    def _part(self, heading: str, ids: list[str]) -> list[str]:
        if not ids:
            return []
        entries = (line for node_id in ids for line in self._entry(node_id))
        return [f"<h2>{escaped(heading)}</h2>", '<div class="columns">', *entries, "</div>"]

    def _entry(self, node_id: str) -> list[str]:
        node = self._tree.nodes[node_id]
        if isinstance(node, Leaf):
            return self._leaf(node_id, node)
        return self._question(node_id, self._tree.asked(node_id))

    def _sources_of(self, node_id: str) -> tuple[str, ...]:
        node = self._tree.nodes[node_id]
        return node.sources if isinstance(node, Leaf) else self._tree.asked(node_id).sources

    def _heading(self, node_id: str, text: str) -> str:
        number = self._numbers[node_id]
        return f"<h3><b>{number}</b> {escaped(text)}</h3>"

    def _question(self, node_id: str, asked: Asked) -> list[str]:
        words = self._words
        decision = asked.kind is Kind.DECISION
        kind = ' class="decision"' if decision else ""
        parts = [f'<section{kind} id="{self._numbers[node_id]}">', self._heading(node_id, asked.text)]
        if decision:
            parts.append(f"<p>{escaped(words.from_before)}</p>")
        if asked.answer_rule.strip():
            parts.append(f'<div class="rule">{_paragraphs(asked.answer_rule)}</div>')
        if asked.lines:
            parts.append(_list(words.lines(self._tree, asked), "ul", "" if decision else "ticks"))
        if asked.kind is Kind.NUMBER:
            parts.append(f"<p>{escaped(words.write_down)}</p>")
        if asked.help.strip():
            parts.append(f'<div class="help">{_paragraphs(asked.help)}</div>')
        if asked.why.strip():
            parts.append(f'<p class="quiet">{escaped(words.text("ask.why"))}: {self._whole(asked.why)}</p>')
        return [*parts, *self._ways(asked), self._cited(self._sources_of(node_id)), "</section>"]

    def _ways(self, asked: Asked) -> list[str]:
        """Return where to go on; after *not sure* both ways, unless there is only one."""
        words = self._words
        ways = [
            (raised(told), words.go_to.format(self._link(asked.target(answer))))
            for told, answer in words.outcomes(self._tree, asked)
        ]
        if asked.unsure and not asked.next:
            both = words.go_to_both.format(self._link(asked.yes), self._link(asked.no))
            ways.append((words.text("answer.unsure"), both))
        rows = [f"<li><strong>{escaped(told)}:</strong> {leads}</li>" for told, leads in ways]
        return ['<ul class="answers">', *rows, "</ul>"]

    def _leaf(self, node_id: str, leaf: Leaf) -> list[str]:
        words = self._words
        number = self._numbers[node_id]
        names = ", ".join(self._tree.condition_name(key) for key in leaf.conditions)
        shapes = f'<use href="#level-{leaf.urgency}"/>' if self._told_once else self._icons[leaf.urgency]
        box = "" if self._told_once else ' viewBox="0 0 48 48"'  # a symbol has a box of its own
        icon = f'<svg{box} width="28" height="28" aria-hidden="true">{shapes}</svg>'
        parts = [
            f'<section class="leaf {leaf.urgency}" id="{number}">',
            f'<p class="urgency">{icon} <span>{escaped(words.urgency(leaf.urgency))}</span></p>',
            self._heading(node_id, title_of(self._tree, node_id)),
        ]
        for heading, advice in (("do", leaf.do), ("avoid", leaf.avoid)):
            parts += _headed(words.text(f"heading.{heading}"), advice_texts(self._tree, advice))
        for row in help_rows(self._tree, [leaf], words.language):
            parts += _headed(row.heading, row.lines, "net")
        parts += self._recovery(leaf)
        if leaf.reason.strip():
            parts.append(f"<h4>{escaped(words.text('heading.reason'))}</h4>{_paragraphs(leaf.reason)}")
        parts.append(f'<p class="quiet">{escaped(words.text("heading.conditions"))}: {escaped(names)}.</p>')
        return [*parts, self._cited(self._sources_of(node_id)), "</section>"]

    def _recovery(self, leaf: Leaf) -> list[str]:
        # Told once for all results of a condition, it leaves out nothing that one of them says already.
        recovery = recovery_row(self._tree, structs.replace(leaf, do=()) if self._told_once else leaf)
        if recovery is None:
            return []
        heading = escaped(self._words.text("heading.recovery"))
        told = "".join(line for key, lines in recovery.parts for line in _headed(self._words.text(key), lines))
        if not self._told_once:
            return [f"<h4>{heading}</h4>{_paragraphs(recovery.time)}", told]
        entry = f"<h3>{escaped(recovery.condition)}</h3>{_paragraphs(recovery.time)}{told}"
        number = self._recoveries.setdefault(entry, len(self._recoveries) + 1)
        return [f'<p><strong>{heading}:</strong> <a href="#r{number}">{escaped(recovery.condition)}</a></p>']

    def _all_recoveries(self) -> list[str]:
        """Return how each condition gets better, for results that refer to it."""
        if not self._recoveries:
            return []
        entries = [f'<section id="r{number}">{entry}</section>' for entry, number in self._recoveries.items()]
        return [
            f"<h2>{escaped(self._words.text('heading.recovery'))}</h2>",
            '<div class="columns">',
            *entries,
            "</div>",
        ]

    def _rules(self) -> list[str]:
        """Return each safety rule as its author states it, with all that it says in words."""
        tree = self._tree
        if not tree.rules:
            return []
        parts = [f"<h2>{escaped(self._words.text('heading.rules'))}</h2>", '<ul class="rules">']
        for rule in tree.rules.values():
            first, *others = rule_texts(tree, rule)
            told = "".join(f"<p>{escaped(text)}</p>" for text in others)
            parts.append(f"<li><strong>{escaped(first)}</strong>{told}{self._cited(_rule_sources(rule))}</li>")
        return [*parts, "</ul>"]

    def _whole(self, text: str) -> str:
        """Return a text within a line; in a page with a script it has an element of its own, where that finds it."""
        return f"<span>{escaped(text)}</span>" if self._told_once else escaped(text)

    def _link(self, node_id: str) -> str:
        number = self._numbers[node_id]
        return f'<a href="#{number}">{number}</a>'

    def _cited(self, sources: Iterable[str]) -> str:
        numbers = sorted(self._sources[key] for key in sources if key in self._sources)
        if not numbers:
            return ""
        plain = map(str, numbers)
        links = ", ".join(plain if self._told_once else [f'<a href="#s{number}">{number}</a>' for number in plain])
        return f'<p class="quiet">{escaped(self._words.text("heading.sources"))}: {links}</p>'

    def _foot(self) -> list[str]:
        words, tree = self._words, self._tree
        parts = ["<footer>"]
        if self._sources:
            parts += [f"<h2>{escaped(words.text('heading.sources'))}</h2>", '<ol class="sources">']
            for key, number in self._sources.items():
                source = tree.sources[key]
                known = [text for text in (str(source.year or ""), source.url) if text and text not in source.citation]
                more = [self._whole(text) for text in known]
                if source.checked:
                    more.append(self._whole(words.text("known.sources", checked=source.checked)))
                cited = " ".join([self._whole(citation_of(tree.language, source)), ", ".join(more)])
                parts.append(f'<li id="s{number}">{cited.strip()}</li>')
            parts.append("</ol>")
        if tree.about is not None and tree.about.licence:
            parts.append(f"<p>{escaped(words.text('page.licence', licence=tree.about.licence))}</p>")
        parts.append(f"<p>{escaped(tree.title)}. {escaped(self._version())}. {escaped(review_sentence(tree))}</p>")
        return [*parts, "</footer>"]


def _symbols(icons: Mapping[Urgency, str]) -> Iterator[str]:
    """Yield the icons as shapes to refer to."""
    shapes = "".join(f'<symbol id="level-{level}" viewBox="0 0 48 48">{icon}</symbol>' for level, icon in icons.items())
    yield f'<svg width="0" height="0" aria-hidden="true">{shapes}</svg>'


def _rule_sources(rule: Rule) -> tuple[str, ...]:
    """Return the sources of a rule and of its exemptions, each once."""
    cited = [*rule.sources, *[key for exemption in rule.unless for key in exemption.sources]]
    return tuple(dict.fromkeys(cited))


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escaped(line)}</p>" for line in clean(text).splitlines() if line.strip())


def _headed(heading: str, texts: tuple[str, ...], kind: str = "part") -> list[str]:
    return [f'<div class="{kind}"><h4>{escaped(heading)}</h4>{_list(texts, "ul")}</div>'] if texts else []


def _list(texts: tuple[str, ...] | list[str], tag: str, kind: str = "") -> str:
    name = f' class="{kind}"' if kind else ""
    return f"<{tag}{name}>" + "".join(f"<li>{escaped(text)}</li>" for text in texts) + f"</{tag}>"
