"""The legend explains what is marked, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from kneetree.ui.editor.canvas.legend import entries_of
from kneetree.ui.editor.canvas.marks import Badge, Difference, Marks


def words(marks: Marks) -> list[str]:
    return [entry.text for entry in entries_of(marks)]


def test_without_marks_there_is_no_legend(canvas):
    assert words(Marks()) == words(Marks(badges={"calf": Badge.ERROR})) == []
    plain = canvas.grab().toImage()
    canvas.set_marks({"calf": "changed"})
    marked = canvas.grab().toImage()
    canvas.set_marks({})
    assert canvas.grab().toImage() == plain != marked


def test_each_mark_is_explained():
    path = Marks(path_nodes=frozenset({"calf"}), path_of="rules")
    assert words(path) == ["The shortest path that breaks the rule"]
    assert words(replace(path, path_of="cases")) == ["The path of the case"]
    assert len(words(replace(path, other_nodes=frozenset({"risks"}), parts_at="calf"))) == 2
    differences = {"a": Difference.ADDED, "b": Difference.ADDED, "c": Difference.REROUTED}
    assert words(Marks(differences=differences)) == ["Added: 2", "Re-routed: 1"]
    assert words(Marks(hits=frozenset({"a", "b"}))) == ["Found: 2"]
    assert words(Marks(untaken_nodes=frozenset({"a"}))) == ["No case comes here"]


def test_no_two_entries_look_alike():
    everything = Marks(
        path_nodes=frozenset({"a"}),
        other_nodes=frozenset({"b"}),
        parts_at="a",
        untaken_nodes=frozenset({"c"}),
        hits=frozenset({"d"}),
        differences={kind.value: kind for kind in Difference},
    )
    looks = {(entry.role, entry.width, entry.style, entry.box) for entry in entries_of(everything)}
    assert len(looks) == len(entries_of(everything)) == 9
