"""Why an export or a table of cases cannot be made, in Spanish."""

from __future__ import annotations

# fmt: off
SENTENCES = {
    "{name} does not say which format to export to; let its name end in one of {known}.":
        "{name} no dice a qué formato exportar; haga que su nombre termine en uno de estos: {known}.",
    "There is no export called {format!r}; choose one of {formats}.":
        "No existe la exportación {format!r}; elija una de estas: {formats}.",
    "Row {row}: {reason}": "Fila {row}: {reason}",
    "there is no condition '{cell}' in the tree; write its id or its name.":
        "en el árbol no existe la enfermedad «{cell}»; escriba su id o su nombre.",
    "it has more cells than there are headings; copy the headings of all columns too.":
        "tiene más celdas que encabezados; copie también los encabezados de todas las columnas.",
    "there is no fact '{name}' in the tree; write the id or the statement of a finding.":
        "en el árbol no existe el hecho «{name}»; escriba el id o la frase de un hallazgo.",
    "there are no rows; copy them with their headings.": "no hay filas; cópielas con sus encabezados.",
    "the heading '{twice}' is there twice; take one of the columns out.":
        "el encabezado «{twice}» está dos veces; quite una de las columnas.",
    "'{cell}' is no urgency; write one of {known}.": "«{cell}» no es una urgencia; escriba una de estas: {known}.",
    "'{written}' under {scale!r} is no whole number; write one, or leave it empty.":
        "«{written}» en {scale!r} no es un número entero; escriba uno o déjelo vacío.",
    "'{told}' under {finding!r} is no answer; write yes, no or not sure, or leave it empty.":
        "«{told}» en {finding!r} no es una respuesta; escriba yes, no o not sure, o déjelo vacío.",
    "the id {id!r} is in row {row} too; give one of them another.":
        "el id {id!r} está también en la fila {row}; dele otro a uno de los dos.",
    "this is no table ({error}); copy the rows again.": "esto no es una tabla ({error}); copie otra vez las filas.",
    "There is nothing in {start!r} that Mermaid draws within its limits.":
        "En {start!r} no hay nada que Mermaid dibuje dentro de sus límites.",
    "There is no question, decision, result or region {start!r} in the tree.":
        "En el árbol no hay ninguna pregunta, decisión, resultado ni región {start!r}.",
    "That would take {number} sheets of paper; choose a smaller scale or a larger paper.":
        "Harían falta {number} hojas de papel; elija una escala menor o un papel más grande.",
    "The sheet is too small for its margins; choose a larger one.":
        "La hoja es demasiado pequeña para sus márgenes; elija una más grande.",
    "more than {most}": "más de {most}",
}
