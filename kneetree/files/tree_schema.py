"""Make the JSON Schema of the tree file from the types that read it, and say in it what each key holds.

The package ships it as ``tree.schema.json``, and ``docs/format-reference.md`` is made from that.  What a tree means is
in ``docs/format.md``, which is the contract.
"""

from __future__ import annotations

import inspect
import json
from typing import Any

import msgspec

from kneetree.files.tree_files import TreeFile, pretty
from kneetree.model.tree import Topic, Urgency
from kneetree.model.values import FORMAT

WORDS = {
    "": {
        "format": "The format of the file.",
        "title": "What the tree is called.",
        "version": "The author's own version, such as `2.0.0`.",
        "language": "The language of its texts, such as `en` or `es`.",
        "about": "What the tree is for and what it is not for.",
        "start": "What the first page says and shows.",
        "pictures": "Pictures of the tree's own: SVG text without scripts or outside references, 200 KB at most.",
        "review": "The last review. `null` is a draft.",
        "root": "The id of the node where every walk begins.",
        "scales": "Numbers about the person, such as their age.",
        "findings": "The facts about a person that are asked for.",
        "sources": "Where statements come from.",
        "conditions": "What a result can say is most likely.",
        "questions": "The wordings of all questions.",
        "advice": "Lines that say what to do or to avoid.",
        "warnings": "Reasons to get help after all.",
        "nodes": "The graph: where something is asked, where a decision is made, and the results.",
        "safety": "The safety rules, each decided for every person who could ever answer.",
        "cases": "People whose result is known.",
        "layout": "Where the author has put boxes on the map: the middle of each, in pixels at 100 %.",
        "regions": "Named areas of the map.",
    },
    "About": {
        "intended_use": "What the tree is for, and for whom.",
        "not_for": "What it is not for.",
        "emergency": "When to call for help before anything is asked.",
        "call": "The number to call in an emergency.",
        "licence": "The licence of its texts.",
        "authors": "Who wrote it.",
    },
    "Start": {
        "heading": "The heading of the first page.",
        "text": "What the questions are for.",
        "button": "The words on the button that begins.",
        "picture": "A picture in `resources/`, or an id under `pictures`.",
    },
    "Review": {
        "by": "Who has reviewed the tree.",
        "role": "What they are, such as a general practitioner.",
        "on": "The day of the review, as `YYYY-MM-DD`.",
        "next": "The day by which it is to be reviewed again.",
        "sha256": "The hash of what was reviewed. If it no longer fits, the tree was changed since.",
    },
    "Scale": {
        "topic": "What the number is about.",
        "text": "The question that asks for it.",
        "help": "How to find out the number.",
        "answer_rule": "What to enter, where that is not obvious. Always shown.",
        "why": "Why it is asked.",
        "unit": "Its unit: `years`, `days` or a word of the author's own.",
        "least": "The smallest number that is accepted.",
        "most": "The largest number that is accepted.",
        "at_least": "The words of a threshold. `{n}` is the number with its unit.",
        "under": "The words for people below a threshold.",
        "unsure": "Whether *not sure* is one of the answers.",
        "sources": "Ids of sources.",
        "note": "For authors. No patient sees it.",
    },
    "Finding": {
        "statement": "The fact as a person reads it. It says all that the finding means.",
        "means": "The exact definition for authors, where more has to be said.",
        "usual": "Its value in a case that does not mention it.",
        "reassures": "Why it may lower the urgency. If it is empty, it may not.",
    },
    "Source": {
        "citation": "What to look it up by in a library.",
        "url": "Its address.",
        "year": "The year in which it was published.",
        "checked": "The day on which somebody last read it, as `YYYY-MM-DD`.",
    },
    "Condition": {
        "name": "The name in medicine.",
        "plain_name": "The name as people say it.",
        "summary": "What it is, in a few sentences.",
        "recovery": "How it gets better.",
        "sources": "Ids of sources.",
    },
    "Recovery": {
        "time": "How long it usually takes.",
        "first_days": "Ids of advice for the first days.",
        "exercises": "Ids of advice: exercises.",
        "back_to_activity": "Ids of advice: when to do what again.",
    },
    "Question": {
        "topic": "What the question is about.",
        "text": "The question, as the person reads it.",
        "help": "How to look or feel for it.",
        "answer_rule": "When to say yes or no. Always shown, never folded away.",
        "why": "Why it is asked.",
        "picture": "A picture in `resources/`, or an id under `pictures`.",
        "finding": "The id of the one finding that is asked about, for a question with Yes and No.",
        "list": "The ids of the findings to tick, for a list.",
        "unsure": "Whether *not sure* is one of the answers; in a list, at every line.",
        "sources": "Ids of sources.",
        "note": "For authors. No patient sees it.",
    },
    "Advice": {"text": "One line: who, where, by when."},
    "WarningSign": {"text": 'Words that complete "... if".'},
    "QuestionNode": {
        "kind": "What kind of node it is.",
        "asks": "The id of a question or a scale, or a threshold such as `age_at_least_60`.",
        "at_least": "How many points make a Yes, for a list with `yes` and `no`.",
        "points": "How many points a line of the list counts, where it is not 1.",
        "yes": "The id of the node that Yes leads to.",
        "no": "The id of the node that No leads to.",
        "next": "The id of the node that follows, where the answer is only collected.",
    },
    "Decision": {
        "kind": "What kind of node it is.",
        "title": "What is decided, for authors. No person is asked.",
        "counts": "Ids of findings and thresholds, which count 1 point each, or objects that say how they count. "
        "Each is named once.",
        "at_least": "How many points make a Yes.",
        "yes": "The id of the node that Yes leads to.",
        "no": "The id of the node that No leads to.",
        "sources": "Ids of sources.",
        "note": "For authors. No patient sees it.",
    },
    "Count": {
        "finding": "The id of a finding, or a threshold.",
        "points": "How many points it counts.",
        "is": "The value for which it counts.",
    },
    "Leaf": {
        "kind": "What kind of node it is.",
        "urgency": "How soon to get help.",
        "title": "The heading of the result. If it is empty, the name of the condition.",
        "condition": "The id of what is most likely.",
        "also": "Ids of other conditions that the answers cannot tell apart, five at most.",
        "reason": "Why it is this urgent. It never claims that the person said something.",
        "do": "Ids of advice. The first line says where to go.",
        "avoid": "Ids of advice on what not to do.",
        "get_help_if": "By level, ids of warnings: when to get help after all.",
        "sources": "Ids of sources.",
        "note": "For authors. No patient sees it.",
    },
    "Rule": {
        "id": "What the rule is called in lists.",
        "statement": "The promise in the author's own words.",
        "sources": "Ids of sources.",
        "given": "The people it is about: findings and thresholds, each with its value.",
        "urgency_at_least": "The least urgent level that any of these people may get.",
        "unless": "Who is outside the rule.",
        "every_path_to": "The results it is about. A key that is left out matches all of them.",
        "asks": "What everybody who gets there must have been asked, unless a number they gave says it.",
        "questions_at_most": "How many questions may be asked at most on the way to these results.",
        "never_lowers": "Values that never make a result less urgent, each by itself.",
        "below": "Only a fall below this level breaks the rule.",
    },
    "Exemption": {
        "given": "Anybody who has all of these values is outside the rule.",
        "why": "Why that is right.",
        "sources": "Ids of sources.",
    },
    "PathTo": {
        "conditions": "Ids of conditions; the first condition of the result is one of them.",
        "urgency": "The result is at exactly this level.",
        "urgency_below": "The result is less urgent than this level.",
    },
    "CaseRow": {
        "id": "What the case is called in lists.",
        "story": "Who the person is and what happened.",
        "findings": "What is true of the person. `null` is *not sure*; what is left out has its usual value.",
        "expect": "What would be right for them.",
        "source": "Where the case comes from.",
    },
    "Expect": {
        "conditions": "Ids of conditions, one of which should come first.",
        "urgency": "The levels that would be right.",
        "best_urgency": "The best of them.",
        "listed_ok": "Ids of other conditions that the result may name too.",
    },
    "Region": {
        "title": "What is written over the area.",
        "colour": "Its colour, as `#RRGGBB`.",
        "nodes": "Ids of the nodes in it.",
    },
}
"""What each key of each part of the file holds; ``""`` is the file itself."""


