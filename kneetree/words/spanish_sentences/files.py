"""Why a file cannot be read or written, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    (
        "{name} cannot be taken away: there is no room to keep an earlier version of it in {folder}, or no permission. "
        "Nothing was written. Make room there, or get permission to write there, and save again."
    ):
        "{name} no se puede quitar: en {folder} no hay sitio o no hay permiso para guardar una versión anterior. No se "
        "ha escrito nada. Haga sitio o consiga permiso para escribir ahí y guarde otra vez.",
    "{name} cannot be saved: a device or a pipe has that name. Choose another name, or move it away first.":
        "{name} no se puede guardar: un dispositivo o una tubería tiene ese nombre. Elija otro nombre o quítelo antes "
        "de ahí.",
    "{name} cannot be taken away: {why}. Ask the owner of its folder, or delete it yourself.":
        "{name} no se puede quitar: {why}. Pregunte al propietario de su carpeta o bórrelo usted.",
    "A line of the journal cannot be read: {error}.": "No se puede leer una línea del diario: {error}.",
    "The crash journal cannot be written in {parent}; save often.":
        "El diario de recuperación no se puede escribir en {parent}; guarde a menudo.",
    "The crash journal cannot be written (is the disk full?); save now.":
        "El diario de recuperación no se puede escribir (¿está lleno el disco?); guarde ahora.",
    "The crash journal cannot be written to the disk; save now.":
        "El diario de recuperación no se puede escribir en el disco; guarde ahora.",
    "{word} {reason}": "{word} {reason}",
    "is too large; write a smaller number": "es demasiado grande; escriba un número menor",
    "is not allowed in a tree file; write a number in digits":
        "no puede estar en el archivo de un árbol; escriba un número con cifras",
    "true, false or null": "true, false o null",
    "a number": "un número",
    "a list": "una lista",
    "an object with keys": "un objeto con claves",
    "text": "un texto",
    "a whole number": "un número entero",
    "true or false": "true o false",
    "a character in this file cannot be read; save it as UTF-8 again":
        "hay un carácter de este archivo que no se puede leer; guárdelo otra vez como UTF-8",
    "`{key}` is missing; add it": "falta `{key}`; añádalo",
    "this key is not known here; take it out or mend its spelling":
        "esta clave no se conoce aquí; quítela o corrija cómo está escrita",
    "must be {wanted}, not {given}": "tiene que ser {wanted}, no {given}",
    "{word!r} is not one of the words allowed here": "{word!r} no es una de las palabras que se admiten aquí",
    "must be a colour such as `#0B5C7A`": "tiene que ser un color, por ejemplo `#0B5C7A`",
    "an id is lower-case letters, digits and `_`, such as `calf_swollen`":
        "un id lleva minúsculas sin acentos, cifras y `_`, por ejemplo `calf_swollen`",
    "must be a number of at most {most}": "tiene que ser un número no mayor que {most}",
    "must be a number of at least {least}": "tiene que ser un número no menor que {least}",
    "must be a list of {count}": "tiene que ser una lista de {count}",
    " line {number}": " línea {number}",
    "{name}: nested too deeply to be a tree file.": "{name}: tiene demasiados niveles para ser el archivo de un árbol.",
    "it does not fit the format": "no se ajusta al formato",
    "nested too deeply": "tiene demasiados niveles",
    "the key {twice!r} is given twice; take one away.": "la clave {twice!r} está dos veces; quite una.",
    "half of a character is here, such as one part of an emoji; write it again":
        "aquí hay medio carácter, por ejemplo una parte de un emoji; escríbalo de nuevo",
    "{path} comes with the program; choose another name or folder.":
        "{path} viene con el programa; elija otro nombre u otra carpeta.",
    (
        "{name} would have {size} MB and could not be opened again: a file may have {most}. Nothing was written; "
        "the file holds what it held, and your work stays open. Take out large pictures or long texts, or undo, and "
        "save again."
    ):
        "{name} tendría {size} MB y no se podría volver a abrir: un archivo puede tener {most}. No se ha escrito "
        "nada; el archivo sigue como estaba y su trabajo sigue abierto. Quite imágenes grandes o textos largos, o "
        "deshaga, y guarde otra vez.",
    "{name}{line}: `{where}`: this is {size}.": "{name}{line}: `{where}`: esto es {size}.",
    "{name}{line}: case {id!r}: its own keys hold {fault}.":
        "{name}{line}: caso {id!r}: sus claves propias contienen {fault}.",
    "{name}{line}: there are {fault}.": "{name}{line}: hay {fault}.",
    "{name}{line}: `{part}.{key}.{row}`: this is {size}.": "{name}{line}: `{part}.{key}.{row}`: esto es {size}.",
    "The language {language!r} cannot be used: the program cannot say in it how urgently to get help.":
        "El idioma {language!r} no se puede usar: el programa no sabe decir en él con qué urgencia hay que buscar "
        "ayuda.",
    '{name}: not a language file; its `format` must be "{format}".':
        '{name}: no es un archivo de idioma; su `format` tiene que ser "{format}".',
    "{name}{line}: its name says {named!r} and its `language` says {told!r}; mend the wrong one.":
        "{name}{line}: su nombre dice {named!r} y su `language` dice {told!r}; corrija el que esté mal.",
    (
        "The language {language!r} cannot be used: {count} warnings, lines of advice or texts about emergencies "
        "(first {key!r}) are not translated or have changed since."
    ):
        "El idioma {language!r} no se puede usar: hay {count} advertencias, consejos o textos sobre emergencias (el "
        "primero, {key!r}) sin traducir o que han cambiado desde entonces.",
    '{name}{line}: not a {family} file; its `format` must be "{wanted}".':
        '{name}{line}: no es un archivo de {family}; su `format` tiene que ser "{wanted}".',
    "{name}{line}: the id {id!r} is given twice in `{part}`; give the second another.":
        "{name}{line}: el id {id!r} está dos veces en `{part}`; dele otro al segundo.",
    "{name} is empty; choose a tree file, or save the tree again.":
        "{name} está vacío; elija el archivo de un árbol o guarde otra vez el árbol.",
    "{name} line 1: it begins with a byte order mark; save it as plain UTF-8 without one.":
        "{name} línea 1: empieza con una marca de orden de bytes; guárdelo como UTF-8 sin ella.",
    "{name}: a tree file is a JSON object with `format`; this is something else.":
        "{name}: el archivo de un árbol es un objeto JSON con `format`; esto es otra cosa.",
    (
        "{name}{line}: written as {found!r}, which this kneetree does not read; ask its author for the file as "
        "{wanted!r}."
    ):
        "{name}{line}: está escrito como {found!r}, que este kneetree no lee; pida a su autor el archivo como "
        "{wanted!r}.",
    "{name} line {line}: not UTF-8 text; save the file as UTF-8.":
        "{name} línea {line}: no es texto UTF-8; guarde el archivo como UTF-8.",
    "{name} line {line}: not valid JSON ({why}); mend that line.":
        "{name} línea {line}: no es JSON válido ({why}); corrija esa línea.",
    "`{key}` goes with a list that names `yes` and `no`; take it out":
        "`{key}` va con una lista que indica `yes` y `no`; quítelo",
    "{name}{line}: case {id!r}: `{path}`: {reason}.": "{name}{line}: caso {id!r}: `{path}`: {reason}.",
    "{name}{line}: `points` of {key!r} names {named!r}, which is not in the list.":
        "{name}{line}: `points` de {key!r} nombra {named!r}, que no está en la lista.",
    "Expecting value": "falta un valor",
    "Expecting property name enclosed in double quotes": "falta una clave entre comillas dobles",
    "Expecting ':' delimiter": "faltan dos puntos",
    "Expecting ',' delimiter": "falta una coma",
    "Unterminated string starting at": "un texto que empieza aquí no termina",
    "Invalid control character at": "hay un carácter de control",
    "Invalid \\escape": "una barra inversa no va seguida de lo que debe",
    "Invalid \\uXXXX escape": "un \\uXXXX está mal escrito",
    "Extra data": "sobra algo detrás",
    "Illegal trailing comma before end of object": "sobra una coma al final del objeto",
    "Illegal trailing comma before end of array": "sobra una coma al final de la lista",
    "{path} is a folder; choose a file name.": "{path} es una carpeta; elija un nombre de archivo.",
    "{name} is a folder; name a file in it.": "{name} es una carpeta; indique un archivo de ella.",
    "{name} is not an ordinary file; copy its content into one.":
        "{name} no es un archivo corriente; copie su contenido en uno.",
    "{name} has {size} MB; a tree file may have {most}.":
        "{name} tiene {size} MB; el archivo de un árbol puede tener {most}.",
    "There is no file {name}; check the name and the folder.":
        "No existe el archivo {name}; compruebe el nombre y la carpeta.",
    "{name} may not be read; ask its owner for permission.":
        "No hay permiso para leer {name}; pídalo a su propietario.",
    "{name} cannot be read: {why}.": "No se puede leer {name}: {why}.",
    "{name} cannot be saved: there is no folder {folder}. Make that folder, or choose another place.":
        "No se puede guardar {name}: no existe la carpeta {folder}. Cree esa carpeta o elija otro sitio.",
    (
        "{name} cannot be saved: something has deleted what was just written for it. Save again, or choose another "
        "place."
    ):
        "No se puede guardar {name}: algo ha borrado lo que se acababa de escribir para él. Guarde otra vez o elija "
        "otro sitio.",
    "{name} cannot be saved: no permission there; choose another folder.":
        "No se puede guardar {name}: no hay permiso en ese sitio; elija otra carpeta.",
    "{name} cannot be saved: {why}; choose another place.": "No se puede guardar {name}: {why}; elija otro sitio.",
    (
        "{name} cannot be saved: there is no room left on that disk. Make room there and save again, or choose "
        "another place."
    ):
        "No se puede guardar {name}: no queda espacio en ese disco. Haga sitio y guarde otra vez, o elija otro "
        "lugar.",
    "{name}: this is no workbook that can be read; save it as .xlsx again, or as CSV.":
        "{name}: no es un libro de cálculo que se pueda leer; guárdelo otra vez como .xlsx, o como CSV.",
    "{name}: this is no workbook that can be read: it declares a document type; save it as .xlsx again.":
        "{name}: no es un libro de cálculo que se pueda leer: declara un tipo de documento; guárdelo otra vez como "
        ".xlsx.",
    "{name} is too large: it unpacks to more than {megabytes} MB, or {parts} parts; save the one sheet alone.":
        "{name} es demasiado grande: descomprimido pasa de {megabytes} MB o de {parts} partes; guarde solo la hoja "
        "que hace falta.",
    "{name} has more than {cells:,} cells; leave only the table in the sheet, or save it as CSV.":
        "{name} tiene más de {cells:,} celdas; deje solo la tabla en la hoja, o guárdela como CSV.",
    "the journal": "el diario",
}
