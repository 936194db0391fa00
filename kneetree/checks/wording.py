"""Find what is wrong with the wording: too long, too hard, unexplained, or asked the wrong way round.

There are only warnings, and only in languages whose words are known here.  The aim is a reading age of 9 to 11 years
(GOV.UK and NHS design manuals): sentences of 20 words or fewer, the plain word first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kneetree.checks import readability
from kneetree.checks.codes import Problem, problem
from kneetree.model.tree import Node, Question, Tree

MOST_WORDS = 20
MOST_YEARS = 8.0
"""Years of school above which a node is named; one medical word in a short text costs several."""
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


_PAUSE_EVERY = 10


def wording(tree: Tree) -> Iterator[Problem | None]:
    """Yield the problems of all nodes if the tree's language is known here, with ``None`` now and then."""
    language = tree.language.partition("-")[0]
    if language in readability.LANGUAGES:
        for number, (key, node) in enumerate(tree.nodes.items()):
            yield from _node(language, key, node)
            if number % _PAUSE_EVERY == 0:
                yield None


def _node(language: str, key: str, node: Node) -> Iterator[Problem]:
    texts = _texts(node)
    for text in texts:
        for sentence in readability.sentences(text):
            count = len(sentence.split())
            if count > MOST_WORDS:
                message = f"{_short(sentence)} has {count} words; make it two sentences of at most {MOST_WORDS}."
                yield problem("long_sentence", message, key)
        found = _MEDICAL_WORD[language].search(_IN_BRACKETS.sub("", text))
        if found and not _explained(text, found.group()):
            message = f"{found.group()!r} is a medical word; write the plain word, then this one in brackets."
            yield problem("medical_word", message, key)
    whole = "\n".join(texts)
    years = readability.years_of_school(whole, language)
    if years is not None and years > MOST_YEARS and len(readability.words(whole)) >= LEAST_WORDS:
        message = f"The texts need about {years:.0f} years of school; use shorter words and sentences."
        yield problem("hard_to_read", message, key)
    if isinstance(node, Question):
        yield from _asked(language, key, node.text)


def _asked(language: str, key: str, text: str) -> Iterator[Problem]:
    if not text.rstrip().endswith("?"):
        yield problem("no_question_mark", f"{_short(text)} does not end with a question mark.", key)
    if len(_NEGATION[language].findall(text)) > 1:
        yield problem("double_negative", f"{_short(text)} denies twice; ask for what is there.", key)
    elif _NEGATIVE_START[language].match(text):
        yield problem("negative_question", f"{_short(text)} asks for what is not; turn it round.", key)


def _texts(node: Node) -> list[str]:
    if isinstance(node, Question):
        return [text for text in (node.text, node.help, node.why, *(item.text for item in node.items)) if text]
    return [text for text in (node.title, node.reason, *node.do, *node.avoid, *node.get_help_if) if text]


def _explained(text: str, word: str) -> bool:
    """Return whether the word is followed by its meaning in brackets."""
    return re.search(rf"\b{re.escape(word)}\b\s*\(", text, re.IGNORECASE) is not None


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
