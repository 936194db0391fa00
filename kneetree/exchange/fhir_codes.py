"""The codes that a Questionnaire and the response to it share: what is asked, and how it can be answered."""

from __future__ import annotations

from kneetree.drawing.markup import clean

YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
FINDING = "urn:kneetree:finding"
SCALE = "urn:kneetree:scale"
ANSWER = "urn:kneetree:answer"
UNSURE, NONE = "asked-unknown", "none"
"""What somebody answers who is not sure, and who ticks nothing."""
BESIDE = ".unsure"
"""Ends the link of the item beside a number or a list that holds what somebody is not sure about."""

Coding = dict[str, str]


def coding(system: str, code: str, display: str = "") -> Coding:
    """Return a coding, with the words that are shown for it if there are any."""
    made = {"system": system, "code": clean(code)}
    return made | {"display": clean(display)} if display else made
