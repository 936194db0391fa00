"""Find statements that have no verb or number, and warnings that do not complete "... if".

There are only warnings, and only in languages whose words are known here.  What counts as a verb is judged generously:
a statement is named only if none of its words can be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kneetree.checks.codes import Problem, problem
from kneetree.model.tree import Tree
from kneetree.words.sentences import sentence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Forms of verbs, and pronouns that have a verb with them.
_ENGLISH = frozenset(
    _WORD.findall("""
    i you he she we they it there who am is are was were be been being has have had having do does did done can
    could cannot will would may might must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't
    doesn't didn't can't couldn't won't wouldn't ache aches appear appears became become becomes began begin begins
    bleed bleeds bled bend bends broke came come comes continue continues cough coughs covers cross crosses dislike
    drink drinks ease eases fall falls fell feel feels felt follow follows gave get gets give gives go goes got grew
    grow grows happen happens heal heals hear hears heard help helps hit hits hurt hurts improve improves increase
    increases itch itches keep keeps kept knew know knows lasts lay lies lie live lives lock locks lose loses lost
    look looks make makes made mean means moves need needs pulsates radiates ran reach reaches remains ride rises
    run runs said say says seem seems seen sit sits sleep sleeps slipped smoke smokes spread spreads stand stands
    start starts stay stays stop stops stood swell swells take takes took tell tells throbs tingle tingles told
    travels turn turns twist use uses wake wakes wear wears weeps weighs went woke work works worsen worsens wore
    affects beats bent blisters bothers bring brings brought bruises built bulges burnt burns buckles catch catches
    caught causes change changes clears click clicks creaks cries cut drains drags drips drives drops dug fades
    fails fits flares forces frees glows grates hangs holds held interferes jerks joins jumps kneels leads leaks
    leaves left led lets lifts limps loosens matches melts opens oozes passes peels plays points pops presses pulls
    pulse pulses pushes put puts rests returns rolls rubs sags sank sat sends settles shakes shines shoots shook
    shows shrinks shrank slept slides slips smells snaps snags spoke squats sticks stings straightens stretches
    strikes struck stuck stung suffers swam swings swung taught tears tenses thinks thought threw tightens tires
    tore touches traps tremble trembles tries understood varies visits vomits waits walks warms wanders weakens
    widens won wound yields
    """)
)
_SPANISH = frozenset(
    _WORD.findall("""
    yo usted ustedes él ella ellos ellas es son era eran fue fueron ser sido está están estaba estaban estuvo estar
    estoy estado he ha han había habían hay hubo haber tengo tiene tienen tenía tuvo tener puedo puede pueden podía
    pudo siento siente sienten sintió noto nota notan notó duele duelen dolía dolió hincha hinchan hinchó crece
    crecen creció empeora empeoran mejora mejoran empieza empiezan empezó comenzó comienza apareció aparece aparecen
    dura duran duró lleva llevan llevaba llevo cede ceden cedió calma calman alivia alivian despierta despiertan
    sale salen salió baja bajan sube suben late laten toma toman tomo tomó usa usan uso vive vivo camino camina
    caminan corre corren corro bloquea bloquean engancha chasquea cruje crujen falla fallan doblo dobla doblan
    estira estiran mueve mueven muevo sigue siguen siguió queda quedan quedó pone ponen puso vuelve vuelven volvió
    va van iba fui voy viene vienen vino hace hacen hizo pasa pasan pasó cuesta cuestan sangra sangran supura pica
    pican arde arden oyó oí sentí caí cayó golpeó torció torcí rompió rompí conoce sabe sé sabemos parece parecen
    pesa pesan fuma fumo bebe bebo tose toso necesita necesito cambia cambian cambió cojea cojeo brota brotan cierra
    cierran abre abren roza rozan tira tiran palpita palpitan quema queman provoca provocan provocó causa causan
    causó mide miden cumplió cumple nació tuve hice recibió recibe recibo operaron operó dijeron dijo cubre cura
    curan afecta afectan
    """)
)
_NO_VERBS = frozenset({"bed", "red", "seed", "shed", "speed", "weed"})
_CONTRACTED = re.compile(r"^(?:he|it|she|that|there|who)['’]s$|['’](?:d|ll|m|re|ve)$")


def _english(words: list[str]) -> bool:
    return any(
        word in _ENGLISH or (word.endswith(("ed", "n't", "n’t")) and word not in _NO_VERBS) or _CONTRACTED.search(word)
        for word in words
    )


_SPANISH_ENDING = re.compile(r"(?:aba|aban|[aií]eron|aron|ió|[^n]ó|aría|ería|iría|ará|erá|irá|arán|erán|irán)$")


def _spanish(words: list[str]) -> bool:
    clitics = {"se", "me", "te"}
    return any(word in _SPANISH or word in clitics or _SPANISH_ENDING.search(word) for word in words)


_HAS_VERB: dict[str, Callable[[list[str]], bool]] = {"en": _english, "es": _spanish}


def has_verb(text: str, language: str) -> bool:
    """Return whether a text may have a verb; true in languages that are not known here."""
    judge = _HAS_VERB.get(language)
    return judge is None or judge(_WORD.findall(text.casefold()))


def statements(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each finding whose statement has no verb."""
    language = tree.language.partition("-")[0]
    for key, finding in tree.findings.items():
        if finding.statement.strip() and not has_verb(finding.statement, language):
            message = sentence(
                "{statement!r} has no verb; write it as a whole sentence that is true or not.",
                statement=finding.statement,
            )
            yield problem("statement_without_verb", message, part="finding", key=key)


