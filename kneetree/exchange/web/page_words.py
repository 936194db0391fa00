"""The words of the web page: those of the reports that its script asks for, and its own in each language."""

from __future__ import annotations

NAMES = {"en": "English", "es": "Español"}
"""The languages as their own speakers call them."""

WORDS = (
    "urgency.emergency", "urgency.same_day", "urgency.within_days", "urgency.routine", "urgency.self_care",
    "urgency.emergency_number", "action.emergency", "action.same_day", "action.within_days", "action.routine",
    "action.self_care",
    "help.emergency", "help.emergency_number", "help.emergency_again", "help.emergency_again_number", "help.same_day",
    "help.within_days", "help.routine", "help.same_day_again", "help.within_days_again", "help.routine_again",
    "fact.age", "fact.and", "fact.earlier", "fact.number", "fact.not", "fact.not_so", "fact.answered_no",
    "unit.years.one", "unit.years.many", "unit.days.one", "unit.days.many", "unit.weeks.one", "unit.weeks.many",
    "unit.months.one", "unit.months.many",
    "answer.yes", "answer.no", "answer.unsure", "answer.none_of_these", "answer.unsure_of",
    "heading.reason", "heading.do", "heading.avoid", "heading.other_advice", "heading.conditions",
    "heading.conditions_note", "heading.one_condition_note", "heading.results", "heading.results_note",
    "heading.said", "heading.recovery", "heading.first_days", "heading.exercises", "heading.back_to_activity",
    "heading.back_after_exam",
    "heading.changes", "heading.unknowns", "heading.sources", "heading.about", "heading.emergency",
    "heading.intended", "heading.not_for", "heading.said_yes", "heading.said_no", "said_no.more.one",
    "said_no.more.many", "heading.said_unsure", "heading.unasked", "heading.you_said", "unasked.one", "unasked.many",
    "said.none", "unsure.note", "unsure.note_emergency", "unknown.urgency_all", "unknown.result_all",
    "unknown.nothing_all", "unsure.quoted", "unsure.others.one", "unsure.others.many", "change.facts",
    "change.between", "change.perhaps", "nearest.none_emergency", "nearest.none", "nearest.none_of_last",
    "unknown.urgency", "unknown.number", "unknown.number_days", "unknown.result", "unknown.nothing", "page.version",
    "page.content", "page.made", "page.licence", "page.authors", "page.each_answer", "path.question", "path.known",
    "ask.why", "ask.where_more", "ask.where_last", "led.yes", "led.no", "led.ticked", "led.not_ticked", "led.unsure",
    "ask.number_outside", "ask.time_outside", "statement.can",
)  # fmt: skip
"""The keys of ``kneetree.words`` that the script asks for."""

