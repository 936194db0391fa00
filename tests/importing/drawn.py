"""Drawings as draw.io and yEd write them, for the tests: shapes, arrows and texts with their places."""

from __future__ import annotations

import base64
import zlib
from html import escape
from urllib.parse import quote

BOX = "rounded=1;whiteSpace=wrap;html=1;"
TEXT = "text;html=1;align=center;verticalAlign=middle;"
LABEL = "edgeLabel;html=1;align=center;verticalAlign=middle;resizable=0;points=[];"


def escaped(text: str) -> str:
    return escape(text).replace("\n", "&#10;")


def shape(key: str, text: str, at: tuple[int, int] = (0, 0), style: str = BOX, parent: str = "1") -> str:
    x, y = at
    return (
        f'<mxCell id="{key}" value="{escaped(text)}" style="{style}" vertex="1" parent="{parent}">'
        f'<mxGeometry x="{x}" y="{y}" width="120" height="60" as="geometry"/></mxCell>'
    )


def arrow(key: str, source: str, target: str, label: str = "", style: str = "html=1;") -> str:
    ends = "".join(f' {name}="{end}"' for name, end in (("source", source), ("target", target)) if end)
    return (
        f'<mxCell id="edge {key}" value="{escaped(label)}" style="{style}" edge="1" parent="1"{ends}>'
        '<mxGeometry relative="1" as="geometry"/></mxCell>'
    )


def label(key: str, edge: str, text: str) -> str:
    return (
        f'<mxCell id="{key}" value="{escaped(text)}" style="{LABEL}" vertex="1" connectable="0" parent="edge {edge}">'
        '<mxGeometry x="-0.2" relative="1" as="geometry"><mxPoint as="offset"/></mxGeometry></mxCell>'
    )


def model(*cells: str) -> str:
    return f'<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>{"".join(cells)}</root></mxGraphModel>'


def packed(text: str) -> str:
    """A page as draw.io compresses it: written as an address, deflated, in base64."""
    squeezing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = squeezing.compress(quote(text, safe="").encode()) + squeezing.flush()
    return base64.b64encode(data).decode()


def file(*pages: str, names: tuple[str, ...] = ()) -> bytes:
    titles = names or tuple(f"Page-{number}" for number in range(1, len(pages) + 1))
    told = "".join(f'<diagram id="d" name="{name}">{page}</diagram>' for name, page in zip(titles, pages, strict=True))
    return f'<mxfile host="app.diagrams.net" version="24.7.8">{told}</mxfile>'.encode()


def chart() -> tuple[str, ...]:
    """Two questions and three results."""
    return (
        shape("q", "Are you short of breath?"), shape("c", "Is one calf bigger?"), shape("now", "Emergency: Call"),
        shape("day", "Same day: Be seen"), shape("home", "Self-care: Rest"),
        arrow("1a", "q", "now", "Yes"), arrow("1b", "q", "c", "No"), arrow("2a", "c", "day", "Yes"),
        arrow("2b", "c", "home", "No"),
    )  # fmt: skip


def yed(nodes: dict[str, str], edges: list[tuple[str, str, str]], more: str = "") -> bytes:
    drawn = "".join(
        f'<node id="{key}"><data key="d6"><y:ShapeNode><y:Geometry height="30" width="30" x="0" y="0"/>'
        f'<y:Fill color="#FFCC00" transparent="false"/><y:NodeLabel xml:space="preserve">{escape(text)}'
        '<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>'
        '<y:Shape type="rectangle"/></y:ShapeNode></data></node>'
        for key, text in nodes.items()
    )
    lines = "".join(
        f'<edge id="e{number}" source="{source}" target="{target}"><data key="d10"><y:PolyLineEdge>'
        f'<y:Arrows source="none" target="standard"/><y:EdgeLabel xml:space="preserve">{escape(text)}'
        "<y:LabelModel><y:SmartEdgeLabelModel/></y:LabelModel></y:EdgeLabel></y:PolyLineEdge></data></edge>"
        for number, (source, target, text) in enumerate(edges)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
        '<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>'
        f'<graph edgedefault="directed" id="G">{drawn}{more}{lines}</graph></graphml>'
    ).encode()
