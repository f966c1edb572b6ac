"""What all tests share: material that lies outside the repository, and a patient hypothesis."""

import os
from pathlib import Path

import hypothesis
import pytest

MATERIAL = {
    "BRIEFBOOK_BADINPUTS": "hostile and odd inputs with their expectations",
    "BRIEFBOOK_ARTICLES": "articles with gold for distilling",
    "BRIEFBOOK_TEXTS": "the texts of sources that may not be copied into the repository",
}

hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("repeatable" if os.environ.get("CI") else "patient")


def material(variable: str) -> Path | None:
    """The folder that an environment variable names, where it is set."""
    folder = os.environ.get(variable)
    return Path(folder) if folder else None


def pytest_collection_modifyitems(config, items):
    """Tests whose material is not at hand are left out."""
    missing = [item for item in items if _lacks_material(item)]
    if missing:
        config.hook.pytest_deselected(items=missing)
        items[:] = [item for item in items if item not in missing]


def _lacks_material(item: pytest.Item) -> bool:
    return any(material(mark.args[0]) is None for mark in item.iter_markers("material"))


def pytest_report_header():
    """Which tests are left out, and what would bring them in."""
    return [
        f"without {variable} ({what}): its tests are left out"
        for variable, what in MATERIAL.items()
        if material(variable) is None
    ]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return Path(__file__).parent.parent
