"""What problems are about, in the order in which an author is told of them: ways first, wording last."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree.checks import CODES

TOPICS = {
    "ways": ("unreachable", "nobody_reaches", "decision_lacks", "not_decided", "undecided"),
    "results": (
        "no_safety_net", "no_emergency_warning", "condition_not_chosen", "urgency_not_chosen", "conditions_twice",
        "no_advice", "no_reason", "unknown_condition", "unknown_advice", "unknown_warning",
    ),
    "questions": (
        "same_text_twice", "asked_in_two_ways", "asked_with_and_without_not_sure", "list_mixes_reassuring",
        "list_mixes_usual", "may_lower", "no_why", "unknown_finding", "unknown_picture",
    ),
    "texts": ("not_written", "no_purpose"),
    "rules": (
        "rule_finding_not_asked", "rule_unknown_condition", "rule_about_nobody", "exemption_without_source",
        "hidden_exemption", "needless_condition", "case_unknown_condition", "case_unknown_finding",
    ),
    "sources": ("no_source", "unknown_source", "source_not_checked", "source_outdated"),
    "translations": (
        "translation_safety_net", "translation_unreadable", "translation_missing", "translation_stale",
        "translation_incomplete", "translation_left_over",
    ),
    "library": ("unused", "same_wording", "described_threshold", "drawn_but_not_there"),
    "wording": (
        "no_question_mark", "double_negative", "negative_question", "statement_without_verb", "warning_capital",
        "warning_full_stop", "warning_if", "threshold_without_number", "wording_pattern", "medical_word",
        "long_sentence", "hard_to_read",
    ),
}  # fmt: skip
"""The codes of each topic, what matters most first."""
PLACE_OF = {code: place for place, code in enumerate(code for codes in TOPICS.values() for code in codes)}
"""Where each code comes in the list."""
_TOPIC_OF = {code: topic for topic, codes in TOPICS.items() for code in codes}


def topic_of(code: str) -> str:
    """Return the topic of a code; what has none is about wording, which comes last."""
    return _TOPIC_OF.get(code, "wording")


def without_topic() -> set[str]:
    """Return the codes that no topic names."""
    return CODES.keys() - _TOPIC_OF.keys()


def topic_words(topic: str) -> str:
    """Return what a topic is called in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "ways": translate("Problems", "Where answers lead"),
        "results": translate("Problems", "Results"),
        "questions": translate("Problems", "Questions and facts"),
        "texts": translate("Problems", "Texts not written yet"),
        "rules": translate("Problems", "Rules and cases"),
        "sources": translate("Problems", "Sources"),
        "translations": translate("Problems", "Translations"),
        "library": translate("Problems", "Library and drawing"),
        "wording": translate("Problems", "Wording"),
    }[topic]
