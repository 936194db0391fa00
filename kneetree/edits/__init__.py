"""One pure function for each thing an author does: a tree goes in, a ``Change`` comes out.

Nothing here alters a tree: ``Tree.apply`` does that.  An edit that cannot be done raises ``KneetreeError``
(``ShapeError`` if it would break the shape of the tree) with the reason as a sentence.  If a gesture has to ask
beforehand, a twin ``why_not_...`` returns that sentence, or ``None`` if the edit can be done.
"""

from kneetree.edits.beginning import PATTERNS, first_tree, use_pattern
from kneetree.edits.clipboard import below, copied, copy, duplicate, paste, why_not_paste
from kneetree.edits.connecting import (
    add_decision,
    add_leaf,
    add_question,
    connect,
    insert_decision,
    insert_question,
    leads_to,
    why_not_connect,
)
from kneetree.edits.drafts import (
    draft_condition,
    is_draft,
    is_draft_condition,
    is_draft_text,
    is_slug,
    is_urgency_open,
    quoted,
    shortened,
    slug_of,
    urgency_note,
)
from kneetree.edits.fields import ask, ask_finding, ask_items, set_fields, set_fields_of, set_fields_with_new
from kneetree.edits.filling import filled
from kneetree.edits.finding import Match, Query, find, find_ids, replace, texts
from kneetree.edits.following import follow_text, is_draft_id, is_unwritten
from kneetree.edits.library import copy_for, entry_at, replace_entry, reword_by_copy, why_not_replace_entry
from kneetree.edits.moving import move, tidy
from kneetree.edits.numbers import ask_in_words, ask_number, set_bound, some_number, usual_numbers
from kneetree.edits.parts import (
    add_part,
    leave_regions,
    put_in_region,
    remove_part,
    replace_part,
    set_part,
    set_single,
    set_title,
    take_from_region,
    why_not_add,
    why_not_remove,
)
from kneetree.edits.pasting_cases import put_cases
from kneetree.edits.recording import record_walk, sign_off, why_not_sign, withdraw_review
from kneetree.edits.removing import (
    delete,
    delete_leaf,
    delete_question,
    delete_subtree,
    why_not_delete_question,
)
from kneetree.edits.renaming import rename, replace_and_rename, why_not_rename
from kneetree.edits.translating import (
    begin_language,
    confirm_translation,
    remove_language,
    take_language,
    translate,
    why_not_begin_language,
)
from kneetree.edits.turning import (
    collect_first,
    leaf_to_question,
    question_to_leaf,
    set_root,
    swap,
    to_branching,
    to_collecting,
)
from kneetree.edits.uses import (
    Use,
    all_uses,
    all_uses_in_slices,
    nodes_of,
    remove_unused,
    unused,
    unused_after,
    uses,
    with_unused_removed,
)
from kneetree.edits.words import text_of

__all__ = [
    "PATTERNS", "Match", "Query", "Use", "add_decision", "add_leaf", "add_part", "add_question", "all_uses",
    "all_uses_in_slices", "ask", "ask_finding", "ask_in_words", "ask_items", "ask_number", "begin_language", "below",
    "collect_first", "confirm_translation", "connect", "copied", "copy", "copy_for", "delete", "delete_leaf",
    "delete_question", "delete_subtree", "draft_condition", "duplicate", "entry_at", "filled", "find", "find_ids",
    "first_tree", "follow_text", "insert_decision", "insert_question", "is_draft", "is_draft_condition", "is_draft_id",
    "is_draft_text", "is_slug", "is_unwritten", "is_urgency_open", "leads_to", "leaf_to_question", "leave_regions",
    "move", "nodes_of", "paste", "put_cases", "put_in_region", "question_to_leaf", "quoted", "record_walk",
    "remove_language", "remove_part", "remove_unused", "rename", "replace", "replace_and_rename", "replace_entry",
    "replace_part", "reword_by_copy", "set_bound", "set_fields", "set_fields_of", "set_fields_with_new", "set_part",
    "set_root", "set_single", "set_title", "shortened", "sign_off", "slug_of", "some_number", "swap",
    "take_from_region", "take_language", "text_of", "texts", "tidy", "to_branching", "to_collecting", "translate",
    "unused", "unused_after", "urgency_note", "use_pattern", "uses", "usual_numbers", "why_not_add",
    "why_not_begin_language", "why_not_connect", "why_not_delete_question", "why_not_paste", "why_not_remove",
    "why_not_rename", "why_not_replace_entry", "why_not_sign", "with_unused_removed", "withdraw_review",
]  # fmt: skip
