"""The code of every problem that ``check`` can name: how bad it is, what it means, and an example."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kneetree.model.change import PartName
from kneetree.words.sentences import sentence

Level = Literal["error", "warning"]
Place = PartName | Literal["tree"]
"""The part that a problem is in; ``tree`` stands for the texts of a tree that are in no other part."""


class Code(Struct, frozen=True):
    """The meaning of a code.  An *error* keeps the wizard from starting; a *warning* is for the author to weigh."""

    level: Level
    means: str
    example: str


class Problem(Struct, frozen=True, gc=False):
    """One problem.

    ``part`` and ``key`` say where it is, ``node`` too if that is a node of the tree.  ``language`` is that of the
    language file that the problem is in, and empty if it is in the tree's own file.
    """

    code: str
    level: Level
    node: str | None
    message: str
    part: Place = "node"
    key: str = ""
    language: str = ""

    @property
    def place(self) -> str | None:
        """The place in one word: the id of a node, ``question:id`` and its like, or ``None`` for the whole tree."""
        if self.node is not None:
            return self.node
        named = f"{self.part}:{self.key}" if self.key else self.part
        return None if named == "tree" else named

    @property
    def sentence(self) -> str:
        """The message, with the language before it if that is not the tree's own."""
        if not self.language:
            return self.message
        return sentence("{language}: {message}", language=self.language, message=self.message)


_E: Level = "error"
_W: Level = "warning"

