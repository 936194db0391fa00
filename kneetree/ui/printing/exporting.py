"""Write a tree in any format, in steps: what Qt draws in the window's thread, what needs no Qt in another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kneetree import exchange
from kneetree.exchange import poster
from kneetree.model.tree import Tree
from kneetree.ui.background.task import Task
from kneetree.ui.printing import map_image, writing
from kneetree.ui.printing.in_thread import until_done
from kneetree.ui.printing.progress import Steps


def steps(tree: Tree, path: Path, plan: poster.Poster | None = None) -> Steps:
    """Write ``tree``, which nobody may alter meanwhile, in the format that the file's name ends in.

    Nothing is written if the steps are not taken to their end.  Raises ``KneetreeError`` if it cannot be written.
    """
    wanted = exchange.format_of(path.name)
    if wanted in exchange.DRAWN:
        yield from map_image.steps(tree, path, plan)
        return
    task = Task(partial(_made, tree, wanted), "export")
    task.start()
    try:
        yield from until_done(task)
    finally:
        task.cancel()
    yield from writing.steps(path, task.results()[0])


def _made(tree: Tree, wanted: str) -> Iterator[bytes]:
    yield exchange.export(tree, wanted)
