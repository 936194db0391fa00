"""Every format: what is in it can be read back, and text from a file is never markup."""

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import html5lib
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneetree import edits, exchange, layout
from kneetree.drawing import text_width
from kneetree.errors import KneetreeError
from kneetree.exchange.export_words import words_of
from kneetree.exchange.table import guarded
from kneetree.model.tree import About, Region, Topic, Tree, Urgency
from tests.luck import examples
from tests.trees import ask, ask_items, leaf, make, small

EVIL = "<script>alert(1)</script> & \"q\" 'a' \\N #35; `x` ]]> --> \x00\x1b\x85 \n=1+1 {{x}} %% end"


def evil_tree() -> Tree:
    tree = make(
        {
            "end": ask("graph", "style", "list", text=EVIL, help=EVIL, why=EVIL, note=EVIL),
            "list": ask_items({"class": 2, "click": 1}, 2, "style", "node", text=EVIL),
            "style": leaf("emergency", title=EVIL, reason=EVIL, do=(EVIL,), avoid=(EVIL,), get_help_if=(EVIL,)),
            "node": leaf("self_care", title="=cmd()", do=("+1",), get_help_if=("-1", "@x")),
        },
        title=EVIL,
        version=EVIL,
        about=About(EVIL, EVIL, EVIL, EVIL, (EVIL,)),
        regions={"r": Region(EVIL, nodes=("end", "gone"))},
    )
    tree.layout["end"] = (5, 7)
    return tree


TREES = [small(), evil_tree()]


@pytest.fixture(params=TREES, ids=["small", "evil"])
def tree(request):
    return request.param


@pytest.mark.parametrize("name", exchange.FORMATS)
def test_every_format_is_utf8_text_and_the_same_each_time(tree, name):
    data = exchange.export(tree, name)
    assert data.decode("utf-8").strip()
    assert b"\0" not in data and b"\x1b" not in data
    assert data == exchange.export(tree, name)


def test_the_format_follows_the_file_name():
    assert exchange.format_of("a/b/My Tree.FHIR.json") == "fhir.json"
    assert exchange.format_of("x.svg") == "svg"
    assert exchange.format_of("x.png") == "png"
    for name in ("x.json", "x", "svg", ".svgz"):
        with pytest.raises(KneetreeError, match="end in one of"):
            exchange.format_of(name)
    with pytest.raises(KneetreeError):
        exchange.export(small(), "png")


def test_svg_has_every_box_edge_word_and_icon(tree):
    root = ElementTree.fromstring(exchange.export(tree, "svg"))
    text = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    questions = sum(1 for _ in tree.questions())
    assert text.count("Yes") == text.count("No") == questions
    assert "Emergency" in text
    assert len(list(root.iter("{http://www.w3.org/2000/svg}use"))) == len(tree.nodes)
    names = {element.tag.partition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "defs", "g", "rect", "path", "circle", "use", "text"}
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_word_above_every_box_fits_it(language):
    nodes = {f"q{topic}": ask("f", f"l{topic}", "end", topic=topic) for topic in Topic}
    nodes |= {f"l{topic}": leaf() for topic in Topic} | {str(level): leaf(level) for level in Urgency}
    tree = make({**nodes, "end": leaf()}, language=language)
    words = words_of(tree)
    for node in tree.nodes.values():
        word = f"{words.text('path.start')} · {words.kind(node)}"
        assert text_width.width(word, 11, bold=True) <= layout.BOX_WIDTH - 2 * 12 - 22


def test_svg_shows_a_stub_and_keeps_a_box_where_it_was_put():
    tree = small()
    tree.apply(edits.move(tree, {"lungs": (1000, -500)}))
    assert b'xml:lang="en"' in exchange.export(tree, "svg")
    assert exchange.export(tree, "svg") != exchange.export(small(), "svg")


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz")
def test_graphviz_reads_the_dot_file_and_shows_the_texts_as_they_are(tree):
    data = exchange.export(tree, "dot")
    done = subprocess.run(["dot", "-Tjson0"], input=data, capture_output=True, check=True, timeout=60)
    assert not done.stderr
    read = json.loads(done.stdout)
    assert {node["name"] for node in read["objects"]} == set(tree.nodes)
    assert len(read["edges"]) == 2 * sum(1 for _ in tree.questions())
    assert {edge["label"] for edge in read["edges"]} == {"Yes", "No"}
    svg = subprocess.run(["dot", "-Tsvg"], input=data, capture_output=True, check=True, timeout=60).stdout
    assert b"<script" not in svg
    shown = " ".join("".join(ElementTree.fromstring(svg).itertext()).split())
    if tree is TREES[1]:
        for piece in ("<script>alert(1)</script>", "\\N", "#35;", "-->"):
            assert piece in shown


def test_mermaid_holds_nothing_but_plain_letters_in_its_labels(tree):
    text = exchange.export(tree, "mmd").decode()
    assert "%% This chart has" not in text
    labels = re.findall(r'"([^"]*)"', text)
    assert len(labels) == len(tree.nodes) + 2 * sum(1 for _ in tree.questions())
    for label in labels:
        assert re.fullmatch(r"(?:[\w .,?!':()/+=-]|#\d+;)*", label, re.ASCII)
    assert text.count("-->|") == text.count("-.->|") == sum(1 for _ in tree.questions())


