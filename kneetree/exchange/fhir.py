"""The tree as a FHIR R4 Questionnaire, in which an item is shown by ``enableWhen``.

A yes/no question is a choice and a number an integer.  A list is a group with a choice for each statement; where it
branches, a choice at its end says whether enough of them are true, since ``enableWhen`` cannot count.  A decision is
such a choice too.  A result is a display item.  What is lost is listed in the resource's own ``description``.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from kneetree.drawing.markup import clean, language_tag
from kneetree.exchange.export_words import Words, words_of
from kneetree.files.review import ReviewState, review_state
from kneetree.model.reading_order import reading_order
from kneetree.model.scales import threshold_of
from kneetree.model.titles import title_of
from kneetree.model.tree import Answer, Asked, Kind, Leaf, Scale, Tree
from kneetree.report.care_rows import advice_texts, help_rows, recovery_row
from kneetree.report.summary import review_sentence

YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
FINDING = "urn:kneetree:finding"
SCALE = "urn:kneetree:scale"
LOST = (
    "the counting of points: whether enough statements of a list are true, and how a decision comes out, has to be "
    "answered from the statements, by hand or by another program",
    "that an answer already known is not asked again, and that a number asked once settles all its thresholds",
    "that the walk ends at once at an emergency, and that the most urgent of several results counts",
    "safety rules, cases, sources, pictures, regions, positions and notes for authors",
    "nodes that no answer leads to",
)
MIN_VALUE = "http://hl7.org/fhir/StructureDefinition/minValue"
MAX_VALUE = "http://hl7.org/fhir/StructureDefinition/maxValue"
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
    order = reading_order(tree.nodes, [tree.root])
    resource["item"] = [item for node_id in order for item in _items(tree, words, node_id)]
    return msgspec.json.format(msgspec.json.encode(resource), indent=2) + b"\n"


def _items(tree: Tree, words: Words, node_id: str) -> list[dict[str, Any]]:
    """Return the items of a node: one, or for a number that can be not sure two, both shown at the same time."""
    node, link = tree.nodes[node_id], clean(node_id)
    when = _enable_when(tree, words, node_id)
    if isinstance(node, Leaf):
        return [_shown(link, when, {"text": _leaf_text(tree, words, node_id, node), "type": "display"})]
    asked = tree.asked(node_id)
    if asked.kind is Kind.NUMBER:
        return _number_items(tree, words, asked, when)
    if asked.kind is Kind.LIST:
        lines = [
            _choice(_line_link(asked, place), line.text, words, asked) | _coded(tree, line.finding)
            for place, line in enumerate(asked.lines)
        ]
        enough = [] if asked.next else [_choice(f"{link}.enough", _enough(words, asked), words, asked)]
        text = {"text": _question_text(asked), "type": "group", "item": [*lines, *enough]}
        return [_shown(link, when, text)]
    if asked.kind is Kind.DECISION:
        lines_told = [f"- {line}" for line in words.lines(tree, asked)]
        told = clean("\n".join([asked.text, words.from_before, *lines_told, _enough(words, asked)]))
        return [_shown(link, when, _choice(link, told, words, asked))]
    content = _choice(link, _question_text(asked), words, asked) | _coded(tree, asked.finding)
    return [_shown(link, when, content)]


def _shown(link: str, when: list[dict[str, Any]], content: dict[str, Any]) -> dict[str, Any]:
    """Return an item that is shown when any of ``when`` is met."""
    item = {"linkId": link} | {key: content[key] for key in ("code", "text", "type") if key in content}
    if when:
        item["enableWhen"] = when
    if len(when) > 1:
        item["enableBehavior"] = "any"
    return item | {key: value for key, value in content.items() if key not in item}


def _choice(link: str, text: str, words: Words, asked: Asked) -> dict[str, Any]:
    options = [{"valueCoding": coding} for coding in _answers(words, asked).values()]
    return {"linkId": link, "text": clean(text), "type": "choice", "required": True, "answerOption": options}


def _coded(tree: Tree, finding: str) -> dict[str, Any]:
    return {"code": [_coding(FINDING, finding, tree.statement(finding))]}


def _enough(words: Words, asked: Asked) -> str:
    """Return when the points are enough, and which answer that is."""
    return f"{words.threshold(asked)}: {words.text('answer.yes')}."


def _line_link(asked: Asked, place: int) -> str:
    return f"{clean(asked.node)}.{place + 1}"


def _number_items(tree: Tree, words: Words, asked: Asked, when: list[dict[str, Any]]) -> list[dict[str, Any]]:
    scale, link = tree.scales[asked.scale], clean(asked.node)
    content: dict[str, Any] = {
        "extension": [
            {"url": MIN_VALUE, "valueInteger": scale.least},
            {"url": MAX_VALUE, "valueInteger": scale.most},
        ],
        "code": [_coding(SCALE, asked.scale, scale.text)],
        "text": f"{_question_text(asked)}\n({_unit(words, scale)})",
        "type": "integer",
        "required": not asked.unsure,
    }
    items = [_shown(link, when, content)]
    if asked.unsure:
        unsure = {"text": words.text("answer.unsure"), "type": "boolean"}
        items.append(_shown(f"{link}.unsure", when, unsure))
    return items


def _unit(words: Words, scale: Scale) -> str:
    """Return the unit of a number in the language of the tree."""
    if scale.unit in ("years", "days"):
        return words.text(f"unit.{scale.unit}.many", number="").strip()
    return clean(scale.unit)


def _answers(words: Words, asked: Asked) -> dict[str, dict[str, str]]:
    codings = {
        "yes": _coding(YES_NO, "Y", words.text("answer.yes")),
        "no": _coding(YES_NO, "N", words.text("answer.no")),
    }
    if asked.unsure:
        codings["unsure"] = _coding(ABSENT, "asked-unknown", words.text("answer.unsure"))
    return codings


def _enable_when(tree: Tree, words: Words, node_id: str) -> list[dict[str, Any]]:
    """Return when a node is shown: after an answer that leads to it, or after *not sure*, which follows both ways."""
    when: list[dict[str, Any]] = []
    for parent, answer in tree.parents(node_id):
        asked = tree.asked(parent)
        if asked.kind is Kind.NUMBER:
            when += _after_number(tree, asked, answer)
        elif asked.next:
            last = _line_link(asked, len(asked.lines) - 1) if asked.lines else clean(parent)
            when.append({"question": last, "operator": "exists", "answerBoolean": True})
        else:
            question = f"{clean(parent)}.enough" if asked.is_list else clean(parent)
            when += _after_choice(question, words, asked, answer)
    return when


def _after_choice(question: str, words: Words, asked: Asked, answer: Answer) -> list[dict[str, Any]]:
    codings = _answers(words, asked)
    return [
        {
            "question": question,
            "operator": "=",
            "answerCoding": {key: codings[given][key] for key in ("system", "code")},
        }
        for given in (str(answer), "unsure")
        if given in codings
    ]


def _after_number(tree: Tree, asked: Asked, answer: Answer) -> list[dict[str, Any]]:
    question, limit = clean(asked.node), threshold_of(asked.finding, tree.scales)
    if limit is None:
        when: dict[str, Any] = {"question": question, "operator": "exists", "answerBoolean": True}
    else:
        operator = ">=" if answer is Answer.YES else "<"
        when = {"question": question, "operator": operator, "answerInteger": limit.number}
    unsure = {"question": f"{question}.unsure", "operator": "=", "answerBoolean": True}
    return [when, unsure] if asked.unsure else [when]


def _coding(system: str, code: str, display: str) -> dict[str, str]:
    made = {"system": system, "code": clean(code)}
    return made | {"display": clean(display)} if display else made


def _question_text(asked: Asked) -> str:
    return clean("\n".join(text for text in (asked.text, asked.answer_rule, asked.help) if text))


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


def _name(title: str) -> str:
    words = re.findall(r"[A-Za-z0-9]+", title)
    name = "".join(word[:1].upper() + word[1:] for word in words)[:200]
    return name if name[:1].isalpha() else f"Tree{name}"
