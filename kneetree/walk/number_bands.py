"""The ranges of a number that a person may choose from instead of giving it.

They lie between the thresholds that the tree uses, so that each settles all of them: whatever number of the range is
taken, the walk is the same.  The whole tree counts, not only the nodes ahead, since the number stays when an earlier
answer is changed, and since both branches of a *not sure* are followed.
"""

from __future__ import annotations

from collections.abc import Iterable

from kneetree.model.scales import Span, cuts
from kneetree.model.tree import Scale, Tree

MOST_BANDS = 8
"""More cannot be taken in at a glance; there may be more only where short ranges lie between long ones."""


def bands_of(tree: Tree, scale_id: str) -> tuple[Span, ...]:
    """Return the ranges of a scale to choose from, rising; none if nothing turns on its number.

    Where there would be more than ``MOST_BANDS``, thresholds that only rules use are left aside, and then the
    narrowest ranges at the lower and the upper end: their numbers have to be given.  Nothing is left aside between two
    ranges, where somebody would look for it in vain: "over 6 and under 12 weeks" leads to "6 weeks".
    """
    scale = tree.scales[scale_id]
    walked = [finding for asked in tree.all_asked() for finding in asked.findings]
    ruled = [finding for rule in tree.rules.values() for finding in rule.findings]
    bands = _between(scale, scale_id, [*walked, *ruled], tree)
    if len(bands) > MOST_BANDS:
        bands = _between(scale, scale_id, walked, tree)
    if len(bands) > MOST_BANDS:
        chosen = sorted(bands, key=lambda band: _worth(scale, band))[-MOST_BANDS:]
        bands = [band for band in bands if min(chosen) <= band <= max(chosen)]
    return tuple(bands) if len(bands) > 1 else ()


def settles_all(scale: Scale, bands: Iterable[Span]) -> bool:
    """Return whether every number of a scale is in one of ``bands``."""
    return sum(band.most - band.least + 1 for band in bands) == scale.most - scale.least + 1


def _between(scale: Scale, scale_id: str, findings: list[str], tree: Tree) -> list[Span]:
    limits = cuts(findings, tree.scales)[scale_id]
    ends = [*(limit - 1 for limit in limits), scale.most]
    bands = [Span(least, most) for least, most in zip([scale.least, *limits], ends, strict=True)]
    # The last may have no end that anybody reaches, so that its middle would be nobody.
    return [*bands[:-1], Span(bands[-1].least, scale.most, bands[-1].least)]


def _worth(scale: Scale, band: Span) -> tuple[float, int]:
    """Return how likely a range is to be chosen: times count by their ratio, other numbers by their distance."""
    if scale.unit == "days":
        return (band.most + 1) / max(band.least, 1), -band.least
    return band.most - band.least, band.least
