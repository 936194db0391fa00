"""What follows when an entry or a leaf changes: nodes that ask a question, warnings below a new urgency, and so on.

Each edit that alters such a value goes through this module, so that one intent of the author stays one change and
nothing is left behind that the shape refuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import structs

from kneetree.edits.drafts import is_draft_title, is_urgency_open, without_urgency_note
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.guards import check_finding_id
from kneetree.edits.words import plain_reason
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.case_numbers import fault_of
from kneetree.model.change import VALUE_TYPES, PartName
from kneetree.model.nodes import warning_levels
from kneetree.model.scales import threshold, threshold_of
from kneetree.model.tree import Case, Decision, Leaf, Question, QuestionNode, Scale, Tree, Urgency
from kneetree.words.sentences import Sentence, altered


def checked(part: PartName, value: Any) -> Any:
    """Return the value as the type that belongs to ``part``; raise ``KneetreeError`` with what does not fit."""
    try:
        return msgspec.convert(msgspec.json.decode(msgspec.json.encode(value)), VALUE_TYPES[part])
    except (msgspec.MsgspecError, UnicodeError, TypeError, ValueError, RecursionError) as error:
        raise KneetreeError("That does not fit: {reason}.", reason=plain_reason(error)) from error


def with_fields(part: PartName, value: Any, fields: Mapping[str, Any]) -> Any:
    """Return ``value`` with some fields set and checked; raise ``KneetreeError`` if a name or value does not fit.

    A leaf that becomes more urgent takes its warnings along, one that is given a condition loses the title of a draft,
    one that is given an urgency loses the note that it has none yet, and a question has a finding or a list, not both.
    """
    unknown = fields.keys() - set(getattr(value, "__struct_fields__", ()))
    if unknown:
        raise KneetreeError("There is no field {field!r} here.", field=sorted(unknown)[0])
    try:
        new = structs.replace(value, **_completed(value, fields))
    except (ValueError, TypeError) as error:
        raise KneetreeError("That does not fit: {reason}.", reason=plain_reason(error)) from error
    return checked(part, new)


def _completed(value: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with those that must change along with them."""
    given = dict(fields)
    if isinstance(value, Question):
        if given.get("finding"):
            given.setdefault("lines", ())
        elif given.get("lines"):
            given.setdefault("finding", "")
    if isinstance(value, Leaf) and "condition" in given and is_draft_title(value.title):
        given.setdefault("title", "")  # from now on the condition gives the leaf its name
    if isinstance(value, Leaf) and "urgency" in given:
        given["urgency"] = Urgency(given["urgency"])
        warnings = {Urgency(level): tuple(keys) for level, keys in given.get("get_help_if", value.get_help_if).items()}
        given["get_help_if"] = warnings_for(given["urgency"], warnings)
        if is_urgency_open(value):
            given.setdefault("note", without_urgency_note(value.note))
    return given


def warnings_for(urgency: Urgency, warnings: Mapping[Urgency, tuple[str, ...]]) -> dict[Urgency, tuple[str, ...]]:
    """Return the warnings of a leaf of that urgency: those of a level that it cannot have move to its lowest one."""
    allowed = warning_levels(urgency)
    moved = [key for level, keys in warnings.items() if level not in allowed for key in keys]
    kept = {level: keys for level, keys in warnings.items() if level in allowed}
    if not moved:
        return dict(kept)
    there = {key for keys in kept.values() for key in keys}
    coming = tuple(dict.fromkeys(key for key in moved if key not in there))
    if coming:
        kept[allowed[-1]] = kept.get(allowed[-1], ()) + coming
    return kept


