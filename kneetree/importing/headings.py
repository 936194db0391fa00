"""The columns of a table by their headings: those of the template, of the program's own table, and Spanish ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kneetree.importing.faults import Fault, named
from kneetree.words.sentences import Sentence, sentence

TEMPLATE = (
    "id", "kind", "question", "help", "statements", "at least", "points", "yes goes to", "no goes to", "then",
    "urgency", "condition", "what to do", "get help if",
)  # fmt: skip
"""The headings of the table that is shipped to be filled in."""

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "number": ("number",),
    "id": ("id", "number of the row", "código"),
    "kind": ("kind", "type", "tipo", "clase"),
    "asks": ("asks", "pregunta por"),
    "topic": ("topic", "tema"),
    "text": ("text", "question", "question or result", "title or question", "pregunta", "texto"),
    "title": ("title", "result", "título", "titulo", "resultado"),
    "help": ("help", "how to check", "ayuda"),
    "answer_rule": ("answer rule", "regla de respuesta"),
    "why": ("why", "why we ask", "por qué"),
    "finding": ("finding",),
    "statement": ("statement", "afirmación"),
    "items": ("items", "statements", "list", "afirmaciones", "lista"),
    "at_least": ("at least", "al menos", "como mínimo"),
    "points": ("points", "puntos"),
    "yes": ("yes", "yes goes to", "if yes", "sí", "si", "si la respuesta es sí", "sí va a"),
    "no": ("no", "no goes to", "if no", "no va a"),
    "next": ("next", "then", "goes to", "después", "luego", "va a"),
    "urgency": ("urgency", "how urgent", "urgencia"),
    "condition": ("condition", "enfermedad", "afección", "condición"),
    "also": ("also", "other conditions", "también"),
    "reason": ("reason", "motivo", "razón"),
    "do": ("do", "what to do", "advice", "qué hacer"),
    "avoid": ("avoid", "what to avoid", "qué evitar"),
    "get_help_if": ("get help if", "safety net", "pida ayuda si"),
    "sources": ("sources", "source", "fuentes"),
    "note": ("note", "notes", "nota", "notas"),
    "unit": ("unit", "unidad"),
    "least": ("least", "lowest", "mínimo"),
    "most": ("most", "highest", "máximo"),
    "over": ("over", "words from a number on", "desde"),
    "under": ("under", "words below a number", "menos de"),
}
_BY_HEADING = {heading: column for column, headings in _COLUMNS.items() for heading in headings}
_NEEDED = ("yes", "no")


def columns_of(headings: Sequence[str]) -> tuple[dict[int, str], list[Fault]]:
    """Return which column of the table holds what, and what is wrong with the headings."""
    found: dict[int, str] = {}
    reasons: list[Sentence] = []
    for at, heading in enumerate(headings):
        plain = " ".join(heading.replace("_", " ").casefold().split())
        if not plain:
            continue
        column = _BY_HEADING.get(plain)
        if column is None:
            told = "the heading {heading} is not known; use those of the template, or take the column out."
            reasons.append(sentence(told, heading=named(heading)))
        elif column in found.values():
            told = "there are two columns for {heading}; take one of them out."
            reasons.append(sentence(told, heading=named(heading)))
        else:
            found[at] = column
    missing = [column for column in _NEEDED if column not in found.values()]
    if missing or not {"text", "title"} & set(found.values()):
        told = "this is not a table of questions: its first row needs the headings {template}."
        reasons.insert(0, sentence(told, template=", ".join(TEMPLATE)))
    return found, [Fault(sentence("Row {number}", number=1), reason) for reason in reasons]


def is_own(columns: Mapping[int, str]) -> bool:
    """Return whether these are the columns of a table that the program wrote."""
    return {"number", "asks", "finding", "next"} <= set(columns.values())
