"""What the script of the web page is given: how the tree goes on, and its texts in each language.

Everything that Python can settle is settled here: which texts fall back to the original, what a review says, which
ranges a number may be chosen from.  The page holds nothing that only authors need: no cases, notes or places of boxes.

Ids would take a third of the data, so there are numbers instead.  Nodes are numbered as they are read, and a question
says how many nodes further on it leads.  Facts are numbered, too: scales first, then findings, then other thresholds.
Each text is once in a list for each language, and has the same number in all of them.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kneetree import __version__, shipped, words
from kneetree.drawing.markup import clean, language_tag
from kneetree.drawing.pictures import svg_of
from kneetree.drawing.places import places_in
from kneetree.exchange.web.drawing import smaller
from kneetree.exchange.web.page_words import NAMES, OWN, WORDS
from kneetree.exchange.web.pool import Pool, Said
from kneetree.files.review import content_hash
from kneetree.model.reading_order import reading_order
from kneetree.model.scales import amount, cuts, threshold
from kneetree.model.tree import About, Kind, Leaf, Start, Topic, Tree, Urgency
from kneetree.report.care_rows import advice_texts, warning_text
from kneetree.report.summary import leaf_title, medical_name, review_sentence, source_row
from kneetree.walk.number_bands import bands_of

Data = dict[str, Any]


def page_data(trees: Sequence[Tree], made: datetime.date) -> Data:
    """Return what the script is given for a tree in its languages, its own first."""
    return _Page(trees).data(made)


def node_ids(tree: Tree) -> list[str]:
    """Return the ids of the nodes in the order in which the page numbers them."""
    return reading_order(tree.nodes, [tree.root])


def fact_ids(tree: Tree) -> list[str]:
    """Return the ids of the scales and findings in the order in which the page numbers them."""
    asked = [finding for each in tree.all_asked() for finding in each.findings]
    ruled = [fact for rule in tree.rules.values() for fact in rule.given or ()]
    return [*dict.fromkeys([*tree.scales, *tree.findings, *asked, *ruled])]


class _Page:
    """A tree in its languages, with the number of everything that has an id."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees, self._tree, self._pool = trees, trees[0], Pool()
        self._ids = node_ids(self._tree)
        self._nodes = _numbered(self._ids)
        self._facts = _numbered(fact_ids(self._tree))
        self._sources = _numbered(self._tree.sources)
        self._asked = [self._tree.asked(key) for key in self._ids if not isinstance(self._tree.nodes[key], Leaf)]
        leaves = [node for key in self._ids if isinstance(node := self._tree.nodes[key], Leaf)]
        self._conditions = _numbered(key for leaf in leaves for key in leaf.conditions)
        self._questions: dict[str, str] = {}  # a node that asks each
        for each in self._asked:
            if each.entry and each.kind is not Kind.NUMBER:
                self._questions.setdefault(each.entry, each.node)
        self._entries = _numbered(self._questions)

    def data(self, made: datetime.date) -> Data:
        tree, facts = self._tree, self._facts
        limits = [(number, threshold(key)) for key, number in facts.items()]
        return {
            "nodes": [self._node(key) for key in self._ids],
            "scales": _scales(tree),
            "facts": len(facts),
            "named": len(tree.scales) + len(tree.findings.keys() - tree.scales.keys()),
            "limits": [
                (number, facts[limit.scale], limit.number)
                for number, limit in limits
                if limit is not None and limit.scale in tree.scales
            ],
            "usual": [facts[key] for key, finding in tree.findings.items() if finding.usual],
            "reassuring": [facts[key] for key, finding in tree.findings.items() if finding.reassures],
            "rules": [
                (rule.urgency_at_least.rank, *(self._given(rule.given, value) for value in (True, False)))
                for rule in tree.rules.values()
                if rule.given is not None and rule.urgency_at_least is not None
            ],
            "pictures": self._pictures(),
            "about": {
                "version": tree.version,
                "hash": content_hash(tree),
                "made": made.isoformat(),
                "program": __version__,
                "next_review": tree.review.next if tree.review else "",
            },
            "words": {key: self._said(_word, key) for key in (*WORDS, *OWN["en"])},
            "statements": [self._statement(key) for key in facts],
            "questions": [self._all_said(_question, node) for node in self._questions.values()],
            "scale_texts": [self._all_said(_scale, key) for key in tree.scales],
            "conditions": [self._condition(key) for key in self._conditions],
            "sources": [self._all_said(_source, key) for key in tree.sources],
            "languages": [_language(each) for each in self._trees],
            "texts": self._pool.texts(len(self._trees)),
        }

    def _node(self, key: str) -> list[Any]:
        node, here = self._tree.nodes[key], self._nodes[key]
        if isinstance(node, Leaf):
            return [
                node.urgency.rank,
                self._said(_title, key),
                self._said(_reason, key),
                [self._conditions[condition] for condition in node.conditions],
                self._advice(node.do),
                self._advice(node.avoid),
                [[self._warning(each) for each in node.get_help_if.get(level, ())] for level in Urgency],
                self._cited(node.sources),
            ]
        asked = self._tree.asked(key)
        marks = asked.kind[0] + ("" if asked.unsure else "!") + ("*" if asked.topic is Topic.RED_FLAG else "")
        asks: Any = self._facts.get(asked.scale or asked.finding, 0)
        if asked.lines:
            asks = [self._line(line.finding, line.points, line.true) for line in asked.lines]
        targets = [asked.next] if asked.next else [asked.yes, asked.no]
        ways = [*(self._nodes[target] - here for target in targets), 0][:2]
        enough = asked.at_least if asked.lines else self._facts.get(asked.finding, 0)
        row = [marks, self._entries.get(asked.entry, 0), asks, enough, *ways]
        if asked.kind is not Kind.DECISION:
            row.append(self._cited(asked.sources))
        return [*row, asked.picture] if asked.picture else row

    def _line(self, finding: str, points: int, so: bool) -> int | list[int]:
        """Return a line of a list; most have one point if they are true, and do not say so."""
        fact = self._facts[finding]
        return fact if points == 1 and so else [fact, points, int(so)]

    def _given(self, given: Mapping[str, bool], value: bool) -> list[int]:
        return [self._facts[key] for key, wanted in given.items() if wanted is value]

    def _cited(self, keys: Iterable[str]) -> list[int]:
        return [self._sources[key] for key in keys if key in self._sources]

    def _condition(self, key: str) -> list[Any]:
        known = self._tree.conditions.get(key)
        row = [*self._all_said(_condition_texts, key), self._cited(known.sources if known else ())]
        if known is None or known.recovery is None:
            return row
        recovery = known.recovery
        return [*row, *map(self._advice, (recovery.first_days, recovery.exercises, recovery.back_to_activity))]

    def _pictures(self) -> Data:
        """Return each picture that is shown, with the findings that have a place in it."""
        tree = self._tree
        lines = {asked.picture: [line.finding for line in asked.lines] for asked in self._asked if asked.picture}
        lines.setdefault((tree.start or Start()).picture, [])
        drawings = {name: svg_of(tree, name) for name in lines if name}
        return {
            name: {
                "svg": clean(smaller(svg)),
                "places": [(self._facts[key], key) for key in places_in(svg, lines[name])],
            }
            for name, svg in drawings.items()
            if svg
        }

    # -- texts by their numbers --------------------------------------------------------------------

    def _said(self, text: Said, key: str, *, shared: bool = True) -> int:
        return self._pool.add([text(twin, key) for twin in self._trees], None if shared else (text, key))

    def _all_said(self, texts: Callable[[Tree, str], Sequence[Any]], key: str) -> list[Any]:
        return self._pool.add_all([texts(twin, key) for twin in self._trees])

    def _statement(self, key: str) -> int:
        return 0 if key in self._tree.scales else self._said(Tree.statement, key)

    def _advice(self, keys: Iterable[str]) -> list[int]:
        """Return lines of advice; two that say the same in one language are still two."""
        return [self._said(_line_of_advice, key, shared=False) for key in keys]

    def _warning(self, key: str) -> int:
        return self._said(warning_text, key, shared=False)


