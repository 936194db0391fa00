"""What the script of the web page is given: how the tree goes on, and its texts in each language.

Everything that Python can settle is settled here: which texts fall back to the original, what a review says, which
ranges a number may be chosen from.  The page holds nothing that only authors need: no cases, notes or places of boxes.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from typing import Any

from kneetree import __version__, shipped, words
from kneetree.drawing.markup import clean, language_tag
from kneetree.drawing.pictures import svg_of
from kneetree.drawing.places import places_in
from kneetree.exchange.web.page_words import NAMES, OWN, WORDS
from kneetree.files.review import content_hash
from kneetree.model.reading_order import reading_order
from kneetree.model.scales import amount, cuts
from kneetree.model.tree import About, Asked, Kind, Leaf, Start, Topic, Tree
from kneetree.report.summary import leaf_title, medical_name, review_sentence, source_row
from kneetree.walk.number_bands import bands_of

Data = dict[str, Any]


def page_data(trees: Sequence[Tree], made: datetime.date) -> Data:
    """Return what the script is given for a tree in its languages, its own first."""
    tree = trees[0]
    reached = reading_order(tree.nodes, [tree.root])
    nodes = {key: _node(tree, key) for key in reached}
    return {
        "root": tree.root,
        "nodes": nodes,
        "scales": _scales(tree),
        "findings": list(tree.findings),
        "usual": [key for key, finding in tree.findings.items() if finding.usual],
        "reassuring": [key for key, finding in tree.findings.items() if finding.reassures],
        "conditions": _conditions(tree),
        "rules": [
            {"level": rule.urgency_at_least, "given": rule.given}
            for rule in tree.rules.values()
            if rule.given is not None and rule.urgency_at_least is not None
        ],
        "pictures": _pictures(tree, reached),
        "about": {
            "version": tree.version,
            "hash": content_hash(tree),
            "made": made.isoformat(),
            "program": __version__,
            "next_review": tree.review.next if tree.review else "",
        },
        "languages": [_language(each, reached) for each in trees],
    }


def _node(tree: Tree, key: str) -> Data:
    node = tree.nodes[key]
    if isinstance(node, Leaf):
        return _filled({
            "kind": "leaf", "urgency": node.urgency, "conditions": node.conditions, "do": node.do, "avoid": node.avoid,
            "help": node.get_help_if, "sources": node.sources,
        })  # fmt: skip
    asked = tree.asked(key)
    lines = [
        {"finding": line.finding}
        | ({} if line.points == 1 else {"points": line.points})
        | ({} if line.true else {"true": False})
        for line in asked.lines
    ]  # most lines have one point if they are true, and do not say so
    return _filled({
        "kind": asked.kind, "entry": asked.entry, "finding": asked.finding, "scale": asked.scale, "lines": lines,
        "at_least": asked.at_least if lines else 0, "yes": asked.yes, "no": asked.no, "next": asked.next,
        "certain": not asked.unsure, "danger": asked.topic is Topic.RED_FLAG, "picture": asked.picture,
        "sources": asked.sources,
    })  # fmt: skip


def _filled(entry: Data) -> Data:
    """Return an entry without what is empty, which most of it is."""
    return {key: value for key, value in entry.items() if value}


def _scales(tree: Tree) -> list[Data]:
    named = cuts((finding for asked in tree.all_asked() for finding in asked.findings), tree.scales)
    return [
        {
            "id": key, "least": scale.least, "most": scale.most, "unit": scale.unit, "topic": scale.topic,
            "cuts": named[key],
            "bands": [{"least": band.least, "most": band.most, "number": int(band)} for band in bands_of(tree, key)],
        }
        for key, scale in tree.scales.items()
    ]  # fmt: skip


def _conditions(tree: Tree) -> Data:
    found: Data = {}
    for key, condition in tree.conditions.items():
        recovery = condition.recovery
        parts = {"sources": condition.sources}
        if recovery is not None:
            lists = {name: getattr(recovery, name) for name in ("first_days", "exercises", "back_to_activity")}
            found[key] = {**_filled(parts), "recovery": _filled(lists)}
        else:
            found[key] = _filled(parts)
    return found


def _pictures(tree: Tree, reached: Iterable[str]) -> Data:
    """Return each picture that is shown, with the findings that have a place in it."""
    asked = [tree.asked(key) for key in reached if not isinstance(tree.nodes[key], Leaf)]
    lines = {question.picture: [line.finding for line in question.lines] for question in asked if question.picture}
    lines.setdefault((tree.start or Start()).picture, [])
    drawings = {name: svg_of(tree, name) for name in lines if name}
    return {name: {"svg": clean(svg), "places": places_in(svg, lines[name])} for name, svg in drawings.items() if svg}


# -- the texts of one language ---------------------------------------------------------------------


def _language(tree: Tree, reached: Sequence[str]) -> Data:
    language = tree.language
    asked = [tree.asked(key) for key in reached if not isinstance(tree.nodes[key], Leaf)]
    leaves = [(key, node) for key in reached if isinstance(node := tree.nodes[key], Leaf)]
    spoken = words.LANGUAGES[words.spoken(language)]
    return {
        "tag": language_tag(language),
        "name": NAMES.get(words.spoken(language), language),
        "words": {**{key: spoken[key] for key in WORDS}, **OWN[words.spoken(language)]},
        "title": tree.title,
        "about": _about(tree.about or About()),
        "start": _start(tree.start or Start()),
        "review": {
            "now": review_sentence(tree, today=datetime.date.min),
            "past": review_sentence(tree, today=datetime.date.max),
        },
        "statements": {key: tree.statement(key) for key in tree.findings},
        "questions": {each.entry: _question(each) for each in asked if each.entry and each.kind is not Kind.NUMBER},
        "scales": {key: _scale(tree, key) for key in tree.scales},
        "advice": {key: advice.text for key, advice in tree.advice.items()},
        "warnings": {key: warning.text for key, warning in tree.warnings.items()},
        "leaves": {key: _filled({"title": leaf_title(tree, leaf), "reason": leaf.reason}) for key, leaf in leaves},
        "conditions": _condition_texts(tree, [key for _, leaf in leaves for key in leaf.conditions]),
        "sources": {key: _source(tree, key) for key in tree.sources},
        "picture_words": _picture_words(tree),
    }  # fmt: skip


def _about(about: About) -> Data:
    return _filled({
        "intended_use": about.intended_use, "not_for": about.not_for, "emergency": about.emergency, "call": about.call,
        "licence": about.licence, "authors": ", ".join(about.authors),
    })  # fmt: skip


def _start(start: Start) -> Data:
    return _filled({"heading": start.heading, "text": start.text, "button": start.button, "picture": start.picture})


def _question(asked: Asked) -> Data:
    return _filled({"text": asked.text, "help": asked.help, "rule": asked.answer_rule, "why": asked.why})


def _scale(tree: Tree, key: str) -> Data:
    scale = tree.scales[key]
    told = {"text": scale.text, "help": scale.help, "rule": scale.answer_rule, "why": scale.why, "unit": scale.unit}
    bands = [amount(scale, band, tree.language) for band in bands_of(tree, key)]
    return {**_filled(told), "at_least": scale.at_least, "under": scale.under, "bands": bands}


def _condition_texts(tree: Tree, keys: Iterable[str]) -> Data:
    found: Data = {}
    for key in dict.fromkeys(keys):
        known = tree.conditions.get(key)
        found[key] = _filled({
            "plain_name": tree.condition_name(key),
            "medical": medical_name(tree.condition_name(key), known.name if known else key),
            "summary": known.summary if known else "",
            "time": known.recovery.time if known and known.recovery else "",
        })  # fmt: skip
    return found


def _source(tree: Tree, key: str) -> Data:
    row = source_row(tree.language, key, tree.sources[key])
    year = "" if row.year and str(row.year) in row.citation else row.year
    return _filled({"citation": row.citation, "url": row.url, "year": year, "state": row.state})


def _picture_words(tree: Tree) -> dict[str, str]:
    """Return the words of the shipped pictures in the language of ``tree``, by the English ones; none for English."""
    place = shipped.root() / "i18n" / f"pictures_{words.spoken(tree.language)}.json"
    found: dict[str, str] = json.loads(place.read_text("utf-8")) if place.is_file() else {}
    return found
