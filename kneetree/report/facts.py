"""What a person told, in facts: statements that are true, not true or not sure, and numbers.

Everything that reports an answer says it with these words, so that a tick in a list is never told as Yes or No.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kneetree import words
from kneetree.model import scales
from kneetree.model.knowledge import Said
from kneetree.model.tree import Kind, Topic, Tree
from kneetree.walk.walk import Walk


@dataclass(frozen=True)
class Facts:
    """What was said of some findings and numbers, as people read it; each statement is in one of the three lists.

    A number that somebody was not sure of is among ``unsure``, by its question.
    """

    numbers: tuple[str, ...] = ()
    """Such as "Age: 72 years"."""
    true: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    """Those that are not true although they are so for most people, as that somebody can walk: a No that counts."""

    @property
    def ordinary_no(self) -> tuple[str, ...]:
        """What is not true, and is not for most people."""
        return tuple(statement for statement in self.false if statement not in self.lacking)


def facts_of(tree: Tree, said: Mapping[str, Said], earlier: Mapping[str, Said] | None = None) -> Facts:
    """Return what was said, by finding and by scale, in the order in which it was said.

    What was said ``earlier``, on a way that was left since, comes last and says so.
    """
    now, before = _sorted(tree, said), _sorted(tree, earlier or {})

    def marked(line: str) -> str:
        return words.text(tree.language, "fact.earlier", statement=line)

    return Facts(
        (*now.numbers, *map(marked, before.numbers)),
        (*now.true, *map(marked, before.true)),
        (*now.false, *map(marked, before.false)),
        (*now.unsure, *map(marked, before.unsure)),
        (*now.lacking, *map(marked, before.lacking)),
    )


def _sorted(tree: Tree, said: Mapping[str, Said]) -> Facts:
    statements: dict[Said, list[str]] = {True: [], False: [], None: []}
    numbers = []
    for fact, value in said.items():
        if fact not in tree.scales:
            statements[None if value is None else bool(value)].append(tree.statement(fact))
        elif value is None:
            statements[None].append(tree.scales[fact].text)
        else:
            numbers.append(number_fact(tree, fact, value))
    lacking = [tree.statement(fact) for fact, value in said.items() if value is False and _is_usual(tree, fact)]
    return Facts(
        tuple(numbers), tuple(statements[True]), tuple(statements[False]), tuple(statements[None]), tuple(lacking)
    )


def _is_usual(tree: Tree, fact: str) -> bool:
    return fact in tree.findings and tree.findings[fact].usual


def number_fact(tree: Tree, scale_id: str, number: Said) -> str:
    """Return a number with the word for what it is: "Age: 72 years"; for other numbers this is their question."""
    scale = tree.scales[scale_id]
    told = amount(tree, scale_id, number)
    if scale.topic is Topic.AGE:
        return words.text(tree.language, "fact.age", amount=told)
    return f"{scale.text} {told}"


def amount(tree: Tree, scale_id: str, number: Said) -> str:
    """Return a number with its unit, or that it is not sure."""
    if number is None:
        return words.text(tree.language, "answer.unsure")
    return scales.amount(tree.scales[scale_id], number, tree.language)


def noteworthy(walk: Walk, elsewhere: Mapping[str, Said]) -> tuple[str, ...]:
    """Return the numbers, and the findings that do not have their usual value, each as a line of its own.

    What was said ``elsewhere`` than on the path comes last.  What is not so is told by the question that was answered
    No, or else by the statement that was not ticked.
    """
    asked = [walk.tree.asked(step.node) for step in walk.path if step.asked]
    questions = {question.finding: question.text for question in asked if question.kind is Kind.YES_NO}
    return unusual(walk.tree, {**walk.told, **elsewhere}, questions)


def unusual(tree: Tree, said: Mapping[str, Said], questions: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the numbers, and the findings that do not have their usual value, each as a line of its own.

    ``questions`` are those that were answered, by finding.
    """
    return tuple(each_unusual(tree, said.items(), questions))


def each_unusual(
    tree: Tree, said: Iterable[tuple[str, Said]], questions: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Yield what ``unusual`` returns, line by line, for a caller that needs only the first few."""
    for fact, value in said:
        entry = tree.findings.get(fact)
        if value is not None and (fact in tree.scales or value is not (entry.usual if entry else False)):
            yield line(tree, fact, value, (questions or {}).get(fact, ""))


def line(tree: Tree, fact: str, value: bool | int, question: str = "") -> str:
    """Return a fact as a line of its own; what is not so by its yes/no ``question``, or else by its statement."""
    if fact in tree.scales:
        return number_fact(tree, fact, value)
    if value:
        return raised(tree.statement(fact))
    if question:
        return f"{question} {words.text(tree.language, 'answer.no')}"
    return words.text(tree.language, "fact.not", statement=tree.statement(fact))


def clause(tree: Tree, fact: str, value: bool | int, before: Said = None, question: str = "") -> str:
    """Return a fact as words that can follow "If", such as "one calf is bigger than the other".

    A number is told by the threshold that parts it from ``before``, the number that was given.  What is not so is told
    by its yes/no ``question``, or else by its statement.
    """
    language = tree.language
    if fact in tree.scales:
        scale, number = tree.scales[fact], value
        if before is None:
            told = f"{scale.text} {amount(tree, fact, value)}"
        else:
            up = number > before
            told = scales.statement(scale, number if up else number + 1, up, language)
        return words.text(language, "fact.number", statement=told)
    if value:
        return lowered(tree.statement(fact))
    if question:
        return words.text(language, "fact.answered_no", question=question)
    return words.text(language, "fact.not_so", statement=tree.statement(fact).removesuffix("."))


def joined(language: str, clauses: Iterable[str]) -> str:
    """Return clauses as one: "a, b and c"."""
    *most, last = clauses
    return words.text(language, "fact.and", most=", ".join(most), last=last) if most else last


def lowered(text: str) -> str:
    """Return a sentence as it reads within another one; a word in capitals, and the word "I", keep theirs."""
    first = text.partition(" ")[0]
    return text if first == "I" or first[1:2].isupper() else text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """Return a clause as it reads at the beginning of a line."""
    return text[:1].upper() + text[1:]