def test_mermaid_warns_of_more_edges_than_it_draws():
    nodes = {f"q{n}": ask(f"f{n}", f"l{n}", f"q{n + 1}" if n < 250 else "last") for n in range(251)}
    nodes |= {f"l{n}": leaf() for n in range(251)} | {"last": leaf()}
    assert b"maxEdges" in exchange.export(make(nodes), "mmd")


def test_graphml_is_read_back_by_networkx(tree):
    graph = nx.parse_graphml(exchange.export(tree, "graphml").decode())
    assert set(graph.nodes) == set(tree.nodes)
    assert {(a, b, kept["answer"]) for a, b, kept in graph.edges(data=True)} == {
        (a, b, kept["answer"]) for a, b, kept in tree.graph.edges(data=True)
    }
    assert graph.graph["root"] == tree.root


def test_csv_has_a_row_for_each_node_and_no_formula(tree):
    rows = list(csv.DictReader(io.StringIO(exchange.export(tree, "csv").decode(), newline="")))
    assert {row["id"] for row in rows} == set(tree.nodes)
    assert rows[0]["id"] == tree.root
    for row in rows:
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row.values())


@settings(deadline=None)
@given(st.text(max_size=20))
def test_a_guarded_cell_never_begins_like_a_formula(text):
    assert not guarded(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_fhir_asks_the_same_questions_in_order(tree):
    read = json.loads(exchange.export(tree, "fhir.json"))
    assert (read["resourceType"], read["status"]) == ("Questionnaire", "draft")
    assert re.fullmatch(r"[A-Z][A-Za-z0-9_]{0,254}", read["name"])
    assert "This export loses" in read["description"]
    assert not re.search(r"(?<!\\)<script", read["description"])
    seen = set()
    for item in read["item"]:
        node = tree.nodes[item["linkId"]]
        assert item["type"] == ("choice" if hasattr(node, "yes") else "display")
        assert ("code" in item) <= (item["type"] != "display")  # rule que-3
        for when in item.get("enableWhen", ()):
            assert when["question"] in seen
        assert (len(item.get("enableWhen", ())) > 1) == ("enableBehavior" in item)  # rule que-12
        assert ("enableWhen" in item) == (item["linkId"] != tree.root)
        seen.add(item["linkId"])
    first = read["item"][0]
    codes = [option["valueCoding"]["code"] for option in first["answerOption"]]
    assert codes == ["Y", "N", "asked-unknown"]


def test_fhir_is_active_only_as_it_was_reviewed():
    tree = small()
    tree.apply(edits.sign_off(tree, "A", "GP", "2026-11-24", "2027-11-24"))
    read = json.loads(exchange.export(tree, "fhir.json"))
    assert (read["status"], read["approvalDate"]) == ("active", "2026-11-24")
    tree.apply(edits.set_fields(tree, "lungs", unsure=False))
    read = json.loads(exchange.export(tree, "fhir.json"))
    assert read["status"] == "draft"
    assert len(read["item"][0]["answerOption"]) == 2


def test_the_chart_is_valid_html_without_anything_from_outside(tree):
    page = exchange.export(tree, "html").decode()
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert document.get("lang") == "en"
    assert document.find(".//script") is None
    assert [element.tag for element in document.iter() if element.get("src") or element.tag in ("link", "img")] == []
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for anchor in document.iter("a"):
        assert anchor.get("href")[1:] in ids
    levels = [int(e.tag[1]) for e in document.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_the_chart_leads_on_by_numbers_and_says_what_counts():
    page = exchange.export(small(), "html").decode()
    plain = re.sub(r"<[^>]+>", "", page)
    assert "Yes: go to 4" in plain  # the questions come first, 1 to 3
    assert "No: go to 2" in plain
    assert "Yes if the points together are 2 or more." in plain
    for word in ("Call emergency services now", "Draft: no clinician", "Version 1.0.0", "It gets worse.", "A book."):
        assert word in plain
    assert re.search(r"Content [0-9a-f]{64}", plain)


def test_the_chart_speaks_the_language_of_the_tree_and_leaves_out_what_nothing_leads_to():
    tree = small()
    tree.apply(edits.set_single(tree, "language", "es"))
    tree.apply(edits.duplicate(tree, ["strain"])[0])
    page = exchange.export(tree, "html").decode()
    assert '<html lang="es">' in page
    assert words_of(tree).urgency(Urgency.EMERGENCY) in page
    assert words_of(tree).unreachable.format(1) in page
    tree.language = '"><script>'
    assert '<html lang="en">' in exchange.export(tree, "html").decode()


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.sampled_from(sorted(exchange.FORMATS)))
def test_any_text_in_any_format_stays_text(text, name):
    tree = make({"q": ask("f", "a", "b", text=text, help=text), "a": leaf(title=text or "x"), "b": leaf()}, title=text)
    data = exchange.export(tree, name)
    if name in ("svg", "graphml"):
        ElementTree.fromstring(data)
    elif name == "html":
        html5lib.HTMLParser(strict=True).parse(data.decode())
    elif name == "fhir.json":
        json.loads(data)
