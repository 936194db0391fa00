"""The tree as a FHIR R4 Questionnaire that walks: forms of the SDC guide count, pass over what is known, and end.

Each question is an item that is shown when it is its turn (``enableWhenExpression``, see ``fhir_walk``); decisions are
no items.  A yes/no question is a choice, a number an integer, and a list a choice that repeats: whether enough of its
statements are true is counted by the expressions.  Results come last, the most urgent first.  What is lost is listed in
the resource's own ``description``.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

import msgspec

from kneetree.drawing.markup import clean, language_tag
from kneetree.exchange.export_words import Words, words_of
from kneetree.exchange.fhir_codes import ABSENT, ANSWER, BESIDE, FINDING, NONE, SCALE, UNSURE, YES_NO, Coding, coding
from kneetree.exchange.fhir_walk import WalkInForm, unsure_shown
from kneetree.files.review import ReviewState, review_state
from kneetree.model.titles import title_of
from kneetree.model.tree import Asked, Kind, Leaf, Scale, Tree
from kneetree.report.care_rows import advice_texts, help_rows, recovery_row
from kneetree.report.summary import review_sentence

LOST = (
    "the whole walk in a program that does not evaluate the expressions of SDC (enableWhenExpression, variable): it "
    "shows all questions and all results at once",
    "that a line of a list that is known already is not asked again, and that a list is passed as soon as its answer "
    "is certain: here it is passed once all its lines are known",
    "in a draft, that a decision goes both ways if a fact was not asked before it: here it hears what is asked later",
    "safety rules, cases, sources, pictures, regions, positions and notes for authors",
    "nodes that no answer leads to",
)
MIN_VALUE = "http://hl7.org/fhir/StructureDefinition/minValue"
MAX_VALUE = "http://hl7.org/fhir/StructureDefinition/maxValue"
EXCLUSIVE = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable"
ENABLE_WHEN = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"
ABOUT = "about"
"""The link of the first item, which asks nothing."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")

_Item = dict[str, Any]


