"""The real mermaid package draws our charts: parts with its own limits, the whole tree as its note says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from kneetree import exchange
from tests.exchange.test_exchange import TREES
from tests.shipped.in_languages import shipped_in
from tests.web.browser import in_browser

mermaid_of = sys.modules["kneetree.exchange.mermaid"]

pytestmark = [pytest.mark.slow, pytest.mark.browser]

STARTS = ("ask_body_danger", "behind_which_36")


def charts() -> list[dict[str, Any]]:
    tree, spanish = shipped_in("en"), shipped_in("es")
    parts = [mermaid_of.mermaid(tree, start) for start in (*STARTS, *list(tree.regions)[3:4])]
    parts.append(mermaid_of.mermaid(spanish, "ask_calf"))
    texts = [*(exchange.export(small, "mmd") for small in TREES), *parts]
    whole = {"text": exchange.export(tree, "mmd").decode()}
    return [*({"text": text.decode()} for text in texts), whole, {**whole, "raised": True}]


def test_mermaid_draws_every_part_with_its_own_limits(tmp_path: Path) -> None:
    given = charts()
    *found, refused, read = in_browser("charts.mjs", tmp_path, given)
    for chart, seen in zip(given, found, strict=False):
        text = chart["text"]
        assert seen["wrong"] == "", text[:200]
        assert seen["edges"] == text.count("-->|") + text.count("-.->|") > 1
        assert len(seen["nodes"]) == sum(line.startswith("  n") and ">|" not in line for line in text.splitlines())
        assert seen["scripts"] == 0
    evil = " ".join(found[1]["nodes"])
    assert "<script>alert(1)</script>" in evil
    assert any("→ " in box for box in found[3]["nodes"])
    assert "maxTextSize" in given[-1]["text"].splitlines()[0]
    assert "text size" in refused["wrong"].lower()
    assert read["kind"].startswith("flowchart")
