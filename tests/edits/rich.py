"""A tree that has something of everything, so that an edit which loses or touches too much is seen."""

from __future__ import annotations

from kneetree.model.tree import (
    About,
    Advice,
    Case,
    Condition,
    Count,
    Decision,
    Exemption,
    Expect,
    Finding,
    PathTo,
    Question,
    QuestionNode,
    Recovery,
    Region,
    Review,
    Rule,
    Scale,
    Source,
    Start,
    Topic,
    Tree,
    Urgency,
    WarningSign,
)
from tests.trees import leaf

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def _asked(finding: str, *sources: str, **more: object) -> Question:
    return Question(topic=Topic.SYMPTOM, text=f"Is it {finding}?", finding=finding, sources=sources, **more)


def _scale(unit: str, least: int, most: int, *sources: str) -> Scale:
    return Scale(
        text=f"How many {unit}?", unit=unit, least=least, most=most, at_least="{n} or more", under="under {n}",
        sources=sources,
    )  # fmt: skip


def rich() -> Tree:
    """Lists that branch and that collect, a number and a threshold, a decision, shared leaves and shared wording,
    findings with and without words, every form of rule, regions, places.

    No id is also a word of another text, so that a file with one id exchanged can be written down by hand.
    """
    return Tree(
        title="A full tree",
        version="3.1",
        language="en",
        about=About("For walkers.", "Not for runners.", "Call at once.", "112", "CC0", ("A. Author", "B. Author")),
        start=Start("Knees", "Answer us.", "Begin", "p_leg"),
        review=Review("A. Doctor", "GP", "2026-01-01", "2027-01-01", "0" * 64),
        root="q_lungs",
        pictures={"p_leg": PICTURE, "p_calf": PICTURE},
        scales={"z_years": _scale("years", 0, 120, "s_one"), "z_days": _scale("days", 0, 36500)},
        findings={
            "f_breath": Finding("Short of breath"),
            "f_calf": Finding("The calf is thick", "By 3 cm", reassures="Since birth."),
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
            "c_clot": Condition("Clot", "Blood clot", "A plug.", sources=("s_two", "s_one")),
            "c_pull": Condition(
                "Pull", "Pulled muscle", "A tear.",
                Recovery("Three weeks.", ("a_rest",), ("a_stretch", "a_walk"), ("a_walk",)),
            ),
            "c_cyst": Condition("Cyst", sources=("s_three",)),
        },
        questions={
            "u_lungs": _asked("f_breath", "s_one", "s_two"),
            "u_calf": _asked("f_calf", "s_two", picture="p_calf", answer_rule="Measure both."),
            "u_list": Question(
                topic=Topic.HISTORY, text="Any of them?", lines=("f_travel", "f_plaster", "f_draft"), note="Points."
            ),
            "u_again": Question(topic=Topic.SYMPTOM, text="And these?", lines=("f_calf", "f_other_draft")),
            "u_spare": _asked("f_plaster"),
        },
        advice={
            "a_rest": Advice("Lie down."),
            "a_walk": Advice("Go about."),
            "a_stretch": Advice("Make it longer."),
            "a_spare": Advice("Wait."),
        },
        warnings={"w_worse": WarningSign("it hurts more"), "w_cold": WarningSign("the foot goes cold")},
        nodes={
            "q_lungs": QuestionNode(asks="u_lungs", yes="l_now", no="q_calf"),
            "q_calf": QuestionNode(asks="u_calf", yes="l_today", no="q_list"),
            "q_list": QuestionNode(asks="u_list", at_least=2, points={"f_travel": 2}, yes="l_today", no="q_number"),
            "q_number": QuestionNode(asks="z_years", next="q_collect"),
            "q_collect": QuestionNode(asks="u_list", next="q_age"),
            "q_age": QuestionNode(asks="z_years_at_least_60", yes="q_again", no="d_clues"),
            "q_again": QuestionNode(asks="u_again", yes="l_soon", no="l_rest"),
            "d_clues": Decision(
                title="Clues",
                counts=("f_travel", Count("f_plaster", 2), Count("f_calf", true=False), "z_years_at_least_40"),
                at_least=4,
                yes="l_soon",
                no="l_rest",
                sources=("s_two",),
                note="Counted.",
            ),
            "l_now": leaf("emergency", "c_clot", title="Now", do=("a_rest",), get_help_if={}, sources=("s_one",)),
            "l_today": leaf(
                "same_day", "c_clot", also=("c_pull", "c_cyst"), do=("a_rest", "a_walk"), sources=(),
                get_help_if={Urgency.EMERGENCY: ("w_cold",), Urgency.SAME_DAY: ("w_worse",)},
            ),
            "l_soon": leaf(
                "within_days", "c_cyst", also=("c_clot",), do=("a_walk",), sources=("s_three", "s_one"),
                get_help_if={Urgency.EMERGENCY: ("w_cold",), Urgency.WITHIN_DAYS: ("w_worse",)},
            ),
            "l_rest": leaf(
                "self_care", "c_pull", do=("a_rest",), avoid=("a_stretch",), sources=(),
                get_help_if={Urgency.EMERGENCY: ("w_cold",), Urgency.ROUTINE: ("w_worse",)},
            ),
        },
        rules={
            "r_thick": Rule(
                id="r_thick",
                statement="A thick calf is seen.",
                sources=("s_two",),
                given={"f_breath": False, "f_calf": True},
                urgency_at_least=Urgency.SAME_DAY,
                unless=(Exemption({"f_plaster": True, "z_years_at_least_60": False}, "It is known.", ("s_one",)),),
            ),
            "r_asked": Rule(
                id="r_asked",
                statement="All are asked.",
                every_path_to=PathTo(conditions=("c_pull", "c_cyst")),
                asks=("f_breath", "f_plaster", "z_years"),
            ),
            "r_short": Rule(
                id="r_short", statement="Soon.", every_path_to=PathTo(urgency=Urgency.EMERGENCY), questions_at_most=3
            ),
            "r_never": Rule(
                id="r_never",
                statement="It never helps.",
                never_lowers={"f_breath": True, "z_years_at_least_40": True},
                below=Urgency.SAME_DAY,
                given={"f_travel": False},
            ),
        },
        cases={
            "k_one": Case(
                id="k_one",
                story="A thick leg.",
                findings={"f_breath": False, "f_calf": True, "f_travel": None},
                expect=Expect(
                    ("c_clot", "c_cyst"), (Urgency.SAME_DAY,), Urgency.SAME_DAY, listed_ok=("c_pull",)
                ),
                source="Our ward",
                extra={"z_years": 50, "z_days": 2, "tag": "typical"},
            ),
            "k_two": Case(id="k_two", story="It aches.", expect=Expect(("c_pull",), (Urgency.SELF_CARE,))),
        },
        layout={"q_lungs": (0, 0), "q_calf": (100, 200), "l_today": (-50, 400), "l_rest": (300, 401), "q_age": (9, 8)},
        regions={
            "g_top": Region("Top", "#112233", ("q_lungs", "q_calf", "l_now")),
            "g_low": Region("Low", nodes=("l_rest", "q_age", "q_again", "d_clues")),
        },
    )  # fmt: skip
