"""Settings and folders of each test's own; a theme; nothing is left open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from kneetree.ui.theme import Theme


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> Iterator[None]:
    """Settings in a folder of the test's own, empty at first."""
    QStandardPaths.setTestModeEnabled(True)
    QCoreApplication.setOrganizationName("kneetree-tests")
    QCoreApplication.setApplicationName("kneetree-tests")
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    yield


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme, light, at 100 %."""
    made = Theme(qapp)
    made.choose_mode("light")
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()
