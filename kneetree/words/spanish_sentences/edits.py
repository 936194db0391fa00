"""Why an edit cannot be done, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "There is no such pattern; choose one of those that are offered.":
        "No existe ese modelo; elija uno de los que se ofrecen.",
    "What was copied is not a part of a tree; copy some boxes first.":
        "Lo copiado no es parte de un árbol; copie antes unos recuadros.",
    "There is nothing to copy; select some boxes first.": "No hay nada que copiar; seleccione antes unos recuadros.",
    "What was copied is too large to be a part of a tree.":
        "Lo copiado es demasiado grande para ser parte de un árbol.",
    "What was copied has more than {most} nodes; open it as a tree of its own.":
        "Lo copiado tiene más de {most} nodos; ábralo como un árbol aparte.",
    "What was copied goes round in a circle; mend it where it comes from.":
        "Lo copiado da vueltas en círculo; corríjalo donde está el original.",
    "What was copied cannot be pasted here. {error}": "Lo copiado no se puede pegar aquí. {error}",
    "A result leads nowhere; draw from a question or a decision.":
        "Un resultado no lleva a ninguna parte; trace la línea desde una pregunta o una decisión.",
    "There is no such node; drop it on a box, or on empty space for a new one.":
        "No existe ese nodo; suéltelo sobre un recuadro, o en un sitio vacío para crear uno nuevo.",
    "A question cannot lead to itself.": "Una pregunta no puede llevar a sí misma.",
    "Its {answer} already leads there; the two must lead to different places.":
        "Su {answer} ya lleva ahí; los dos tienen que llevar a sitios distintos.",
    "Yes": "Sí",
    "No": "No",
    "That would go round in a circle: {target} already leads to {source}.":
        "Se cerraría un círculo: {target} ya lleva a {source}.",
    "'{text}' has one number only, so nothing turns on it; widen its bounds first.":
        "«{text}» tiene un solo número, así que nada depende de él; amplíe antes sus límites.",
    "'{text}' has no number above 0, so nothing can turn on it; raise its highest number first.":
        "«{text}» no tiene ningún número mayor que 0, así que nada puede depender de él; aumente antes el número más "
        "alto.",
    "That does not fit: {reason}.": "Eso no encaja: {reason}.",
    "There is no question or number {asks!r}; choose one that is in the tree.":
        "No existe ninguna pregunta ni ningún número {asks!r}; elija algo que esté en el árbol.",
    "An id is made of small letters and digits, with _ or - between them; write it like calf_swollen.":
        "Un id lleva minúsculas sin acentos y cifras, con _ o - entre ellas; escríbalo como calf_swollen.",
    "There is a number {key!r} already; choose another id.": "Ya existe un número {key!r}; elija otro id.",
    "{key!r} already says that a number is at least so much; choose another id.":
        "{key!r} ya dice que un número llega al menos a tanto; elija otro id.",
    "A case has something else under {key!r}; choose another id.": "Un caso tiene otra cosa en {key!r}; elija otro id.",
    "There is a {other} {key!r} already; choose another id.": "Ya existe {key!r} ({other}); elija otro id.",
    "There is a {other} whose id begins with '{key}_at_least_'; choose another id.":
        "Ya hay un id ({other}) que empieza por «{key}_at_least_»; elija otro id.",
    "'{title}'": "«{title}»",
    "'{title}' ({nameless})": "«{title}» ({nameless})",
    "'{word}'": "«{word}»",
    "There is no such node; choose one that is on the map.": "No existe ese nodo; elija uno que esté en el mapa.",
    "A walk cannot begin with a decision, and {node} is one; choose a question to begin with first.":
        "Un recorrido no puede empezar con una decisión, y {node} lo es; elija antes una pregunta por la que "
        "empezar.",
    "There is half a character in that text, which cannot be saved; type it again.":
        "En ese texto hay medio carácter, que no se puede guardar; escríbalo otra vez.",
    "Yes and No of {node} would both lead to {target}; delete that one too, or connect it elsewhere first.":
        "El Sí y el No de {node} llevarían los dos a {target}; bórrelo también, o conéctelo antes a otro sitio.",
    "There is no such node any more; select one that is on the map.":
        "Ese nodo ya no existe; seleccione uno que esté en el mapa.",
    "A list needs at least one line; to ask about one finding, change how it is answered.":
        "Una lista necesita al menos una línea; para preguntar por un solo hallazgo, cambie cómo se contesta.",
    "Where an answer leads is changed by connecting it.": "Adónde lleva una respuesta se cambia conectándola.",
    "{node} asks for a number; let it ask another question first.":
        "{node} pregunta un número; haga antes que pregunte otra cosa.",
    (
        "{node} has a Yes and a No; let it only collect before it asks for a number, or choose one of its "
        "thresholds, such as '{such}'."
    ):
        "{node} tiene un Sí y un No; haga que solo recoja antes de que pregunte un número, o elija uno de sus "
        "umbrales, como «{such}».",
    "Write what to look for.": "Escriba qué hay que buscar.",
    "That is not a regular expression: {error}.": "Eso no es una expresión regular: {error}.",
    "The replacement does not fit the expression: {error}.": "El texto nuevo no encaja con la expresión: {error}.",
    "That would leave the tree without a title; leave a word of it.":
        "Eso dejaría el árbol sin título; deje alguna palabra.",
    "An edge starts at Yes or at No.": "Una línea sale de Sí o de No.",
    "This question only collects what is answered; its one edge says Then.":
        "Esta pregunta solo recoge lo que se contesta; su única línea dice Después.",
    "{node} is not a question; choose one.": "{node} no es una pregunta; elija una.",
    "{node} is a decision, which asks nothing; choose a question.":
        "{node} es una decisión, que no pregunta nada; elija una pregunta.",
    "{node} is not a result; choose one.": "{node} no es un resultado; elija uno.",
    "Choose one side: Yes or No.": "Elija un lado: Sí o No.",
    "'{text}' is a number; ask it in a question of its own, and count one of its thresholds in a decision.":
        "«{text}» es un número; pregúntelo en una pregunta aparte y cuente uno de sus umbrales en una decisión.",
    "{number} is no threshold of '{text}'; choose one from {least} to {most}.":
        "{number} no es un umbral de «{text}»; elija uno de {least} a {most}.",
    "A finding is named by small letters and digits, with _ between; like swelling_calf.":
        "Un hallazgo se nombra con minúsculas sin acentos y cifras, con _ entre ellas, como swelling_calf.",
    "That place does not use {place}; choose what is used there.":
        "Ese sitio no usa {place}; elija algo que se use ahí.",
    "One of these cannot take the place of another.": "Esto no se puede sustituir por otra cosa.",
    "That is the same one; choose another.": "Es lo mismo; elija otra cosa.",
    "There is no {noun} {key!r} any more; choose one that is in the tree.":
        "{key!r} ({noun}) ya no existe; elija algo que esté en el árbol.",
    "{place} cannot be changed: {reason}.": "{place} no se puede cambiar: {reason}.",
    "{error} Change {place} first.": "{error} Cambie antes {place}.",
    "A box cannot be so far away; drop it nearer.": "Un recuadro no puede estar tan lejos; suéltelo más cerca.",
    "That cannot be added here.": "Eso no se puede añadir aquí.",
    "There is a {noun} {key!r} already; choose another id.": "Ya existe {key!r} ({noun}); elija otro id.",
    "An id is changed by renaming it, so that all that names it follows.":
        "Un id se cambia poniéndole otro nombre, para que lo siga todo lo que lo nombra.",
    "A picture is exchanged as a whole.": "Una imagen se cambia entera.",
    "There is no {noun} {key!r} any more.": "{key!r} ({noun}) ya no existe.",
    "A tree needs a title; write one.": "Un árbol necesita un título; escriba uno.",
    "That is not set this way.": "Eso no se cambia así.",
    "There is no region {key!r} any more.": "La región {key!r} ya no existe.",
    "Write the reviewer's name.": "Escriba el nombre de quien revisa.",
    "Write the reviewer's role, such as: general practitioner.":
        "Escriba la función de quien revisa, por ejemplo: médico de familia.",
    "The next review must be later than this one.": "La próxima revisión tiene que ser posterior a esta.",
    "This walk has no result yet; answer on until it has, then record it.":
        "Este recorrido aún no tiene resultado; siga contestando hasta que lo tenga y guárdelo después.",
    "There is a case {key!r} already; choose another id.": "Ya existe el caso {key!r}; elija otro id.",
    "Write both dates as year, month, day, like 2026-11-24.":
        "Escriba las dos fechas como año, mes y día, por ejemplo 2026-11-24.",
    "Something names both, with different values, and would contradict itself.":
        "Algo nombra los dos con valores distintos y se contradiría.",
    "{node} is the end of several answers; connect these elsewhere first.":
        "A {node} llevan varias respuestas; conéctelas antes a otro sitio.",
    "{node} has no other way on; connect it elsewhere, or delete it too.":
        "{node} no tiene otra salida; conéctelo a otro sitio o bórrelo también.",
    "{node} is the first question; make another node the first one before you delete it.":
        "{node} es la primera pregunta; ponga otro nodo en primer lugar antes de borrarla.",
    "That has no id of its own.": "Eso no tiene id propio.",
    "There is no {noun} {old!r}.": "No existe {old!r} ({noun}).",
    "There is a {noun} {new!r} already; choose another id.": "Ya existe {new!r} ({noun}); elija otro id.",
    "An id needs at least one letter.": "Un id necesita al menos una letra.",
    "Some cases have something else under {new!r}; choose another id.":
        "Hay casos que tienen otra cosa en {new!r}; elija otro id.",
    "A rule has a finding whose id begins with '{new}_at_least_'; choose another id.":
        "Una regla tiene un hallazgo cuyo id empieza por «{new}_at_least_»; elija otro id.",
    "There is no field {field!r} here.": "Aquí no existe el campo {field!r}.",
    "Case {key!r} cannot be like this: {reason}.": "El caso {key!r} no puede ser así: {reason}.",
    (
        "A Yes would need more points than the list has, or points for a line that is not in it; ask for fewer "
        "points, or give its lines more."
    ):
        "Un Sí necesitaría más puntos de los que tiene la lista, o puntos de una línea que no está en ella; pida "
        "menos puntos o dé más a sus líneas.",
    (
        "'{statement}' says that a number is at least so much; ask the number in a question of its own, and count "
        "it in a decision."
    ):
        "«{statement}» dice que un número llega al menos a tanto; pregunte el número en una pregunta aparte y "
        "cuéntelo en una decisión.",
    (
        "'{statement}' is used and would be outside {least} to {most}; replace it first, or leave these bounds "
        "wider."
    ):
        "«{statement}» se usa y quedaría fuera de {least} a {most}; sustitúyalo antes o deje los límites más "
        "amplios.",
    (
        "Case {id!r} has {number!r} under '{name}', which would be outside {least} to {most}; change the case "
        "first."
    ):
        "El caso {id!r} tiene {number!r} en «{name}», que quedaría fuera de {least} a {most}; cambie antes el caso.",
    "Write the code of a language, such as: fr, de or pt-BR.":
        "Escriba el código de un idioma, por ejemplo: fr, de o pt-BR.",
    "The tree itself is written in that language; choose another one.":
        "El propio árbol está escrito en ese idioma; elija otro.",
    "The tree has that language already; choose it in the list.": "El árbol ya tiene ese idioma; elíjalo en la lista.",
    "The tree does not have that language any more; choose another one.":
        "El árbol ya no tiene ese idioma; elija otro.",
    "There is no text {field!r} here.": "Aquí no existe el texto {field!r}.",
    "Nothing is translated here yet; write the translation first.":
        "Aquí aún no hay nada traducido; escriba antes la traducción.",
    "That text is no longer in the tree; choose another one.": "Ese texto ya no está en el árbol; elija otro.",
    "{node} only collects already.": "{node} ya solo recoge.",
    "{node} has a Yes and a No already.": "{node} ya tiene un Sí y un No.",
    "A question that only collects has no Yes and No to exchange; choose one that has.":
        "Una pregunta que solo recoge no tiene Sí y No que intercambiar; elija una que los tenga.",
    "{number} is no threshold of this number; choose one from {least} to {most}.":
        "{number} no es un umbral de este número; elija uno de {least} a {most}.",
    "It is used in {place} and in {others} other place; change those first.":
        "Se usa en {place} y en {others} sitio más; cambie antes eso.",
    "It is used in {place} and in {others} other places; change those first.":
        "Se usa en {place} y en {others} sitios más; cambie antes eso.",
    "It is used in {place}; change that first.": "Se usa en {place}; cambie antes eso.",
    "{the} '{text}'": "{the} «{text}»",
    "number": "número",
    "warning sign": "señal de alarma",
    "safety rule": "regla de seguridad",
    "line of advice": "consejo",
    "first page": "primera página",
    "the question": "la pregunta",
    "the decision": "la decisión",
    "the leaf": "la hoja",
    "the finding": "el hallazgo",
    "the number": "el número",
    "the warning sign": "la señal de alarma",
    "the line of advice": "el consejo",
    "the condition": "la enfermedad",
    "the source": "la fuente",
    "the picture": "la imagen",
    "the safety rule": "la regla de seguridad",
    "the case": "el caso",
    "the region": "la región",
    "the layout": "el sitio en el mapa",
    "the first page": "la primera página",
    "the review": "la revisión",
    "the about": "la descripción del árbol",
    "the title": "el título",
    "the version": "la versión",
    "the language": "el idioma",
    "the root": "la primera pregunta",
    "points that make it a Yes": "puntos para un Sí",
    "points": "puntos",
    "what is counted": "lo que se cuenta",
    "what is asked": "lo que se pregunta",
    "other conditions": "otras enfermedades",
    "warnings": "advertencias",
    "facts": "hechos",
    "exceptions": "excepciones",
    "statements": "enunciados",
    "findings that never make the result less urgent": "hallazgos que nunca hacen menos urgente el resultado",
    "how far it may not fall": "hasta dónde no debe bajar",
    "leaves": "hojas",
    "most questions": "máximo de preguntas",
    "lowest urgency": "urgencia mínima",
    "lowest number": "número mínimo",
    "highest number": "número máximo",
    "Then": "Después",
    "Same day": "El mismo día",
    "Within days": "Próximos días",
    "Routine": "Cita normal",
    "Self care": "En casa",
    "Emergency": "Emergencia",
}
