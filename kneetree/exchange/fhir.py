"""The tree as a FHIR R4 Questionnaire: a choice item for each question, a display item for each leaf.

An item is shown by ``enableWhen``.  What is lost is listed in the resource's own ``description`` (see ``LOST``).
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from kneetree.drawing.markup import clean, language_tag
from kneetree.exchange.export_words import Words, words_of
from kneetree.files.review import ReviewState, review_state
from kneetree.model.reading_order import reading_order
from kneetree.model.titles import title_of
from kneetree.model.tree import Leaf, Question, Tree
from kneetree.report.summary import review_sentence

YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
FINDING = "urn:kneetree:finding"
LOST = (
    "the answers to single items of a list (one answer stands for the whole list)",
    "that an answer already known is not asked again, and that thresholds of age and days imply one another",
    "that the walk ends at once at an emergency, and that the most urgent of several results counts",
    "safety rules, cases, sources, regions, positions and notes for authors",
    "nodes that no answer leads to",
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")


def fhir(tree: Tree) -> bytes:
    """Return the part of the tree that can be reached as a Questionnaire."""
    words = words_of(tree)
    reviewed = review_state(tree) is ReviewState.REVIEWED
    resource: dict[str, Any] = {
        "resourceType": "Questionnaire",
        "language": language_tag(tree.language),
        "url": f"urn:kneetree:questionnaire:{_name(tree.title)}",
        "name": _name(tree.title),
        "title": clean(tree.title),
        "status": "active" if reviewed else "draft",
        "experimental": not reviewed,
        "subjectType": ["Patient"],
        "description": _description(tree),
    }
    if tree.version:
        resource["version"] = clean(tree.version)
    if tree.about is not None and tree.about.intended_use:
        resource["purpose"] = _plain(tree.about.intended_use)
    if tree.about is not None and tree.about.licence:
        resource["copyright"] = _plain(tree.about.licence)
    if reviewed and tree.review is not None:
        resource |= {"approvalDate": tree.review.on, "lastReviewDate": tree.review.on}
    resource["item"] = [_item(tree, words, node_id) for node_id in reading_order(tree.nodes, [tree.root])]
    return msgspec.json.format(msgspec.json.encode(resource), indent=2) + b"\n"


def _item(tree: Tree, words: Words, node_id: str) -> dict[str, Any]:
    node = tree.nodes[node_id]
    item: dict[str, Any] = {"linkId": clean(node_id)}
    if isinstance(node, Question):
        if node.finding:
            item["code"] = [_coding(FINDING, node.finding, _meaning(tree, node.finding))]
        item |= {"text": _question_text(words, node), "type": "choice"}
    else:
        item |= {"text": _leaf_text(tree, words, node_id, node), "type": "display"}
    when = _enable_when(tree, words, node_id)
    if when:
        item["enableWhen"] = when
    if len(when) > 1:
        item["enableBehavior"] = "any"
    if isinstance(node, Question):
        item["required"] = True
        item["answerOption"] = [{"valueCoding": coding} for coding in _answers(words, node).values()]
    return item


def _answers(words: Words, question: Question) -> dict[str, dict[str, str]]:
    codings = {
        "yes": _coding(YES_NO, "Y", words.text("answer.yes")),
        "no": _coding(YES_NO, "N", words.text("answer.no")),
    }
    if question.unsure:
        codings["unsure"] = _coding(ABSENT, "asked-unknown", words.text("answer.unsure"))
    return codings


def _enable_when(tree: Tree, words: Words, node_id: str) -> list[dict[str, Any]]:
    """Return when a node is shown: after an answer that leads to it, or after *not sure*, which follows both ways."""
    when = []
    for parent, answer in tree.parents(node_id):
        codings = _answers(words, tree.question(parent))
        for given in (str(answer), "unsure"):
            if given in codings:
                coding = {key: codings[given][key] for key in ("system", "code")}
                when.append({"question": clean(parent), "operator": "=", "answerCoding": coding})
    return when


def _coding(system: str, code: str, display: str) -> dict[str, str]:
    made = {"system": system, "code": clean(code)}
    return made | {"display": clean(display)} if display else made


def _meaning(tree: Tree, finding: str) -> str:
    known = tree.findings.get(finding)
    return known.means if known else ""


def _question_text(words: Words, question: Question) -> str:
    lines = [question.text, *(f"- {line}" for line in words.item_lines(question))]
    if question.items:
        lines.append(words.threshold(question))
    if question.help:
        lines.append(question.help)
    return clean("\n".join(lines))


def _leaf_text(tree: Tree, words: Words, node_id: str, leaf: Leaf) -> str:
    lines = [words.urgency(leaf.urgency).upper(), title_of(tree, node_id)]
    names = ", ".join(tree.condition_name(key) for key in leaf.conditions)
    lines += [f"{words.text('heading.conditions')}: {names}", leaf.reason]
    for heading, texts in (("do", leaf.do), ("avoid", leaf.avoid), ("get_help_if", leaf.get_help_if)):
        if texts:
            lines += [f"{words.text(f'heading.{heading}')}:", *(f"- {text}" for text in texts)]
    return clean("\n".join(line for line in lines if line))


def _description(tree: Tree) -> str:
    about = tree.about
    texts = [review_sentence(tree)]
    if about is not None:
        texts += [text for text in (about.intended_use, about.not_for, about.emergency) if text]
    lost = "\n".join(f"- {line}" for line in LOST)
    return "\n\n".join(_plain(text) for text in texts) + f"\n\nThis export loses:\n\n{lost}"


def _plain(text: str) -> str:
    """Return the text for a Markdown field, escaped so that it is not read as Markdown."""
    return _MARKDOWN.sub(r"\\\1", clean(text))


def _name(title: str) -> str:
    words = re.findall(r"[A-Za-z0-9]+", title)
    name = "".join(word[:1].upper() + word[1:] for word in words)[:200]
    return name if name[:1].isalpha() else f"Tree{name}"
