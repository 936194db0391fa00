"""Whatever a file holds, reading it ends soon, with a tree or with sentences, and never draws in another file."""

from __future__ import annotations

import base64
import io
import random
import time
import zipfile
import zlib

import openpyxl
import pytest

from kneetree import exchange, importing
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.importing import Said
from kneetree.importing.template import SHIPPED, template
from tests import trees
from tests.importing import drawn
from tests.importing.drawn import model
from tests.importing.test_charts import FILES

LONGEST_S = 5.0
"""Of processor time, since other programs may run beside the tests."""
GOOD = {
    **FILES, "own.csv": exchange.export(trees.small(), "csv"), "template.csv": SHIPPED.read_bytes(),
    "template.xlsx": template("x.xlsx"),
}  # fmt: skip


def outcome(data: bytes, name: str) -> str:
    """What becomes of a file: a tree that can be saved and opened again, or a sentence."""
    begun = time.process_time()
    try:
        tree = importing.read(data, name, Said(ask_urgency=True, answers={"page": "1"})).tree
        told = tree_files.decode_tree(tree_files.encode_tree(tree), name).title
    except KneetreeError as error:
        told = str(error)
    assert told
    assert time.process_time() - begun < LONGEST_S
    return told


@pytest.mark.seeds(12)
@pytest.mark.parametrize("name", GOOD)
def test_damaged_files_are_sentences(name: str, seed: int) -> None:
    dice = random.Random(seed)
    good = GOOD[name]
    for _ in range(12):
        data = bytearray(good)
        for _ in range(dice.randrange(1, 8)):
            at = dice.randrange(len(data))
            match dice.randrange(4):
                case 0:
                    data[at] = dice.randrange(256)
                case 1:
                    del data[at : at + dice.randrange(1, 60)]
                case 2:
                    data[at:at] = dice.choice([b"<", b'"', b"&#0;", b"\x00", b"]]>", b"|", b"\xff", b"--", b"((("])
                case _:
                    other = dice.randrange(len(data))
                    data[at:at] = data[other : other + dice.randrange(1, 200)]
            data = data or bytearray(b" ")
        outcome(bytes(data), name)


@pytest.mark.seeds(5)
@pytest.mark.parametrize("name", GOOD)
def test_cut_and_random_files_are_sentences(name: str, seed: int) -> None:
    dice = random.Random(seed)
    outcome(GOOD[name][: dice.randrange(len(GOOD[name]))], name)
    outcome(dice.randbytes(dice.randrange(4000)), name)
    outcome(GOOD[dice.choice(list(GOOD))], name)


ENTITIES = "".join(f'<!ENTITY x{n + 1} "{f"&x{n};" * 10}">' for n in range(12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE mxfile [<!ENTITY x0 "ha">{ENTITIES}]><mxfile><diagram>&x12;</diagram></mxfile>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE mxfile SYSTEM "file:///etc/passwd"><mxfile><diagram/></mxfile>'
INSIDE = OUTSIDE.replace('SYSTEM "file:///etc/passwd"', '[<!ENTITY x SYSTEM "file:///etc/passwd">]')


@pytest.mark.parametrize("ending", ["drawio", "xml", "svg", "graphml"])
@pytest.mark.parametrize("text", [BOMB, OUTSIDE, INSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_entity_is_expanded_and_no_file_drawn_in(text: str, encoding: str, ending: str) -> None:
    assert "document type" in outcome(text.encode(encoding), f"x.{ending}")


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, INSIDE])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_may_not_declare_entities_either(text: str, part: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD["template.xlsx"])) as old, zipfile.ZipFile(file, "w") as new:
        for one in {*old.namelist(), part}:
            new.writestr(one, text if one == part else old.read(one))
    assert "document type" in outcome(file.getvalue(), "x.xlsx")


def test_a_compressed_page_that_never_ends_is_refused() -> None:
    squeezing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = b"".join(squeezing.compress(b"%20" * 2**20) for _ in range(64)) + squeezing.flush()
    assert "larger than" in outcome(drawn.file(base64.b64encode(data).decode()), "x.drawio")


def test_a_workbook_that_unpacks_to_much_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 2**26)
    assert "too large" in outcome(file.getvalue(), "x.xlsx")


DEEP = 200_000
LARGE = {
    "deep.drawio": b"<a>" * DEEP + b"</a>" * DEEP,
    "wide.drawio": drawn.file(model(*(drawn.shape(f"s{n}", f"Text {n}") for n in range(6_000)))),
    "many.drawio": drawn.file("<x/>" * 500_000),
    "labels.drawio": drawn.file(
        model(
            *(drawn.shape(f"s{n}", f"Text {n}?") for n in range(2_000)),
            *(drawn.arrow(f"{n}", f"s{n % 2_000}", f"s{(n * 7 + 1) % 2_000}") for n in range(4_000)),
            *(drawn.shape(f"t{n}", "yes", (n, n), drawn.TEXT) for n in range(2_000)),
        )
    ),
    "open.mmd": b"graph TD\nA" + b"(" * 100_000,
    "line.mmd": b"graph TD\nA -- " + b"x " * 2_400 + b"\n",
    "lines.mmd": b"graph TD\n" + b"A -- " + b" " * 4_900 + b"\n" + b"A-->B & C & D\n" * 30_000,
    "and.mmd": b"graph TD\n" + b" & ".join(b"n%d" % n for n in range(900)) + b" --> " + b" & ".join([b"m"] * 900),
    "circle.csv": b"id,question,yes,no\n" + b"".join(b"%d,Q,%d,%d\n" % (n, n + 1, n + 2) for n in range(20_000)),
    "circles.csv": b"id,question,yes,no\n"
    + b"".join(b"%d,Q%d,%d,%d\n" % (n, n, n ^ 1, (n + 1) % 20_000) for n in range(20_000)),
    "equal.csv": b"id,question,yes,no\n" + b"".join(b"q q %d,Same,,\n" % n for n in range(20_000)),
    "field.csv": b'id,question,yes,no\n1,"' + b"x" * 200_000 + b'",,\n',
    "quotes.csv": b'id,question,yes,no\n' + b'"' * 300_000,
    "commas.csv": b"," * 2_000_000,
    "html.drawio": drawn.file(model(drawn.shape("a", "<!" * 40_000), drawn.shape("b", "<a " * 30_000 + "&" * 9_000))),
    "bytes.csv": b"\x00" * 1_000_000,
    "too_large.mmd": b"x" * (17 * 2**20),
}  # fmt: skip


@pytest.mark.timed
@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_or_deep_ends_soon(name: str) -> None:
    outcome(LARGE[name], name)


def test_what_is_too_deep_or_too_much_says_so() -> None:
    assert "levels deep" in outcome(LARGE["deep.drawio"], "x.drawio")
    assert "elements" in outcome(LARGE["many.drawio"], "x.drawio")
    assert "6,000 shapes" in outcome(LARGE["wide.drawio"], "x.drawio")
    assert "MB" in outcome(LARGE["too_large.mmd"], "x.mmd")


@pytest.mark.timed
def test_a_workbook_of_many_cells_ends_soon() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(20_000):
        sheet.append([f"cell {number} {column}" for column in range(16)])
    file = io.BytesIO()
    book.save(file)
    outcome(file.getvalue(), "x.xlsx")
