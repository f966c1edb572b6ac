"""The floors of the package: which part may know which."""

import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


@pytest.mark.parametrize("contract", [each["id"] for each in CONTRACTS])
def test_contract_is_kept(contract, capsys):
    """No module imports one that stands above it or beside it, and each module stands on a floor."""
    config = str(ROOT / "pyproject.toml")

    broken = lint_imports(
        config_filename=config, limit_to_contracts=(contract,), cache_dir=None, no_logo=True
    )

    assert not broken, capsys.readouterr().out


def test_architecture_names_the_floors_that_are_built():
    """The picture in docs/architecture.md has the floors of pyproject.toml that have a module yet."""
    page = (ROOT / "docs" / "architecture.md").read_text()
    floors = next(each["layers"] for each in CONTRACTS if each["id"] == "floors")
    built = [[name for name in re.findall(r"\w+", floor) if _is_built(name)] for floor in floors]

    assert "\n".join(" | ".join(names) for names in built if names) in re.sub(r"  +.*", "", page)


def _is_built(name: str) -> bool:
    package = ROOT / "briefbook"
    return name != "__main__" and (
        (package / f"{name}.py").exists() or (package / name / "__init__.py").exists()
    )
