"""The shortest way through the graph, whether or not one person can take it all along.

Most rules that are broken are broken by this way, so it is tried before the search over states.
"""

from __future__ import annotations

from collections.abc import Mapping

from kneetree.proof.arrays import Compiled

Way = list[tuple[int, bool]]


def first_way(
    tree: Compiled,
    targets: bytearray,
    facts: Mapping[int, bool],
    avoid: frozenset[int],
    steps: int,
    longest: int | None,
) -> Way | None:
    """Return the shortest way of at least ``steps`` and at most ``longest`` steps that fits ``facts``, or ``None``.

    A place on the way is a node and how many steps were made, as one number, since a node may lie at
    several depths; steps beyond ``steps`` are not told apart.
    """
    yes, no, size = tree.yes, tree.no, len(tree.ids)
    if yes[tree.root] < 0:
        return [] if targets[tree.root] and not steps else None
    came: dict[int, int] = {tree.root: -1}
    layer = [tree.root]
    length = 0
    while layer and length != longest:
        length += 1
        enough = length >= steps
        depth = size * min(length, steps)
        following = []
        for place in layer:
            node = place % size
            for answer in () if node in avoid else _answers(tree, node, facts):
                child = yes[node] if answer else no[node]
                if yes[child] < 0:
                    if enough and targets[child]:
                        return _back(came, place, answer, size)
                elif child + depth not in came:
                    came[child + depth] = place * 2 + answer
                    following.append(child + depth)
        layer = following
    return None


def _answers(tree: Compiled, node: int, facts: Mapping[int, bool]) -> tuple[bool, ...]:
    """Return the answers to a question that ``facts`` allow, Yes first."""
    number = tree.finding[node]
    forced = (facts.get(number) if number >= 0 else tree.comes_out(node, facts)) if facts else None
    return (True, False) if forced is None else (forced,)


def _back(came: Mapping[int, int], place: int, answer: bool, size: int) -> Way:
    way = [(place % size, answer)]
    while (origin := came[place]) >= 0:
        place = origin // 2
        way.append((place % size, bool(origin % 2)))
    way.reverse()
    return way
