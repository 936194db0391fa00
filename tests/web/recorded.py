"""What Python says of walks, as the browser is to say it again."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from kneetree import words
from kneetree.exchange.web.page_data import fact_ids, node_ids, page_data
from kneetree.model.knowledge import Said
from kneetree.model.tree import Tree
from kneetree.report.led_rows import led_here
from kneetree.report.summary import Summary, summarise
from kneetree.walk.how_many_more import as_asked, bounded
from kneetree.walk.walk import Walk

DAY = datetime.date(2026, 11, 28)


def recorded(trees: Sequence[Tree], walks: Sequence[Walk], each: int = 1) -> dict[str, Any]:
    """A tree in its languages and what came of walks through it; what the result says of every ``each``-th only.

    The page knows nodes and facts by number, so what has which number is told, too.
    """
    people = [person([] if number % each else trees, walk) for number, walk in enumerate(walks)]
    return {"data": page_data(trees, DAY), "nodes": node_ids(trees[0]), "facts": fact_ids(trees[0]), "people": people}


def person(trees: Sequence[Tree], walk: Walk) -> dict[str, Any]:
    """One person: what was answered, what came of it, and what is said of it in the languages of ``trees``."""
    asked = [step.node for step in walk.path if step.asked]
    chosen = asked[:: max(1, len(asked) // 3)]
    return {
        "answers": list(walk.answers.items()),
        "state": state(walk),
        "without": [[node, state(walk.without(node))] for node in chosen],
        "asked": {node: list(walk.asked_of(node)) for node in chosen},
        "more": [more(as_asked(walk, node)) for node in chosen] + [more(walk)] if trees else [],
        "led": [led(walk.on(tree)) for tree in trees] if walk.finished else [],
        "summaries": [told(summarise(walk.on(tree), DAY, elsewhere(walk))) for tree in trees] if walk.finished else [],
    }


def elsewhere(walk: Walk) -> dict[str, Said]:
    """What was answered on another way; a case may also name facts that the page does not know."""
    known = fact_ids(walk.tree)
    return {fact: said for fact, said in walk.elsewhere.items() if fact in known}


def state(walk: Walk) -> dict[str, Any]:
    return {
        "path": [[step.node, step.answer, step.how] for step in walk.path],
        "leaves": walk.leaves,
        "question": walk.question,
        "pending": walk.pending,
        "told": list(walk.told.items()),
    }


def more(walk: Walk) -> list[Any]:
    most, rises, _ = bounded(walk)
    return [most, rises]


def led(walk: Walk) -> list[Any]:
    here = led_here(walk)
    return [[[row.fact, row.sentence, row.slip] for row in here.rows], here.unsure]


def told(summary: Summary) -> dict[str, Any]:
    facts, recovery = summary.facts, summary.recovery
    return {
        "urgency": summary.urgency,
        "urgency_word": summary.urgency_word,
        "action": summary.action,
        "title": summary.title,
        "unsure_note": summary.unsure_note,
        "reason": summary.reason,
        "said": summary.said,
        "conditions": [[row.plain_name, row.medical_name, row.summary] for row in summary.conditions],
        "do": summary.own_do,
        "avoid": summary.own_avoid,
        "others": {"do": summary.other_do, "avoid": summary.other_avoid},
        "get_help_if": [[row.urgency, row.heading, row.lines] for row in summary.get_help_if],
        "recovery": recovery
        and [recovery.condition, recovery.time, [[_heading(summary, key), lines] for key, lines in recovery.parts]],
        "leaves": [[row.urgency, row.urgency_word, row.title] for row in summary.leaves],
        "answers": [[row.number, row.node, row.question, row.answer] for row in summary.answers],
        "facts": [facts.numbers, facts.true, facts.false, facts.unsure, facts.lacking],
        "unasked": {"named": summary.unasked.named, "others": summary.unasked.others},
        "would_change": summary.would_change,
        "unknowns": [row.sentence for row in summary.unknowns],
        "sources": [[row.citation, row.url, row.state] for row in summary.sources],
    }


def _heading(summary: Summary, key: str) -> str:
    return words.text(summary.language, key)
