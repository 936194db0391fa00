"""What would be read from a journal if the program that writes it were killed now."""

from __future__ import annotations

from pathlib import Path

from kneetree.files import journal
from kneetree.files.journal import Recovered


def as_if_killed(folder: Path, there: Path) -> Recovered:
    """Copy the one journal of ``folder`` to ``there``, which is made, and read it."""
    there.mkdir()
    for each in folder.iterdir():
        (there / each.name).write_bytes(each.read_bytes())
    (place,) = there.glob("*.journal")
    work = journal.read(place)
    assert isinstance(work, Recovered)
    return work
