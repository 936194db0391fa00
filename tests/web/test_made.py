"""The web page as it is made: nothing in a tree can run in it, and each part is what it says."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import re
import string
from collections import Counter

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits, exchange, words
from kneetree.exchange.web.page import HERE, MODULES, SPACED, data_text, page, script, style
from kneetree.exchange.web.page_words import NAMES, OWN, WORDS
from kneetree.files import beside, translation
from kneetree.model.tree import Tree
from kneetree.shipped import SHIPPED_TREE
from tests.shipped.in_languages import shipped_in
from tests.trees import ask, leaf, make, small

DAY = datetime.date(2026, 11, 28)
EVIL = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> \u2028 \u0000 {number}"


def evil() -> Tree:
    """A tree in which every text tries to become markup."""
    tree = make(
        {"q": ask("f", "a", "b", text=EVIL, help=EVIL, why=EVIL), "a": leaf(title=EVIL), "b": leaf()}, title=EVIL
    )
    tree.review = None
    return tree


def elements(made: bytes) -> html5lib.treebuilders:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(made.decode())


@pytest.mark.parametrize("tree", [small(), evil()])
def test_the_page_is_valid_and_runs_two_scripts_of_which_one_is_data(tree: Tree) -> None:
    document = elements(page([tree], DAY))
    scripts = [(element.get("type"), element.get("id")) for element in document.iter("script")]
    assert scripts == [("application/json", "tree"), (None, None)]
    named = [element for element in document.iter() if isinstance(element.tag, str)]
    assert [element.tag for element in named if element.get("src") or element.tag in ("link", "img", "iframe")] == []
    assert [key for element in named for key in element.attrib if key.startswith("on") or key == "style"] == []
    ids = Counter(element.get("id") for element in named if element.get("id"))
    assert [key for key, times in ids.items() if times > 1] == []


def test_the_policy_names_the_script_and_the_styles_by_what_they_are() -> None:
    document = elements(page([small()], DAY))
    policy = next(e.get("content") for e in document.iter("meta") if e.get("http-equiv"))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.keys() == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"

    def hashes(texts: list[str]) -> str:
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        return " ".join(f"'sha256-{digest}'" for digest in digests)

    assert rules["script-src"] == hashes([e.text for e in document.iter("script") if not e.get("type")])
    assert rules["style-src"] == hashes([element.text for element in document.iter("style")])


@given(st.text(alphabet=st.sampled_from("</script!->&\u2028\u2029 a\\\"'"), max_size=40))
def test_data_stays_data_and_comes_back_as_it_was(text: str) -> None:
    made = data_text({"text": text})
    assert "<" not in made
    assert "\u2028" not in made
    assert json.loads(made) == {"text": text}


def test_the_script_reads_no_markup_stores_nothing_and_asks_nobody() -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|localStorage|sessionStorage"
    )
    forbidden += r"|indexedDB|cookie|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|location|import\(|\.style\b"
    assert re.findall(forbidden, script()) == []
    assert "import " not in re.sub(r"//.*", "", script())


def test_the_parts_of_the_script_have_no_name_twice_and_are_in_order() -> None:
    code = "\n".join((HERE / f"{module}.js").read_text("utf-8") for module in MODULES)
    names = Counter(re.findall(r"^(?:export )?(?:async )?(?:function\*?|const|let) (\w+)", code, re.MULTILINE))
    assert [name for name, times in names.items() if times > 1] == []
    for place, module in enumerate(MODULES):
        asked = re.findall(r'from "./(\w+).js"', (HERE / f"{module}.js").read_text("utf-8"))
        assert set(asked) <= {*MODULES[:place]}, module
    assert {path.stem for path in HERE.glob("*.js")} == {*MODULES}
    assert all(len((HERE / f"{module}.js").read_text("utf-8").splitlines()) <= 350 for module in MODULES)


def test_no_text_of_the_script_goes_over_a_line_since_lines_lose_their_indent() -> None:
    lines = [line for module in MODULES for line in (HERE / f"{module}.js").read_text("utf-8").splitlines()]
    code = [line for line in lines if not re.match(r" *(//|/\*\*| )", line)]
    assert [line for line in code if line.count("`") % 2] == []
    assert not re.search(r"^\s|^//|/\*\*", script(), re.MULTILINE)


def test_no_text_of_the_script_loses_a_blank_where_code_does() -> None:
    lines = [line for module in MODULES for line in (HERE / f"{module}.js").read_text("utf-8").splitlines()]
    code = [line for line in lines if not re.match(r" *(//|/\*\*| \*)", line)]
    texts = [text for line in code for text in re.findall(r'"[^"]*"|`[^`]*`|/[^/ ][^/]*/[gsu]', line)]
    assert len(texts) > 500
    kept = [re.sub(r"\$\{[^}]*\}?", "", text) for text in texts]
    assert [text for text in kept if SPACED.search(text)] == []


def test_each_word_is_asked_for_and_is_there() -> None:
    code, known = script(), [*WORDS, *OWN["en"]]
    assert len(known) == len(set(known))
    for key in known:
        whole = re.sub(r"\.(one|many)$|(_again)?(_number)?$", "", key)
        asked = f'"{whole}"' in code or f"`{whole.rpartition('.')[0]}.$" in code
        assert asked or key.startswith("web.deny.") or key == "web.no_script", key
    for key in re.findall(r'say\(page, "([^"]+)"', code):
        assert key in known, key


def test_every_language_has_the_same_words_with_the_same_blanks() -> None:
    assert OWN.keys() == NAMES.keys() == words.LANGUAGES.keys()
    for told in OWN.values():
        assert told.keys() == OWN["en"].keys()
        for key, text in told.items():
            blanks = [
                {name for _, name, _, _ in string.Formatter().parse(one) if name} for one in (text, OWN["en"][key])
            ]
            assert blanks[0] == blanks[1], key


def test_the_page_says_which_version_it_is_and_what_a_review_says() -> None:
    tree = small()
    data = data_of(page([tree], DAY))
    assert data["about"]["version"] == "1.0.0"
    assert data["about"]["made"] == "2026-11-28"
    assert data["languages"][0]["review"]["now"] == words.text("en", "review.draft")
    tree.apply(edits.sign_off(tree, "A. Doctor", "GP", "2025-11-24", "2026-11-24"))
    text = page([tree], DAY).decode()
    assert "The review that was due on 2026-11-24 has not been recorded." in text.partition("<main")[0]
    data = data_of(text.encode())
    assert data["about"]["next_review"] == "2026-11-24"
    assert "Next review: 2026-11-24" in data["languages"][0]["review"]["now"]
    assert "has not been recorded" in data["languages"][0]["review"]["past"]


def test_a_language_that_lacks_a_warning_is_not_offered() -> None:
    tree = beside.with_languages(shipped_in("en"), beside.read(SHIPPED_TREE).languages)
    assert [each["tag"] for each in data_of(exchange.export(tree, "html"))["languages"]] == ["en", "es"]
    spanish = translation.read(translation.languages(SHIPPED_TREE)["es"])
    lacking = structs.replace(spanish, warnings=dict(list(spanish.warnings.items())[1:]))
    tree = beside.with_languages(shipped_in("en"), {"es": lacking})
    assert [each["tag"] for each in data_of(exchange.export(tree, "html"))["languages"]] == ["en"]


def test_the_chart_stands_in_the_page_without_the_rules() -> None:
    text = page([small()], DAY).decode()
    inside = text.partition("<noscript>\n")[2].partition("</noscript>\n</main>")[0]
    assert "go to" in inside
    assert "safety rules" not in inside
    assert "safety rules" in exchange.export(small(), "chart.html").decode()


def test_the_chart_in_the_page_tells_once_how_each_condition_gets_better() -> None:
    tree = shipped_in("en")
    text = page([tree], DAY).decode()
    inside = text.partition("<noscript>\n")[2].partition("</noscript>\n</main>")[0]
    told = re.findall(r'<section id="?r(\d+)"?>(<h3>.*?)</section>', inside, re.DOTALL)
    assert len({how for _, how in told}) == len(told) > 20, "somebody to be examined first is told less: another text"
    links = re.findall(r'<a href="?#(r\d+)"?>', inside)
    assert {*links} == {f"r{number}" for number, _ in told}
    assert len(links) > len(told)
    assert {*re.findall(r'<use href="?#([\w-]+)"?/?>', inside)} <= {*re.findall(r'<symbol id="?([\w-]+)', inside)}


def test_nothing_that_only_authors_need_is_in_the_page() -> None:
    tree = shipped_in("en")
    text = page([tree], DAY).decode()
    data = text.partition('id="tree">')[2].partition("</script>")[0]
    story = next(case.story for case in tree.cases.values() if case.story)
    assert story not in text
    assert not any(finding.means in data for finding in tree.findings.values() if len(finding.means) > 40)
    assert len(script()) + len(style()) < 70_000


def data_of(made: bytes) -> dict[str, dict[str, str]]:
    text = made.decode().partition('id="tree">')[2].partition("</script>")[0]
    data: dict[str, dict[str, str]] = json.loads(text)
    return data
