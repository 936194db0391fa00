"""Which answers to a question show what can come next, so that those pages can be made while the person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kneetree.walk.walk import Walk


def likely_answers(walk: Walk, node: str) -> list[dict[str, bool | int | None]]:
    """Return a few answers that lead to different questions: all No, all Yes, or the lowest and the highest number."""
    asked = walk.tree.asked(node)
    if asked.scale:
        scale = walk.tree.scales[asked.scale]
        return [{asked.scale: scale.least}, {asked.scale: scale.most}]
    return [dict.fromkeys(asked.findings, value) for value in (False, True)]
