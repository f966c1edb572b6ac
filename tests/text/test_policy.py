"""The content security policy of pages and of servers."""

import pytest

from briefbook.text.policy import header_policy, page_policy


def test_a_page_may_show_its_own_files_alone():
    """A page that names nothing may load its stylesheet and pictures, run nothing and send nothing."""
    assert (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
        == page_policy()
    )


@pytest.mark.parametrize(
    ("use", "directive"),
    [("script", "script-src 'self'"), ("form", "form-action 'self'"), ("connect", "connect-src 'self'")],
)
def test_a_page_gets_what_it_names(use, directive):
    """Each use adds its directive once, and only its own files."""
    directives = page_policy(use).split("; ")

    assert 1 == directives.count(directive)
    assert len(directives) == len({each.split()[0] for each in directives})


def test_a_server_allows_what_some_page_needs_and_no_frame():
    """The header allows every use, names each directive once, and forbids framing."""
    directives = header_policy().split("; ")

    assert set(page_policy("script", "form", "connect").split("; ")) < set(directives)
    assert "frame-ancestors 'none'" in directives
    assert len(directives) == len({each.split()[0] for each in directives})
