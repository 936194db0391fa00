"""The words that only exports need; those that they share with reports come from ``kneetree.words``."""

from __future__ import annotations

from dataclasses import dataclass

from kneetree import words
from kneetree.model.tree import Leaf, Node, Question, Tree, Urgency


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
    point: str
    points: str
    how_to: str
    how_to_steps: tuple[str, ...]
    unreachable: str

    def text(self, key: str, **values: object) -> str:
        """Return words that exports share with reports."""
        return words.text(self.language, key, **values)

    def urgency(self, urgency: Urgency) -> str:
        """Return how soon to get help, as an instruction."""
        return self.text(f"urgency.{urgency}")

    def kind(self, node: Node) -> str:
        """Return the heading of a box, short enough to fit: the level of a leaf, or the topic of a question."""
        return self.text(f"level.{node.urgency}") if isinstance(node, Leaf) else self.text(f"topic.{node.topic}")

    def item_lines(self, question: Question) -> list[str]:
        """Return the lines of a list to tick, with their points unless every line has one point."""
        if all(item.points == 1 for item in question.items):
            return [item.text for item in question.items]
        return [
            f"{item.text} ({self.point if item.points == 1 else self.points.format(item.points)})"
            for item in question.items
        ]

    def threshold(self, question: Question) -> str:
        """Return the sentence that says when a list counts as Yes."""
        if any(item.points != 1 for item in question.items):
            return self.at_least.format(question.at_least)
        return self.any_of if question.at_least == 1 else self.several_of.format(question.at_least)


_ENGLISH = Words(
    language="en",
    questions="Questions",
    results="Results",
    map_of="Map of the questions",
    go_to="go to {}",
    go_to_both="follow both, {} and {}; the more urgent result counts",
    any_of="Yes if one of these is true.",
    several_of="Yes if {} or more of these are true.",
    at_least="Yes if the points together are {} or more.",
    point="1 point",
    points="{} points",
    how_to="How to use this chart",
    how_to_steps=(
        "Begin at number {}. Answer the question and go to the number it names.",
        "If you are not sure, follow both ways. Of all results that you reach, the most urgent one counts.",
        "Stop at once if a result says that it is an emergency.",
        "Answer the same thing the same way each time it is asked.",
    ),
    unreachable="Boxes left out because no answer leads to them: {}.",
)
_SPANISH = Words(
    language="es",
    questions="Preguntas",
    results="Resultados",
    map_of="Mapa de las preguntas",
    go_to="vaya al {}",
    go_to_both="siga los dos, {} y {}; cuenta el resultado más urgente",
    any_of="Sí, si alguna es cierta.",
    several_of="Sí, si son ciertas {} o más.",
    at_least="Sí, si los puntos suman {} o más.",
    point="1 punto",
    points="{} puntos",
    how_to="Cómo usar esta hoja",
    how_to_steps=(
        "Empiece en el número {}. Conteste la pregunta y vaya al número que indica.",
        "Si no está seguro, siga los dos caminos. De todos los resultados, cuenta el más urgente.",
        "Pare en cuanto un resultado diga que es una emergencia.",
        "Conteste lo mismo cada vez que se le pregunte lo mismo.",
    ),
    unreachable="Cuadros omitidos porque ninguna respuesta lleva a ellos: {}.",
)
_LANGUAGES = {"en": _ENGLISH, "es": _SPANISH}


def words_of(tree: Tree) -> Words:
    """Return the words in the tree's language, or in English if that language has none."""
    return _LANGUAGES.get(words.spoken(tree.language), _ENGLISH)