def encode_schema() -> bytes:
    """Return the bytes of ``tree.schema.json``, which the package ships."""
    return pretty(schema())


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the tree file."""
    made = msgspec.json.schema(TreeFile)
    (_, name) = str(made.pop("$ref")).rsplit("/", 1)
    definitions = made.pop("$defs")
    top = definitions.pop(name)
    top["properties"]["format"] = {"const": FORMAT}
    top["title"] = FORMAT
    definitions["Question"]["oneOf"] = [{"required": ["finding"]}, {"required": ["list"]}]
    definitions["QuestionNode"]["oneOf"] = [{"required": ["yes", "no"]}, {"required": ["next"]}]
    held = definitions["Leaf"]["properties"]
    levels = {"type": "object", "propertyNames": {"$ref": "#/$defs/Urgency"}}  # msgspec says so from 0.23 on
    held["get_help_if"] = {**levels, **held["get_help_if"]}
    for kind in (Urgency, Topic):
        definitions[kind.__name__]["enum"] = [str(value) for value in kind]  # in the order of its description
    _describe({"": top, **definitions})
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "$defs": definitions}
    return dict(json.loads(json.dumps(made)))


def _describe(parts: dict[str, dict[str, Any]]) -> None:
    """Say of each key what it holds, and of each part what it is, without the line breaks of its docstring."""
    for name, part in parts.items():
        if "description" in part:
            part["description"] = inspect.cleandoc(part["description"]).replace("``", "`")
        for key, held in part.get("properties", {}).items():
            part["properties"][key] = {**held, "description": WORDS[name][key]}
