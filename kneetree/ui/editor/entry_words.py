"""Put the entries of the library, and the places that use them, into the editor's words.

This module knows the values and how people call them.  It must not know widgets, the document or a walk.
"""

from __future__ import annotations

from kneetree import edits
from kneetree.edits import Use
from kneetree.model.change import PartName
from kneetree.model.tree import Tree, Urgency
from kneetree.report.rule_words import rule_title
from kneetree.ui.editor import labels
from kneetree.ui.editor.labels import tr

LIBRARY: tuple[PartName, ...] = (
    "question", "finding", "scale", "advice", "warning", "condition", "source", "picture",
)  # fmt: skip
"""The parts of the library, in the order in which an author meets them."""


def entry_text(tree: Tree, part: str, key: str) -> str:
    """Return the text by which people know an entry, on one line; its id if it has none."""
    value = tree.parts[part].get(key)
    if value is None or part == "picture":
        return key.replace("_", " ") if part == "picture" else key
    if part == "finding":
        text = value.statement or value.means
    elif part == "condition":
        text = tree.condition_name(key)
    else:
        text = value.citation if part == "source" else value.text
    return " ".join(text.split()) or key


def used_words(part: str, count: int) -> str:
    """Return in how many places an entry is used, in words."""
    asked = part == "question"
    if part == "finding" and count > 1:
        return tr("Used in {n} questions").format(n=count)
    if not count:
        return tr("Not asked anywhere") if asked else tr("Not used anywhere")
    if count == 1:
        return tr("Asked in 1 place") if asked else tr("Used in 1 place")
    return (tr("Asked in {n} places") if asked else tr("Used in {n} places")).format(n=count)


def shared_words(part: str, count: int) -> str:
    """Return a sentence that says that a text is shared by several places, or an empty one if it is not."""
    return tr("{used}: this changes all of them.").format(used=used_words(part, count)) if count > 1 else ""


def kept_words(count: int) -> str:
    """Return a sentence that says that a text was changed in one place only, and how many others keep theirs."""
    if count == 1:
        return tr("Changed only here; 1 other place keeps the old text.")
    return tr("Changed only here; {n} other places keep the old text.").format(n=count)


def warning_heading(level: Urgency, urgency: Urgency, call: str = "") -> str:
    """Return the words that the warnings of a level complete, on a leaf of that urgency."""
    if level is Urgency.EMERGENCY and urgency is Urgency.EMERGENCY:
        return tr("Call {number} again if").format(number=call) if call else tr("Call emergency services again if")
    if level is Urgency.EMERGENCY and call:
        return tr("Call {number} now if").format(number=call)
    return {
        Urgency.EMERGENCY: tr("Call emergency services if"),
        Urgency.SAME_DAY: tr("Get help today if"),
        Urgency.WITHIN_DAYS: tr("See a doctor within a few days if"),
    }.get(level, tr("Make an appointment if"))


def parts_word(part: str) -> str:
    """Return what all entries of a part are called, as a heading."""
    return {
        "question": tr("Questions"), "finding": tr("Findings"), "scale": tr("Numbers"), "advice": tr("Advice"),
        "warning": tr("Warnings"), "condition": tr("Conditions"), "source": tr("Sources"), "picture": tr("Pictures"),
    }.get(part, part)  # fmt: skip


def part_word(part: str) -> str:
    """Return what an entry of a part is called."""
    return {
        "question": tr("question"), "scale": tr("number"), "advice": tr("advice"), "warning": tr("warning sign"),
        "picture": tr("picture"), "start": tr("first page"),
    }.get(part) or labels.part_word(part)  # fmt: skip


def field_word(field: str) -> str:
    """Return what a field is called in the name of a step, such as "edit statement of ..."; also one of a form only."""
    return {
        "statement": tr("statement"), "reassures": tr("reason why it reassures"), "answer_rule": tr("answer rule"),
        "asks": tr("what is asked"), "lines": tr("statements"), "list": tr("statements"), "points": tr("points"),
        "counts": tr("what is counted"), "branches": tr("what follows"), "next": tr("then"), "number": tr("number"),
        "unit": tr("unit"), "least": tr("lowest number"), "most": tr("highest number"),
        "under": tr("words below a number"), "call": tr("emergency number"), "heading": tr("heading"),
        "button": tr("button"), "recovery": tr("recovery"), "time": tr("time it takes"), "svg": tr("picture"),
        "first_days": tr("first days"), "exercises": tr("exercises"), "back_to_activity": tr("back to activity"),
        "story": tr("story"), "source": tr("source"), "unless": tr("exceptions"), "answered_by": tr("way to answer"),
    }.get(field) or labels.field_word(field)  # fmt: skip


def named(tree: Tree, part: str, key: str) -> str:
    """Return an entry as it is named in a step, after the word for its part: its words in quotes, shortened."""
    return f"'{edits.text_of(tree, part, key)}'"


def use_words(tree: Tree, use: Use) -> str:
    """Return the name of a place that uses an entry."""
    if use.part == "node":
        name = labels.title_of(tree, use.key)
    elif use.part == "rule":
        name = rule_title(tree, tree.rules[use.key])
    elif use.part in LIBRARY:
        name = entry_text(tree, use.part, use.key)
    else:
        name = use.key
    words = part_word(use.part)
    words = words[:1].upper() + words[1:]
    return f"{words}: {name}" if name else words
