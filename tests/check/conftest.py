"""A book on which one thing is changed."""

import pytest

from .books import find_mistakes, make_book, told


@pytest.fixture
def book(tmp_path):
    """A function that lays out the standard book with some files of its own."""
    return lambda files: make_book(tmp_path, files)


@pytest.fixture
def check(book):
    """A function that gives `file:line rule` of each finding in the standard book with some files added."""
    return lambda files, **request: told(find_mistakes(book(files), **request))
