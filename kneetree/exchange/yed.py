"""How yEd shows the nodes and edges of a GraphML file: its own elements beside the attributes that all programs read.

The boxes are those of the map: the same lines of text, sizes, places and urgency colours.  yEd knows a place by the
upper left corner of a box; ``x`` and ``y`` of the attributes are its middle.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from kneetree import layout
from kneetree.drawing.markup import clean
from kneetree.drawing.palette import INK, LINE, URGENCY_COLOURS
from kneetree.exchange.export_words import Words, words_of
from kneetree.layout import Placement, Point
from kneetree.model.titles import title_of
from kneetree.model.tree import Answer, Leaf, Tree

NAMESPACE = "http://www.yworks.com/xml/graphml"
NODE_KEY, EDGE_KEY = "nodegraphics", "edgegraphics"
_SHAPES = {"leaf": "octagon", "decision": "hexagon"}
_WHITE = "#FFFFFF"


class Drawn:
    """The elements of yEd for a tree, placed as on its map."""

    def __init__(self, tree: Tree, placement: Placement) -> None:
        self._tree, self._placement, self._words = tree, placement, words_of(tree)

    def node(self, node_id: str) -> Element:
        """Return the box of a node."""
        node, place = self._tree.nodes[node_id], self._placement
        rect = place.rect(node_id)
        leaf = isinstance(node, Leaf)
        lines = layout.text_lines(clean(title_of(self._tree, node_id)))
        if isinstance(node, Leaf):
            lines = [self._words.kind(self._tree, node_id).upper(), *lines]
        fill, ink = (URGENCY_COLOURS[node.urgency], _WHITE) if isinstance(node, Leaf) else (_WHITE, INK)
        made, shape = _graphics(NODE_KEY, "ShapeNode")
        SubElement(shape, "y:Geometry", x=_n(rect.left), y=_n(rect.top), width=_n(rect.width), height=_n(rect.height))
        SubElement(shape, "y:Fill", color=fill, transparent="false")
        border = {
            "color": fill if leaf else LINE,
            "type": "line",
            "width": "3.0" if node_id == self._tree.root else "1.0",
        }
        SubElement(shape, "y:BorderStyle", border)
        label = {
            "alignment": "center",
            "fontFamily": "Dialog",
            "fontSize": "13",
            "textColor": ink,
            "modelName": "internal",
        }
        SubElement(shape, "y:NodeLabel", label).text = "\n".join(lines)
        form = layout.form_of(self._tree, node)
        SubElement(shape, "y:Shape", type=_SHAPES.get(form, "roundrectangle"))
        return made

    def edge(self, source: str, answer: Answer) -> Element:
        """Return the line of an answer, with its word and the bends that it has on the map."""
        made, line = _graphics(EDGE_KEY, "PolyLineEdge")
        route = self._placement.routes.get((source, answer))
        path = SubElement(line, "y:Path", sx="0.0", sy="0.0", tx="0.0", ty="0.0")
        if route is not None and not route.stub:
            for x, y in _bends(route.points):
                SubElement(path, "y:Point", x=_n(x), y=_n(y))
        SubElement(line, "y:LineStyle", color=LINE, type="dashed" if answer is Answer.NO else "line", width="1.0")
        SubElement(line, "y:Arrows", source="none", target="standard")
        SubElement(line, "y:EdgeLabel", textColor=INK, fontSize="12").text = _word(self._words, answer)
        SubElement(line, "y:BendStyle", smoothed="true")
        return made


def keys() -> list[Element]:
    """Return the declarations of yEd's keys."""
    return [
        Element("key", {"id": NODE_KEY, "for": "node", "yfiles.type": "nodegraphics"}),
        Element("key", {"id": EDGE_KEY, "for": "edge", "yfiles.type": "edgegraphics"}),
    ]


def _graphics(key: str, kind: str) -> tuple[Element, Element]:
    data = Element("data", key=key)
    return data, SubElement(data, f"y:{kind}")


def _bends(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points between the ends, which lie on the borders of boxes."""
    return points[1:-1]


def _word(words: Words, answer: Answer) -> str:
    return words.text(f"answer.{answer}")


def _n(number: float) -> str:
    return f"{number:.1f}"
