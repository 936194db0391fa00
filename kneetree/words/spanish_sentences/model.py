"""What the shape and the values of a tree refuse, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "a number or threshold is not allowed here; give the number as `{scale}`":
        "aquí no puede haber un número ni un umbral; dé el número como `{scale}`",
    "{written} is not a whole number from {least} to {most}; give one, or leave it out":
        "{written} no es un número entero de {least} a {most}; dé uno o no ponga nada",
    "{count:,} entries under `{key}`; a tree may have {most:,}, so divide it into several":
        "{count:,} entradas en `{key}`; un árbol puede tener {most:,}, así que divídalo en varios",
    "a text of {length:,} characters; at most {most:,} are allowed, so shorten it or divide it":
        "un texto de {length:,} caracteres; se admiten {most:,} como máximo, así que acórtelo o divídalo",
    "a list of {length:,} entries; at most {most:,} are allowed, so divide it":
        "una lista de {length:,} entradas; se admiten {most:,} como máximo, así que divídala",
    "values inside one another more than {most} levels deep; take some of the levels out":
        "valores unos dentro de otros en más de {most} niveles; quite algunos niveles",
    "That would be {fault}.": "Eso sería demasiado: {fault}.",
    "`get_help_if` has warnings for `{level}`, which is no level for warnings; move them to a more urgent level":
        "`get_help_if` tiene advertencias para `{level}`, que no es un nivel de advertencias; páselas a un nivel "
        "más urgente",
    (
        "`get_help_if` has warnings for `{level}`, which is less urgent than the leaf itself; move them to a more "
        "urgent level"
    ):
        "`get_help_if` tiene advertencias para `{level}`, que es menos urgente que la propia hoja; páselas a un "
        "nivel más urgente",
    "`{missing}` is missing; name `yes` and `no`": "falta `{missing}`; indique `yes` y `no`",
    "`{missing}` is missing; name `yes` and `no` (or only `next`)":
        "falta `{missing}`; indique `yes` y `no` (o solo `next`)",
    "`also` names more than {most} conditions; leave out the least likely":
        "`also` nombra más de {most} enfermedades; quite las menos probables",
    "`yes` and `no` must name two different nodes": "`yes` y `no` tienen que nombrar dos nodos distintos",
    "`counts` is empty; name at least one finding or threshold":
        "`counts` está vacío; indique al menos un hallazgo o un umbral",
    "`counts` names a finding twice; take one away": "`counts` nombra dos veces un hallazgo; quite uno",
    "`at_least` is more than all points of `counts` together":
        "`at_least` es más que todos los puntos de `counts` juntos",
    "a node names either `yes` and `no`, or `next`, and not both":
        "un nodo indica `yes` y `no`, o bien `next`, pero no ambas cosas",
    "`at_least` and `points` go with `yes` and `no`, not with `next`":
        "`at_least` y `points` van con `yes` y `no`, no con `next`",
    "its parts repeat one another too deeply (`use`); make it simpler":
        "sus partes se repiten unas a otras demasiadas veces (`use`); simplifíquela",
    "it declares a document type": "declara un tipo de documento",
    "it holds unparsed text (CDATA)": "contiene texto sin analizar (CDATA)",
    "it holds an instruction for programs (`<?`)": "contiene una instrucción para programas (`<?`)",
    "it holds markup in a comment": "contiene marcas dentro de un comentario",
    "it is not declared as UTF-8": "no está declarada como UTF-8",
    "it is not SVG; its first element must be `svg`": "no es SVG; su primer elemento tiene que ser `svg`",
    "its style refers to something outside, or is written in a way that could; take that out":
        "su estilo remite a algo externo, o está escrito de modo que podría hacerlo; quite eso",
    "it is larger than {most} KB; make it simpler": "pesa más de {most} KB; simplifíquela",
    "it holds the element `{tag}`, which is not allowed in a picture; take it out":
        "contiene el elemento `{tag}`, que no puede estar en una imagen; quítelo",
    "{what}; take that out": "{what}; quite eso",
    "it is not well-formed SVG ({error}); save it again": "no es SVG bien formado ({error}); guárdela otra vez",
    "it holds a script (`{name}`); take that out": "contiene un script (`{name}`); quite eso",
    "its `{name}` refers to something outside; take that out": "su `{name}` remite a algo externo; quite eso",
    "it draws more than {most} shapes; make it simpler": "dibuja más de {most} formas; simplifíquela",
    "an exemption needs at least one finding under `given`": "una excepción necesita al menos un hallazgo en `given`",
    "`given` and `never_lowers` both name `{both}`; take it from one of them":
        "`given` y `never_lowers` nombran los dos `{both}`; quítelo de uno",
    "`unless` goes with `given` and `urgency_at_least`": "`unless` va con `given` y `urgency_at_least`",
    "`never_lowers` names at least one finding, and goes with `below` and `given` only":
        "`never_lowers` nombra al menos un hallazgo y solo va con `below` y `given`",
    (
        "a rule has `given` with `urgency_at_least`, or `every_path_to` with `asks` or with `questions_at_most`, or "
        "`never_lowers`"
    ):
        "una regla tiene `given` con `urgency_at_least`, o `every_path_to` con `asks` o con `questions_at_most`, o "
        "`never_lowers`",
    (
        "Rule {key!r} names {finding!r}; name a threshold of that number, from `{scale}_at_least_{least}` to "
        "`{scale}_at_least_{most}`."
    ):
        "La regla {key!r} nombra {finding!r}; nombre un umbral de ese número, de `{scale}_at_least_{least}` a "
        "`{scale}_at_least_{most}`.",
    (
        "The decision {key!r} counts {finding!r}; name a threshold of that number, from `{scale}_at_least_{least}` "
        "to `{scale}_at_least_{most}`."
    ):
        "La decisión {key!r} cuenta {finding!r}; nombre un umbral de ese número, de `{scale}_at_least_{least}` a "
        "`{scale}_at_least_{most}`.",
    "The questions go round in a circle: {cycle}.": "Las preguntas dan vueltas en círculo: {cycle}.",
    "That would send the questions round in a circle: {cycle}.":
        "Así las preguntas darían vueltas en círculo: {cycle}.",
    "The first question, {root!r}, is not among the nodes; name one that is as `root`.":
        "La primera pregunta, {root!r}, no está entre los nodos; indique en `root` una que esté.",
    "{root!r} is a decision; a tree begins with a question, so name one as `root`.":
        "{root!r} es una decisión; un árbol empieza con una pregunta, así que indique una en `root`.",
    (
        "Question {key!r} holds {finding!r} in a list; ask the number in a node of its own, and count it in a "
        "decision."
    ):
        "La pregunta {key!r} tiene {finding!r} en una lista; pregunte el número en un nodo aparte y cuéntelo en una "
        "decisión.",
    (
        "Question {key!r} holds {finding!r} in a `finding`; ask the number in a node of its own, and count it in a "
        "decision."
    ):
        "La pregunta {key!r} tiene {finding!r} en `finding`; pregunte el número en un nodo aparte y cuéntelo en una "
        "decisión.",
    (
        "{key!r} asks {asks!r}, which is no question, scale or threshold of a scale here; add it, or name one that "
        "is there as `asks`."
    ):
        "{key!r} pregunta {asks!r}, que aquí no es ninguna pregunta, número ni umbral; añádalo o indique en `asks` "
        "algo que exista.",
    "{key!r} has `at_least` or `points`, which go with a list; take them out.":
        "{key!r} tiene `at_least` o `points`, que van con una lista; quítelos.",
    (
        "{key!r} cannot be the id of a {part}: it takes lower-case letters and digits, with _ or - between them, "
        "and at most {most} characters."
    ):
        "{key!r} no puede ser un id ({part}): lleva minúsculas sin acentos y cifras, con _ o - entre ellas, y "
        "{most} caracteres como máximo.",
    "The scale {scale!r} has the name of a key of a case; give it another id.":
        "El número {scale!r} se llama como una clave de los casos; dele otro id.",
    "The picture {key!r} cannot be used: {fault}.": "La imagen {key!r} no se puede usar: {fault}.",
    "Case {key!r} does not fit: `{path}`: {reason}.": "El caso {key!r} no encaja: `{path}`: {reason}.",
    "`{answer}` of {key!r} leads to {target!r}, which is not there.":
        "`{answer}` de {key!r} lleva a {target!r}, que no existe.",
    "`at_least` of {key!r} is more than all points of its list together; make it less.":
        "`at_least` de {key!r} es más que todos los puntos de su lista juntos; redúzcalo.",
    (
        "{key!r} asks the number {asks!r} and names `yes` and `no`; name `next`, or ask a threshold such as "
        "`{asks}_at_least_{least}`."
    ):
        "{key!r} pregunta el número {asks!r} e indica `yes` y `no`; indique `next` o pregunte un umbral como "
        "`{asks}_at_least_{least}`.",
    "The id {scale!r} names both a scale and a {part}; give one of them another id.":
        "El id {scale!r} está dos veces, en un número y en otra parte ({part}); dele otro id a uno de los dos.",
    "`points` of {key!r} names {finding!r}, which is not in the list; take it out.":
        "`points` de {key!r} nombra {finding!r}, que no está en la lista; quítelo.",
    "{part} {key!r} has changed meanwhile; this step no longer fits.":
        "{key!r} ({part}) ha cambiado entretanto; este paso ya no encaja.",
    "The {part} has changed meanwhile; this step no longer fits.":
        "Algo ha cambiado entretanto ({part}); este paso ya no encaja.",
    "`least` is above `most`; exchange them": "`least` es mayor que `most`; intercámbielos",
    "a question needs either `finding` or `list`, and not both":
        "una pregunta necesita `finding` o `list`, y no ambas cosas",
    "`list` names a finding twice; take one away": "`list` nombra dos veces un hallazgo; quite uno",
}
