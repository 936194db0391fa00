"""Find what is wrong with the wording: too long, too hard, unexplained, or asked the wrong way round.

There are only warnings, and only in languages whose words are known here.  The aim is a reading age of 9 to 11 years
(GOV.UK and NHS design manuals): sentences of 20 words or fewer, the plain word first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kneetree import edits
from kneetree.checks import readability
from kneetree.checks.codes import Place, Problem, problem
from kneetree.model.tree import Question, Scale, Tree
from kneetree.words.sentences import sentence

MOST_WORDS = 20
MOST_YEARS = 8.0
"""Years of school above which a place is named; one medical word in a short text costs several."""
LEAST_WORDS = 25
"""Below that many words the formulas say nothing."""

_MEDICAL = {
    "en": (
        "thrombosis|thrombus|embolism|anticoagulants?|isch(?:a)?emia|isch(?:a)?emic|claudication|popliteal|patella|patellar|"
        "menisc(?:us|al|i)|(?:o)?edema|h(?:a)?emarthrosis|cellulitis|septic|arthroplasty|tibial?|fibula|fem(?:ur|oral)|"
        "gastrocnemius|tendinopathy|bursa|bursitis|effusion|aneurysm|sarcoma|metasta(?:sis|ses)|phlebitis|dyspn(?:o)?ea|"
        "haemoptysis|syncope|paresis|polycyth(?:a)?emia|thrombophilia|distal|proximal|bilateral|unilateral|acute|chronic"
    ),
    "es": (
        "trombosis|trombo|embolia|anticoagulantes?|isquemia|claudicación|poplíteo|poplítea|rótula|rotuliano|menisco|edema|"
        "hemartrosis|celulitis|séptica|tibial?|peroné|fémur|gemelos|tendinopatía|bursitis|derrame|aneurisma|sarcoma|"
        "metástasis|flebitis|disnea|hemoptisis|síncope|paresia|policitemia|trombofilia|distal|proximal|bilateral"
    ),
}
_MEDICAL_WORD = {language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _MEDICAL.items()}
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_NEGATION = {
    "en": re.compile(r"\b(?:not|no|never|cannot|without|unable|none)\b|n['’]t\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:no|sin|nunca|jamás)\b", re.IGNORECASE),
}
_NEGATIVE_START = {
    "en": re.compile(r"(?:\w+n['’]t|(?:is|are|do|does|can|did|have|has) (?:it |you |the \w+ )?not)\b", re.IGNORECASE),
    "es": re.compile(r"¿?no\b", re.IGNORECASE),
}  # fmt: skip


_PAUSE_EVERY = 20


def wording(tree: Tree) -> Iterator[Problem | None]:
    """Yield the problems of all texts if the tree's language is known here, with ``None`` now and then."""
    language = tree.language.partition("-")[0]
    if language not in readability.LANGUAGES:
        return
    for number, (place, texts) in enumerate(_texts(tree)):
        part, key = place
        node = key if part == "node" else None
        for code, message in _faults(language, texts):
            yield problem(code, message, node, part, key)
        if number % _PAUSE_EVERY == 0:
            yield None
    for key, leaf in tree.leaves():
        whole = [tree.advice[line].text for line in (*leaf.do, *leaf.avoid) if line in tree.advice]
        whole += [tree.warnings[line].text for line in leaf.warnings if line in tree.warnings]
        for code, message in _hard(language, [leaf.title, leaf.reason, *whole]):
            yield problem(code, message, key)
    yield None
    for part, key, entry in _asked(tree):
        for code, message in (*_faults_of_question(language, entry.text), *_hard(language, _all_of(tree, entry))):
            yield problem(code, message, part=part, key=key)


def _texts(tree: Tree) -> Iterator[tuple[tuple[Place, str], list[str]]]:
    """Yield each place with texts that people read, every text once."""
    for part, key, entry in _asked(tree):
        yield (part, key), [entry.text, entry.help, entry.answer_rule, entry.why]
    for key, finding in tree.findings.items():
        yield ("finding", key), [finding.statement]
    for key, advice in tree.advice.items():
        yield ("advice", key), [advice.text]
    for key, warning in tree.warnings.items():
        yield ("warning", key), [warning.text]
    for key, leaf in tree.leaves():
        yield ("node", key), [leaf.title, leaf.reason]


def _asked(tree: Tree) -> Iterator[tuple[Place, str, Question | Scale]]:
    for key, question in tree.questions.items():
        yield "question", key, question
    for key, scale in tree.scales.items():
        yield "scale", key, scale


def _all_of(tree: Tree, entry: Question | Scale) -> list[str]:
    lines = [tree.statement(line) for line in entry.lines] if isinstance(entry, Question) else []
    return [entry.text, entry.help, entry.answer_rule, entry.why, *lines]


def _faults(language: str, texts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the code and the sentence of what is wrong with each text by itself."""
    for text in filter(None, texts):
        for one in readability.sentences(text):
            count = len(one.split())
            if count > MOST_WORDS:
                message = sentence(
                    "{short!r} has {count} words; make it two sentences of at most {most}.",
                    short=_short(one),
                    count=count,
                    most=MOST_WORDS,
                )
                yield "long_sentence", message
        found = _MEDICAL_WORD[language].search(_IN_BRACKETS.sub("", text))
        if found and not _explained(text, found.group()):
            message = sentence(
                "{word!r} is a medical word; write the plain word, then this one in brackets.", word=found.group()
            )
            yield "medical_word", message


def _hard(language: str, texts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with texts that are read together."""
    whole = "\n".join(filter(None, texts))
    years = readability.years_of_school(whole, language)
    if years is not None and years > MOST_YEARS and len(readability.words(whole)) >= LEAST_WORDS:
        message = "The texts need about {years:.0f} years of school; use shorter words and sentences."
        yield "hard_to_read", sentence(message, years=years)


def _faults_of_question(language: str, text: str) -> Iterator[tuple[str, str]]:
    if not text.strip() or edits.is_draft_text(text):
        return  # that it is not written yet is told elsewhere
    if not text.rstrip().endswith("?"):
        yield "no_question_mark", sentence("{short!r} does not end with a question mark.", short=_short(text))
    if len(_NEGATION[language].findall(text)) > 1:
        yield "double_negative", sentence("{short!r} denies twice; ask for what is there.", short=_short(text))
    elif _NEGATIVE_START[language].match(text):
        yield "negative_question", sentence("{short!r} asks for what is not; turn it round.", short=_short(text))


def _explained(text: str, word: str) -> bool:
    """Return whether the word is followed by its meaning in brackets."""
    return re.search(rf"\b{re.escape(word)}\b\s*\(", text, re.IGNORECASE) is not None


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
