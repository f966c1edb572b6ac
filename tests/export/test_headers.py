"""What web servers are told to say, in each server's own words."""

import shutil
from pathlib import Path

import pytest

from briefbook.export.headers import HEADERS, SERVERS, TYPES
from tests.sites import RIVER, build, run


def published(folder: Path) -> Path:
    """The book on the river, whose site takes the settings of both servers along."""
    book = shutil.copytree(RIVER, folder / "book", ignore=shutil.ignore_patterns("expected"))
    settings = (book / "mkdocs.yml").read_text()
    (book / "mkdocs.yml").write_text(
        settings.replace("schema_version:", "servers: [apache, netlify]\n    schema_version:", 1)
    )
    return book


@pytest.mark.parametrize("server", SERVERS)
def test_each_server_is_told_every_header(server):
    """All headers stand in the settings of each server, with their values."""
    text = SERVERS[server]("")

    for name, value in HEADERS.items():
        assert name in text
        assert value in text


@pytest.mark.parametrize(
    ("site_url", "page"),
    [
        ("", "/404.html"),
        ("https://desk.example", "/404.html"),
        ("https://desk.example/iraq/", "/iraq/404.html"),
        ("https://desk.example/a b;}/", "/a%20b%3B%7D/404.html"),
    ],
)
def test_page_for_what_is_not_there_is_found_by_the_sites_path(site_url, page):
    """nginx and Apache are told where the page stands on the host; no address can add a line of its own."""
    assert f"error_page 404 {page};" in SERVERS["nginx"](site_url)
    assert f"ErrorDocument 404 {page}\n" in SERVERS["apache"](site_url)


def test_apache_is_asked_for_no_more_than_fileinfo():
    """Each directive in `.htaccess` is one that `AllowOverride FileInfo` grants."""
    granted = {
        "ErrorDocument",
        "AddDefaultCharset",
        "AddType",
        "AddCharset",
        "Header",
        "<IfModule",
        "</IfModule>",
    }

    assert granted >= {line.split()[0] for line in SERVERS["apache"]("").splitlines()}


def test_every_file_of_a_site_has_a_type(tmp_path):
    """Each ending that a build writes is among the types, or the file is plain text without one."""
    files = build(published(tmp_path), tmp_path / "site")
    endings = {name.rpartition("/")[2].rpartition(".")[2] for name in files if "." in name.rpartition("/")[2]}

    assert endings <= {*TYPES, "htaccess"}


def test_no_server_is_steered_unasked(tmp_path):
    """Without the setting, a site holds no file from which a server takes its settings."""
    assert not {"_headers", ".htaccess"} & build(RIVER, tmp_path / "site").keys()


def test_published_files_are_what_the_command_prints(tmp_path):
    """`_headers` and `.htaccess` in a site are what `briefbook headers` prints for its book."""
    book = published(tmp_path)
    files = build(book, tmp_path / "site")

    for server, name in (("netlify", "_headers"), ("apache", ".htaccess")):
        status, words = run("headers", server, "--content", book / "content")
        assert (0, words) == (status, files[name].decode())


def test_command_stops_at_settings_that_are_wrong(tmp_path):
    """A mistake in mkdocs.yml is said, with its line, and nothing is printed for a server."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: [\n")

    status, words = run("headers", "nginx", "--content", tmp_path / "content")

    assert 1 == status
    assert "mkdocs.yml" in words
    assert "add_header" not in words
