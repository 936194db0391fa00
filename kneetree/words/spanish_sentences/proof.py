"""What cannot be decided or walked, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "Too few answers: {count} were given, and the next question is “{text}”.":
        "Faltan respuestas: se dieron {count} y la siguiente pregunta es «{text}».",
    "The walk has ended; there is no question to answer.":
        "El recorrido ha terminado; no queda ninguna pregunta que contestar.",
    "Too many answers: the walk ended after {number}, and {count} were given.":
        "Sobran respuestas: el recorrido terminó después de {number} y se dieron {count}.",
    "Answer {number}, to “{text}”: {error}": "Respuesta {number}, a «{text}»: {error}",
    "There is no question {node!r} to start from.": "No existe la pregunta {node!r} por la que empezar.",
    "{text!r} cannot be answered with not sure.": "A {text!r} no se puede contestar «No lo sé».",
    "{text!r} is answered with a number.": "A {text!r} se contesta con un número.",
    "The walk has not ended yet; answer its open question first.":
        "El recorrido aún no ha terminado; conteste antes la pregunta que queda abierta.",
    "The picture {name} is missing; install kneetree again.": "Falta la imagen {name}; vuelva a instalar kneetree.",
    "The tree is too large for two people to be compared at each edit.":
        "El árbol es demasiado grande para comparar a dos personas en cada cambio.",
    "No answers lead to '{node}' from the first question.":
        "Ninguna respuesta lleva a «{node}» desde la primera pregunta.",
    "The decision {title!r} can be reached with a fact missing; ask for it before, and this can be decided.":
        "A la decisión {title!r} se puede llegar sin saber un hecho; pregúntelo antes y esto se podrá decidir.",
    "The tree is too deep for its questions to be counted in a proof.":
        "El árbol es demasiado profundo para contar sus preguntas en una demostración.",
    "The points of a list are too various for a proof; give its lines simpler points.":
        "Los puntos de una lista son demasiado variados para una demostración; dé a sus líneas puntos más "
        "sencillos.",
    "The tree asks for too many facts to be counted in a proof.":
        "El árbol pregunta demasiados hechos para contarlos en una demostración.",
    "The tree asks too many questions to be counted while somebody reads.":
        "El árbol hace demasiadas preguntas para contarlas mientras alguien lee.",
    "There are too many questions.": "Hay demasiadas preguntas.",
    "There are too many questions ahead.": "Quedan demasiadas preguntas por delante.",
    "Too many questions ask for the same facts.": "Demasiadas preguntas preguntan los mismos hechos.",
    "Safety rules cannot be decided here; install python-sat.":
        "Aquí no se pueden decidir las reglas de seguridad; instale python-sat.",
    "The tree asks about too many findings more than once to be decided exactly; ask about each once, or about fewer.":
        "El árbol vuelve a preguntar demasiados hallazgos para decidirlo con exactitud; pregúntelos una sola vez o "
        "pregunte menos.",
    "All rules together would take too long to decide exactly; ask about each finding once, or repeat fewer of them.":
        "Decidir con exactitud todas las reglas juntas lleva demasiado tiempo; pregunte los hallazgos una sola vez o "
        "repita menos.",
    "The proof contradicts itself here; please report it as a fault of kneetree. {what}":
        "La demostración se contradice aquí; comuníquelo, por favor, como un fallo de kneetree. {what}",
}
