"""What a command line and a mkdocs.yml ask of us, and what they may not ask."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from briefbook.load.settings import epoch_day
from briefbook.request import Request

THEME = "briefbook"


def wants_preview(command: str) -> bool:
    """Whether MkDocs serves and reloads; without reloading it serves a folder, which has to be built."""
    context = click.get_current_context(silent=True)
    return command == "serve" and (context is None or context.params.get("livereload") is not False)


def request_of(config: MkDocsConfig) -> Request:
    """The request that MkDocs' settings and the environment amount to.

    Raises:
        PluginError: they contradict what every host of ours takes for granted.
    """
    pages = Path(config.docs_dir)
    if pages.name != "pages":
        raise PluginError(f"docs_dir is {pages}; write `docs_dir: content/pages`, and keep briefs beside it")
    if not config.config_file_path:
        raise PluginError("the settings are read from a file, not from standard input; name it with -f")
    as_of = os.environ.get("BRIEFBOOK_AS_OF", "")
    request = Request(
        content=pages.parent,
        today=None if as_of else _today(),
        texts=_texts(),
        strict=bool(config.strict),
        settings_file=Path(config.config_file_path),
        use_directory_urls=config.use_directory_urls,
        as_of=as_of,
    )
    _refuse_other_themes(config, request.root / "templates")
    return request


def _refuse_other_themes(config: MkDocsConfig, own: Path) -> None:
    if config.theme.name != THEME:
        raise PluginError(f"the theme is {config.theme.name}; write `theme: {THEME}`: it alone knows briefs")
    custom = config.theme.custom_dir
    if custom and os.path.realpath(custom) != os.path.realpath(own):
        raise PluginError(f"custom_dir is {custom}; leave it out: templates of the site's own stand in {own}")


def _today() -> dt.date | None:
    try:
        return epoch_day()
    except ValueError as error:
        raise PluginError(str(error)) from None


def _texts() -> Path | None:
    """The folder that BRIEFBOOK_TEXTS names, as `briefbook build` takes it."""
    named = os.environ.get("BRIEFBOOK_TEXTS")
    if named and not Path(named).is_dir():
        raise PluginError(f"BRIEFBOOK_TEXTS names {named}, and there is no such folder")
    return Path(named).absolute() if named else None