CODES: dict[str, Code] = {
    # -- structure
    "unreachable": Code(_E, "No way leads to this node.", "A leaf whose last question was deleted."),
    "nobody_reaches": Code(
        _W, "Ways lead to this leaf, but no person can take one.", "`60 or over? no`, then `65 or over? yes`."
    ),
    "decision_lacks": Code(
        _E,
        "Somebody can come to this decision without having been asked for a fact that it counts.",
        "A decision counts an earlier blood clot, and only the Yes of the question before asks about it.",
    ),
    "not_decided": Code(
        _W,
        "Whether anybody can come somewhere, or what can lower a result, could not be worked out.",
        "Fifty findings that are asked again and again.",
    ),
    "same_text_twice": Code(
        _W,
        "Two questions on one way have the same words but ask about different things.",
        "Two `Do any of these apply?`.",
    ),
    # -- what ids name
    "unknown_finding": Code(_E, "A finding is named that the tree does not have.", '`"finding": "sweling_calf"`'),
    "unknown_condition": Code(_E, "A condition is named that the tree does not have.", '`"condition": "dtv"`'),
    "unknown_advice": Code(_E, "Advice is named that the tree does not have.", '`"do": ["go_todya"]`'),
    "unknown_warning": Code(
        _E, "A warning is named that the tree does not have.", '`"get_help_if": {"emergency": ["breathles"]}`'
    ),
    "unknown_source": Code(_E, "A source is named that the tree does not have.", '`"sources": ["nice-ng518"]`'),
    "unknown_picture": Code(_W, "A picture is named that there is not.", '`"picture": "calfs"`'),
    "rule_finding_not_asked": Code(
        _W,
        "A rule speaks of a finding that no question asks about.",
        "A rule about fever, which nobody is asked about.",
    ),
    "rule_unknown_condition": Code(
        _E, "A rule speaks of a condition that the tree does not have.", '`"every_path_to": {"conditions": ["strian"]}`'
    ),
    "rule_about_nobody": Code(
        _W,
        "A rule says nothing: nobody, or no result, is as it says, or nothing is promised.",
        '`"given": {"age_at_least_60": true, "age_at_least_40": false}`',
    ),
    "exemption_without_source": Code(
        _W,
        "People are exempt from a rule without a source, and not by general knowledge.",
        "Unless `it has been so for years`, without a source.",
    ),
    "hidden_exemption": Code(
        _W,
        "A rule leaves people out by a finding at its usual value, and does not say so.",
        "A rule about a swollen calf that is only for people who can walk.",
    ),
    "needless_condition": Code(
        _W,
        "A rule holds without some of its conditions, which only make it look narrower.",
        "A rule for those with fever and a swollen knee where fever alone is enough.",
    ),
    "may_lower": Code(
        _W,
        "Nothing says whether a finding may lower the urgency.",
        "A finding that no rule says never lowers the urgency, and that does not say why it reassures.",
    ),
    "case_unknown_condition": Code(
        _W, "A case expects a condition that the tree does not have.", '`"expect": {"conditions": ["dtv"]}`'
    ),
    "case_unknown_finding": Code(
        _W, "A case has a finding that the tree does not have.", '`"findings": {"sweling_calf": true}`'
    ),
    "drawn_but_not_there": Code(
        _W, "A place or a region is kept for a node that is not there.", '`"layout": {"old_node": [1, 2]}`'
    ),
    # -- the library
    "unused": Code(
        _W,
        "Nothing uses this finding, scale, question, advice, warning, condition, source or picture.",
        "A source left over after a rewrite.",
    ),
    "not_written": Code(
        _E, "A text that people read is empty.", "A finding that a list asks about, without a statement."
    ),
    "same_wording": Code(
        _W,
        "Two findings, questions, warnings or lines of advice have the same words.",
        "`Rest the leg.` and `Rest your leg`.",
    ),
    "described_threshold": Code(
        _W,
        "A finding describes a number that its scale describes already.",
        "A finding `age_at_least_60` beside a scale `age`.",
    ),
    # -- facts and how they are asked
    "asked_in_two_ways": Code(
        _W, "Two yes/no questions ask about the same finding.", "`Is your calf swollen?` and `Is one calf bigger?`."
    ),
    "asked_with_and_without_not_sure": Code(
        _W,
        'A finding is asked both with and without the answer "not sure".',
        'A list takes "not sure", and a question about one of its lines does not.',
    ),
    "list_mixes_reassuring": Code(
        _W,
        "A list mixes findings that reassure with others.",
        '`I can walk` beside `I have a fever`: "None of these" denies both.',
    ),
    "list_mixes_usual": Code(
        _W,
        "A list mixes findings that are usually true with ones that are usually false.",
        "`I can bend the knee` beside `The knee is locked`.",
    ),
    # -- content
    "no_safety_net": Code(_E, "A leaf does not say when to get help after all.", "A leaf without warnings."),
    "no_emergency_warning": Code(
        _E,
        "A leaf does not say when to call for help in an emergency.",
        "A leaf whose warnings are all for the same day.",
    ),
    "no_advice": Code(_W, "A leaf does not say where to go or what to do.", "A leaf that says only what to avoid."),
    "no_reason": Code(_W, "A leaf does not say why it is as urgent as that.", "A leaf without a reason."),
    "no_why": Code(_W, "A question does not say why it is asked.", "A question about travel that does not say why."),
    "no_source": Code(
        _W,
        "A question names no source, or neither a leaf nor its conditions do.",
        "A leaf of which nobody can tell where it comes from.",
    ),
    "condition_not_chosen": Code(
        _E, "A leaf names no condition yet.", "A new leaf whose most likely condition nobody has chosen."
    ),
    "urgency_not_chosen": Code(
        _E, "Nobody has chosen yet how urgent a leaf is.", "A result of a drawn chart that says no urgency."
    ),
    "conditions_twice": Code(_W, "A leaf names a condition twice.", '`"condition": "dvt", "also": ["dvt"]`'),
    "source_not_checked": Code(
        _W, "A source has an address but no day on which it was read.", "A web page, nobody knows as of when."
    ),
    "source_outdated": Code(
        _W, "A source was last read more than two years ago.", "Read on 2019-01-31, now it is 2026."
    ),
    "no_purpose": Code(
        _W,
        "The tree does not say what it is for, what it is not for, or when to call for help.",
        "A new tree, before this is written.",
    ),
    # -- wording
    "long_sentence": Code(_W, "A sentence has more than 20 words.", "A sentence of 31 words that says how to check."),
    "hard_to_read": Code(
        _W, "A text needs more than about eight years of school.", "`Is there peripheral oedema distally?`"
    ),
    "medical_word": Code(
        _W, "A medical word is used without its plain word.", "`thrombosis` instead of `a blood clot (thrombosis)`."
    ),
    "double_negative": Code(_W, "A question denies twice.", "`Is it not true that you cannot walk?`"),
    "negative_question": Code(_W, "A question asks for what is not.", "`Can you not bend the knee?`"),
    "no_question_mark": Code(_W, "A question does not end with a question mark.", "`Calf swollen`"),
    "wording_pattern": Code(
        _W,
        "A wording reads like a translation; a native writer would put it another way.",
        "`pain that grows` instead of `pain that gets worse`.",
    ),
    "threshold_without_number": Code(
        _W,
        "The words of a threshold do not say its number.",
        "`Old` instead of `Aged {n} or over`.",
    ),
    "statement_without_verb": Code(
        _W,
        "A statement has no verb, so it does not say that something is so.",
        "`Heart failure` instead of `You have heart failure`.",
    ),
    "warning_capital": Code(
        _W, 'A warning begins with a capital letter, but goes on after "... if".', "`The foot goes cold`"
    ),
    "warning_full_stop": Code(_W, "A warning ends with a full stop.", "`the foot goes cold.`"),
    "warning_if": Code(_W, 'A warning says "if", which is already in front of it.', "`call 999 if the foot goes cold`"),
    # -- languages beside the tree
    "translation_missing": Code(_W, "A text has no translation.", "A new question, before it is translated."),
    "translation_stale": Code(
        _W, "The original has changed since it was translated.", "A question that was mended in English."
    ),
    "translation_incomplete": Code(
        _W, "A translation has not the same texts as its original.", "A question without its help."
    ),
    "translation_left_over": Code(_W, "A translation is of something that is no longer there.", "A deleted node."),
    "translation_safety_net": Code(
        _E,
        "A warning, or the advice where to go, has no fresh translation; the language cannot be used.",
        "A warning that was changed in English.",
    ),
    "translation_unreadable": Code(_E, "A language file beside the tree cannot be used.", "A comma too many."),
}


def problem(
    code: str, message: str, node: str | None = None, part: Place = "node", key: str = "", language: str = ""
) -> Problem:
    """Return a problem with the level of its code; raise ``KeyError`` if the code is not documented in ``CODES``."""
    return Problem(code, CODES[code].level, node, sentence(message), part, key or (node or ""), language)
