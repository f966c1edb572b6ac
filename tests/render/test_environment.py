"""Environments of one process share what they have compiled, where it would be the same."""

import pytest

from briefbook.render.environment import make_environment
from briefbook.words import load_words


def code_of(language, overrides=None):
    """The code of the page for what is not there."""
    environment = make_environment(overrides, load_words(language, overrides))
    return environment.get_template("404.html").root_render_func.__code__


@pytest.mark.parametrize("language", ["en", "fr"])
def test_template_is_compiled_once_for_words(language):
    """A second environment with the same words takes the code of the first."""
    assert code_of(language) is code_of(language)


def test_each_language_has_code_of_its_own():
    """Words are settled in the code, so that of another language is another."""
    assert code_of("en") is not code_of("fr")


def test_changed_template_is_compiled_again(tmp_path):
    """A template that changes between two environments is what it is now."""
    said = []
    for words in ("Gone.", "Still gone."):
        (tmp_path / "404.html").write_text(words)
        said.append(make_environment(tmp_path).get_template("404.html").render())

    assert said == ["Gone.", "Still gone."]


def test_templates_of_two_sites_are_apart(tmp_path):
    """Two sites that each have a template of one name keep their own."""
    said = []
    for site in ("one", "two"):
        (tmp_path / site).mkdir()
        (tmp_path / site / "404.html").write_text(f"Site {site}")
        said.append(make_environment(tmp_path / site).get_template("404.html").render())

    assert said == ["Site one", "Site two"]