def _numbered(keys: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(dict.fromkeys(keys))}


def _scales(tree: Tree) -> list[Data]:
    named = cuts((finding for asked in tree.all_asked() for finding in asked.findings), tree.scales)
    return [
        {
            "least": scale.least, "most": scale.most, "unit": scale.unit, "topic": scale.topic, "cuts": named[key],
            "bands": [{"least": band.least, "most": band.most, "number": int(band)} for band in bands_of(tree, key)],
        }
        for key, scale in tree.scales.items()
    ]  # fmt: skip


# -- the texts of one language ---------------------------------------------------------------------


def _language(tree: Tree) -> Data:
    return {
        "tag": language_tag(tree.language),
        "name": NAMES.get(words.spoken(tree.language), tree.language),
        "title": tree.title,
        "about": _about(tree.about or About()),
        "start": _start(tree.start or Start()),
        "review": {
            "now": review_sentence(tree, today=datetime.date.min),
            "past": review_sentence(tree, today=datetime.date.max),
        },
        "picture_words": _picture_words(tree),
    }


def _filled(entry: Data) -> Data:
    """Return an entry without what is empty, which most of it is."""
    return {key: value for key, value in entry.items() if value}


def _about(about: About) -> Data:
    return _filled({
        "intended_use": about.intended_use, "not_for": about.not_for, "emergency": about.emergency, "call": about.call,
        "licence": about.licence, "authors": ", ".join(about.authors),
    })  # fmt: skip