def thresholds(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each scale whose thresholds are told without their number."""
    for key, scale in tree.scales.items():
        for words in (scale.at_least, scale.under):
            if words.strip() and "{n}" not in words:
                message = sentence(
                    "{words!r} does not say the number; write {{n}} where the number with its unit belongs.",
                    words=words,
                )
                yield problem("threshold_without_number", message, part="scale", key=key)


# -- warnings --------------------------------------------------------------------------------------

_IF = {
    "en": re.compile(r"(?<!\bas )(?<!\beven )\bif\b", re.IGNORECASE),
    "es": re.compile(r"(?<!\bcomo )(?<!\bincluso )\bsi\b", re.IGNORECASE),
}
_SAID = {"en": "if", "es": "si"}
_NAMES = frozenset(
    _WORD.findall("""
    i i'm i've i'd monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december christmas achilles baker parkinson crohn lyme marfan osgood schlatter
    aquiles google english spanish
    """)
)
"""Words that begin with a capital anywhere."""


def warnings(tree: Tree) -> Iterator[Problem]:
    """Yield the warnings that do not complete a sentence such as "Call 999 if ..."."""
    language = tree.language.partition("-")[0]
    for key, warning in tree.warnings.items():
        text = warning.text.strip()
        if begins_with_capital(text):
            message = sentence(
                '{text!r} begins with a capital letter; it goes on after "... {word}".',
                text=text,
                word=_SAID.get(language, "if"),
            )
            yield problem("warning_capital", message, part="warning", key=key)
        if text.endswith((".", "!")) and not text.endswith(("..", "etc.")):
            message = sentence("{text!r} ends with a full stop; the program ends the sentence.", text=text)
            yield problem("warning_full_stop", message, part="warning", key=key)
        if language in _IF and _IF[language].search(text):
            word = _SAID[language]
            message = sentence(
                '{text!r} holds the word "{word}", which is already in front of it; say only what happens.',
                text=text,
                word=word,
            )
            yield problem("warning_if", message, part="warning", key=key)


def begins_with_capital(text: str) -> bool:
    """Return whether a text begins with a capital that is not that of a name or an abbreviation such as A&E."""
    word = re.split(r"[\s,;:]", text.lstrip("“\"'(¿¡"), maxsplit=1)[0]
    if not word[:1].isupper():
        return False
    plain = re.sub(r"['’]s$", "", word).casefold()
    abbreviation = len(word) > 1 and (word[1:2].isupper() or not word[1:2].isalpha())
    return not abbreviation and plain not in _NAMES and word.casefold() not in _NAMES
