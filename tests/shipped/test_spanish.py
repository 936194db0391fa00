"""The Spanish texts of the shipped tree: complete, fresh, and as exact as the English ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kneetree.files import translation, tree_files
from kneetree.files.translation import Texts
from kneetree.model.tree import Leaf, QuestionNode, Tree
from kneetree.shipped import SHIPPED_TREE
from tests.files.shouting import held_of

ENGLISH = re.compile(
    r"\b(the|and|with|your|you|from|that|this|which|have|been|does|not|pain|knee|leg|foot|calf|swollen|go|call|today|"
    r"doctor|within|days|weeks?|hours|after|before|when|where|what|is|are|of|or|it|if|for|to|in|on|by)\b",
    re.IGNORECASE,
)
EMERGENCY_NUMBERS = re.compile(r"999 or 112|\b999\b|112 o 911|112, 911 o|112, al 911")
ADVICE_LINE = ("NHS 111", "teléfono de consejo sanitario")  # a British number; Spanish readers have lines of their own
SIDES = (
    (r"\b(both|two) (legs?|knees?|calves|feet)\b", r"\blos dos\b|\blas dos\b|\bdos\b"),
    (r"\b(not|no|never|nothing|nobody|none|cannot)\b", r"\b(no|nunca|nada|ni|nadie|ning\w+|sin|imposible|tampoco)\b"),
    (r"\bemergency services\b", r"\bemergencias\b"),
    (r"\bthe same day\b", r"\bel mismo día\b"),
    (r"\btoday\b", r"\bhoy\b"),
    (r"\bcalf\b|\bcalves\b", r"\bpantorrillas?\b"),
    (r"\bkneecap\b", r"\brótula\b|\brodilla\b"),
    (r"\bthighs?\b", r"\bmuslos?\b"),
    (r"\bclots?\b", r"\bcoágulos?\b|\btap\w+"),
)


@pytest.fixture(scope="module")
def english() -> Tree:
    """The tree as it is shipped."""
    return tree_files.read_tree(SHIPPED_TREE).tree


@pytest.fixture(scope="module")
def language() -> translation.Language:
    """The Spanish texts beside it."""
    return translation.read(SHIPPED_TREE.with_name("tree.es.json"))


@pytest.fixture(scope="module")
def pairs(english: Tree, language: translation.Language) -> list[tuple[str, str, str]]:
    """Every text once, as ``(where, English, Spanish)``."""
    found: dict[tuple[str, str], str] = {}
    for part, key, original in translation.originals(english):
        translated = held_of(language, part).get(key)
        if translated is not None:
            for ours, theirs in _fields(original, translated):
                found.setdefault((ours, theirs), f"{part} {key}")
    return [(where, *pair) for pair, where in found.items()]


def _fields(original: Texts, translated: Texts) -> Iterator[tuple[str, str]]:
    for name in Texts.__struct_fields__:
        ours, theirs = getattr(original, name), getattr(translated, name)
        if name in ("of", "call"):  # each language has the number of its own readers
            continue
        if isinstance(ours, tuple):
            yield from zip(ours, theirs, strict=True)
        elif ours or theirs:
            yield ours, theirs


def test_nothing_is_missing_stale_or_left_over(english: Tree, language: translation.Language) -> None:
    assert translation.gaps(english, language) == []


def test_one_english_text_has_one_spanish_text(pairs: list[tuple[str, str, str]]) -> None:
    first: dict[str, str] = {}
    assert [(where, ours) for where, ours, theirs in pairs if first.setdefault(ours, theirs) != theirs] == []


def test_every_safety_net_is_translated_line_by_line(english: Tree, language: translation.Language) -> None:
    spanish = translation.translate(english, language)
    for key, leaf in english.nodes.items():
        if isinstance(leaf, Leaf):
            twin = spanish.nodes[key]
            assert isinstance(twin, Leaf)
            assert twin.get_help_if == leaf.get_help_if
            assert twin.do == leaf.do
            assert twin.urgency is leaf.urgency
    for part in ("warning", "advice"):
        for key, entry in english.parts[part].items():
            assert spanish.parts[part][key].text != entry.text, key


def test_only_the_texts_change(english: Tree, language: translation.Language) -> None:
    spanish = translation.translate(english, language)
    bare = translation.originals(spanish)
    assert [(part, key) for part, key, _ in bare] == [(part, key) for part, key, _ in translation.originals(english)]
    for key, node in english.nodes.items():
        twin = spanish.nodes[key]
        if isinstance(node, QuestionNode):
            assert twin == node
        else:
            assert twin.edges() == node.edges()
    for key, question in english.questions.items():
        assert spanish.questions[key].findings == question.findings


def test_no_english_is_left_over(pairs: list[tuple[str, str, str]]) -> None:
    assert [(where, theirs) for where, _, theirs in pairs if ENGLISH.search(theirs)] == []


def test_numbers_survive(pairs: list[tuple[str, str, str]]) -> None:
    def numbers(text: str) -> list[str]:
        return sorted(re.findall(r"\d+", EMERGENCY_NUMBERS.sub("", text.replace(ADVICE_LINE[0], ""))))

    assert [(where, ours, theirs) for where, ours, theirs in pairs if numbers(ours) != numbers(theirs)] == []


def test_emergency_numbers_are_given_where_the_english_gives_them(pairs: list[tuple[str, str, str]]) -> None:
    numbers = re.compile(r"112 o 911|112, 911 o|112, al 911")
    wrong = [
        theirs
        for _, ours, theirs in pairs
        if bool(re.search(r"\b999\b", ours)) != bool(numbers.search(theirs)) or re.search(r"\b999\b", theirs)
    ]
    assert wrong == []


def test_the_advice_line_is_named_where_the_english_names_it(pairs: list[tuple[str, str, str]]) -> None:
    ours_named, theirs_named = ADVICE_LINE
    wrong = [
        theirs for _, ours, theirs in pairs if (ours_named in ours) != (theirs_named in theirs) or ours_named in theirs
    ]
    assert wrong == []


@pytest.mark.parametrize(("ours", "theirs"), SIDES, ids=[theirs for _, theirs in SIDES])
def test_what_a_life_hangs_on_survives(pairs: list[tuple[str, str, str]], ours: str, theirs: str) -> None:
    """Negations, sides, times and places: a word in the English has its word in the Spanish."""
    lost = [
        (where, original, translated)
        for where, original, translated in pairs
        if re.search(ours, original, re.IGNORECASE) and not re.search(theirs, translated, re.IGNORECASE)
    ]
    assert lost == []


def test_spanish_negates_nothing_that_the_english_affirms(pairs: list[tuple[str, str, str]]) -> None:
    """``no`` in an advice or a safety net has its reason in the English."""
    negated = r"\b(not|no|none|never|nothing|nobody|cannot|without|avoid|stop|fail\w*|impossible|un\w+|hardly|miss)\b"
    more = r"hold still|stay still|stays|keep away|weight off|before"
    lost = [
        (where, original, translated)
        for where, original, translated in pairs
        if re.search(r"\b(no|nunca|nada|nadie)\b", translated, re.IGNORECASE)
        and not re.search(f"{negated}|{more}", original, re.IGNORECASE)
    ]
    assert lost == []


def test_questions_stay_questions(pairs: list[tuple[str, str, str]]) -> None:
    assert [
        (where, theirs)
        for where, ours, theirs in pairs
        if not ours.count("?") == theirs.count("?") == theirs.count("¿")
    ] == []


def test_the_reader_is_addressed_politely_and_plainly(pairs: list[tuple[str, str, str]]) -> None:
    familiar = re.compile(r"\b(tú|tu|tus|tienes|puedes|eres|estás|ti|vosotros|vuestr\w+|vos)\b", re.IGNORECASE)
    assert [(where, theirs) for where, _, theirs in pairs if familiar.search(theirs)] == []


def test_sentences_are_short(pairs: list[tuple[str, str, str]]) -> None:
    """Spanish takes more words than English; what is asked and advised still stays within 25 a sentence."""
    long = [
        (where, sentence)
        for where, _, theirs in pairs
        if where.startswith("node ")
        for sentence in re.split(r"(?<=[.?!:;])\s", theirs)
        if len(sentence.split()) > 25
    ]
    assert long == []