def set_value(builder: EditBuilder, part: PartName, key: str, value: Any) -> None:
    """Give an entry a whole new value, with all that follows from it elsewhere."""
    before = builder.get(part, key)
    if isinstance(value, Scale):
        _check_scale(builder.tree, key, before, value)
    if isinstance(value, Case) and (fault := fault_of(value, builder.tree.scales)):
        raise KneetreeError("Case {key!r} cannot be like this: {reason}.", key=key, reason=plain_text(fault.reason))
    builder.set(part, key, value)
    if isinstance(value, Question):
        if before is not None and (before.finding, before.lines) == (value.finding, value.lines):
            return
        _check_findings(builder.tree, value)
        builder.declare(value.findings)
        settle_askers(builder, key)
        if before is not None:
            builder.forget_findings(before.findings)
    elif isinstance(value, Decision):
        builder.declare(term.finding for term in value.terms)
        if isinstance(before, Decision):
            builder.forget_findings([term.finding for term in before.terms])
    elif isinstance(before, Leaf):
        builder.forget_conditions(before.conditions)


def settle_askers(builder: EditBuilder, question: str) -> None:
    """Let each node that asks a question have the points and ``at_least`` that its list, or its finding, allows."""
    for node_id, node in list(builder.entries("node")):
        if isinstance(node, QuestionNode) and node.asks == question:
            builder.set("node", node_id, settled(builder, node))


def settled(builder: EditBuilder, node: QuestionNode) -> QuestionNode:
    """Return a question node without points for what is not in its list, and with ``at_least`` as low as need be."""
    if node.next:
        return node
    question: Question | None = builder.get("question", node.asks)
    lines = question.lines if question is not None else ()
    points = {line: worth for line, worth in node.points.items() if line in lines}
    most = sum(points.get(line, 1) for line in lines) or 1
    if points == node.points and node.at_least <= most:
        return node
    return structs.replace(node, points=points, at_least=min(node.at_least, most))


def check_points(builder: EditBuilder, node: QuestionNode) -> None:
    """Raise ``ShapeError`` if a node has points or an ``at_least`` that do not fit the list that it asks."""
    if node != settled(builder, node):
        raise ShapeError(
            "A Yes would need more points than the list has, or points for a line that is not in it; "
            "ask for fewer points, or give its lines more."
        )


def _check_findings(tree: Tree, question: Question) -> None:
    for finding in question.findings:
        if threshold_of(finding, tree.scales):
            raise KneetreeError(
                "'{statement}' says that a number is at least so much; ask the number in a question of "
                "its own, and count it in a decision.",
                statement=tree.statement(finding),
            )
        if finding not in tree.findings:
            check_finding_id(tree, finding)


def _check_scale(tree: Tree, key: str, old: Scale | None, new: Scale) -> None:
    """Raise ``KneetreeError`` if a threshold or a case needs a number that the scale does not have."""
    if old is not None and (old.least, old.most) == (new.least, new.most):
        return
    for fact in _facts(tree) if old is not None else ():
        limit = threshold(fact)
        if limit and limit.scale == key and threshold_of(fact, tree.scales) and not threshold_of(fact, {key: new}):
            raise KneetreeError(
                "'{statement}' is used and would be outside {least} to {most}; replace it first, or "
                "leave these bounds wider.",
                statement=tree.statement(fact),
                least=new.least,
                most=new.most,
            )
    name = key if old is None else new.text or key
    for case in tree.cases.values():
        if fault_of(case, {key: new}):
            raise KneetreeError(
                "Case {id!r} has {number!r} under '{name}', which would be outside {least} to {most}; "
                "change the case first.",
                id=case.id,
                number=case.extra.get(key),
                name=name,
                least=new.least,
                most=new.most,
            )


def _facts(tree: Tree) -> Iterator[str]:
    for node in tree.nodes.values():
        if isinstance(node, QuestionNode):
            yield node.asks
        elif isinstance(node, Decision):
            yield from (term.finding for term in node.terms)
    for rule in tree.rules.values():
        yield from rule.findings


def plain_text(text: str) -> Sentence:
    """Return a text without marks of code and without its full stop, as part of a sentence."""
    return altered(text, lambda told, _: told.rstrip(".").replace("`", "'"))
