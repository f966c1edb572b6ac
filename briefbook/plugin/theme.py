"""Where MkDocs finds our theme: it takes the folder of the module that the entry point names."""

from __future__ import annotations

from briefbook.words import theme_folder

__file__ = str(theme_folder() / "mkdocs_theme.yml")
