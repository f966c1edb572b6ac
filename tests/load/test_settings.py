"""Settings come out of mkdocs.yml, and what is wrong with it is named at its line."""

from pathlib import Path

import pytest

from briefbook.load.settings import load_config
from briefbook.model.marking import Marking
from briefbook.model.settings import Settings

DEFAULTS = Settings()


@pytest.fixture
def load(tmp_path):
    """A function that loads a mkdocs.yml: its settings, and its mistakes as `line:column rule`."""

    def load_text(text):
        path = tmp_path / "mkdocs.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        settings, found = load_config(path)
        assert {"mkdocs.yml"} >= {each.file for each in found}
        return settings, found

    return load_text


def told(found):
    """Diagnostics as `line:column rule`."""
    return [f"{each.line}:{each.column} {each.rule}" for each in found]


def test_book_without_a_mkdocs_yml_has_the_defaults(tmp_path):
    """A newcomer needs no settings."""
    assert (DEFAULTS, []) == load_config(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    "text",
    [
        "plugins:\n- search\n- briefbook:\n    default_tlp: green\n    limits: {nodes: 7}\n",
        "plugins:\n  briefbook:\n    default_tlp: TLP:GREEN\n    limits: {nodes: 7}\n",
    ],
)
def test_options_of_the_plugin_are_settings(load, text):
    """Both forms that MkDocs knows are read."""
    settings, found = load(text)

    assert [] == found
    assert (Marking.GREEN, 7) == (settings.default_tlp, settings.limits.nodes)


def test_three_settings_of_mkdocs_are_ours_too(load):
    """What MkDocs calls by the same name is taken from there; the rest of its settings is not ours."""
    settings, found = load(
        "site_name: Gates\nsite_url: https://x.org/\nuse_directory_urls: false\nnav: [x]\n"
    )

    assert [] == found
    assert ("Gates", "https://x.org/", False) == (
        settings.site_name,
        settings.site_url,
        settings.use_directory_urls,
    )


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [search, briefbook]\n",
        "plugins:\n- briefbook:\n",
        "plugins: {}\n",
        "nav: []\n",
        "plugins: x\n",
    ],
)
def test_plugin_without_options_has_the_defaults(load, text):
    """Naming the plugin is enough."""
    assert (DEFAULTS, []) == load(text)


@pytest.mark.parametrize(
    ("text", "place", "help"),
    [
        ("plugins:\n- briefbook:\n    default_tpl: RED\n", "3:5 key-unknown", "`default_tlp`?"),
        ("plugins:\n- briefbook:\n    default_tlp: WHITE\n", "3:18 marking-unknown", "CLEAR"),
        ("plugins:\n  briefbook:\n    scale: icd203\n", "3:12 value-unknown", "`icd-203`?"),
        ("plugins:\n- briefbook:\n    limits: {node: 3}\n", "3:14 key-unknown", "`nodes`?"),
        ("plugins:\n- briefbook:\n    schema_version: 2\n", "3:21 schema-version", "`schema_version: 1`"),
        ("use_directory_urls: maybe\n", "1:21 value-type", "true or false"),
        ("site_name: [x]\n", "1:12 value-type", "quotation marks"),
        ("site_name: a: b\n", "1:13 yaml-syntax", "quotation marks"),
        ("- site_name\n", "1:1 value-type", "`key: value`"),
        ("", "1:1 value-type", "`key: value`"),
        ("[a\n", "1:3 yaml-syntax", ""),
        (b"site_name: Caf\xe9\n", "1:15 file-encoding", "UTF-8"),
        ("site_name: a\nsite_name: b\n", "2:1 yaml-key-twice", "remove one"),
    ],
)
def test_mistake_is_named_at_its_place(load, text, place, help):
    """A setting that is no setting, or has no such value, is an error with its line and a way out."""
    _, found = load(text)

    assert [place] == told(found)
    assert help in found[0].help


def test_tags_of_mkdocs_are_its_own_business(load):
    """`!ENV` and `!!python/name:` in its settings are no mistake of ours."""
    assert [] == load("extra: {x: !ENV X}\nmarkdown_extensions: [!!python/name:x.y ]\n")[1]


@pytest.mark.parametrize(
    "make", [Path.mkdir, lambda path: path.symlink_to("/dev/null")], ids=["folder", "link"]
)
def test_mkdocs_yml_is_a_regular_file(tmp_path, make):
    """A folder or a link in its place is named, and the defaults serve."""
    make(tmp_path / "mkdocs.yml")
    settings, found = load_config(tmp_path / "mkdocs.yml")

    assert DEFAULTS == settings
    assert ["1:1 file-not-regular"] == told(found)
