"""The references of nodes read backwards: which nodes lead to a node, ask an entry, or are named by a condition.

An edit of one node would otherwise have to look at all of them to find out whom it concerns.
"""

from __future__ import annotations

from collections.abc import Mapping

from kneetree.model.nodes import Leaf, Node, QuestionNode
from kneetree.model.scales import threshold

_Referrers = dict[str, tuple[str, ...]]


class Backwards:
    """An index over nodes, which is told of each node that is altered.

    Its answers are in no particular order.
    """

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self._leading: _Referrers = {}
        self._asking: _Referrers = {}
        self._named: _Referrers = {}
        for key, node in nodes.items():
            self._add(key, node)

    def leading_to(self, node_id: str) -> tuple[str, ...]:
        """Return the questions and decisions with an answer that leads to a node, each once."""
        return self._leading.get(node_id, ())

    def asking(self, entry: str) -> tuple[str, ...]:
        """Return the nodes that ask a question or a scale of that id, or a threshold of that scale."""
        return self._asking.get(entry, ())

    def named_by(self, condition: str) -> tuple[str, ...]:
        """Return the leaves that have a condition as their first one."""
        return self._named.get(condition, ())

    def replace(self, key: str, before: Node | None, after: Node | None) -> None:
        """Take in that a node is another one now; ``None`` if it is not there."""
        if before is not None:
            for index, name in self._entries(before):
                index[name] = tuple([other for other in index[name] if other != key])
                if not index[name]:
                    del index[name]
        if after is not None:
            self._add(key, after)

    def copy(self) -> Backwards:
        """Return a separate index."""
        twin = Backwards({})
        twin._leading, twin._asking, twin._named = dict(self._leading), dict(self._asking), dict(self._named)
        return twin

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Backwards) and all(
            {name: sorted(keys) for name, keys in mine.items()} == {name: sorted(keys) for name, keys in theirs.items()}
            for mine, theirs in zip(self._indexes(), other._indexes(), strict=True)
        )

    __hash__ = None  # type: ignore[assignment]  # it changes, so it cannot be hashed

    def _indexes(self) -> tuple[_Referrers, ...]:
        return self._leading, self._asking, self._named

    def _add(self, key: str, node: Node) -> None:
        for index, name in self._entries(node):
            index[name] = (*index.get(name, ()), key)

    def _entries(self, node: Node) -> list[tuple[_Referrers, str]]:
        """Return where a node is entered: each index with the id, each once."""
        if isinstance(node, Leaf):
            return [(self._named, node.condition)]
        found = [(self._leading, target) for target in dict.fromkeys(target for _, target in node.edges())]
        if isinstance(node, QuestionNode):
            found.append((self._asking, node.asks))
            limit = threshold(node.asks)
            if limit is not None:
                found.append((self._asking, limit.scale))
        return found
