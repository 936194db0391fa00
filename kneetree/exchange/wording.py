"""The words of the exported pages, in the languages that a tree may have (English where it has another)."""

from __future__ import annotations

from dataclasses import dataclass, field

from kneetree.tree import Question, Topic, Tree, Urgency


@dataclass(frozen=True)
class Words:
    """One language.  Texts with ``{}`` are filled in."""

    yes: str
    no: str
    unsure: str
    question: str
    questions: str
    result: str
    results: str
    start: str
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
    emergency_heading: str
    intended: str
    not_for: str
    reason: str
    do: str
    avoid: str
    get_help_if: str
    also: str
    why: str
    sources: str
    version: str
    content: str
    checked: str
    licence: str
    draft: str
    reviewed: str
    changed: str
    unreachable: str
    urgency: dict[Urgency, str] = field(default_factory=dict)
    topic: dict[Topic, str] = field(default_factory=dict)

    def item_lines(self, question: Question) -> list[str]:
        """The lines of a list to tick, with their points where these differ."""
        if all(item.points == 1 for item in question.items):
            return [item.text for item in question.items]
        return [
            f"{item.text} ({self.point if item.points == 1 else self.points.format(item.points)})"
            for item in question.items
        ]

    def threshold(self, question: Question) -> str:
        """From when on a list counts as Yes."""
        if any(item.points != 1 for item in question.items):
            return self.at_least.format(question.at_least)
        return self.any_of if question.at_least == 1 else self.several_of.format(question.at_least)


_ENGLISH = Words(
    yes="Yes",
    no="No",
    unsure="Not sure",
    question="Question",
    questions="Questions",
    result="Result",
    results="Results",
    start="Start",
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
    emergency_heading="In an emergency",
    intended="What this is for",
    not_for="What this is not",
    reason="Why",
    do="What to do",
    avoid="What to avoid",
    get_help_if="Get help at once if",
    also="It may be",
    why="Why we ask",
    sources="Sources",
    version="Version {}",
    content="Content {}",
    checked="read {}",
    licence="Licence: {}",
    draft="Draft: no clinician has reviewed it.",
    reviewed="Reviewed by {by}, {role}, on {on}. Next review: {next}.",
    changed="Changed since the review by {by} on {on}: no clinician has reviewed it as it is now.",
    unreachable="{} boxes that no answer leads to are left out.",
    urgency={
        Urgency.EMERGENCY: "Call emergency services now",
        Urgency.SAME_DAY: "Get medical care today",
        Urgency.WITHIN_DAYS: "See a doctor within days",
        Urgency.ROUTINE: "Make an ordinary appointment",
        Urgency.SELF_CARE: "Look after it yourself",
    },
    topic={
        Topic.RED_FLAG: "Red flag",
        Topic.LOCATION: "Place",
        Topic.SWELLING: "Swelling",
        Topic.ONSET: "Beginning",
        Topic.AGE: "Age",
        Topic.ACTIVITY: "Activity",
        Topic.SYMPTOM: "Symptom",
        Topic.HISTORY: "History",
    },
)
_SPANISH = Words(
    yes="Sí",
    no="No",
    unsure="No estoy seguro",
    question="Pregunta",
    questions="Preguntas",
    result="Resultado",
    results="Resultados",
    start="Inicio",
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
        "Pare en cuanto un resultado diga que es una urgencia.",
        "Conteste lo mismo cada vez que se le pregunte lo mismo.",
    ),
    emergency_heading="En una urgencia",
    intended="Para qué sirve",
    not_for="Para qué no sirve",
    reason="Por qué",
    do="Qué hacer",
    avoid="Qué evitar",
    get_help_if="Pida ayuda enseguida si",
    also="Puede ser",
    why="Por qué lo preguntamos",
    sources="Fuentes",
    version="Versión {}",
    content="Contenido {}",
    checked="leído el {}",
    licence="Licencia: {}",
    draft="Borrador: ningún profesional sanitario lo ha revisado.",
    reviewed="Revisado por {by}, {role}, el {on}. Próxima revisión: {next}.",
    changed="Cambiado desde la revisión de {by} del {on}: nadie lo ha revisado como está ahora.",
    unreachable="Se omiten {} cuadros a los que no lleva ninguna respuesta.",
    urgency={
        Urgency.EMERGENCY: "Llame ya a emergencias",
        Urgency.SAME_DAY: "Busque atención médica hoy",
        Urgency.WITHIN_DAYS: "Vaya al médico en unos días",
        Urgency.ROUTINE: "Pida una cita normal",
        Urgency.SELF_CARE: "Puede cuidarse en casa",
    },
    topic={
        Topic.RED_FLAG: "Señal de alarma",
        Topic.LOCATION: "Lugar",
        Topic.SWELLING: "Hinchazón",
        Topic.ONSET: "Comienzo",
        Topic.AGE: "Edad",
        Topic.ACTIVITY: "Actividad",
        Topic.SYMPTOM: "Síntoma",
        Topic.HISTORY: "Antecedentes",
    },
)
_LANGUAGES = {"en": _ENGLISH, "es": _SPANISH}


def words_of(tree: Tree) -> Words:
    """The words in the tree's language."""
    return _LANGUAGES.get(tree.language.partition("-")[0].lower(), _ENGLISH)
