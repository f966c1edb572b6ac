"""The command `briefbook`: what it offers at a terminal, and how it ends."""

from __future__ import annotations

import errno
from typing import Any

import click

import briefbook
from briefbook.cli.book import check, explain, new
from briefbook.cli.diff import diff
from briefbook.cli.distil import distil
from briefbook.cli.editor import sheet
from briefbook.cli.output import fail
from briefbook.cli.site import build, headers, serve, verify
from briefbook.cli.sources import evidence, source


class _Program(click.Group):
    """A group whose commands are listed in the order of a day's work."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The commands from the first to the last of a brief's life."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """As click's; what the system refuses is said in one line."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends without a word where nobody reads on
            fail(f"{error.filename or 'output'}: {error.strerror or error}")


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(briefbook.__version__, prog_name="briefbook")
def main() -> None:
    """Turn a briefing book into a situation-report site, and prove what it publishes.

    A book is a folder of briefs in YAML and Markdown: content/briefs, content/actors, content/issues and
    content/pages, with the sources in seeds/ and the settings in mkdocs.yml.

    \b
    A day's work:
      briefbook new brief 2014-06-15-iraq    a brief with its keys in place
      briefbook source add article.html      a source out of an article that you saved
      briefbook distil article.txt           a draft of a brief out of an article
      briefbook serve                        the site in a browser, following what you write
      briefbook check                        everything that is wrong with the book
      briefbook sheet 2014-06-15-iraq        what its editor decides, and what was checked
      briefbook diff main                    what your change does to the published picture
      briefbook build                        the site, in build/
      briefbook explain quote-not-verbatim   what a rule is about, and a good case

    Exit status: 0 when all is well; 1 when a finding stops it; 2 for wrong use or a fault of briefbook.
    """  # noqa: D301  click reads \b as: keep these lines


for command in (new, source, distil, check, serve, evidence, sheet, diff, build, verify, headers, explain):
    main.add_command(command)
