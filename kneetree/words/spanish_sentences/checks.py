"""What ``check`` names, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "{means} {wish}": "{means} {wish}",
    'Translate {named} again in {file}, with "of": "{of}".':
        'Tradúzcalo de nuevo en {file}, con "of": "{of}": {named}.',
    "Delete {named} in {file}.": "Bórrelo en {file}: {named}.",
    "the texts of {part!r}": "los textos de {part!r}",
    "A text has no translation.": "Un texto no está traducido.",
    "The original has changed since it was translated.": "El original ha cambiado desde que se tradujo.",
    "A translation has not the same texts as its original.":
        "Una traducción no tiene los mismos textos que su original.",
    "A translation is of something that is no longer there.": "Hay una traducción de algo que ya no existe.",
    "A warning, or the advice where to go, has no fresh translation; the language cannot be used.":
        "Una advertencia, o el consejo de adónde ir, no tiene una traducción al día; el idioma no se puede usar.",
    "{short!r} reads like a translation; write {meant}.": "{short!r} suena a traducción; escriba {meant}.",
    "Say what the tree is for, what it is not for, and when to call for help.":
        "Diga para qué sirve el árbol, para qué no sirve y cuándo hay que pedir ayuda.",
    "Nobody has chosen yet how urgent this is; choose it, then delete the note that says so.":
        "Aún nadie ha elegido la urgencia; elíjala y borre después la nota que lo dice.",
    "Say on which day this source was last read.": "Diga qué día se leyó esta fuente por última vez.",
    "This source was last read on {checked}; read it again.":
        "Esta fuente se leyó por última vez el {checked}; vuelva a leerla.",
    "Say why this is asked.": "Diga por qué se pregunta esto.",
    "Name where this comes from.": "Diga de dónde sale esto.",
    "Say when to get help after all, first of all in an emergency.":
        "Diga cuándo hay que pedir ayuda de todos modos, ante todo en una emergencia.",
    "Say when to call again; no warning here does.":
        "Diga cuándo hay que volver a llamar; aquí no lo dice ninguna advertencia.",
    "Say when to call for help in an emergency; no warning here does.":
        "Diga cuándo hay que llamar en una emergencia; aquí no lo dice ninguna advertencia.",
    "{checked!r} is not a day on which this can have been read; write it as 2026-11-22.":
        "{checked!r} no es un día en que se haya podido leer; escríbalo así: 2026-11-22.",
    "No condition is chosen yet; choose what is most likely.":
        "Aún no se ha elegido ninguna enfermedad; elija la más probable.",
    "A condition is named twice; take one away.": "Una enfermedad aparece dos veces; quite una.",
    "Say first where to go, then what to do.": "Diga primero adónde ir y después qué hacer.",
    "Say why it is as urgent as this.": "Diga por qué tiene esta urgencia.",
    "Name where this comes from, here or in a condition that it names.":
        "Diga de dónde sale esto, aquí o en una enfermedad de las que nombra.",
    "{statement!r} reassures, and other lines do not; ask about it in a list of its own.":
        "{statement!r} tranquiliza y otras líneas no; pregúntelo en una lista aparte.",
    "{statement!r} is usually true, and other lines are usually false; ask about it in a list of its own.":
        "{statement!r} suele ser cierto y otras líneas no suelen serlo; pregúntelo en una lista aparte.",
    "{before!r} asks about the same thing; keep one of the two questions, and use it in both places.":
        "{before!r} pregunta lo mismo; quédese con una de las dos preguntas y úsela en los dos sitios.",
    '{takes!r} takes "not sure" about this, and {other!r} does not; let both take it, or neither.':
        "{takes!r} admite «No lo sé» sobre esto y {other!r} no; que lo admitan las dos o ninguna.",
    "Nothing uses this finding; take it away.": "Nada usa este hallazgo; quítelo.",
    "Nothing uses this question; take it away.": "Nada usa esta pregunta; quítela.",
    "Nothing uses this line of advice; take it away.": "Nada usa este consejo; quítelo.",
    "Nothing uses this warning; take it away.": "Nada usa esta advertencia; quítela.",
    "Nothing uses this number; take it away.": "Nada usa este número; quítelo.",
    "Nothing uses this condition; take it away.": "Nada usa esta enfermedad; quítela.",
    "Nothing uses this source; take it away.": "Nada usa esta fuente; quítela.",
    "Nothing uses this picture; take it away.": "Nada usa esta imagen; quítela.",
    "It says the same as the finding {before!r}; keep one of the two, or tell them apart.":
        "Dice lo mismo que el hallazgo {before!r}; quédese con uno de los dos o haga que se distingan.",
    "It says the same as the question {before!r}; keep one of the two, or tell them apart.":
        "Dice lo mismo que la pregunta {before!r}; quédese con una de las dos o haga que se distingan.",
    "It says the same as the line of advice {before!r}; keep one of the two, or tell them apart.":
        "Dice lo mismo que el consejo {before!r}; quédese con uno de los dos o haga que se distingan.",
    "It says the same as the warning {before!r}; keep one of the two, or tell them apart.":
        "Dice lo mismo que la advertencia {before!r}; quédese con una de las dos o haga que se distingan.",
    "the statement of this finding as people read it": "la frase de este hallazgo tal como la lee la gente",
    "the words of this question": "el texto de esta pregunta",
    "the words for a number that is high enough": "el texto para un número que llega al umbral",
    "the words for a number that is too low": "el texto para un número por debajo del umbral",
    "this line of advice": "este consejo",
    "this warning": "esta advertencia",
    "the name of this condition": "el nombre de esta enfermedad",
    "The number '{number}' gives this its words already; take this description away.":
        "El número «{number}» ya le da su texto; quite esta descripción.",
    "Write {what}; nobody has yet.": "Falta escribir {what}.",
    (
        "It counts {fact!r}, but somebody can come here without having been asked {text!r}; ask that on every way "
        "here."
    ):
        "Cuenta {fact!r}, pero se puede llegar aquí sin que se haya preguntado {text!r}; pregúntelo en todos los "
        "caminos que llevan aquí.",
    "Ways lead here, but no person's answers can take one; mend the questions before it.":
        "Hay caminos que llevan aquí, pero no existen respuestas con las que alguien pueda seguirlos; corrija las "
        "preguntas anteriores.",
    "It counts {fact!r}, which no question on the way here asks about; ask about it before.":
        "Cuenta {fact!r}, que no se pregunta en ningún camino hasta aquí; pregúntelo antes.",
    "Whether somebody reaches every leaf is not known. {error}": "No se sabe si alguien llega a cada hoja. {error}",
    "Whether decisions know what they count is not known. {error}":
        "No se sabe si las decisiones disponen de todo lo que cuentan. {error}",
    "There is no finding {key!r}; describe it, or name another.":
        "No existe el hallazgo {key!r}; descríbalo o indique otro.",
    "There is no condition {key!r}; add it, or name another.":
        "No existe la enfermedad {key!r}; añádala o indique otra.",
    "There is no advice {key!r}; write it, or choose other advice.":
        "No existe el consejo {key!r}; escríbalo o elija otro.",
    "There is no warning {key!r}; write it, or choose another.":
        "No existe la advertencia {key!r}; escríbala o elija otra.",
    "There is no source {key!r}; add it, or name another.": "No existe la fuente {key!r}; añádala o indique otra.",
    "There is no picture {name!r}; choose one that is.": "No existe la imagen {name!r}; elija una que exista.",
    'Nothing supports the exemption {why!r}; name a source, or write that it is "general knowledge".':
        "Nada respalda la excepción {why!r}; indique una fuente o escriba que es «conocimiento general».",
    "A place on the map is kept for {key!r}, which is gone.": "El mapa guarda un sitio para {key!r}, que ya no existe.",
    "The rule speaks of the condition {condition!r}, which is not there.":
        "La regla habla de la enfermedad {condition!r}, que no existe.",
    "The case expects the condition {condition!r}, which the tree does not have.":
        "El caso espera la enfermedad {condition!r}, que no está en el árbol.",
    "The case has the finding {finding!r}, which the tree does not have.":
        "El caso tiene el hallazgo {finding!r}, que no está en el árbol.",
    "The region holds {node!r}, which is gone.": "La región contiene {node!r}, que ya no existe.",
    "The rule speaks of {statement!r}, which no question asks about.":
        "La regla habla de {statement!r}, sobre lo que no se pregunta en ningún sitio.",
    "Nobody can be as the rule says; mend what it begins with.":
        "Nadie puede ser como dice la regla; corrija las condiciones con que empieza.",
    "An exception holds for everybody whom the rule is about; make it narrower.":
        "Una excepción vale para todas las personas de las que trata la regla; acótela.",
    "No result is as the rule says; mend which results it is about.":
        "Ningún resultado es como dice la regla; corrija de qué resultados trata.",
    "The rule does not say what has to be asked; name it.": "La regla no dice qué hay que preguntar; indíquelo.",
    "No result is less urgent than the level under which nobody may fall; choose a higher level.":
        "Ningún resultado es menos urgente que el nivel por debajo del cual nadie debe quedar; elija un nivel más "
        "alto.",
    "people for whom {statement!r} is not true": "las personas para quienes no es cierto {statement!r}",
    "people for whom {statement!r} is true": "las personas para quienes es cierto {statement!r}",
    (
        "Nothing says whether this may make a result less urgent. Name it in a rule for everybody that says it "
        "never does, or write why it reassures."
    ):
        "No consta si esto puede hacer menos urgente un resultado. Inclúyalo en una regla para todos que diga que "
        "nunca lo hace, o escriba por qué tranquiliza.",
    "The rule leaves people out without saying so: {hidden}. Name them under the exceptions, with the reason.":
        "La regla deja fuera a personas sin decirlo: {hidden}. Póngalas entre las excepciones, con el motivo.",
    "The rule holds without {named} as well. Leave that out: it protects more people than it says.":
        "La regla se cumple también sin {named}. Quítelo: protege a más personas de las que dice.",
    "{statement!r} has no verb; write it as a whole sentence that is true or not.":
        "{statement!r} no tiene verbo; escríbalo como una frase completa que sea cierta o no.",
    '{text!r} begins with a capital letter; it goes on after "... {word}".':
        "{text!r} empieza con mayúscula; es la continuación de «... {word}».",
    "{text!r} ends with a full stop; the program ends the sentence.":
        "{text!r} termina en punto; la frase la termina el programa.",
    '{text!r} holds the word "{word}", which is already in front of it; say only what happens.':
        "{text!r} contiene la palabra «{word}», que ya está delante; diga solo qué ocurre.",
    "{words!r} does not say the number; write {{n}} where the number with its unit belongs.":
        "{words!r} no dice el número; escriba {{n}} donde va el número con su unidad.",
    "{text!r} was asked before on the way here, about something else; say what is meant.":
        "{text!r} ya se preguntó antes en este camino, sobre otra cosa; aclare a qué se refiere.",
    "No way leads here; connect an answer to it, or delete it.":
        "Ningún camino lleva aquí; conecte una respuesta o bórrelo.",
    "The texts need about {years:.0f} years of school; use shorter words and sentences.":
        "Los textos requieren unos {years:.0f} años de escuela; use palabras y frases más cortas.",
    "{word!r} is a medical word; write the plain word, then this one in brackets.":
        "{word!r} es una palabra médica; escriba la palabra corriente y, después, esta entre paréntesis.",
    "{short!r} has {count} words; make it two sentences of at most {most}.":
        "{short!r} tiene {count} palabras; divídalo en dos frases de {most} como máximo.",
    "{short!r} does not end with a question mark.": "{short!r} no termina con un signo de interrogación.",
    "{short!r} denies twice; ask for what is there.": "{short!r} niega dos veces; pregunte por lo que hay.",
    "{short!r} asks for what is not; turn it round.": "{short!r} pregunta en negativo; dele la vuelta.",
    "question": "pregunta",
    "decision": "decisión",
    "node": "nodo",
    "finding": "hallazgo",
    "advice": "consejo",
    "warning": "advertencia",
    "condition": "enfermedad",
    "source": "fuente",
    "scale": "número",
    "rule": "regla",
    "case": "caso",
    "region": "región",
    "picture": "imagen",
    "layout": "sitio en el mapa",
    "about": "datos del árbol",
    "review": "revisión",
    "tree": "árbol",
    '"gets worse" or "gets bigger"': '"gets worse" o "gets bigger"',
    '"younger than ..." or "aged under ..."': '"younger than ..." o "aged under ..."',
    '"aged ... or over", or the unit of the number': '"aged ... or over", o la unidad del número',
    '"shows" or "helps to find"': '"shows" o "helps to find"',
    'when: "now", or "today"': 'cuándo: "now" o "today"',
    '"a doctor should check it; it is not urgent", or "now"': '"a doctor should check it; it is not urgent", o "now"',
    '"needs to be checked for", or who should check it': '"needs to be checked for", o quién debe comprobarlo',
    '"Do you have any of ..." or "Do any of ... apply"': '"Do you have any of ..." o "Do any of ... apply"',
    '"for a long time", as in "sitting for a long time"': '"for a long time", como en "sitting for a long time"',
    'what to do: "put an ice pack on ..."': 'qué hay que hacer: "put an ice pack on ..."',
    '"Has either of these happened?", or say what is meant': '"Has either of these happened?", o diga a qué se refiere',
    "what can be seen or felt: nobody can tell that about themselves":
        "lo que se ve o se nota: nadie puede saber eso de sí mismo",
    '"today" instead of "now", for what is not urgent': '"today" en vez de "now", si no es urgente',
    "it plainly, without a private image": "lo mismo con palabras corrientes, sin imágenes propias",
    '"ahora mismo" or "enseguida"': '"ahora mismo" o "enseguida"',
    "an opening question mark (¿) where the question begins": "un signo de interrogación (¿) donde empieza la pregunta",
    '"se cumple" or "¿Tiene alguna de estas ...?"': '"se cumple" o "¿Tiene alguna de estas ...?"',
    '"fuerte" or "grave"': '"fuerte" o "grave"',
    '"incluso sin" or "aunque no haya"': '"incluso sin" o "aunque no haya"',
}
