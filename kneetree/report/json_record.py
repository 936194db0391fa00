"""The report as JSON, with keys that do not change: for other programs, and for a clinician's audit."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from kneetree.model.scales import Time
from kneetree.report.summary import Summary

FORMAT = "kneetree-report/2"


def to_record(summary: Summary) -> dict[str, Any]:
    """Return the report as plain values; ``path`` and ``leaves`` are written as on the command line."""
    return {
        "format": FORMAT,
        "urgency": summary.urgency.value,
        "urgency_word": summary.urgency_word,
        "action": summary.action,
        "title": summary.title,
        "unsure_note": summary.unsure_note,
        "reason": summary.reason,
        "said": list(summary.said),
        "leaves": [leaf.node for leaf in summary.leaves],
        "path": [list(step) for step in summary.steps],
        "questions": summary.asked,
        "known": summary.known,
        "never_asked": summary.never_asked,
        "not_asked": list(summary.not_asked),
        "conditions": [asdict(row) for row in summary.conditions],
        "do": list(summary.do),
        "avoid": list(summary.avoid),
        "get_help_if": [asdict(row) for row in summary.get_help_if],
        "recovery": asdict(summary.recovery) if summary.recovery else None,
        "results": [asdict(row) for row in summary.leaves],
        "answers": [asdict(row) for row in summary.answers],
        "worked_out": [asdict(row) for row in summary.worked_out],
        "earlier": [asdict(row) for row in summary.earlier],
        "facts": asdict(summary.facts),
        "told": {fact: int(said) if isinstance(said, Time) else said for fact, said in summary.told.items()},
        "nearest_more_urgent": summary.nearest,
        "changes": [asdict(row) for row in summary.changes],
        "unknowns": [asdict(row) for row in summary.unknowns],
        "sources": [asdict(row) for row in summary.sources],
        "tree": {
            "title": summary.tree_title,
            "version": summary.tree_version,
            "language": summary.language,
            "sha256": summary.sha256,
            "review": summary.review_state.value,
            "review_sentence": summary.review_sentence,
            "licence": summary.licence,
            "authors": list(summary.authors),
            "intended_use": summary.intended_use,
            "not_for": summary.not_for,
            "emergency": summary.emergency,
        },
        "made": summary.made,
        "program": summary.program,
    }


def to_json(summary: Summary) -> str:
    """Return the report as indented JSON in ASCII, with a newline at the end."""
    return json.dumps(to_record(summary), indent=2) + "\n"