def fhir(tree: Tree) -> bytes:
    """Return the part of the tree that can be reached as a Questionnaire."""
    words, walk = words_of(tree), WalkInForm(tree)
    reviewed = review_state(tree) is ReviewState.REVIEWED
    resource: _Item = {
        "resourceType": "Questionnaire",
        "language": language_tag(tree.language),
        "extension": [_expression(VARIABLE, text, name) for name, text in walk.variables],
        "url": url_of(tree),
        "name": _name(tree),
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
    resource["item"] = [_about(tree), *_questions(tree, words, walk), *_results(tree, words, walk)]
    return msgspec.json.format(msgspec.json.encode(resource), indent=2) + b"\n"


def url_of(tree: Tree) -> str:
    """Return the address that names the Questionnaire, the same in all languages of a tree."""
    return f"urn:kneetree:questionnaire:{_name(tree)}"


def _name(tree: Tree) -> str:
    """Return a name that is made of ids alone, since titles are translated."""
    words = re.findall(r"[A-Za-z0-9]+", tree.root)
    mark = hashlib.sha256("\n".join([tree.root, *sorted(tree.conditions)]).encode("utf-8", "replace")).hexdigest()[:8]
    return f"Tree{''.join(word[:1].upper() + word[1:] for word in words)[:200]}{mark}"


def _about(tree: Tree) -> _Item:
    """Return the first item: whether the tree was reviewed, when to call for help, and what it is not for."""
    about = tree.about
    texts = [review_sentence(tree), *((about.emergency, about.not_for) if about is not None else ())]
    return {"linkId": ABOUT, "text": clean("\n".join(text for text in texts if text)), "type": "display"}


def _questions(tree: Tree, words: Words, walk: WalkInForm) -> list[_Item]:
    items = []
    for key in walk.order:
        if not isinstance(tree.nodes[key], Leaf) and (asked := tree.asked(key)).kind is not Kind.DECISION:
            items += _asking(tree, words, asked, walk.shown(key))
    return items


def _asking(tree: Tree, words: Words, asked: Asked, when: str) -> list[_Item]:
    """Return the item of a question, and the one beside it for what somebody is not sure about."""
    if asked.kind is Kind.NUMBER:
        return _number_items(tree, words, asked, when)
    item = _shown(clean(asked.node), when, question_text(asked), "choice", several=bool(asked.lines)) | {
        "required": True
    }
    unsure = coding(ABSENT, UNSURE, words.text("answer.unsure"))
    if not asked.lines:
        answers = [coding(YES_NO, "Y", words.text("answer.yes")), coding(YES_NO, "N", words.text("answer.no"))]
        item["code"] = [coding(FINDING, asked.finding, tree.statement(asked.finding))]
        return [item | {"answerOption": _options([*answers, *([unsure] if asked.unsure else [])])}]
    lines = [coding(FINDING, line.finding, line.text or line.finding) for line in asked.lines]
    none = {"valueCoding": coding(ANSWER, NONE, words.text("answer.none_of_these"))}
    none["extension"] = [{"url": EXCLUSIVE, "valueBoolean": True}]  # type: ignore[assignment]
    some = [coding(ABSENT, UNSURE, words.unsure_of_some)] if asked.unsure else []
    item |= {"answerOption": [*_options(lines), none, *_options(some)]}
    if not asked.unsure:
        return [item]
    beside = _shown(
        f"{clean(asked.node)}{BESIDE}", unsure_shown(asked.node), words.unsure_of_which, "choice", several=True
    )
    return [item, beside | {"required": True, "answerOption": _options(lines)}]


def _options(codings: list[Coding]) -> list[_Item]:
    return [{"valueCoding": one} for one in codings]


def _shown(link: str, when: str, text: str, kind: str, *, several: bool = False) -> _Item:
    """Return an item that is shown when an expression is true; a choice is of ``several`` boxes to tick, or of one."""
    extensions = [] if when == "true" else [_expression(ENABLE_WHEN, when)]
    if kind == "choice":
        control = {"system": CONTROLS, "code": "check-box" if several else "radio-button"}
        extensions.append({"url": CONTROL, "valueCodeableConcept": {"coding": [control]}})
    item: _Item = {"extension": extensions} if extensions else {}
    item |= {"linkId": link, "text": clean(text), "type": kind}
    return item | {"repeats": True} if several else item


def _expression(url: str, expression: str, name: str = "") -> _Item:
    told = {"language": "text/fhirpath", "expression": expression}
    return {"url": url, "valueExpression": {"name": name, **told} if name else told}


def _number_items(tree: Tree, words: Words, asked: Asked, when: str) -> list[_Item]:
    scale, link = tree.scales[asked.scale], clean(asked.node)
    unit = _unit(words, scale)
    item = _shown(link, when, "\n".join(filter(None, (question_text(asked), unit and f"({unit})"))), "integer")
    item["extension"] = [
        *item.get("extension", ()),
        {"url": MIN_VALUE, "valueInteger": scale.least},
        {"url": MAX_VALUE, "valueInteger": scale.most},
    ]
    item |= {"code": [coding(SCALE, asked.scale, scale.text)], "required": not asked.unsure}
    if not asked.unsure:
        return [item]
    unsure = coding(ABSENT, UNSURE, words.text("answer.unsure"))
    beside = _shown(f"{link}{BESIDE}", when, words.text("answer.unsure"), "choice", several=True)
    return [item, beside | {"answerOption": _options([unsure])}]


def _unit(words: Words, scale: Scale) -> str:
    """Return the unit of a number in the language of the tree."""
    if scale.unit in ("years", "days"):
        return words.text(f"unit.{scale.unit}.many", number="").strip()
    return clean(scale.unit)


def _results(tree: Tree, words: Words, walk: WalkInForm) -> list[_Item]:
    """Return the results, the most urgent first, as a walk tells them."""
    leaves = [(key, leaf) for key in walk.order if isinstance(leaf := tree.nodes[key], Leaf)]
    leaves.sort(key=lambda pair: -pair[1].urgency.rank)
    return [_shown(clean(key), walk.shown(key), _leaf_text(tree, words, key, leaf), "display") for key, leaf in leaves]


def question_text(asked: Asked) -> str:
    """Return a question with the rule for its answer and how to find it out."""
    return "\n".join(text for text in (asked.text, asked.answer_rule, asked.help) if text)


def _leaf_text(tree: Tree, words: Words, node_id: str, leaf: Leaf) -> str:
    lines = [words.urgency(leaf.urgency).upper(), title_of(tree, node_id)]
    names = ", ".join(tree.condition_name(key) for key in leaf.conditions)
    lines += [f"{words.text('heading.conditions')}: {names}", leaf.reason]
    for heading, advice in (("do", leaf.do), ("avoid", leaf.avoid)):
        if advice:
            lines += [f"{words.text(f'heading.{heading}')}:", *(f"- {text}" for text in advice_texts(tree, advice))]
    for row in help_rows(tree, [leaf], words.language):
        lines += [f"{row.heading}:", *(f"- {text}" for text in row.lines)]
    lines += _recovery_lines(tree, words, leaf)
    return clean("\n".join(line for line in lines if line))


def _recovery_lines(tree: Tree, words: Words, leaf: Leaf) -> list[str]:
    recovery = recovery_row(tree, leaf)
    if recovery is None:
        return []
    lines = [f"{words.text('heading.recovery')}:", recovery.time]
    for heading, texts in recovery.parts:
        lines += [f"{words.text(heading)}:", *(f"- {text}" for text in texts)]
    return lines


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
