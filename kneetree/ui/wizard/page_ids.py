"""The numbers of the wizard's pages that are not questions."""

from __future__ import annotations

START, RESULT, EMERGENCY = 0, 1, 2