def _start(start: Start) -> Data:
    return _filled({"heading": start.heading, "text": start.text, "button": start.button, "picture": start.picture})


def _word(tree: Tree, key: str) -> str:
    """Return what the page itself says."""
    spoken = words.spoken(tree.language)
    own = OWN[spoken]
    return own[key] if key in own else words.LANGUAGES[spoken][key]


def _title(tree: Tree, node: str) -> str:
    return leaf_title(tree, tree.leaf(node))


def _reason(tree: Tree, node: str) -> str:
    return tree.leaf(node).reason


def _line_of_advice(tree: Tree, key: str) -> str:
    return advice_texts(tree, [key])[0]


def _question(tree: Tree, node: str) -> list[str]:
    asked = tree.asked(node)
    return [asked.text, asked.help, asked.answer_rule, asked.why]


def _scale(tree: Tree, key: str) -> list[Any]:
    scale = tree.scales[key]
    bands = [amount(scale, band, tree.language) for band in bands_of(tree, key)]
    return [scale.text, scale.help, scale.answer_rule, scale.why, scale.unit, scale.at_least, scale.under, bands]


def _condition_texts(tree: Tree, key: str) -> list[str]:
    known = tree.conditions.get(key)
    name = tree.condition_name(key)
    time = known.recovery.time if known and known.recovery else ""
    return [name, medical_name(name, known.name if known else key), known.summary if known else "", time]


def _source(tree: Tree, key: str) -> list[str]:
    row = source_row(tree.language, key, tree.sources[key])
    year = "" if row.year is None or str(row.year) in row.citation else str(row.year)
    return [row.citation, row.url, year, row.state]


def _picture_words(tree: Tree) -> dict[str, str]:
    """Return the words of the shipped pictures in the language of ``tree``, by the English ones; none for English."""
    place = shipped.root() / "i18n" / f"pictures_{words.spoken(tree.language)}.json"
    found: dict[str, str] = json.loads(place.read_text("utf-8")) if place.is_file() else {}
    return found
