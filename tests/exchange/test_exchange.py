"""Every format: what is in it can be read back, and text from a file is never markup."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from itertools import pairwise

import html5lib
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits, exchange, layout
from kneetree.drawing import text_width
from kneetree.drawing.markup import clean
from kneetree.drawing.palette import URGENCY_COLOURS
from kneetree.errors import KneetreeError
from kneetree.exchange import map_svg
from kneetree.exchange.export_words import words_of
from kneetree.exchange.inert import guarded
from kneetree.model.titles import title_of
from kneetree.model.tree import (
    About,
    Advice,
    Condition,
    Decision,
    Exemption,
    Finding,
    Leaf,
    Recovery,
    Region,
    Rule,
    Source,
    Topic,
    Tree,
    Urgency,
    WarningSign,
)
from kneetree.report.rule_words import rule_words
from tests.luck import examples
from tests.report.walks import rich
from tests.trees import ask, ask_items, collect, decide, leaf, make, number, small, trees

mermaid_of = sys.modules["kneetree.exchange.mermaid"]
"""The module: the package has a function of that name."""

EVIL = "<script>alert(1)</script> & \"q\" 'a' \\N #35; `x` ]]> --> \x00\x1b\x85 \n=1+1 {{x}} %% end"


def evil_tree() -> Tree:
    told = {"title": EVIL, "reason": EVIL, "do": ("evil",), "avoid": ("evil",)}
    tree = make(
        {
            "end": ask("graph", "style", "list", text=EVIL, help=EVIL, why=EVIL, note=EVIL, answer_rule=EVIL),
            "list": ask_items({"class": 2, "click": 1}, 2, "style", "number", text=EVIL),
            "number": number("days", "subgraph"),
            "subgraph": collect(["click", "href"], "choose"),
            "choose": structs.replace(decide({"class": 1, "days_at_least_7": 2}, 2, "style", "node"), title=EVIL),
            "style": leaf("emergency", **told, get_help_if={Urgency.EMERGENCY: ("evil",)}),
            "node": leaf("self_care", title="=cmd()", do=("plus",), get_help_if={Urgency.EMERGENCY: ("minus", "at")}),
        },
        title=EVIL,
        version=EVIL,
        about=About(EVIL, EVIL, EVIL, EVIL, EVIL, (EVIL,)),
        regions={"r": Region(EVIL, nodes=("end", "gone"))},
        advice={"evil": Advice(EVIL), "plus": Advice("+1")},
        warnings={"evil": WarningSign(EVIL), "minus": WarningSign("-1"), "at": WarningSign("@x")},
        findings={name: Finding(EVIL) for name in ("graph", "class", "click", "href")},
        conditions={"strain": Condition(EVIL, EVIL, EVIL, Recovery(EVIL, ("evil",)))},
    )
    tree.layout["end"] = (5, 7)
    return tree


TREES = [small(), evil_tree(), rich()]


def branches(tree: Tree) -> list[str]:
    return [node_id for node_id, node in tree.nodes.items() if node.edges()]


def edges(tree: Tree) -> list[tuple[str, str, str]]:
    return [(node_id, target, str(answer)) for node_id, node in tree.nodes.items() for answer, target in node.edges()]


@pytest.fixture(params=TREES, ids=["small", "evil", "rich"])
def tree(request):
    return request.param


@pytest.mark.parametrize("name", sorted(set(exchange.FORMATS) - {"xlsx"}))  # an archive; see test_spreadsheet.py
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
    answers = Counter(answer for _, _, answer in edges(tree))
    assert (text.count("Yes"), text.count("No"), text.count("then")) == (
        answers["yes"], answers["no"], answers["next"],
    )  # fmt: skip
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
    for node_id in tree.nodes:
        word = f"{words.text('path.start')} · {words.kind(tree, node_id)}"
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
    assert len(read["edges"]) == len(edges(tree))
    assert {edge["label"] for edge in read["edges"]} <= {"Yes", "No", "then"}
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
    assert len(labels) == len(tree.nodes) + len(edges(tree))
    for label in labels:
        assert re.fullmatch(r"(?:[\w .,?!':()/+=-]|#\d+;)*", label, re.ASCII)
    assert text.count("-.->|") == sum(answer == "no" for _, _, answer in edges(tree))


def test_mermaid_warns_of_more_edges_than_it_draws():
    nodes = {f"q{n}": ask(f"f{n}", f"l{n}", f"q{n + 1}" if n < 250 else "last") for n in range(251)}
    nodes |= {f"l{n}": leaf() for n in range(251)} | {"last": leaf()}
    assert b"maxEdges" in exchange.export(make(nodes), "mmd")
    wordy = {f"q{n}": ask(f"f{n}", f"l{n}", f"q{n + 1}" if n < 29 else "last", text="é" * 400) for n in range(30)}
    wordy |= {f"l{n}": leaf() for n in range(30)} | {"last": leaf()}
    assert b"maxTextSize" in exchange.export(make(wordy), "mmd")


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees(), st.data())
def test_a_part_for_mermaid_is_what_follows_and_within_its_limits(tree, data):
    """Of random trees, with limits so low that most parts are cut."""
    edges_most, text_most = data.draw(
        st.sampled_from([(500, 50_000), (6, 50_000), (500, 480), (500, 540), (500, 620), (3, 2_500)])
    )
    start = data.draw(st.sampled_from(sorted(tree.nodes)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mermaid_of, "MOST_EDGES", edges_most)
        patch.setattr(mermaid_of, "MOST_TEXT", text_most)
        try:
            text = mermaid_of.mermaid(tree, start).decode()
        except KneetreeError:
            assert text_most < 50_000
            return
    assert len(text) <= text_most
    names = {f"n{number}": node_id for number, node_id in enumerate(tree.nodes)}
    whole = {names[name] for name in re.findall(r"^  (n\d+)[({](?!\[)", text, re.M)}
    beyond = {names[name] for name in re.findall(r"^  (n\d+)\(\[", text, re.M)}
    drawn = [(names[a], names[b]) for a, b in re.findall(r'^  (n\d+) (?:-->|-\.->)\|"[^"]*"\| (n\d+)$', text, re.M)]
    assert start in whole
    assert len(drawn) <= edges_most
    assert sorted(drawn) == sorted((a, b) for a, b, _ in edges(tree) if a in whole)
    assert beyond == {b for _, b in drawn} - whole
    assert whole <= {start} | {b for _, b in drawn}
    if edges_most == 500 and text_most == 50_000:
        assert whole == {start} | nx.descendants(tree.graph, start)
        assert not beyond


def test_a_part_for_mermaid_can_be_a_region():
    tree = small()
    tree.regions["r"] = Region("R", nodes=("risks", "gone", "strain"))
    text = mermaid_of.mermaid(tree, "r").decode()
    titles = {title_of(tree, key) for key in ("risks", "strain")}
    assert len(re.findall(r"^  n\d+[({](?!\[)", text, re.M)) == len(titles)
    assert "#8594;" in text
    with pytest.raises(KneetreeError, match="region 'nowhere'"):
        mermaid_of.mermaid(tree, "nowhere")


def test_graphml_is_read_back_by_networkx(tree):
    graph = nx.parse_graphml(exchange.export(tree, "graphml").decode())
    assert set(graph.nodes) == set(tree.nodes)
    assert {(a, b, kept["answer"]) for a, b, kept in graph.edges(data=True)} == {
        (a, b, kept["answer"]) for a, b, kept in tree.graph.edges(data=True)
    }
    assert graph.graph["root"] == tree.root
    for node_id, kept in graph.nodes(data=True):
        assert kept["label"] == clean(title_of(tree, node_id))
        assert isinstance(kept["x"], float) and isinstance(kept["y"], float)


def test_graphml_holds_what_yed_shows(tree):
    y = "{http://www.yworks.com/xml/graphml}"
    g = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.fromstring(exchange.export(tree, "graphml"))
    types = {key.get("id"): key.get("yfiles.type") for key in root.findall(f"{g}key")}
    boxes, placed = {}, map_svg.place(tree)
    for node in root.iter(f"{g}node"):
        data = node.find(f"{g}data")
        assert types[data.get("key")] == "nodegraphics"
        shape = data.find(f"{y}ShapeNode")
        # The order that yEd writes, which its schema asks for.
        assert [part.tag.removeprefix(y) for part in shape] == ["Geometry", "Fill", "BorderStyle", "NodeLabel", "Shape"]
        boxes[node.get("id")] = shape
    assert list(boxes) == list(tree.nodes)
    for node_id, shape in boxes.items():
        kind, fill = shape.find(f"{y}Shape").get("type"), shape.find(f"{y}Fill").get("color")
        told = " ".join(shape.findtext(f"{y}NodeLabel").split())
        assert told.endswith(" ".join(clean(title_of(tree, node_id)).split()))
        place = shape.find(f"{y}Geometry")
        assert abs(float(place.get("x")) + float(place.get("width")) / 2 - placed.positions[node_id][0]) < 0.2
        node = tree.nodes[node_id]
        if isinstance(node, Leaf):
            assert (kind, fill) == ("octagon", URGENCY_COLOURS[node.urgency])
            assert told.startswith(words_of(tree).kind(tree, node_id).upper())
        else:
            assert (kind, fill) == ("hexagon" if isinstance(node, Decision) else "roundrectangle", "#FFFFFF")
    lines = [
        (edge.get("source"), edge.findtext(f".//{y}EdgeLabel"), edge.find(f".//{y}LineStyle").get("type"))
        for edge in root.iter(f"{g}edge")
    ]
    words = {"yes": "Yes", "no": "No", "next": words_of(tree).text("answer.next")}
    assert lines == [(a, words[said], "dashed" if said == "no" else "line") for a, _, said in edges(tree)]


def test_csv_has_a_row_for_each_node_and_no_formula(tree):
    rows = list(csv.DictReader(io.StringIO(exchange.export(tree, "csv").decode("utf-8-sig"), newline="")))
    assert {row["id"] for row in rows} == set(tree.nodes)
    assert rows[0]["id"] == tree.root
    for row in rows:
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row.values())


def test_csv_begins_with_the_mark_of_utf_8(tree):
    assert exchange.export(tree, "csv").startswith(b"\xef\xbb\xbfnumber,id,")


@settings(deadline=None)
@given(st.text(max_size=20))
def test_a_guarded_cell_never_begins_like_a_formula(text):
    assert not guarded(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_decisions_have_their_own_shape_with_what_they_count():
    tree = rich()
    dot = exchange.export(tree, "dot").decode()
    assert '"score" [label="Enough of them\\nIf the points together are 2 or\\nmore:' in dot
    assert "shape=hexagon" in dot
    assert '"age" -> "you" [label="then"' in dot
    mermaid = exchange.export(tree, "mmd").decode()
    assert re.search(r'n\d+\{"Enough of them\. If the points together are 2 or more: You have been', mermaid)
    svg = exchange.export(tree, "svg").decode()
    assert "Decision: Enough of them. If the points together are 2 or more: You have been treated" in svg
    assert svg.count('xlink:href="#icon-decision"') == 1
    rows = {
        row["id"]: row
        for row in csv.DictReader(io.StringIO(exchange.export(tree, "csv").decode("utf-8-sig"), newline=""))
    }
    assert rows["score"]["kind"] == "decision"
    assert "age_at_least_60 (1): Aged 60 years or over" in rows["score"]["items"]
    assert (rows["age"]["kind"], rows["age"]["next"]) == ("number", "you")
    assert rows["adult"]["statement"] == "Aged 17 years or over"
    assert "Call 999 now if you become short of breath" in rows["strain"]["get_help_if"]


def test_a_fact_that_counts_where_it_is_false_is_told_as_such():
    tree = make(
        {
            "a": collect(["one"], "b"),
            "b": decide({"one": 1, "age_at_least_40": 1}, 1, "x", "y", false=("one", "age_at_least_40")),
            "x": leaf(),
            "y": leaf("same_day"),
        }
    )
    assert words_of(tree).lines(tree, tree.asked("b")) == ["“Has one”: no", "Aged under 40 years"]


def test_the_chart_is_valid_html_without_anything_from_outside(tree):
    page = exchange.export(tree, "chart.html").decode()
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
    page = exchange.export(small(), "chart.html").decode()
    plain = re.sub(r"<[^>]+>", "", page)
    assert "Yes: go to 4" in plain  # the questions come first, 1 to 3
    assert "No: go to 2" in plain
    assert "If the points together are 2 or more: go to 5" in plain
    assert "If not: go to" in plain
    for word in ("Call emergency services now", "Draft: no clinician", "Version 1.0.0", "it gets worse", "A book."):
        assert word in plain
    assert re.search(r"Content [0-9a-f]{64}", plain)


def test_the_chart_says_each_rule_as_its_author_does_and_in_full():
    tree = small()
    rule = Rule(
        id="r",
        statement="A swollen calf is for today.",
        given={"swelling_calf": True},
        urgency_at_least=Urgency.SAME_DAY,
        unless=(Exemption({"cancer": True}, "Seen already.", ("other",)),),
    )
    tree.apply(edits.add_part(tree, "source", "other", Source("Another book.")))
    tree.rules.clear()
    assert "safety rules" not in exchange.export(tree, "chart.html").decode()
    tree.rules["r"] = rule
    plain = re.sub(r"<[^>]+>", "|", exchange.export(tree, "chart.html").decode())
    told = re.sub(r"[|\n]+", "|", plain)
    assert f"|{rule.statement}|{rule_words(tree, rule)}|Sources: |2|" in told
    assert "Another book." in told


def test_the_chart_tells_numbers_collecting_lists_and_decisions():
    tree = rich()
    tree.questions["list_cancer_travel_pill"] = structs.replace(
        tree.questions["list_cancer_travel_pill"], answer_rule="Count only the last year."
    )
    plain = re.sub(r"<[^>]+>", "|", exchange.export(tree.copy(), "chart.html").decode())
    told = re.sub(r"\|+", "|", plain)
    for text in (
        "Then:| go to |2", "Write the number down", "Count only the last year.", "This is not asked.",
        "Aged 17 years or over:| go to", "Aged under 17 years:| go to", "Call 999 now if|you become short of breath",
        "Make an appointment if|it still hurts", "What to expect|Six weeks.", "Exercises|Do bridges.",
    ):  # fmt: skip
        assert text in told, text
    assert told.count("Yes:") == 1, "only the yes/no question is answered with Yes"


def test_the_chart_speaks_the_language_of_the_tree_and_leaves_out_what_nothing_leads_to():
    tree = small()
    tree.apply(edits.set_single(tree, "language", "es"))
    tree.apply(edits.duplicate(tree, ["strain"])[0])
    page = exchange.export(tree, "chart.html").decode()
    assert '<html lang="es">' in page
    assert words_of(tree).urgency(Urgency.EMERGENCY) in page
    assert words_of(tree).unreachable.format(1) in page
    tree.language = '"><script>'
    assert '<html lang="en">' in exchange.export(tree, "chart.html").decode()


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.sampled_from(sorted(exchange.FORMATS)))
def test_any_text_in_any_format_stays_text(text, name):
    tree = make({"q": ask("f", "a", "b", text=text, help=text), "a": leaf(title=text or "x"), "b": leaf()}, title=text)
    data = exchange.export(tree, name)
    if name in ("svg", "graphml"):
        ElementTree.fromstring(data)
    elif name.endswith("html"):
        html5lib.HTMLParser(strict=True).parse(data.decode())
    elif name == "fhir.json":
        json.loads(data)
