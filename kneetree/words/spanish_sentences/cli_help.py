"""The help of the command line, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    (
        "commands (kneetree COMMAND --help says more):\n{commands}\n\nExit status: 0 fine; 1 problems found; 2 "
        "could not be done; 3 no window can be opened here.\nA tree file that is called like a command is named "
        "with its folder: kneetree ./check\n"
    ):
        "órdenes (kneetree ORDEN --help dice más):\n{commands}\n\nEstado de salida: 0 bien; 1 hay problemas; 2 no "
        "se pudo hacer; 3 aquí no se puede abrir ninguna ventana.\nUn árbol que se llame como una orden se indica "
        "con su carpeta: kneetree ./check\n",
    "kneetree [TREE]\n       kneetree COMMAND ...": "kneetree [TREE]\n       kneetree ORDEN ...",
    "usage: ": "uso:   ",
    "positional arguments": "argumentos",
    "options": "opciones",
    "show this help message and exit": "muestra esta ayuda y termina",
    "show program's version number and exit": "muestra la versión del programa y termina",
    (
        "Pain behind the knee: questions, and how soon to get help. Not a diagnosis. Without a command it opens the "
        "window."
    ):
        "Dolor detrás de la rodilla: preguntas, y cuándo buscar ayuda. No es un diagnóstico. Sin ninguna orden, "
        "abre la ventana.",
    "ask the questions in the terminal": "hace las preguntas en la terminal",
    "find what is wrong with a tree, its safety rules, its languages and its cases":
        "busca los fallos de un árbol, de sus reglas de seguridad, de sus idiomas y de sus casos",
    "run cases and count under- and over-triage":
        "recorre los casos y cuenta los que salen menos o más urgentes de lo debido",
    "write the result of a walk": "escribe el resultado de un recorrido",
    "write the whole tree in another format": "escribe el árbol entero en otro formato",
    "make a draft tree of a table or of a drawn flow chart":
        "hace un borrador de árbol de una tabla o de un diagrama de flujo dibujado",
    "tell what differs between two trees, and for whom the result changes":
        "dice en qué se diferencian dos árboles y a quién le cambia el resultado",
    "tell how long walks are and which questions change nothing":
        "dice lo largos que son los recorridos y qué preguntas no cambian nada",
    (
        "one answer for each question asked: y, n or u (not sure); for a list also the numbers of what is true, "
        "such as 1+3, with a ? after one that is not sure, such as 1+3?; for a number =72, or for days also =3w, "
        "=2m or =1y; a list without - answers all of its lines: write - for a question and 5- for a line that was not "
        "asked"
    ):
        "una respuesta por cada pregunta hecha: y (sí), n (no) o u (no lo sé); en una lista, también los números de "
        "lo que se cumple, como 1+3, con ? detrás de lo que no se sabe, como 1+3?; para un número =72, o para días "
        "también =3w, =2m o =1y (semanas, meses, años); una lista sin - responde a todas sus líneas: escriba - por una "
        "pregunta y 5- por una línea que no se preguntó",
    "do not ask; {answers}": "no pregunta; {answers}",
    "ask in the terminal instead of the window": "pregunta en la terminal en vez de en la ventana",
    "a tree file (default: the shipped tree)": "el archivo de un árbol (si no se indica, el árbol incluido)",
    "print the traceback of an error": "muestra la traza de un error",
    "as root: install the libraries of the system that Qt needs":
        "como root: instala las bibliotecas del sistema que necesita Qt",
    "print one JSON object": "escribe un objeto JSON",
    "such as es, for the texts in TREE.es.json beside TREE.json":
        "por ejemplo es, para los textos de TREE.es.json, junto a TREE.json",
    "also print every safety rule with all that it says, in words":
        "muestra también cada regla de seguridad con todo lo que dice, en palabras",
    "a file of cases, or a table of them (.tsv, .csv, .xlsx) (default: the tree's own)":
        "un archivo de casos, o una tabla de casos (.tsv, .csv, .xlsx) (si no se indica, los del árbol)",
    "count what is left out of their walks since it cannot change the result":
        "cuenta lo que se omite en sus recorridos porque no puede cambiar el resultado",
    "the answers of a case of the tree": "las respuestas de un caso del árbol",
    "out.html, .pdf, .txt, .json or .fhir.json": "out.html, .pdf, .txt, .json o .fhir.json",
    (
        "out.svg, .png, .pdf (.poster.pdf: on several sheets), .dot, .mmd, .graphml, .csv, .xlsx, .fhir.json, "
        ".chart.html (for paper) or .html (the whole walk)"
    ):
        "out.svg, .png, .pdf (.poster.pdf: en varias hojas), .dot, .mmd, .graphml, .csv, .xlsx, .fhir.json, "
        ".chart.html (para papel) o .html (el recorrido entero)",
    "the sheets of a poster; the system's usual paper if left out":
        "las hojas de un póster; si no se indica, el papel habitual del sistema",
    "for .mmd: only what follows a node, or a region, as much of it as Mermaid draws":
        "para .mmd: solo lo que sigue a un nodo, o una región, hasta donde lo dibuja Mermaid",
    "a table (.csv, .tsv, .xlsx) or a drawn flow chart (.drawio, .graphml of yEd, .mmd of Mermaid)":
        "una tabla (.csv, .tsv, .xlsx) o un diagrama de flujo dibujado (.drawio, .graphml de yEd, .mmd de Mermaid)",
    "the tree file to write; it must be new": "el archivo del árbol que se escribe; no debe existir aún",
    "the page of a drawing, or the sheet of a workbook: name or number":
        "la página de un dibujo o la hoja de un libro: nombre o número",
    "labels of arrows that mean Yes": "rótulos de flechas que significan Sí",
    "labels of arrows that mean No": "rótulos de flechas que significan No",
    (
        "how urgent a result is, by its id or text, or the results of a colour: 5=self_care, #f8cecc=emergency "
        "(or same_day, within_days, routine)"
    ):
        "la urgencia de un resultado, por su id o su texto, o la de los resultados de un color: 5=self_care, "
        "#f8cecc=emergency (o same_day, within_days, routine)",
    "the title of the tree": "el título del árbol",
    "the language of the texts, such as es (default: en)":
        "el idioma de los textos, por ejemplo es (si no se indica, en)",
    "write the table to fill in (.csv or .xlsx), and nothing else":
        "escribe la tabla para rellenar (.csv o .xlsx) y nada más",
    "the following arguments are required: {names}": "faltan estos argumentos: {names}",
    "unrecognized arguments: {names}": "argumentos desconocidos: {names}",
    "one of the arguments {names} is required": "hace falta uno de los argumentos {names}",
    "argument {name}: expected one argument": "el argumento {name} necesita un valor",
    "argument {name}: not allowed with argument {other}":
        "el argumento {name} no puede ir junto con el argumento {other}",
    "argument {name}: ignored explicit argument {value}": "el argumento {name} no admite el valor {value}",
    "argument {name}: invalid choice: {value} (choose from {choices})":
        "el argumento {name} no admite el valor {value} (elija entre {choices})",
    "argument {name}: invalid {type} value: {value}": "el argumento {name} no admite el valor {value} (tipo {type})",
}
