"""The walk as FHIRPath, by which a form shows each question and result when it is their turn.

Forms of the SDC guide evaluate the variables of a Questionnaire in their order after each answer.  ``%N`` holds the
findings that are surely false, ``%T`` those surely true, ``%S`` all about which something was said: so a decision goes
on to Yes unless it surely is not, and to No unless it surely is, and *not sure* follows both ways.  A number is empty
while it is not known.

Questions, and decisions to which several ways lead, are sorted by how many of them come before.  All at one level share
a variable, which holds the ids of what follows those that were reached.  Other decisions are written within: a form
works slower the more variables it has.
"""

from __future__ import annotations

from collections.abc import Sequence

from kneetree.drawing.markup import clean
from kneetree.exchange.fhir_codes import BESIDE, FINDING, UNSURE
from kneetree.model.reading_order import reading_order
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Answer, Asked, Kind, Leaf, Line, Tree, Urgency

_DEEPEST = 12
"""A decision as deep within others gets a variable of its own: expressions are read recursively."""
_OWN = f"where(system = '{FINDING}').code"
_SAID = (
    ("answered", "%resource.item.where(answer.exists()).linkId"),
    ("yes", "%resource.item.where('Y' in answer.value.code).linkId"),
    ("unsure", f"%resource.item.where('{UNSURE}' in answer.value.code).linkId"),
    (
        "S",
        f"%questionnaire.item.where(linkId in %answered).answerOption.value.{_OWN} | "
        f"%questionnaire.item.where(linkId in %answered).code.{_OWN}",
    ),
    (
        "T",
        f"%resource.item.where(linkId.endsWith('{BESIDE}').not()).answer.value.{_OWN} | "
        f"%questionnaire.item.where(linkId in %yes).code.{_OWN}",
    ),
    (
        "U",
        f"%resource.item.where(linkId.endsWith('{BESIDE}')).answer.value.{_OWN} | "
        f"%questionnaire.item.where(linkId in %unsure).code.{_OWN}",
    ),
    ("N", "%S.exclude(%T | %U)"),
)


