"""A finished walk as a FHIR R4 QuestionnaireResponse to the Questionnaire that ``fhir`` makes of its tree.

*Not sure* is the code ``asked-unknown``; what was not asked is not there.  The results reached come last, as the items
that the form shows.
"""

from __future__ import annotations

import datetime
from typing import Any

import msgspec

from kneetree.drawing.markup import clean, language_tag
from kneetree.exchange.export_words import Words, words_of
from kneetree.exchange.fhir import question_text, url_of
from kneetree.exchange.fhir_codes import ABSENT, ANSWER, BESIDE, FINDING, NONE, UNSURE, YES_NO, Coding, coding
from kneetree.model.knowledge import Said
from kneetree.model.titles import title_of
from kneetree.model.tree import Asked, Kind
from kneetree.walk.walk import Walk

_Item = dict[str, Any]


def fhir_response(walk: Walk, made: datetime.date | None = None) -> bytes:
    """Return what was answered on the walk, and its results; ``made`` is the day, today if left out."""
    tree, words = walk.tree, words_of(walk.tree)
    version = f"|{clean(tree.version)}" if tree.version else ""
    items: list[_Item] = []
    for step in walk.path:
        if step.how == "asked":
            items += _answered(words, tree.asked(step.node), walk.asked_of(step.node))
    items += [{"linkId": clean(leaf), "text": clean(title_of(tree, leaf))} for leaf in walk.leaves]
    resource = {
        "resourceType": "QuestionnaireResponse",
        "language": language_tag(tree.language),
        "questionnaire": f"{url_of(tree)}{version}",
        "status": "completed" if walk.finished else "in-progress",
        "authored": (made or datetime.date.today()).isoformat(),
        "item": items,
    }
    return msgspec.json.format(msgspec.json.encode(resource), indent=2) + b"\n"


def _answered(words: Words, asked: Asked, said: dict[str, Said]) -> list[_Item]:
    """Return the items of a question that was asked: its own, and the one beside it for what is not sure."""
    link, unsure = clean(asked.node), coding(ABSENT, UNSURE, words.text("answer.unsure"))
    if asked.kind is Kind.NUMBER:
        number = said[asked.scale]
        if number is None:
            return [_item(f"{link}{BESIDE}", words.text("answer.unsure"), [unsure])]
        return [{"linkId": link, "text": clean(question_text(asked)), "answer": [{"valueInteger": int(number)}]}]
    if not asked.lines:
        told = said[asked.finding]
        yes, no = coding(YES_NO, "Y", words.text("answer.yes")), coding(YES_NO, "N", words.text("answer.no"))
        return [_item(link, question_text(asked), [unsure if told is None else yes if told else no])]
    lines = {line.finding: coding(FINDING, line.finding, line.text or line.finding) for line in asked.lines}
    ticked = [lines[key] for key, told in said.items() if told is True]
    doubtful = [lines[key] for key, told in said.items() if told is None]
    if doubtful:
        ticked.append(coding(ABSENT, UNSURE, words.unsure_of_some))
    none = coding(ANSWER, NONE, words.text("answer.none_of_these"))
    items = [_item(link, question_text(asked), ticked or [none])]
    return [*items, _item(f"{link}{BESIDE}", words.unsure_of_which, doubtful)] if doubtful else items


def _item(link: str, text: str, answers: list[Coding]) -> _Item:
    return {"linkId": link, "text": clean(text), "answer": [{"valueCoding": one} for one in answers]}
