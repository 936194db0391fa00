"""Why a table or drawing cannot become a tree, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "{name} does not end in one of {known}; save it in one of these formats.":
        "{name} no termina en ninguno de estos: {known}; guárdelo en uno de esos formatos.",
    "No result has the id, the text or the colour {what}. Write it as it is in {name}, such as {known}.":
        "Ningún resultado tiene el id, el texto o el color {what}. Escríbalo como está en {name}, por ejemplo {known}.",
    "{name} has more than {most} MB; divide it.": "{name} tiene más de {most} MB; divídalo.",
    "{language} is no code of a language; write one such as en or es.":
        "{language} no es el código de un idioma; escriba uno como en o es.",
    "there is no page {wanted} in this drawing; there is: {known}.":
        "este dibujo no tiene la página {wanted}; tiene: {known}.",
    "a shape without text": "una forma sin texto",
    "an arrow {label}": "una flecha {label}",
    "an arrow": "una flecha",
    "Which page holds the questions?": "¿En qué página están las preguntas?",
    "Which sheet holds the questions?": "¿En qué hoja están las preguntas?",
    "write into this shape what it asks or says.": "escriba en esta forma lo que pregunta o dice.",
    "no arrow comes to this shape or leaves it; connect it, or delete it.":
        "a esta forma no llega ni de ella sale ninguna flecha; conéctela o bórrela.",
    "there are no shapes in this drawing; choose another file.": "en este dibujo no hay formas; elija otro archivo.",
    "{arrow} is connected to nothing; connect it, or delete it.":
        "{arrow} no está conectada a nada; conéctela o bórrela.",
    "this is one of several places to begin; a tree has one, so delete the others.":
        "este es uno de varios sitios por los que empezar; un árbol tiene uno solo, así que borre los demás.",
    "How urgent is {result}?": "¿Qué urgencia tiene {result}?",
    "One statement of {text} is enough for Yes; if it takes more, say so in Edit.":
        "Basta un enunciado de {text} para un Sí; si hacen falta más, indíquelo en Editar.",
    "{count} arrows leave this shape; ask several questions one after the other instead.":
        "de esta forma salen {count} flechas; haga en su lugar varias preguntas, una tras otra.",
    "Yes and No both lead to {end}; let them lead to two shapes.":
        "Sí y No llevan los dos a {end}; haga que lleven a dos formas.",
    "the shape without text after {text}": "la forma sin texto que sigue a {text}",
    "{arrow} leads nowhere; connect both of its ends to shapes.":
        "{arrow} no lleva a ninguna parte; conecte sus dos extremos a formas.",
    "{arrow} that comes to it begins nowhere; connect both of its ends to shapes.":
        "{arrow} que llega aquí no sale de ninguna parte; conecte sus dos extremos a formas.",
    "{text}, where the chart begins, was taken for the title.":
        "{text}, donde empieza el diagrama, se ha tomado como título.",
    "{where} leads to {to} by {label}. Is that Yes or No?": "{where} lleva a {to} con {label}. ¿Es Sí o No?",
    "{where} leads to {to} by an arrow without a label. Is that Yes or No?":
        "{where} lleva a {to} con una flecha sin rótulo. ¿Es Sí o No?",
    "only {word} leads on; draw an arrow for {other} too.":
        "solo {word} lleva a algún sitio; dibuje también una flecha para {other}.",
    (
        "one arrow leaves this shape, and nothing is asked: write it into the question that follows, or draw arrows "
        "for Yes and No."
    ):
        "de esta forma sale una flecha y no se pregunta nada: escríbalo en la pregunta que sigue, o dibuje flechas "
        "para Sí y No.",
    "both of its arrows mean {word}; one has to be the other answer.":
        "sus dos flechas significan {word}; una tiene que ser la otra respuesta.",
    "Nothing was made of {text}, which is beside the chart.":
        "Con {text}, que está al lado del diagrama, no se ha hecho nada.",
    "{name} has {count:,} {what} on one page; divide it, so that each has {most:,} at most.":
        "{name} tiene {count:,} {what} en una página; divídala, de modo que cada una tenga {most:,} como máximo.",
    "shapes": "formas",
    "arrows": "flechas",
    "{name} is not a drawing of draw.io; save it there as .drawio.":
        "{name} no es un dibujo de draw.io; guárdelo allí como .drawio.",
    "{name} has more than {most} pages; save the page that is wanted alone.":
        "{name} tiene más de {most} páginas; guarde sola la página que hace falta.",
    "{name}: a page is larger than {most} MB; divide it.": "{name}: una página pasa de {most} MB; divídala.",
    "{text} was taken for the label of the arrow from {ends}, by which it lies.":
        "{text} se ha tomado como rótulo de la flecha de {ends}, junto a la que está.",
    " to ": " a ",
    "{name}: a page is compressed and damaged; save the drawing again.":
        "{name}: una página está comprimida y dañada; guarde otra vez el dibujo.",
    "this is not a table of questions: its first row needs the headings {template}.":
        "esto no es una tabla de preguntas: su primera fila necesita los encabezados {template}.",
    "the heading {heading} is not known; use those of the template, or take the column out.":
        "el encabezado {heading} no se conoce; use los de la plantilla o quite la columna.",
    "Row {number}": "Fila {number}",
    "Line {number}": "Línea {number}",
    "there are two columns for {heading}; take one of them out.": "hay dos columnas de {heading}; quite una.",
    "say between which numbers the answer lies, in the columns 'least' and 'most'.":
        "diga entre qué números está la respuesta, en las columnas «least» y «most».",
    "it does not say where {answer} leads.": "no dice adónde lleva {answer}.",
    "it does not say where Yes and No lead.": "no dice adónde llevan Sí y No.",
    "Yes and No lead to the same; let them lead to two different rows.":
        "Sí y No llevan a lo mismo; haga que lleven a dos filas distintas.",
    "a decision leads on by Yes and No; write these instead of Then.":
        "una decisión continúa por Sí y No; escríbalos en lugar de Después.",
    "this counts or lists nothing; write its statements, one on each line.":
        "esto no cuenta ni enumera nada; escriba sus enunciados, uno en cada línea.",
    "a statement is there twice; take one away.": "un enunciado está dos veces; quite uno.",
    "{points} points are not possible; write a number from 1 to {most:,}.":
        "{points} puntos no son posibles; escriba un número de 1 a {most:,}.",
    "'at least' is {at_least}, and all points together are {most}; correct one of them.":
        "«at least» es {at_least} y todos los puntos juntos son {most}; corrija uno de los dos.",
    "it has Then beside Yes or No; keep either Then, or both of the others.":
        "tiene Después junto a Sí o No; deje solo Después, o bien los otros dos.",
    "'least' is above 'most', or one of them is too large; correct them.":
        "«least» es mayor que «most», o uno de los dos es demasiado grande; corríjalos.",
    "this is a result, and a result leads nowhere; empty its Yes, No and Then.":
        "esto es un resultado, y un resultado no lleva a ninguna parte; vacíe su Sí, su No y su Después.",
    "a number leads on by Then; divide at a number in a row of its own, further on.":
        "un número continúa por Después; divida por un número en una fila aparte, más adelante.",
    "it divides at {asks}, and no row asks for that number; add one before it.":
        "divide por {asks} y ninguna fila pregunta ese número; añada una antes.",
    "{asks} is outside of what the number can be, {least} to {most}; correct one of them.":
        "{asks} queda fuera de lo que puede ser el número, de {least} a {most}; corrija una de las dos cosas.",
    "a reason to get help is marked {told!r}, which is too low for this result; move it up.":
        "un motivo para pedir ayuda lleva la marca {told!r}, demasiado baja para este resultado; súbalo.",
    "{why}.": "{why}.",
    "{name} is not a flow chart of Mermaid; it begins with `flowchart TD` or `graph LR`.":
        "{name} no es un diagrama de flujo de Mermaid; tiene que empezar con `flowchart TD` o `graph LR`.",
    "{line} is not understood; write it as A[Text] -->|Yes| B[Text].":
        "{line} no se entiende; escríbalo así: A[Texto] -->|Sí| B[Texto].",
    "this is longer than {most:,} characters; divide it.": "esto pasa de {most:,} caracteres; divídalo.",
    "it has neither an id nor a text; write one.": "no tiene ni id ni texto; escriba uno.",
    "{kind} is no kind; write one of {known}.": "{kind} no es una clase; escriba una de estas: {known}.",
    "{topic} is no topic; write one of {known}.": "{topic} no es un tema; escriba uno de estos: {known}.",
    "{urgency} is no urgency; write one of {known}.": "{urgency} no es una urgencia; escriba una de estas: {known}.",
    "{written} under '{column}' is no whole number; write one.":
        "{written} en «{column}» no es un número entero; escriba uno.",
    "{line} does not say how soon to get help; begin as the other rows do.":
        "{line} no dice cuándo pedir ayuda; empiece como las demás filas.",
    "{name} is no table ({error}); save it again as CSV.":
        "{name} no es una tabla ({error}); guárdela otra vez como CSV.",
    "there are no rows in this table; fill in the template.": "en esta tabla no hay filas; rellene la plantilla.",
    "there are {count:,} rows; divide the table.": "hay {count:,} filas; divida la tabla.",
    "{name} does not end in .csv or .xlsx; the template is a table.":
        "{name} no termina en .csv ni en .xlsx; la plantilla es una tabla.",
    "the questions go round in a circle: {shown}. Take one of the arrows out.":
        "las preguntas dan vueltas en círculo: {shown}. Quite una de las flechas.",
    "there is nothing in it; write at least one question and two results.":
        "no contiene nada; escriba al menos una pregunta y dos resultados.",
    "the id {key} is also that of {where}; give one of them another.":
        "el id {key} es también el de {where}; dele otro a uno de los dos.",
    "{word} leads to {wanted}, and there is no such row; write the id of one that is there.":
        "{word} lleva a {wanted} y no existe esa fila; escriba el id de una que exista.",
    "nothing leads here, so it is a second place to begin beside {first}; a tree has one.":
        "nada lleva aquí, así que es un segundo sitio por el que empezar además de {first}; un árbol tiene uno "
        "solo.",
    "there is {fault}.": "hay {fault}.",
    "there is no sheet {wanted} in this workbook; there is: {known}.":
        "este libro no tiene la hoja {wanted}; tiene: {known}.",
    "a question with several statements is a list; write 'list' as its kind.":
        "una pregunta con varios enunciados es una lista; escriba «list» como su clase.",
    "{written} is no topic; write one of {known}.": "{written} no es un tema; escriba uno de estos: {known}.",
    "say how soon before each reason to get help, such as 'emergency: you have chest pain'; {line} does not.":
        "diga cuándo antes de cada motivo para pedir ayuda, por ejemplo «emergencia: le duele el pecho»; {line} no "
        "lo dice.",
    "{written} is no kind; write question, list, number, decision or result, or leave it empty.":
        "{written} no es una clase; escriba question, list, number, decision o result, o déjelo vacío.",
    "{written} under '{heading}' is no whole number; write one.":
        "{written} en «{heading}» no es un número entero; escriba uno.",
    "there are {points} points for {statements} statements; write one for each, in their order.":
        "hay {points} puntos para {statements} enunciados; escriba uno para cada uno, en su orden.",
    "{written} under 'points' is no whole number; write one for each statement.":
        "{written} en «points» no es un número entero; escriba uno para cada enunciado.",
    "{written} is no urgency; write one of {known}.": "{written} no es una urgencia; escriba una de estas: {known}.",
    "{name} is empty; export it again.": "{name} está vacío; expórtelo otra vez.",
    "it declares a document type, which could draw in other files; save it without one":
        "declara un tipo de documento, que podría traer otros archivos; guárdelo sin él",
    "{name} cannot be read: {error}.": "No se puede leer {name}: {error}.",
    "{name} line {line}: not valid XML ({why}); export it again.":
        "{name} línea {line}: no es XML válido ({why}); expórtelo otra vez.",
    "{name} cannot be read as text; export it again as UTF-8.":
        "{name} no se puede leer como texto; expórtelo otra vez como UTF-8.",
    "it nests more than {most} levels deep": "tiene más de {most} niveles",
    "it has more than {most:,} elements; divide it": "tiene más de {most:,} elementos; divídalo",
    "{name} is not GraphML; save the chart in yEd as .graphml.":
        "{name} no es GraphML; guarde el diagrama en yEd como .graphml.",
}
