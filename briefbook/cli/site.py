"""The commands about the site: build it, serve it, verify it, and tell a web server of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from briefbook.cli.options import (
    AS_OF,
    CONTENT,
    STRICT,
    TEXTS,
    TODAY,
    make_request,
    request_options,
    settings_or_end,
)
from briefbook.cli.output import Progress, fail, report
from briefbook.model.marking import Marking


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder of the site. What stood there stays until the new site is whole.",
)
@click.option(
    "--ceiling",
    type=click.Choice([each.value for each in Marking], case_sensitive=False),
    help="Strictest marking that the audience may see; by default the site's setting, else CLEAR.",
)
@click.option(
    "--drafts", is_flag=True, help="Show drafts too, under a banner: a preview, not for publication."
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that render pages; the bytes are the same with any number.",
)
@AS_OF
@request_options
def build(out: Path, ceiling: str | None, drafts: bool, workers: int, **options: Any) -> None:
    """Check the book and build its site.

    With an error in the content nothing is written and the last site stays as it was. The same files give
    the same bytes.
    """
    from briefbook.pipeline import build as build_site
    from briefbook.publish import PublishError
    from briefbook.render.render import TemplateFaultError
    from briefbook.then import MomentError
    from briefbook.workers import WorkerLostError

    format_ = options.pop("format_")
    request = make_request(
        **options, ceiling=Marking(ceiling) if ceiling else None, drafts=drafts, workers=workers
    )
    progress = Progress()
    try:
        built = build_site(request, out, progress.show)
    except (PublishError, TemplateFaultError, WorkerLostError, MomentError) as error:
        progress.clear()
        fail(str(error))
    progress.clear()
    report(built.diagnostics, format_)
    if built.files is None:
        click.echo("Nothing was built.", err=True)
        sys.exit(1)
    if format_ == "plain":
        briefs = "1 brief" if built.briefs == 1 else f"{built.briefs} briefs"
        click.echo(f"Built {built.files} files from {briefs} in {out}")
        if built.left_out:
            click.echo(built.left_out)


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Its port.")
@click.option("--host", default="localhost", show_default=True, help="Address to serve at.")
@click.option(
    "--share",
    type=click.Choice([each.value for each in Marking], case_sensitive=False),
    help="Let other machines look, up to this marking; needed for a --host that they can reach.",
)
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option(
    "--ceiling",
    type=click.Choice([each.value for each in Marking], case_sensitive=False),
    help="Strictest marking that is shown; by default the site's setting, else CLEAR.",
)
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@AS_OF
@STRICT
@TEXTS
@TODAY
@CONTENT
def serve(
    port: int, host: str, share: str | None, opens: bool, ceiling: str | None, drafts: bool, **options: Any
) -> None:
    """Show the book in a browser, and follow what you write.

    Each page is made when it is asked for, and loads again when a file changes. An error is shown in place of
    the pages until it is mended. Nothing is written, and only this machine can look.
    """
    from briefbook.preview import Preview
    from briefbook.preview.findings import MOMENT_UNKNOWN
    from briefbook.report.plain import render_summary
    from briefbook.serve.guard import is_loopback
    from briefbook.serve.run import AddressError, serving, wait

    if share is None and not is_loopback(host):
        raise click.UsageError(f"other machines reach {host}; say what they may see: --share CLEAR")
    if share is not None and ceiling not in (None, share):
        raise click.UsageError(f"--share {share} and --ceiling {ceiling} say two things; one is enough")
    shown = share or ceiling
    preview = Preview(make_request(**options, ceiling=Marking(shown) if shown else None, drafts=drafts))
    for each in preview.diagnostics:
        if each.rule == MOMENT_UNKNOWN:
            fail(each.message)
    try:
        with serving(preview, host, port, is_shared=share is not None) as address:
            click.echo(f"{render_summary(preview.diagnostics).capitalize()}. The preview is at {address}")
            click.echo("Ctrl-C ends it.")
            if opens:
                click.launch(address)
            wait()
    except AddressError as error:
        fail(str(error))


@click.command()
@click.argument("server", type=click.Choice(["nginx", "apache", "netlify"]))
@CONTENT
def headers(server: str, content: Path) -> None:
    """Print what a web SERVER should say with each file of the site.

    For nginx, include it in the site's server or location. The setting `servers`
    publishes the other two with the site, as .htaccess and _headers (which Cloudflare Pages reads too).
    """
    from briefbook.export.headers import SERVERS

    settings = settings_or_end(make_request(content))
    click.echo(SERVERS[server](settings.site_url), nl=False)


@click.command()
@click.argument("site", type=click.Path(path_type=Path), default=Path("build"))
@click.option(
    "--sums",
    type=click.File("rb"),
    metavar="FILE",
    help="Copy of the site's SHA256SUMS that was kept elsewhere; - for standard input.",
)
def verify(site: Path, sums: Any) -> None:
    """Say what in SITE, by default build/, is not as it was published.

    Each file is compared with its line in SHA256SUMS at the site's root. Whoever can change a page can change
    that list too: keep a copy of it where they cannot, and name it with --sums.

    Exit status: 0 when every byte is as it was; 1 with a line for each file that is changed, added or
    missing; 2 when there is no site or no list.
    """
    from briefbook.publish.verify import MOST_BYTES, VerifyError
    from briefbook.publish.verify import verify as verify_site

    try:
        verdict = verify_site(site, sums.read(MOST_BYTES + 1) if sums else None)
    except VerifyError as error:
        fail(str(error))
    for line in verdict.findings:
        click.echo(line)
    count = len(verdict.findings)
    if count:
        click.echo("1 finding." if count == 1 else f"{count} findings.", err=True)
        sys.exit(1)
    click.echo(f"Verified {verdict.files} files: all are as they were published.")
