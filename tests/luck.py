"""Where the random numbers of a run come from: one seed, which ``--hypothesis-seed`` repeats."""

from __future__ import annotations

import os
import random

TIMES = float(os.environ.get("KNEETREE_EXAMPLES", "1"))
"""How many times the usual number of examples a run tries: 10 with ``.ci/run --long``, 0.2 where it counts lines."""


def examples(usual: int) -> int:
    """Return the number of examples for a test that usually tries so many; at least one."""
    return max(1, round(usual * TIMES))


def seeds(run: int, name: str, count: int) -> list[int]:
    """Return seeds for the test of that name, other ones in each run."""
    dice = random.Random(f"{run} {name}")
    return [dice.randrange(10**6) for _ in range(examples(count))]
