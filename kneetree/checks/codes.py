"""The code of every problem that ``check`` can name: how bad it is, what it means, and an example."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kneetree.model.change import PartName

Level = Literal["error", "warning"]
Place = PartName | Literal["tree"]
"""The part that a problem is in; ``tree`` stands for the texts of a tree that are in no other part."""


class Code(Struct, frozen=True):
    """The meaning of a code.  An *error* keeps the wizard from starting; a *warning* is for the author to weigh."""

    level: Level
    means: str
    example: str


class Problem(Struct, frozen=True):
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
    def sentence(self) -> str:
        """The message, with the language before it if that is not the tree's own."""
        return f"{self.language}: {self.message}" if self.language else self.message


_E: Level = "error"
_W: Level = "warning"

CODES: dict[str, Code] = {
    # -- structure
    "unreachable": Code(_E, "No way leads to this node.", "A leaf whose last question was deleted."),
    "nobody_reaches": Code(
        _W, "Ways lead to this leaf, but no person can take one.", "`60 or over? no`, then `65 or over? yes`."
    ),
    "same_text_twice": Code(
        _W,
        "Two questions on one way have the same words but ask about different things.",
        "Two `Is any of these true?`.",
    ),
    # -- what ids name
    "unknown_condition": Code(_E, "A condition is named that the tree does not have.", '`"condition": "dtv"`'),
    "unknown_source": Code(_E, "A source is named that the tree does not have.", '`"sources": ["nice-ng518"]`'),
    "unknown_picture": Code(_W, "No picture of that name is shipped.", '`"picture": "calfs"`'),
    "finding_without_meaning": Code(
        _W, "A question asks about a finding that `findings` does not explain.", '`"finding": "sweling_calf"`'
    ),
    "rule_finding_not_asked": Code(
        _W, "A rule speaks of a finding that no question asks about.", '`"given": {"sweling_calf": true}`'
    ),
    "rule_unknown_condition": Code(
        _E, "A rule speaks of a condition that the tree does not have.", '`"every_path_to": {"conditions": ["strian"]}`'
    ),
    "rule_about_nobody": Code(
        _W,
        "Nobody can be as the rule says, so it says nothing.",
        '`"given": {"age_at_least_60": true, "age_at_least_40": false}`',
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
    "unused": Code(_W, "A finding, source or condition that nothing uses.", "A source left over after a rewrite."),
    # -- content
    "no_safety_net": Code(_E, "A leaf does not say when to get help after all.", '`"get_help_if": []`'),
    "no_advice": Code(_W, "A leaf does not say what to do.", '`"do": []`'),
    "no_reason": Code(_W, "A leaf does not say why it is as urgent as that.", "`reason` left out."),
    "no_why": Code(_W, "A question does not say why it is asked.", "`why` left out."),
    "no_source": Code(_W, "A question or leaf names no source.", "`sources` left out."),
    "conditions_twice": Code(_W, "A leaf names a condition twice.", '`"condition": "dvt", "also": ["dvt"]`'),
    "too_many_conditions": Code(_W, "A leaf lists more than five others in `also`.", "Six conditions in `also`."),
    "source_not_checked": Code(_W, "A source has an address but no day on which it was read.", "`checked` left out."),
    "source_outdated": Code(
        _W, "A source was last read more than two years ago.", '`"checked": "2019-01-31"` in 2026.'
    ),
    "no_purpose": Code(
        _W, "The tree does not say what it is for, what not, or when to call for help.", "`about.not_for` left out."
    ),
    # -- wording
    "long_sentence": Code(_W, "A sentence has more than 20 words.", "A sentence of 31 words in `help`."),
    "hard_to_read": Code(
        _W, "The texts of a node need more than about eight years of school.", "`Is there peripheral oedema distally?`"
    ),
    "medical_word": Code(
        _W, "A medical word stands without its plain word.", "`thrombosis` instead of `a blood clot (thrombosis)`."
    ),
    "double_negative": Code(_W, "A question denies twice.", "`Is it not true that you cannot walk?`"),
    "negative_question": Code(_W, "A question asks for what is not.", "`Can you not bend the knee?`"),
    "no_question_mark": Code(_W, "A question does not end with a question mark.", "`Calf swollen`"),
    # -- languages beside the tree
    "translation_missing": Code(_W, "A text has no translation.", "A new question, before it is translated."),
    "translation_stale": Code(_W, "The original has changed since it was translated.", "`help` was mended in English."),
    "translation_incomplete": Code(_W, "Part of a node's texts is not translated.", "Two of three list items."),
    "translation_left_over": Code(_W, "A translation is of something that is no longer there.", "A deleted node."),
    "translation_safety_net": Code(
        _E, "The advice of a leaf has no fresh translation; the language cannot be used.", "`get_help_if` was changed."
    ),
    "translation_unreadable": Code(_E, "A language file beside the tree cannot be read.", "A comma too many."),
}


def problem(
    code: str, message: str, node: str | None = None, part: Place = "node", key: str = "", language: str = ""
) -> Problem:
    """Return a problem with the level of its code; raise ``KeyError`` if the code is not documented in ``CODES``."""
    return Problem(code, CODES[code].level, node, message, part, key or (node or ""), language)
