"""The pages of the wizard that are no questions, by their numbers."""

from __future__ import annotations

START, RESULT, EMERGENCY = 0, 1, 2
