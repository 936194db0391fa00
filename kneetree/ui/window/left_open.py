"""What a window leaves behind for one in another language: a file, answers, and what was not said yet.

Import nothing here at run time: the first page waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kneetree.model.knowledge import Answers
    from kneetree.ui.document.document import Document
    from kneetree.ui.document.session import PutAside
    from kneetree.ui.window.looking import Looking
    from kneetree.ui.wizard.in_sight import InSight
    from kneetree.ui.wizard.question_page import Draft
    from kneetree.walk.walk import Walk


class LeftOpen(NamedTuple):
    """The walk in progress, the one put aside, what was ticked or typed and not said, by question.

    ``at`` is the question of the walk that was on screen, ``""`` for the first page, ``None`` for wherever the walk
    ends, and ``in_sight`` how far that page was scrolled.  ``opened`` are the parts of the result that were opened, by
    their place on the page, and ``kept`` the answers whose result was printed, saved or copied.  ``document`` is the
    open tree with its history, and ``looking`` what was in sight in the editor, if there was one.
    """

    walk: Walk | None = None
    put_aside: PutAside | None = None
    drafts: Mapping[str, Draft] = {}
    at: str | None = None
    in_sight: InSight | None = None
    opened: tuple[int, ...] = ()
    document: Document | None = None
    looking: Looking | None = None
    kept: Answers | None = None
