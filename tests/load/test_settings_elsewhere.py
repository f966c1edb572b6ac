"""Settings that a mkdocs.yml takes from the environment or from another file, as MkDocs does."""

import pytest

from briefbook.load.settings import load_config
from briefbook.model.marking import Marking


@pytest.fixture
def load(tmp_path):
    """A function that writes files and loads mkdocs.yml: its settings, and its mistakes by file and line."""

    def load_files(mkdocs, **others):
        for name, text in {"mkdocs": mkdocs, **others}.items():
            (tmp_path / f"{name}.yml").write_text(text)
        settings, found = load_config(tmp_path / "mkdocs.yml")
        return settings, [f"{each.file}:{each.line}:{each.column} {each.message}" for each in found]

    return load_files


def test_environment_gives_a_setting(load, monkeypatch):
    """A name after !ENV stands for the variable's value, wherever it stands."""
    monkeypatch.setenv("DESK_NAME", "Sarn desk")
    monkeypatch.setenv("DESK_TLP", "green")
    text = "site_name: !ENV DESK_NAME\nplugins:\n- briefbook:\n    default_tlp: !ENV DESK_TLP\n"

    settings, found = load(text)

    assert ([], "Sarn desk", Marking.GREEN) == (found, settings.site_name, settings.default_tlp)


def test_first_variable_that_is_set_counts(load, monkeypatch):
    """A list names variables and ends with what counts where none is set."""
    monkeypatch.delenv("DESK_A", raising=False)
    monkeypatch.setenv("DESK_B", "false")

    settings, found = load(
        "use_directory_urls: !ENV [DESK_A, DESK_B, true]\nsite_name: !ENV [DESK_A, A desk]\n"
    )

    assert ([], False, "A desk") == (found, settings.use_directory_urls, settings.site_name)


def test_variable_that_is_not_set_leaves_the_default(load, monkeypatch):
    """A setting whose variable is unset, or empty, is as if it were not written."""
    monkeypatch.delenv("DESK_A", raising=False)
    monkeypatch.setenv("DESK_B", "")

    settings, found = load("site_url: !ENV DESK_A\nsite_name: !ENV DESK_B\n")

    assert ([], "", "Briefing book") == (found, settings.site_url, settings.site_name)


def test_wrong_value_from_the_environment_is_named_at_its_place(load, monkeypatch):
    """The author sees the line on which the variable is asked for."""
    monkeypatch.setenv("DESK_TLP", "purple")

    _, found = load("plugins:\n- briefbook:\n    default_tlp: !ENV DESK_TLP\n")

    assert 1 == len(found)
    assert found[0].startswith("mkdocs.yml:3:18 ")


def test_inherited_settings_stand_beneath(load):
    """What the file itself says counts; mappings are merged, and lists are not."""
    base = "site_name: Base\nsite_url: https://x.org/\nplugins:\n  briefbook: {scale: phia, language: ar}\n"

    settings, found = load(
        "INHERIT: base.yml\nsite_name: Own\nplugins:\n  briefbook: {language: fr}\n", base=base
    )

    assert ([], "Own", "https://x.org/", "phia", "fr") == (
        found,
        settings.site_name,
        settings.site_url,
        settings.scale,
        settings.language,
    )


def test_mistake_in_an_inherited_file_is_named_there(load):
    """A finding points into the file that holds it."""
    _, found = load(
        "INHERIT: base.yml\nsite_name: Own\n", base="site_name: x\nplugins:\n- briefbook:\n    skale: phia\n"
    )

    assert 1 == len(found)
    assert found[0].startswith("base.yml:4:5 ")


@pytest.mark.parametrize(
    ("named", "why"), [("gone.yml", "no such file"), ("mkdocs.yml", "it inherits this one")]
)
def test_inheritance_that_leads_nowhere_is_a_mistake(load, named, why):
    """A missing file, or a ring of files, is one finding and no hang."""
    settings, found = load(f"site_name: Own\nINHERIT: {named}\n")

    assert ("Own", [f"mkdocs.yml:2:10 {why}"]) == (settings.site_name, found)


def test_ring_of_files_ends(load):
    """Two files that inherit each other are read once each."""
    _, found = load("INHERIT: base.yml\n", base="INHERIT: mkdocs.yml\n")

    assert ["base.yml:1:10 it inherits this one"] == found


def test_inherit_without_a_name_is_left_to_mkdocs(load):
    """MkDocs complains of it in its own words."""
    assert [] == load("INHERIT:\nsite_name: Own\n")[1]
