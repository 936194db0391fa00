"""Statistics, and the difference of two trees, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "Cases whose result changes ({count})": "Casos cuyo resultado cambia ({count})",
    "Findings, each alone, whose result changes ({count})":
        "Hallazgos, cada uno por sí solo, cuyo resultado cambia ({count})",
    "Added": "Añadido",
    "Removed": "Quitado",
    "Renamed": "Con otro id",
    "Leads elsewhere": "Lleva a otro sitio",
    "Changed": "Cambiado",
    "nothing": "nada",
    "no result": "sin resultado",
    "The two trees are the same.": "Los dos árboles son iguales.",
    "No case and no single finding gets another result.":
        "A ningún caso ni a ningún hallazgo por sí solo le cambia el resultado.",
    "Boxes moved on the map: {count}": "Recuadros movidos en el mapa: {count}",
    "leaf": "hoja",
    "urgency": "urgencia",
    "cases": "casos",
    "fewest": "mín",
    "median": "mediana",
    "most": "máx",
    "{at_most} (somebody is asked {most})": "{at_most} (a alguien se le preguntan {most})",
    (
        "{questions} questions about {findings} findings and {scales} numbers, {decisions} decisions, {leaves} "
        "leaves, {rules} safety rules, {cases} cases."
    ):
        "{questions} preguntas sobre {findings} hallazgos y {scales} números, {decisions} decisiones, {leaves} "
        "hojas, {rules} reglas de seguridad, {cases} casos.",
    (
        "An emergency is reached within {within} questions, whoever it is. Nobody who is sure of every answer is "
        "asked more than {questions} and {lines}."
    ):
        "A una emergencia se llega en {within} preguntas como máximo, sea quien sea. A nadie que sepa todas las "
        "respuestas se le hacen más de {questions} ni más de {lines}.",
    "Asked most questions: {way}": "A quien más preguntas se le hacen: {way}",
    "Asked most lines: {way}": "A quien más líneas se le preguntan: {way}",
    (
        "The tree's own cases: median {median_of_cases:g} questions, at most {longest_of_cases}; median "
        "{median_lines_of_cases:g} lines to read and answer, at most {most_lines_of_cases}."
    ):
        "Los casos del árbol: mediana de {median_of_cases:g} preguntas, {longest_of_cases} como máximo; mediana de "
        "{median_lines_of_cases:g} líneas que leer y contestar, {most_lines_of_cases} como máximo.",
    "none": "ninguna",
    "Questions that never change a result: {never}.": "Preguntas que nunca cambian un resultado: {never}.",
    "{number} lines to read and answer": "{number} líneas que leer y contestar",
    "title": "título",
    "version": "versión",
    "language": "idioma",
    "root": "primera pregunta",
    "start": "primera página",
}
