"""What the command line prints, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "{refused}; type `{command} --help` for what can be typed.":
        "{refused}; escriba `{command} --help` para ver qué se puede escribir.",
    "There is no file {file}, nor a command of that name; type `kneetree --help`.":
        "No hay ningún archivo {file}, ni una orden con ese nombre; escriba `kneetree --help`.",
    "{problem} kneetree keeps earlier versions of this file; to open one of them, type: {command}":
        "{problem} kneetree guarda versiones anteriores de este archivo; para abrir una, escriba: {command}",
    "No window can be opened here. Type `kneetree ask` to answer the questions in a terminal. {why}":
        "Aquí no se puede abrir ninguna ventana. Escriba `kneetree ask` para contestar las preguntas en una "
        "terminal. {why}",
    "No window can be opened here. {why}": "Aquí no se puede abrir ninguna ventana. {why}",
    "The questions can be asked here in the terminal. Start them now? [Y/n] ":
        "Las preguntas se pueden hacer aquí, en la terminal. ¿Empezar ahora? [S/n] ",
    "{path}: {questions}, {results}.": "{path}: {questions}, {results}.",
    "{question} {choices}": "{question} {choices}",
    "What is missing: {command}": "Para ver qué falta: {command}",
    "Name the file to read and, after -o, the tree file to write.":
        "Indique el archivo que hay que leer y, después de -o, el archivo del árbol que hay que escribir.",
    "{output} is to be a tree file; let its name end in .json.":
        "{output} tiene que ser el archivo de un árbol; haga que su nombre termine en .json.",
    "{path} is there already; choose another name, so that nothing is lost.":
        "{path} ya existe; elija otro nombre para que no se pierda nada.",
    "{choices}, or Enter to choose it later": "{choices}, o Intro para elegirlo más tarde",
    "It is a draft: {errors} and {warnings}.": "Es un borrador: {errors} y {warnings}.",
    "Say so with --page, --yes and --no, or import it in a terminal or in the window, which ask.":
        "Indíquelo con --page, --yes y --no, o impórtelo en una terminal o en la ventana, que lo preguntan.",
    "{told!r} does not say how urgent something is; write '#f8cecc=emergency' ({known}).":
        "{told!r} no dice la urgencia de nada; escriba '#f8cecc=emergency' ({known}).",
    "{number} question": "{number} pregunta",
    "{number} questions": "{number} preguntas",
    "{number} result": "{number} resultado",
    "{number} results": "{number} resultados",
    "The import has ended, since nothing more was answered.":
        "La importación ha terminado porque no se contestó nada más.",
    "{number} error": "{number} error",
    "{number} errors": "{number} errores",
    "error: {told} [{code}]": "error: {told} [{code}]",
    "warning: {told} [{code}]": "aviso: {told} [{code}]",
    "{number} warning": "{number} aviso",
    "{number} warnings": "{number} avisos",
    "{number} problem": "{number} problema",
    "{number} problems": "{number} problemas",
    "{number} case": "{number} caso",
    "{number} cases": "{number} casos",
    "looking for problems": "buscando problemas",
    "how strong the rules are": "hasta dónde protegen las reglas",
    "what can lower a result": "qué puede rebajar un resultado",
    "walking the cases": "recorriendo los casos",
    "Whether this can lower a result is not known: {names}.": "No se sabe si esto puede rebajar un resultado: {names}.",
    "proving safety rules, {done} of {rules} done": "comprobando las reglas de seguridad, {done} de {rules}",
    "{what} is not known. {error}": "{what}: no se sabe. {error}",
    "The tree has no case {case!r}{near}": "El árbol no tiene el caso {case!r}{near}",
    "; did you mean {near!r}?": "; ¿quería decir {near!r}?",
    "; `kneetree cases --json` tells which it has.": "; `kneetree cases --json` dice cuáles tiene.",
    "Only a poster is printed over sheets; let the file's name end in .poster.pdf.":
        "Solo un póster se imprime en varias hojas; haga que el nombre del archivo termine en .poster.pdf.",
    "Only a Mermaid chart can be of a part of the tree; let the file's name end in .mmd.":
        "Solo un diagrama de Mermaid puede ser de una parte del árbol; haga que el nombre del archivo termine en "
        ".mmd.",
    "{name} is not there in the language {language!r}; there is: {known}.":
        "{name} no está en el idioma {language!r}; hay: {known}.",
    "The tree has an error and cannot be walked: {message} `kneetree check` tells all.":
        "El árbol tiene un error y no se puede recorrer: {message} `kneetree check` los dice todos.",
    "There is no terminal here; give the answers with --answers.":
        "Aquí no hay terminal; dé las respuestas con --answers.",
    "{name}: not UTF-8 text; save the table as UTF-8.": "{name}: no es texto UTF-8; guarde la tabla como UTF-8.",
    "The walk has ended, since nobody reads the questions any more.":
        "El recorrido ha terminado porque ya nadie lee las preguntas.",
    "{name} does not say what to write; let its name end in .html, .pdf, .txt, .json or .fhir.json.":
        "{name} no dice qué hay que escribir; haga que su nombre termine en .html, .pdf, .txt, .json o .fhir.json.",
    (
        "Something went wrong in the program ({place}). Please report it; with --debug the whole traceback is "
        "printed."
    ):
        "Algo ha fallado en el programa ({place}). Comuníquelo, por favor; con --debug se muestra la traza "
        "completa.",
    "{name} in {file} line {line}: {error}": "{name} en {file}, línea {line}: {error}",
    "There is not enough memory for this.": "No hay memoria suficiente para esto.",
    "{name} cannot be used: {why}.": "{name} no se puede usar: {why}.",
    "The output cannot be written: {why}.": "No se puede escribir la salida: {why}.",
    "no such file or directory": "no existe ese archivo o carpeta",
    "permission denied": "permiso denegado",
    "operation not permitted": "operación no permitida",
    "is a directory": "es una carpeta",
    "not a directory": "no es una carpeta",
    "no space left on device": "no queda espacio en el disco",
    "read-only file system": "el disco es de solo lectura",
    "disk quota exceeded": "se ha superado la cuota de disco",
    "file exists": "el archivo ya existe",
    "file name too long": "el nombre del archivo es demasiado largo",
    "input/output error": "error de lectura o escritura",
    "too many open files": "hay demasiados archivos abiertos",
    "too many levels of symbolic links": "demasiados enlaces simbólicos seguidos",
    "embedded null byte": "contiene un byte nulo",
    "stale file handle": "el archivo ya no está accesible",
    "device or resource busy": "el dispositivo está ocupado",
    "broken pipe": "nadie lee ya la salida",
    "triage right": "triaje correcto",
    "UNDER-TRIAGED": "MENOS URGENTE DE LO DEBIDO",
    "over-triaged": "más urgente de lo debido",
    "no condition expected": "no se espera ninguna enfermedad",
    "condition first": "enfermedad en primer lugar",
    "condition listed": "enfermedad en la lista",
    "condition missed": "enfermedad no nombrada",
    "Coverage: {taken} of {branches} branches and {reached} of {leaves} leaves are taken by a case.":
        "Cobertura: los casos pasan por {taken} de {branches} ramas y por {reached} de {leaves} hojas.",
    "A self-test on these cases, not a clinical validation.":
        "Es una autocomprobación con estos casos, no una validación clínica.",
    (
        "Not asked, since it could not change the result: {screens_spared} of {screens} questions and "
        "{lines_spared} of {lines} lines, for {people} people."
    ):
        "No se preguntaron, porque no podían cambiar el resultado: {screens_spared} de {screens} preguntas y "
        "{lines_spared} de {lines} líneas, en {people} personas.",
    "{id}: {triage} ({urgency}, expected {band}); {naming}":
        "{id}: {triage} ({urgency}; se esperaba: {band}); {naming}",
    "What is best (down) and what came out (across):": "Lo mejor (filas) y lo que salió (columnas):",
    "There are no cases.": "No hay casos.",
    "Not used, since the tree does not have these findings: {named}.":
        "No se usan, porque el árbol no tiene estos hallazgos: {named}.",
    "anything": "cualquiera",
    "{finding!r} in {cases}": "{finding!r} en {cases}",
    "can lower a result: {fact}: {statement}; from {high} to {low}; the ways part at {at}":
        "puede rebajar un resultado: {fact}: {statement}; de «{high}» a «{low}»; los caminos se separan en {at}",
    "can lower a result: {fact}: {statement}; from {high} to {low} or less; the ways part at {at}":
        "puede rebajar un resultado: {fact}: {statement}; de «{high}» a «{low}» o menos; los caminos se separan en "
        "{at}",
    "rule holds: {rule_id}: {first}": "la regla se cumple: {rule_id}: {first}",
    "rule broken: {rule_id}: {first}": "la regla no se cumple: {rule_id}: {first}",
    "rule not decided: {rule_id}: {first}": "regla sin decidir: {rule_id}: {first}",
    "Problems: {errors}, {warnings}.": "Problemas: {errors}, {warnings}.",
    "Safety rules: {holding} of {rules} hold on every path.":
        "Reglas de seguridad: {holding} de {rules} se cumplen en todos los caminos.",
    "Facts that can lower a result: {count} of {all}.": "Hechos que pueden rebajar un resultado: {count} de {all}.",
    "There are no safety rules.": "No hay reglas de seguridad.",
    "Facts that can lower a result: {count} of {all}; the worst is {finding}, from {high} to {low}.":
        "Hechos que pueden rebajar un resultado: {count} de {all}; el peor es {finding}, de «{high}» a «{low}».",
    "not decided whether it lowers a result: {fact}: {statement}":
        "sin decidir si rebaja un resultado: {fact}: {statement}",
    "  In words: {text}": "  En palabras: {text}",
    "Language {language}: {problems}.": "Idioma {language}: {problems}.",
    "Language {language}: complete.": "Idioma {language}: completo.",
    "{undecided} could not be decided.": "Sin decidir: {undecided}.",
    "{count} places": "{count} sitios",
    "the exception {why!r}": "la excepción {why!r}",
    "its hidden exception": "su excepción oculta",
    "  Without {named}, only {level} would be guaranteed. This is enough: {facts} ({values})":
        "  Sin {named} solo se garantizaría: {level}. Basta con esto: {facts} ({values})",
    "  The two differ in {finding}; their ways part at {parts_at}.":
        "  Las dos personas se diferencian en {finding}; sus caminos se separan en {parts_at}.",
    "  Without an exception: {reason}": "  Sin una excepción: {reason}",
    "{title}, version {version}, content {content}. {review}":
        "{title}, versión {version}, contenido {content}. {review}",
    "{title}, content {content}. {review}": "{title}, contenido {content}. {review}",
    (
        "Cases: {total}; triage right {triage_right}, under-triaged {under_triaged}, over-triaged {over_triaged}; "
        "condition first {condition_first}, listed {condition_listed}; questions: median {median_questions:g}, most "
        "{max_questions}; lines: median {median_lines:g}, most {max_lines}; conditions named: {mean_conditions:.1f} "
        "on average."
    ):
        "Casos: {total}; triaje correcto {triage_right}, menos urgentes de lo debido {under_triaged}, más urgentes "
        "de lo debido {over_triaged}; enfermedad en primer lugar {condition_first}, en la lista {condition_listed}; "
        "preguntas: mediana {median_questions:g}, máximo {max_questions}; líneas: mediana {median_lines:g}, máximo "
        "{max_lines}; enfermedades nombradas: {mean_conditions:.1f} de media.",
    "{node} {answer} (known)": "{node} {answer} (sabido)",
    "{node} {answer} (decided)": "{node} {answer} (decidido)",
    "yes": "sí",
    "no": "no",
    "unsure": "no se sabe",
    "next": "después",
    "emergency": "emergencia",
    "same day": "el mismo día",
    "within days": "próximos días",
    "routine": "cita normal",
    "self care": "en casa",
    "same_day": "el mismo día",
    "within_days": "próximos días",
    "self_care": "en casa",
    " or ": " o ",
    "There is no display here (DISPLAY is not set).": "Aquí no hay pantalla (DISPLAY no está definido).",
    "Qt needs libraries of the system: {missing}. Install them now? [y/N] ":
        "Qt necesita bibliotecas del sistema: {missing}. ¿Instalarlas ahora? [s/N] ",
    "Type: {command}": "Escriba: {command}",
    "Qt needs libraries of the system. {type}": "Qt necesita bibliotecas del sistema. {type}",
    "installing {missing}…": "instalando {missing}…",
    "The display {display} does not answer.": "La pantalla {display} no responde.",
    (
        "Qt cannot be loaded ({error}). Type: pip install PySide6-Essentials. Everything but the window, PNG and "
        "PDF works without it."
    ):
        "No se puede cargar Qt ({error}). Escriba: pip install PySide6-Essentials. Todo lo demás, salvo la ventana, "
        "PNG y PDF, funciona sin él.",
    "PDF and PNG cannot be made here. {why}": "Aquí no se pueden crear PDF ni PNG. {why}",
}
