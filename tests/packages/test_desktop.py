"""A desktop finds the program, its files and their icon under names that agree."""

from __future__ import annotations

import configparser
import json
from fnmatch import fnmatch
from pathlib import Path
from xml.etree import ElementTree

import pytest

import kneetree
from kneetree import shipped

FOLDER = shipped.root() / "desktop"
NAME = "org.kneetree.Kneetree"
KIND = "application/vnd.kneetree+json"


@pytest.fixture
def entry() -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(FOLDER / f"{NAME}.desktop", "utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture
def component() -> ElementTree.Element:
    return ElementTree.parse(FOLDER / f"{NAME}.metainfo.xml").getroot()


def test_the_entry_opens_one_file_of_our_kind_in_the_program(entry: dict[str, str]) -> None:
    assert entry["Exec"] == "kneetree %f"
    assert entry["MimeType"] == f"{KIND};"
    assert entry["Icon"] == NAME
    assert (shipped.root() / "icons" / f"{NAME}.svg").is_file()


def test_the_component_names_the_entry_the_kind_and_the_program(component: ElementTree.Element) -> None:
    assert component.findtext("id") == NAME
    assert component.findtext("launchable") == f"{NAME}.desktop"
    assert component.findtext("provides/mediatype") == KIND
    assert component.findtext("provides/binary") == "kneetree"


def test_the_newest_release_is_this_version(component: ElementTree.Element) -> None:
    releases = component.findall("releases/release")
    assert releases[0].get("version") == kneetree.__version__
    assert [release.get("date") for release in releases] == sorted(
        (release.get("date") for release in releases), reverse=True
    )


def test_a_tree_file_is_of_our_kind_and_has_an_icon() -> None:
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ElementTree.parse(FOLDER / f"{NAME}.mime.xml").getroot().find("m:mime-type", space)
    assert kind.get("type") == KIND
    assert kind.find("m:sub-class-of", space).get("type") == "application/json"
    pattern = kind.find("m:glob", space).get("pattern")
    assert all(fnmatch(path.name, pattern) for path in shipped.examples())
    assert not fnmatch("package.json", pattern)
    icon = kind.find("m:icon", space).get("name")
    assert (FOLDER / f"{icon}.svg").is_file()
    assert json.loads(shipped.examples()[0].read_text("utf-8"))


def test_each_text_of_the_desktop_is_there_in_spanish(entry: dict[str, str], component: ElementTree.Element) -> None:
    assert {key for key in entry if f"{key}[es]" in entry} == {"GenericName", "Comment", "Keywords"}
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for parent in (component.find("description"), component.find("releases/release/description")):
        spoken = [part.get(language) for part in parent]
        assert spoken.count("es") == spoken.count(None) > 0


def test_nothing_names_a_place_on_the_net_that_may_be_somebody_elses() -> None:
    for path in sorted(Path(FOLDER).glob("*.xml")):
        text = path.read_text("utf-8").replace("http://www.freedesktop.org/", "")
        assert "http" not in text, path.name
