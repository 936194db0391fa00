"""A tree that has something of everything, so that an edit which loses or touches too much is seen."""

from __future__ import annotations

from kneetree.model.tree import (
    About,
    Case,
    Condition,
    Expect,
    Finding,
    PathTo,
    Region,
    Review,
    Rule,
    Source,
    Tree,
    Urgency,
)
from tests.trees import ask, ask_items, leaf


def rich() -> Tree:
    """Two lists, shared leaves, findings with and without a description, every form of rule, regions, places.

    No id is also a word of another text, so that a file with one id exchanged can be written down by hand.
    """
    return Tree(
        title="A full tree",
        version="3.1",
        language="en",
        about=About("For walkers.", "Not for runners.", "Call 112.", "CC0", ("A. Author", "B. Author")),
        review=Review("A. Doctor", "GP", "2026-01-01", "2027-01-01", "0" * 64),
        root="q_lungs",
        findings={
            "f_breath": Finding("Short of breath"),
            "f_calf": Finding("The calf is thick"),
            "f_travel": Finding("Came from afar", usual=True),
            "f_plaster": Finding("In plaster"),
            "f_draft": Finding(""),
            "f_other_draft": Finding(""),
            "f_unused": Finding("Nobody asks"),
        },
        sources={
            "s_one": Source("Book one", "https://example.org/one", 2020, "2026-01-01"),
            "s_two": Source("Book two"),
            "s_three": Source("Book three"),
        },
        conditions={
            "c_clot": Condition("Clot", "Blood clot", "A plug.", ("s_two", "s_one")),
            "c_pull": Condition("Pull", "Pulled muscle", "A tear."),
            "c_cyst": Condition("Cyst", sources=("s_three",)),
        },
        nodes={
            "q_lungs": ask("f_breath", "l_now", "q_calf", sources=("s_one", "s_two")),
            "q_calf": ask("f_calf", "l_today", "q_list", sources=("s_two",)),
            "q_list": ask_items(
                {"f_travel": 2, "f_plaster": 1, "f_draft": 1}, 2, "l_today", "q_age", sources=(), note="Points."
            ),
            "q_age": ask("age_at_least_60", "q_again", "l_rest", sources=()),
            "q_again": ask_items({"f_calf": 1, "f_other_draft": 1}, 1, "l_soon", "l_rest", sources=()),
            "l_now": leaf("emergency", "c_clot", title="Now", sources=("s_one",)),
            "l_today": leaf("same_day", "c_clot", also=("c_pull", "c_cyst"), sources=()),
            "l_soon": leaf("within_days", "c_cyst", also=("c_clot",), sources=("s_three", "s_one")),
            "l_rest": leaf("self_care", "c_pull", avoid=("Running.",), sources=()),
        },
        rules={
            "r_thick": Rule(
                id="r_thick",
                statement="A thick calf is seen.",
                sources=("s_two",),
                given={"f_breath": False, "f_calf": True},
                urgency_at_least=Urgency.SAME_DAY,
            ),
            "r_asked": Rule(
                id="r_asked",
                statement="All are asked.",
                every_path_to=PathTo(conditions=("c_pull", "c_cyst")),
                asks=("f_breath", "f_plaster"),
            ),
            "r_short": Rule(
                id="r_short", statement="Soon.", every_path_to=PathTo(urgency=Urgency.EMERGENCY), questions_at_most=3
            ),
        },
        cases={
            "k_one": Case(
                id="k_one",
                story="A thick leg.",
                age=50,
                days=2,
                findings={"f_breath": False, "f_calf": True, "f_travel": None},
                expect=Expect(("c_clot", "c_cyst"), (Urgency.SAME_DAY,), Urgency.SAME_DAY),
                source="Our ward",
                extra={"tag": "typical"},
            ),
            "k_two": Case(id="k_two", story="It aches.", expect=Expect(("c_pull",), (Urgency.SELF_CARE,))),
        },
        layout={"q_lungs": (0, 0), "q_calf": (100, 200), "l_today": (-50, 400), "l_rest": (300, 401), "q_age": (9, 8)},
        regions={
            "g_top": Region("Top", "#112233", ("q_lungs", "q_calf", "l_now")),
            "g_low": Region("Low", nodes=("l_rest", "q_age", "q_again")),
        },
    )