class WalkInForm:
    """The expressions for a tree: ``variables`` with their names, and when each item is shown."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.order = reading_order(tree.nodes, [tree.root])
        self._places = {key: place for place, key in enumerate(self.order)}
        self._asks = {key: asked for key in self.order if (asked := self._question(key))}
        self._askers: dict[str, list[str]] = {}
        for key, asked in self._asks.items():
            for fact in asked.facts:
                self._askers.setdefault(fact, []).append(key)
        self._leads: dict[str, list[str]] = {key: [] for key in self.order}
        self._heads = self._find_heads()
        self._levels = self._find_levels()
        self.variables = [*_SAID, *self._numbers(), *self._ways(), ("emergency", self._emergency())]

    # -- when an item is shown -------------------------------------------------------------------

    def shown(self, key: str) -> str:
        """Return when a result or a question is shown.

        A question is passed once all that it asks is known from earlier ones.  An emergency ends the form: what is not
        answered yet is not asked any more.
        """
        asked = self._asks.get(key)
        if asked is None:
            return self._reached(key)
        known = self._known_before(key, asked)
        when = [self._reached(key), *([f"({known}).not()"] if known else [])]
        return " and ".join([*when, f"({self._answered(key)} or %emergency.not())"])

    def _known_before(self, key: str, asked: Asked) -> str:
        """Return when all that a question asks is known from earlier ones, ``""`` for never."""
        places = self._places
        earlier = [[one for one in self._askers[fact] if places[one] < places[key]] for fact in asked.facts]
        if not all(earlier):
            return ""
        return " and ".join(dict.fromkeys(f"({' or '.join(map(self._answered, some))})" for some in earlier))

    def _answered(self, key: str) -> str:
        links = [clean(key), *([f"{clean(key)}{BESIDE}"] if self._asks[key].kind is Kind.NUMBER else [])]
        told = " or ".join(f"{_text(link)} in %answered" for link in links)
        return f"({told})"

    def _reached(self, key: str) -> str:
        if key == self._tree.root:
            return "true"
        levels = sorted({self._levels[head] for head in self._leads[key]})
        ways = " | ".join(f"%way{level}" for level in levels)
        return f"({_text(key)} in ({ways}))"

    def _emergency(self) -> str:
        nodes = self._tree.nodes
        ends = [key for key in self.order if isinstance(leaf := nodes[key], Leaf) and leaf.urgency is Urgency.EMERGENCY]
        return " or ".join(map(self._reached, ends)) or "false"

    # -- the ways --------------------------------------------------------------------------------

    def _question(self, key: str) -> Asked | None:
        if isinstance(self._tree.nodes[key], Leaf):
            return None
        asked = self._tree.asked(key)
        return None if asked.kind is Kind.DECISION else asked

    def _find_heads(self) -> list[str]:
        """Return the questions and decisions with a variable of their own, and note which of them lead to what."""
        depth: dict[str, int] = {}
        heads = []
        for key in self.order:
            if isinstance(self._tree.nodes[key], Leaf):
                continue
            parents = {parent for parent, _ in self._tree.parents(key) if parent in self._leads}
            deep = max((depth[parent] + 1 for parent in parents), default=0)
            if key in self._asks or len(parents) != 1 or deep > _DEEPEST:
                heads.append(key)
                deep = 0
            depth[key] = deep
        within = dict(zip(heads, heads, strict=True))
        own = set(heads)
        for key in self.order:
            for parent in dict.fromkeys(parent for parent, _ in self._tree.parents(key) if parent in self._leads):
                if within[parent] not in self._leads[key]:
                    self._leads[key].append(within[parent])
            if key not in own and self._leads[key]:
                within[key] = self._leads[key][0]
        return heads

    def _find_levels(self) -> dict[str, int]:
        """Return for each head the longest way to it over other heads, counted from 1."""
        levels: dict[str, int] = {}
        for key in self._heads:
            levels[key] = 1 + max((levels[head] for head in self._leads[key]), default=0)
        return levels

    def _ways(self) -> list[tuple[str, str]]:
        """Return for each level the ids of what follows its heads, of those that are reached and answered."""
        made: dict[int, list[str]] = {}
        for key in self._heads:
            when = [self._reached(key), *([self._done(key)] if key in self._asks else [])]
            way = f"iif({' and '.join(when)}, {self._after(key)}, {{}})"
            made.setdefault(self._levels[key], []).append(way)
        return [(f"way{level}", " | ".join(ways)) for level, ways in sorted(made.items())]

    def _done(self, key: str) -> str:
        """Return whether all that a question asks is known."""
        asked = self._asks[key]
        if asked.kind is Kind.NUMBER:
            return " or ".join(map(self._answered, self._askers[asked.scale])).join("()")
        return f"({_texts(asked.facts)}).subsetOf(%S)"

    def _after(self, key: str) -> str:
        """Return the ids of what follows a node by what is known."""
        asked = self._tree.asked(key)
        if asked.next:
            return self._on(asked.next)
        lines = asked.lines or (Line(asked.finding, ""),)
        most = sum(line.points for line in lines)
        yes = self._enough(lines, asked.at_least if asked.lines else 1, Answer.YES)
        no = self._enough(lines, most - (asked.at_least if asked.lines else 1) + 1, Answer.NO)
        return f"(iif({yes}, {self._on(asked.yes)}, {{}}) | iif({no}, {self._on(asked.no)}, {{}}))"

    def _on(self, key: str) -> str:
        if key in self._levels or isinstance(self._tree.nodes[key], Leaf):
            return _text(key)
        return self._after(key)

    # -- what decides ----------------------------------------------------------------------------

    def _enough(self, lines: Sequence[Line], wanted: int, answer: Answer) -> str:
        """Return whether the lines that may come out so have enough points together."""
        may = [(line.points, self._may_be(line.finding, line.true is (answer is Answer.YES))) for line in lines]
        points = [worth for worth, _ in may]
        if wanted <= min(points):
            return " or ".join(told for _, told in may)
        if sum(points) - min(points) < wanted:
            return " and ".join(told for _, told in may)
        return f"({' + '.join(f'iif({told}, {worth}, 0)' for worth, told in may)}) >= {wanted}"

    def _may_be(self, finding: str, value: bool) -> str:
        """Return whether a finding may have a value by what is known; of a number nobody may know anything."""
        limit = threshold_of(finding, self._tree.scales)
        if limit is None:
            return f"({_text(finding)} in {'%N' if value else '%T'}).not()"
        number = f"%{_number(list(self._tree.scales).index(limit.scale))}"
        return f"({number}.empty() or {number} {'>=' if value else '<'} {limit.number})"

    def _numbers(self) -> list[tuple[str, str]]:
        """Return for each scale its number, empty while it is not known."""
        made = []
        for at, scale in enumerate(self._tree.scales):
            links = [clean(key) for key in self._askers.get(scale, ())]
            beside = [f"{link}{BESIDE}" for link in links]
            told = f"%resource.item.where(linkId in ({_texts(links)})).answer.value.first()"
            value = f"iif(%answered.intersect({_texts(beside)}).exists(), {{}}, {told})" if links else "{}"
            made.append((_number(at), value))
        return made


def unsure_shown(node: str) -> str:
    """Return when it is asked about which lines of a list somebody is not sure."""
    return f"{_text(node)} in %unsure"


def _number(at: int) -> str:
    return f"number{at + 1}"


def _text(text: str) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _texts(texts: Sequence[str]) -> str:
    return " | ".join(map(_text, texts))
