"""Numbers about a person, such as an age or the days since something began, and the nodes that ask for them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import structs

from kneetree.edits.drafts import is_draft_question
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.fields import ask
from kneetree.edits.guards import asking
from kneetree.edits.library import entry_at
from kneetree.edits.parts import set_part
from kneetree.edits.settling import set_value
from kneetree.edits.uses import uses
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.scales import Threshold, id_of, threshold_of
from kneetree.model.tree import Question, QuestionNode, Scale, Topic, Tree

_BOUNDS: Mapping[str, tuple[Topic, str, int]] = {"age": (Topic.AGE, "years", 120), "days": (Topic.ONSET, "days", 36500)}
"""What each number is about that most trees ask, its unit and the most that it can be, by id."""
_WORDS = {
    "en": {
        "age": ("How old are you?", "Aged {n} or over", "Aged under {n}"),
        "days": ("How long ago did it start?", "Started {n} or more ago", "Started less than {n} ago"),
    },
    "es": {
        "age": ("¿Qué edad tiene?", "Tiene {n} o más", "Tiene menos de {n}"),
        "days": ("¿Hace cuánto empezó?", "Empezó hace {n} o más", "Empezó hace menos de {n}"),
    },
}
"""The question for each of them, and its words from a threshold on and below it, in the languages of drafts."""


def usual_numbers(tree: Tree) -> Mapping[str, Scale]:
    """Return the numbers that most trees ask by their ids, in the language of the tree, or in English."""
    words = _WORDS.get(tree.language.partition("-")[0], _WORDS["en"])
    return {
        key: Scale(topic=topic, text=text, unit=unit, least=0, most=most, at_least=at_least, under=under)
        for key, (topic, unit, most) in _BOUNDS.items()
        for text, at_least, under in [words[key]]
    }


_ASKED = {
    "age": re.compile(r"\bhow old\b|\b(your|what) age\b|\bedad\b|\bcuántos años tiene", re.IGNORECASE),
    "days": re.compile(
        r"\bhow long (ago|have|has)\b|\bsince when\b|\bwhen did\b|\bhace cuánto|\bdesde cuándo|\bcuándo empez",
        re.IGNORECASE,
    ),
}
"""The words by which a question shows that it asks for one of the numbers that most trees ask."""
_PLAIN = {"en": ("{n} or more", "Less than {n}"), "es": ("{n} o más", "Menos de {n}")}
"""The words for any other number: from a threshold on, and below it."""
_MOST = 100
_FIRST = (14, 42, 365)
"""Where a time in days is first divided: at two weeks, or else at six weeks or a year; the middle may be 50 years."""
DRAFT_NUMBER = "number"
"""The id of a new number until it is called after its text."""
_SHARED = ("help", "answer_rule", "why", "unsure", "sources", "note")
"""The fields that questions and numbers have in common."""


def ask_number(tree: Tree, node_id: str) -> Change:
    """Let the question of a node ask for a number, wherever it is asked; where it has a Yes and a No, for a threshold.

    The number takes over the words of the question, which is then removed unless it has a picture: a number has none.
    A question that reads as if it asked for an age, or for the days since something began, gets the unit and bounds of
    that number; if the tree has it already, it is asked here too, since nobody is asked for one number twice.
    """
    asking(tree, node_id)
    part, key = entry_at(tree, node_id) or ("", "")
    if part != "question":
        return Change()
    builder, question = EditBuilder(tree), tree.questions[key]
    kind = next((kind for kind, words in _ASKED.items() if words.search(question.text)), "")
    scale_id = kind
    if kind not in tree.scales:
        scale_id = builder.free_id("scale", kind or DRAFT_NUMBER)
        set_value(builder, "scale", scale_id, _number_for(tree, question, usual_numbers(tree).get(kind)))
    number = builder.get("scale", scale_id)
    askers = [(name, node) for name, node in tree.nodes.items() if isinstance(node, QuestionNode) and node.asks == key]
    for name, node in askers:
        asks = scale_id if node.next else some_number(number, scale_id)
        builder.set("node", name, QuestionNode(asks=asks, yes=node.yes, no=node.no, next=node.next))
    if not question.picture:
        builder.set("question", key, None)
        builder.forget_findings(question.findings)
    return builder.change()


def ask_in_words(tree: Tree, node_id: str, *, as_list: bool) -> Change:
    """Let a node that asks for a number ask a question that is answered with Yes or No, or ``as_list``.

    The question takes over the words of the number, which goes if nothing else uses it.
    """
    node = asking(tree, node_id)
    part, key = entry_at(tree, node_id) or ("", "")
    if part != "scale":
        return Change()
    builder, scale = EditBuilder(tree), tree.scales[key]
    asks = builder.draft_question(scale.topic)
    draft: Question = builder.get("question", asks)
    words = {name: getattr(scale, name) for name in _SHARED} | ({"text": scale.text} if scale.text.strip() else {})
    answered = {"finding": "", "lines": (draft.finding,)} if as_list else {}
    set_value(builder, "question", asks, structs.replace(draft, **words, **answered))
    builder.set("node", node_id, structs.replace(node, asks=asks))
    if all((use.part, use.key) == ("node", node_id) for use in uses(tree, "scale", key)):
        builder.set("scale", key, None)
    return builder.change()


def set_bound(tree: Tree, node_id: str, bound: str, number: int) -> Change:
    """Set the ``least`` or ``most`` of the number that a node asks, whose own threshold stays within them.

    Raises ``KneetreeError`` if another place or a case needs a number that would be outside.
    """
    node, (_, key) = asking(tree, node_id), entry_at(tree, node_id) or ("", "")
    limit, scale = threshold_of(node.asks, tree.scales), tree.scales[key]
    least, most = (number, scale.most) if bound == "least" else (scale.least, number)
    moved = Change()
    if limit is not None and least < most and not least < limit.number <= most:
        moved = ask(tree, node_id, id_of(Threshold(key, max(1, min(max(limit.number, least + 1), most)))))
    twin = tree.copy()
    twin.apply(moved)
    narrowed = set_part(twin, "scale", key, **{bound: number})
    twin.apply(narrowed)  # which is where cases are looked at
    return Change((*moved.parts, *narrowed.parts))


def some_number(scale: Scale, key: str) -> str:
    """Return the threshold that a number begins with, wherever one is needed and nobody has chosen it yet.

    Of a time it is two weeks, six weeks or a year, the first that is within its bounds; of others it is the middle.
    Raises ``KneetreeError`` if it has one number only, or none above 0.
    """
    if scale.least == scale.most:
        raise KneetreeError(
            "'{text}' has one number only, so nothing turns on it; widen its bounds first.", text=scale.text or key
        )
    if scale.most < 1:
        raise KneetreeError(
            "'{text}' has no number above 0, so nothing can turn on it; raise its highest number first.",
            text=scale.text or key,
        )
    middle = max(1, (scale.least + scale.most + 1) // 2)
    usual = (days for days in _FIRST if scale.unit == "days" and scale.least < days <= scale.most)
    return id_of(Threshold(key, next(usual, middle)))


def _number_for(tree: Tree, question: Question, usual: Scale | None) -> Scale:
    """Return a new number that asks what a question asked."""
    said = {name: getattr(question, name) for name in _SHARED}
    said["text"] = "" if is_draft_question(question) else question.text
    if usual is not None:
        return structs.replace(usual, **said)
    at_least, under = _PLAIN.get(tree.language.partition("-")[0], _PLAIN["en"])
    if said["text"]:
        subject = question.text.strip(" ¿?").replace("{n}", "n")  # "50 or more" alone would not say of what
        at_least, under = (f"{subject}: {words[:1].lower()}{words[1:]}" for words in (at_least, under))
    return Scale(topic=question.topic, unit="", least=0, most=_MOST, at_least=at_least, under=under, **said)
