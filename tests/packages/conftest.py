"""What the packages are made with lies beside the other tools of ``.ci``; it is imported from there."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / ".ci" / "packaging"))
