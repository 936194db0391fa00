"""Say in words which answer led to an emergency, and what the person was not sure of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kneetree import words
from kneetree.model.knowledge import Said
from kneetree.model.tree import Asked, Kind, Topic, Tree
from kneetree.report import facts
from kneetree.walk.led_here import Led, unsure_that_led, what_led_here
from kneetree.walk.walk import Walk


@dataclass(frozen=True)
class LedRow:
    """One answer that led to the result: the finding or scale, and a sentence that says what was answered."""

    fact: str
    sentence: str
    slip: Literal["ticked", "answered", "unsure"]
    """What may have been done by mistake: a line was ticked, or anything else was answered.

    Being unsure is no slip, but the question can be looked at again.
    """


@dataclass(frozen=True)
class LedHere:
    """The answers that led to a result, mostly one, and the statements of which the person was not sure otherwise.

    What was not sure and could alone make the result less urgent is among the rows.
    """

    rows: tuple[LedRow, ...] = ()
    unsure: tuple[str, ...] = ()


def led_here(walk: Walk) -> LedHere:
    """Return what led to the result of a walk that has one."""
    led, tree = what_led_here(walk), walk.tree
    asked = tree.asked(led.node) if led is not None else None
    said = _said(walk, led, asked) if led and asked else {}
    rows = [_row(tree, asked, *item) for item in said.items()] if asked else []
    rows += [_row(tree, _asked_in(walk, fact), fact, None) for fact in unsure_that_led(walk) if fact not in said]
    named = {row.fact for row in rows}
    unsure = [fact for fact, value in walk.said.items() if value is None and fact not in named]
    statements = (tree.scales[fact].text if fact in tree.scales else tree.statement(fact) for fact in unsure)
    return LedHere(tuple(rows), tuple(statements))


def _asked_in(walk: Walk, fact: str) -> Asked:
    """Return the question on the path that asked for ``fact``."""
    node = next(step.node for step in walk.path if step.asked and fact in walk.asked_of(step.node))
    return walk.tree.asked(node)


def _said(walk: Walk, led: Led, asked: Asked) -> dict[str, Said]:
    """Return what led here, with all other danger signs that were ticked beside it: none may be kept quiet."""
    if asked.topic is not Topic.RED_FLAG:
        return led.said
    ticked = {fact: value for fact, value in walk.asked_of(led.node).items() if value is True}
    return {**led.said, **ticked}


def _row(tree: Tree, asked: Asked, fact: str, value: Said) -> LedRow:
    is_tick = asked.kind is Kind.LIST and value is True
    return LedRow(
        fact, _sentence(tree, asked, fact, value), "unsure" if value is None else "ticked" if is_tick else "answered"
    )


def _sentence(tree: Tree, asked: Asked, fact: str, value: Said) -> str:
    language = tree.language
    if asked.kind is Kind.LIST:
        key = "unsure" if value is None else "ticked" if value else "not_ticked"
        return words.text(language, f"led.{key}", statement=tree.statement(fact))
    if value is None:
        return words.text(language, "led.unsure", statement=asked.text)
    if asked.kind is Kind.NUMBER:
        return facts.number_fact(tree, fact, value)
    return words.text(language, f"led.{'yes' if value else 'no'}", question=asked.text)
