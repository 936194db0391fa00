"""The words that only exports need; those that they share with reports come from ``kneetree.words``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kneetree import words
from kneetree.model.tree import About, Asked, Decision, Kind, Leaf, Line, Tree, Urgency


@dataclass(frozen=True)
class Words:
    """The words of one language; a caller fills in the ``{}`` of a text."""

    language: str
    questions: str
    results: str
    map_of: str
    go_to: str
    go_to_both: str
    any_of: str
    several_of: str
    at_least: str
    otherwise: str
    from_before: str
    write_down: str
    point: str
    points: str
    how_to: str
    how_to_steps: tuple[str, ...]
    unreachable: str
    unsure_of_some: str
    unsure_of_which: str
    call: str = ""

    def text(self, key: str, **values: object) -> str:
        """Return words that exports share with reports."""
        return words.text(self.language, key, **values)

    def urgency(self, urgency: Urgency) -> str:
        """Return how soon to get help, as an instruction."""
        return words.urgency(self.language, urgency, self.call)

    def kind(self, tree: Tree, node_id: str) -> str:
        """Return the heading of a box, short enough to fit: the level of a leaf, or the topic of a question."""
        node = tree.nodes[node_id]
        if isinstance(node, Leaf):
            return self.text(f"level.{node.urgency}")
        return self.text("kind.decision") if isinstance(node, Decision) else self.topic(tree.asked(node_id))

    def topic(self, asked: Asked) -> str:
        """Return the subject of a question."""
        return self.text(f"topic.{asked.topic}")

    def lines(self, tree: Tree, asked: Asked) -> list[str]:
        """Return what is ticked in a list or counted by a decision, with points unless every line has one point."""
        told = [self._statement(tree, line) for line in asked.lines]
        if all(line.points == 1 for line in asked.lines):
            return told
        points = [self.point if line.points == 1 else self.points.format(line.points) for line in asked.lines]
        return [f"{text} ({worth})" for text, worth in zip(told, points, strict=True)]

    def _statement(self, tree: Tree, line: Line) -> str:
        if line.true:
            return line.text
        if line.finding in tree.findings:
            return self.text("fact.not", statement=line.text)
        return tree.statement(line.finding, False)

    def threshold(self, asked: Asked) -> str:
        """Return when a list or a decision comes out as Yes: "If one of these is true"."""
        if any(line.points != 1 for line in asked.lines):
            return self.at_least.format(asked.at_least)
        return self.any_of if asked.at_least == 1 else self.several_of.format(asked.at_least)

    def outcomes(self, tree: Tree, asked: Asked) -> tuple[tuple[str, str], ...]:
        """Return each way on from a question as words, with the answer; a list is never answered with Yes or No."""
        if asked.next:
            return ((self.text("answer.next"), "next"),)
        if asked.kind is Kind.YES_NO:
            return ((self.text("answer.yes"), "yes"), (self.text("answer.no"), "no"))
        if asked.kind is Kind.NUMBER:
            return ((tree.statement(asked.finding), "yes"), (tree.statement(asked.finding, False), "no"))
        return ((self.threshold(asked), "yes"), (self.otherwise, "no"))


_ENGLISH = Words(
    language="en",
    questions="Questions",
    results="Results",
    map_of="Map of the questions",
    go_to="go to {}",
    go_to_both="follow both, {} and {}",
    any_of="If one of these is true",
    several_of="If {} or more of these are true",
    at_least="If the points together are {} or more",
    otherwise="If not",
    from_before="This is not asked. Look back at your answers.",
    write_down="Write the number down; it is needed again.",
    point="1 point",
    points="{} points",
    how_to="How to use this chart",
    how_to_steps=(
        "Begin at number {}. Answer the question and go to the number it names.",
        "If you are not sure, follow both ways. Of all results that you reach, the most urgent one counts.",
        "Stop at once if a result says that it is an emergency.",
        "Answer the same thing the same way each time it is asked.",
        "Keep a note of your answers; some boxes look back at them.",
    ),
    unreachable="Boxes left out because no answer leads to them: {}.",
    unsure_of_some="I’m not sure about some of these",
    unsure_of_which="Which of these are you not sure about?",
)
_SPANISH = Words(
    language="es",
    questions="Preguntas",
    results="Resultados",
    map_of="Mapa de las preguntas",
    go_to="vaya al {}",
    go_to_both="siga los dos, {} y {}",
    any_of="Si alguna es cierta",
    several_of="Si son ciertas {} o más",
    at_least="Si los puntos suman {} o más",
    otherwise="Si no",
    from_before="Esto no se pregunta. Mire lo que ha contestado.",
    write_down="Apunte el número; se necesita más adelante.",
    point="1 punto",
    points="{} puntos",
    how_to="Cómo usar esta hoja",
    how_to_steps=(
        "Empiece en el número {}. Conteste la pregunta y vaya al número que indica.",
        "Si no está seguro, siga los dos caminos. De todos los resultados, cuenta el más urgente.",
        "Pare en cuanto un resultado diga que es una emergencia.",
        "Conteste lo mismo cada vez que se le pregunte lo mismo.",
        "Anote sus respuestas; algunos cuadros vuelven a ellas.",
    ),
    unreachable="Cuadros omitidos porque ninguna respuesta lleva a ellos: {}.",
    unsure_of_some="No tengo claro alguno de estos",
    unsure_of_which="¿Cuáles de estos no tiene claros?",
)
_LANGUAGES = {"en": _ENGLISH, "es": _SPANISH}


def words_of(tree: Tree) -> Words:
    """Return the words in the tree's language, or in English if that language has none."""
    known = _LANGUAGES.get(words.spoken(tree.language), _ENGLISH)
    return replace(known, call=(tree.about or About()).call)
