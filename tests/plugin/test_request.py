"""What a mkdocs.yml may not ask of us, where no command line can ask it."""

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from briefbook.plugin.request import request_of
from tests.plugin.hosts import copy_river, run


def test_settings_without_a_file_are_refused(tmp_path):
    """From standard input nobody could read them a second time, nor say where a mistake stands."""
    config = load_config(str(copy_river(tmp_path / "river") / "mkdocs.yml"))
    config.config_file_path = None

    with pytest.raises(PluginError, match="name it with -f"):
        request_of(config)


def test_book_that_the_system_keeps_back_is_named(tmp_path, monkeypatch):
    """A folder that cannot be read ends the build in words."""

    def keep_back(_):
        raise PermissionError(13, "Permission denied", "content/briefs")

    monkeypatch.setattr("briefbook.plugin.host.check_book", keep_back)
    status, said = run("mkdocs", copy_river(tmp_path / "river"), "build")

    assert 1 == status
    assert "content/briefs: Permission denied" in said
    assert "Traceback" not in said
