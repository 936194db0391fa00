"""What the window refuses in the words of the core, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "This tree has no file yet; choose one with Save as.":
        "Este árbol aún no tiene archivo; elija uno con Guardar como.",
    "A decision counts at least one fact; delete the decision to do without it.":
        "Una decisión cuenta al menos un hecho; si no hace falta, borre la decisión.",
    "What is counted has {most} points together; a Yes cannot need more.":
        "Lo que se cuenta suma {most} puntos; un Sí no puede necesitar más.",
    "{node} has no place for this; choose another node.": "{node} no tiene sitio para esto; elija otro nodo.",
    "{node} is a leaf and has no place for this; choose a question.":
        "{node} es una hoja y no tiene sitio para esto; elija una pregunta.",
    "{node} is a question and has no place for this; choose a leaf.":
        "{node} es una pregunta y no tiene sitio para esto; elija una hoja.",
    "{node} uses it already.": "{node} ya lo usa.",
    "{node} cites it already.": "{node} ya lo cita.",
    "{node} counts it already.": "{node} ya lo cuenta.",
    "{node} asks it already.": "{node} ya lo pregunta.",
    "{node} asks about it already.": "{node} ya pregunta por ello.",
    "A list needs at least one statement; delete the question to do without it.":
        "Una lista necesita al menos un enunciado; si no hace falta, borre la pregunta.",
    "This picture cannot be used: {fault}.": "Esta imagen no se puede usar: {fault}.",
    "The drawing cannot be made into a picture; export it as SVG instead.":
        "El dibujo no se puede convertir en imagen; expórtelo como SVG.",
}
