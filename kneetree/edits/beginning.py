"""A tree to begin with, and the patterns of leaves: what every result of a kind says, whatever the tree is about.

The texts are drafts as all others are: an author rewords them, and a review signs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import structs

from kneetree.edits.drafts import PATTERN_TITLES, draft_condition, slug_of, words_in
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.guards import leaf_of
from kneetree.edits.settling import set_value, with_fields
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import (
    Advice,
    Finding,
    Leaf,
    Question,
    QuestionNode,
    Topic,
    Tree,
    Urgency,
    WarningSign,
)


@dataclass(frozen=True)
class Pattern:
    """What a leaf of a kind says: its urgency, where to go, and when to get help after all."""

    urgency: Urgency
    do: tuple[str, ...]
    get_help_if: Mapping[Urgency, tuple[str, ...]]


PATTERNS = ("ambulance", "today", "self_care")
"""The kinds of leaf that most trees have."""

_TEXTS = {
    "en": {
        "ambulance": Pattern(
            Urgency.EMERGENCY,
            ("Call an ambulance now, and do not drive yourself.",),
            {Urgency.EMERGENCY: ("you get worse while you wait",)},
        ),
        "today": Pattern(
            Urgency.SAME_DAY,
            ("Get medical help today: phone your doctor or an out-of-hours service.",),
            {Urgency.EMERGENCY: ("you have chest pain or are short of breath", "you faint or become confused")},
        ),
        "self_care": Pattern(
            Urgency.SELF_CARE,
            ("You can look after this yourself for now.",),
            {
                Urgency.EMERGENCY: ("you have chest pain or are short of breath", "you faint or become confused"),
                Urgency.ROUTINE: ("you are no better after two weeks",),
            },
        ),
    },
    "es": {
        "ambulance": Pattern(
            Urgency.EMERGENCY,
            ("Llame ahora a una ambulancia y no conduzca usted.",),
            {Urgency.EMERGENCY: ("empeora mientras espera",)},
        ),
        "today": Pattern(
            Urgency.SAME_DAY,
            ("Busque atención médica hoy: llame a su médico o a un servicio de guardia.",),
            {Urgency.EMERGENCY: ("le duele el pecho o le falta el aire", "se desmaya o se siente confuso")},
        ),
        "self_care": Pattern(
            Urgency.SELF_CARE,
            ("Por ahora puede cuidarse usted en casa.",),
            {
                Urgency.EMERGENCY: ("le duele el pecho o le falta el aire", "se desmaya o se siente confuso"),
                Urgency.ROUTINE: ("no está mejor después de dos semanas",),
            },
        ),
    },
}


def first_tree(title: str, language: str = "en") -> Tree:
    """Return the tree to begin with: a question to write, and a leaf of each pattern that is led to.

    A second question is between the last two leaves; everything in it is yet to be written.
    """
    words, titles = words_in(language), PATTERN_TITLES[_known(language)]
    first, second = "new_question", "new_question_2"
    tree = Tree(
        title=title,
        version="0.1.0",
        language=language,
        root=first,
        findings={first: Finding(""), second: Finding("")},
        conditions={"unknown": draft_condition(language)},
        questions={
            first: Question(topic=Topic.RED_FLAG, text=words.question, finding=first),
            second: Question(topic=Topic.SYMPTOM, text=words.question, finding=second),
        },
        nodes={
            first: QuestionNode(asks=first, yes="ambulance", no=second),
            second: QuestionNode(asks=second, yes="today", no="self_care"),
            **{
                kind: Leaf(title=titles[kind], condition="unknown", urgency=_TEXTS[_known(language)][kind].urgency)
                for kind in PATTERNS
            },
        },
    )
    for kind in PATTERNS:
        tree.apply(use_pattern(tree, kind, kind))
    return tree


def use_pattern(tree: Tree, node_id: str, kind: str) -> Change:
    """Let a leaf say what its kind says: its urgency, advice and warnings become those of the pattern.

    A text that the library has already is used from there.  Raises ``KneetreeError`` if there is no such pattern.
    """
    leaf = leaf_of(tree, node_id)
    pattern = _TEXTS[_known(tree.language)].get(kind)
    if pattern is None:
        raise KneetreeError("There is no such pattern; choose one of those that are offered.")
    builder = EditBuilder(tree)
    fields: dict[str, Any] = {
        "urgency": pattern.urgency,
        "do": tuple(_entry(builder, "advice", text) for text in pattern.do),
        "get_help_if": {
            level: tuple(_entry(builder, "warning", text) for text in texts)
            for level, texts in pattern.get_help_if.items()
        },
    }
    set_value(builder, "node", node_id, with_fields("node", structs.replace(leaf, get_help_if={}), fields))
    return builder.change()


def _entry(builder: EditBuilder, part: PartName, text: str) -> str:
    """Return the id of the entry with a text, which is made if there is none."""
    for key, entry in builder.entries(part):
        if entry.text == text:
            return key
    key = builder.free_id(part, slug_of(text, (), part))
    builder.set(part, key, Advice(text) if part == "advice" else WarningSign(text))
    return key


def _known(language: str) -> str:
    short = language.partition("-")[0]
    return short if short in _TEXTS else "en"
