"""What holds for every test: no display, settings of its own, a plain word where Qt cannot be loaded.

The core tests run where PySide6 is not installed, with ``-p no:pytest-qt`` and without ``tests/ui``.
"""

from __future__ import annotations

import importlib.util
import os
import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from kneetree.cli import screen
from tests import luck

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
os.environ["LANGUAGE"] = "en"  # what the command line says is compared in English, whatever language the tests run in
os.environ.pop("PYTHONUNBUFFERED", None)  # where it is set, output that waits until the exit would never be tried

HAS_QT = importlib.util.find_spec("PySide6") is not None
collect_ignore = [] if HAS_QT else ["ui"]


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Add our option.  Where the plugin for Qt is left out, its settings in ``pyproject.toml`` are still known."""
    parser.addoption(
        "--install-libraries", action="store_true", help="as root: install the libraries of the system that Qt needs"
    )
    if not pluginmanager.has_plugin("pytest-qt"):
        parser.addini("qt_log_level_fail", "left to pytest-qt", default="")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed, then see to it that Qt can be loaded."""
    _choose_seed(config)
    _provide_qt(config)


def _choose_seed(config: pytest.Config) -> None:
    """Other examples in each run, unless a seed is given: then the same ones, whatever failed here before."""
    given = config.option.hypothesis_seed is not None
    if not given:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(10**9))
    settings.register_profile(
        "kneetree",
        max_examples=luck.examples(100),
        deadline=None,  # a busy machine is no fault of the code
        derandomize=False,  # hypothesis would do so in CI, and never see there what it finds elsewhere
        database=None if given else settings.default.database,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("kneetree")
    # Whether a mutant is noticed is all that counts: the smallest example would take ten times as long.
    settings.register_profile("mutants", settings(phases=(Phase.explicit, Phase.generate)))


def pytest_sessionstart(session: pytest.Session) -> None:
    """Print the seed first: a run that dies prints no summary."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        seed = session.config.option.hypothesis_seed
        reporter.write_line(f"random seed {seed}; --hypothesis-seed={seed} repeats this run's examples")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test marked ``seeds(count)`` its ``seed``, so many times, from the seed of the run."""
    mark = metafunc.definition.get_closest_marker("seeds")
    if mark is not None:
        run = int(metafunc.config.option.hypothesis_seed)
        metafunc.parametrize("seed", luck.seeds(run, metafunc.function.__qualname__, *mark.args))


def _provide_qt(config: pytest.Config) -> None:
    """Install the libraries that Qt misses, if root says so; else tell it in one sentence instead of a traceback."""
    if not HAS_QT or not config.pluginmanager.has_plugin("pytest-qt"):
        return
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")
    if config.option.install_libraries:
        screen.install_libraries(offscreen=True)
    why = screen.why_no_window(offscreen=True)
    if why:
        pytest.exit(f"The window tests cannot run here. {why}", returncode=3)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a browser before it prepares anything, where another step tries it or nothing can."""
    if os.environ.get("KNEETREE_NO_BROWSER") and item.get_closest_marker("browser") is not None:
        pytest.skip("The web page is tried in another step, or cannot be tried here.")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A window test that fails leaves pictures of its windows in ``.pytest_cache/pictures``."""
    outcome = yield
    report = outcome.get_result()
    if HAS_QT and report.when == "call" and report.failed and "qtbot" in getattr(item, "fixturenames", ()):
        from PySide6.QtWidgets import QApplication

        folder = item.config.rootpath / ".pytest_cache" / "pictures"
        folder.mkdir(parents=True, exist_ok=True)
        for number, window in enumerate(QApplication.topLevelWidgets()):
            if window.isVisible():
                window.grab().save(str(folder / f"{item.name[:80].replace('/', '_')}-{number}.png"))