_ENGLISH = {
    "web.start": "Start",
    "web.not_a_diagnosis":
        "This is not a diagnosis and does not replace a doctor. Nothing you answer leaves this device, and nothing is "
        "kept when you close the page.",
    "web.emergency_number": "In an emergency, call {number} now.",
    "web.emergency": "In an emergency, call your local emergency number now.",
    "web.what_for": "What this is for, and what it is not",
    "web.back": "Back",
    "web.continue": "Continue",
    "web.unsure": "I'm not sure",
    "web.unsure_of": "Not sure: {statement}",
    "web.how_to_look": "How to look",
    "web.how_to_tell": "How to tell",
    "web.as_before": "As you left it. It counts only once you continue.",
    "web.answers": "Your answers so far",
    "web.change": "Change",
    "web.change_of": "Change: {question} {answer}",
    "web.call": "Call {number}",
    "web.print": "Print",
    "web.again": "Start again",
    "web.language": "Language",
    "web.or_choose": "Or choose, if one of these fits:",
    "web.number": "Type a whole number, or choose one of the answers below.",
    "web.unit": "Unit of time",
    "web.unit.days": "days",
    "web.unit.weeks": "weeks",
    "web.unit.months": "months",
    "web.unit.years": "years",
    "web.touch": "Touch the picture, or tick the lines.",
    "web.where_rises": "Question {number}, at most {more} more, since “not sure” leaves both possibilities open",
    "web.slip.ticked": "I ticked that by mistake",
    "web.slip.answered": "I answered that by mistake",
    "web.slip.unsure": "I am sure now: ask me again",
    "web.more": "What it may be, what you said, sources",
    "web.out_of_date": "This page is out of date.",
    "web.deny.problem.1": "This does not apply, continue",
    "web.deny.problem.2": "Neither of these, continue",
    "web.deny.problem.3": "None of these, continue",
    "web.deny.usual.1": "This does not apply, continue",
    "web.deny.usual.2": "Neither of these applies, continue",
    "web.deny.usual.3": "None of these applies, continue",
    "web.deny.ability.1": "I cannot do this, continue",
    "web.deny.ability.2": "I can do neither of these, continue",
    "web.deny.ability.3": "I can do none of these, continue",
    "web.no_script":
        "The questions cannot be asked one by one here, because scripts do not run. On an iPhone, a page that was "
        "opened from Files or Mail never runs them: open it from a web address instead. Meanwhile you can follow the "
        "numbered chart below.",
}  # fmt: skip
_SPANISH = {
    "web.start": "Empezar",
    "web.not_a_diagnosis":
        "Esto no es un diagnóstico y no sustituye al médico. Nada de lo que responda sale de este dispositivo, y nada "
        "se guarda cuando cierra la página.",
    "web.emergency_number": "En una emergencia, llame ahora al {number}.",
    "web.emergency": "En una emergencia, llame ahora a su número local de emergencias.",
    "web.what_for": "Para qué sirve esto, y para qué no",
    "web.back": "Atrás",
    "web.continue": "Continuar",
    "web.unsure": "No lo sé",
    "web.unsure_of": "No lo sé: {statement}",
    "web.how_to_look": "Cómo comprobarlo",
    "web.how_to_tell": "Cómo saberlo",
    "web.as_before": "Como usted lo dejó. Solo cuenta cuando continúe.",
    "web.answers": "Sus respuestas hasta ahora",
    "web.change": "Cambiar",
    "web.change_of": "Cambiar: {question} {answer}",
    "web.call": "Llamar al {number}",
    "web.print": "Imprimir",
    "web.again": "Empezar de nuevo",
    "web.language": "Idioma",
    "web.or_choose": "O elija, si algo de esto coincide:",
    "web.number": "Escriba un número entero o elija una de las respuestas de abajo.",
    "web.unit": "Unidad de tiempo",
    "web.unit.days": "días",
    "web.unit.weeks": "semanas",
    "web.unit.months": "meses",
    "web.unit.years": "años",
    "web.touch": "Toque el dibujo o marque las líneas.",
    "web.where_rises":
        "Pregunta {number}, como mucho {more} más, porque «no lo sé» deja abiertas las dos posibilidades",
    "web.slip.ticked": "Lo marqué por error",
    "web.slip.answered": "Lo respondí por error",
    "web.slip.unsure": "Ahora sí lo sé: pregúntemelo otra vez",
    "web.more": "Qué puede ser, qué ha dicho, fuentes",
    "web.out_of_date": "Esta página está desactualizada.",
    "web.deny.problem.1": "Esto no se cumple, continuar",
    "web.deny.problem.2": "Nada de esto, continuar",
    "web.deny.problem.3": "Nada de esto, continuar",
    "web.deny.usual.1": "Esto no se cumple, continuar",
    "web.deny.usual.2": "No se cumple nada de esto, continuar",
    "web.deny.usual.3": "No se cumple nada de esto, continuar",
    "web.deny.ability.1": "No puedo hacerlo, continuar",
    "web.deny.ability.2": "No puedo hacer nada de esto, continuar",
    "web.deny.ability.3": "No puedo hacer nada de esto, continuar",
    "web.no_script":
        "Aquí no se pueden hacer las preguntas una por una, porque no se ejecutan scripts. En un iPhone, una página "
        "abierta desde Archivos o Mail nunca los ejecuta: ábrala desde una dirección web. Mientras tanto, puede seguir "
        "el esquema numerado de abajo.",
}  # fmt: skip
OWN = {"en": _ENGLISH, "es": _SPANISH}
"""What only the web page says, by language; every language has the same keys and blanks."""
