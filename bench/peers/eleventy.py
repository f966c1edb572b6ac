"""Eleventy: Markdown with front matter, collections that are computed once, Nunjucks layouts."""

from __future__ import annotations

import json
import shutil
import subprocess
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

OUT = "_site"
CACHES = (".cache",)
PACKAGES = ("@11ty/eleventy@3.1.8", "markdown-it@14", "markdown-it-footnote@4.0.0")

CONFIG = """import markdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { readFileSync } from "node:fs";
const newest = api => api.getFilteredByGlob("src/briefs/*.md").map(i => i.data)
  .sort((a, b) => a.as_of < b.as_of ? 1 : a.as_of > b.as_of ? -1 : a.id < b.id ? 1 : -1);
const read = kind => JSON.parse(readFileSync(`src/_data/${kind}.json`, "utf8"));
function rowsBy(api, key, records) {
  const by = new Map(records.map(x => [x.id, { ...x, rows: [], latest: [], seen: new Set() }]));
  for (const b of newest(api)) for (const p of b.positions) {
    const e = by.get(p[key]);
    e.rows.push({ b, p });
    if (!e.seen.has(p.actor)) { e.seen.add(p.actor); e.latest.push({ b, p }); }
  }
  return [...by.values()];
}
export default function (cfg) {
  cfg.setLibrary("md", markdownIt({ html: true }).use(footnote));
  cfg.addPassthroughCopy({ "static": "/" });
  cfg.addCollection("briefs", newest);
  cfg.addCollection("actorPages", api => rowsBy(api, "actor", read("actors")));
  cfg.addCollection("issuePages", api => rowsBy(api, "issue", read("issues")));
  cfg.setQuietMode(true);
  return { dir: { input: "src" }, markdownTemplateEngine: false, htmlTemplateEngine: false };
}
"""
LAYOUT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ heading or title }} | Situation room</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="/style.css">
</head><body><header><nav><a href="/">Briefs</a><a href="/questions/">Open questions</a></nav></header>
<main><h1>{{ heading or title }}</h1>
{% block main %}{{ content | safe }}{% endblock %}
</main><footer><p>Situation room</p></footer></body></html>
"""
BRIEF = """{% extends "layout.njk" %}{% block main %}<p class="date"><time>{{ as_of }}</time></p><p class="lede">{{ bottom_line }}</p>
<ul>{% for each in key_messages %}<li>{{ each }}</li>{% endfor %}</ul>
{{ content | safe }}
<h2>Positions</h2><table><thead><tr><th>Actor</th><th>Issue</th><th>Stance</th><th>Position</th></tr></thead><tbody>
{% for p in positions %}<tr class="fact position"><td><a href="/actors/{{ p.actor }}/">{{ names[p.actor] }}</a></td><td><a href="/issues/{{ p.issue }}/">{{ names[p.issue] }}</a></td><td>{{ p.stance }}</td><td>{{ p.summary }}<blockquote>{{ p.quote }}</blockquote><cite><a href="https://source.example/{{ p.source }}">{{ p.source }}</a></cite></td></tr>
{% endfor %}</tbody></table>
<h2>Claims</h2><ul>
{% for c in claims %}<li class="fact claim">{{ c.text }} (<a href="/actors/{{ c.by }}/">{{ names[c.by] }}</a>, {{ c.status }}) {{ c.words }} <cite><a href="https://source.example/{{ c.source }}">{{ c.source }}</a></cite></li>
{% endfor %}</ul>
<h2>Updates</h2><ul>
{% for u in updates %}<li class="fact update">{{ u.update }}: {{ u.status }}. {{ u.reason }} {{ u.answer }} {{ u.words }}</li>
{% endfor %}</ul>
<h2>Questions</h2><ul>
{% for q in questions %}<li class="fact question">{{ q.text }} <em>{{ q.status }}</em> {{ q.why }} {{ q.answer }} {{ q.due }}</li>
{% endfor %}</ul>
<h2>Timeline</h2><ol>
{% for e in events %}<li class="fact event"><time>{{ e.date }}</time> {{ e.title }} {{ e.words }} <cite><a href="https://source.example/{{ e.source }}">{{ e.source }}</a></cite></li>
{% endfor %}</ol>{% endblock %}
"""
ACTOR = """---
pagination: {data: collections.actorPages, size: 1, alias: actor}
permalink: "/actors/{{ actor.id }}/"
---
{% extends "layout.njk" %}{% set heading = actor.name %}{% block main %}<p>{{ actor.kind }}. {{ actor.about }}</p>
<table><thead><tr><th>Date</th><th>Brief</th><th>Issue</th><th>Stance</th><th>Position</th></tr></thead><tbody>
{% for r in actor.rows %}<tr class="fact position"><td>{{ r.b.as_of }}</td><td><a href="/briefs/{{ r.b.id }}/">{{ r.b.title }}</a></td><td><a href="/issues/{{ r.p.issue }}/">{{ names[r.p.issue] }}</a></td><td>{{ r.p.stance }}</td><td>{{ r.p.summary }}<blockquote>{{ r.p.quote }}</blockquote><cite><a href="https://source.example/{{ r.p.source }}">{{ r.p.source }}</a></cite></td></tr>
{% endfor %}</tbody></table>{% endblock %}
"""
ISSUE = """---
pagination: {data: collections.issuePages, size: 1, alias: issue}
permalink: "/issues/{{ issue.id }}/"
---
{% extends "layout.njk" %}{% set heading = issue.proposition %}{% block main %}<p>{{ issue.why }}</p>
<h2>Latest stance of each actor</h2><table><tbody>
{% for r in issue.latest %}<tr><td><a href="/actors/{{ r.p.actor }}/">{{ names[r.p.actor] }}</a></td><td>{{ r.p.stance }}</td><td>{{ r.b.as_of }}</td></tr>
{% endfor %}</tbody></table>
<h2>History</h2><table><tbody>
{% for r in issue.rows %}<tr class="fact position"><td>{{ r.b.as_of }}</td><td><a href="/briefs/{{ r.b.id }}/">{{ r.b.title }}</a></td><td><a href="/actors/{{ r.p.actor }}/">{{ names[r.p.actor] }}</a></td><td>{{ r.p.stance }}</td><td>{{ r.p.summary }} <cite><a href="https://source.example/{{ r.p.source }}">{{ r.p.source }}</a></cite></td></tr>
{% endfor %}</tbody></table>{% endblock %}
"""
QUESTIONS = """---
title: Open questions
permalink: /questions/
---
{% extends "layout.njk" %}{% block main %}<table><tbody>
{% for b in collections.briefs %}{% for q in b.questions %}{% if q.status == "open" %}<tr><td>{{ q.text }}</td><td>{{ q.due }}</td><td><a href="/briefs/{{ b.id }}/">{{ b.title }}</a></td></tr>
{% endif %}{% endfor %}{% endfor %}</tbody></table>{% endblock %}
"""
INDEX = """---
title: Briefs
pagination: {data: collections.briefs, size: 50, alias: items}
permalink: "/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
{% extends "layout.njk" %}{% block main %}<ul>
{% for b in items %}<li><time>{{ b.as_of }}</time> <a href="/briefs/{{ b.id }}/">{{ b.title }}</a><p>{{ b.bottom_line }}</p></li>
{% endfor %}</ul><p>Page {{ pagination.pageNumber + 1 }} of {{ pagination.pages | length }}{% if pagination.href.previous %} <a href="{{ pagination.href.previous }}">newer</a>{% endif %}{% if pagination.href.next %} <a href="{{ pagination.href.next }}">older</a>{% endif %}</p>{% endblock %}
"""
TEMPLATES = {
    "_includes/layout.njk": LAYOUT,
    "_includes/brief.njk": BRIEF,
    "actor.njk": ACTOR,
    "issue.njk": ISSUE,
    "questions.njk": QUESTIONS,
    "index.njk": INDEX,
}

facts, expected = found_facts, expected_facts


def install(cache: Path) -> None:
    """Eleventy and its Markdown parser from npm.

    Raises:
        PeerError: they cannot be had here.
    """
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise PeerError("node and npm are not installed")
    if not _program(cache).exists():
        folder = cache / "npm"
        folder.mkdir(parents=True, exist_ok=True)
        arguments = ["install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES]
        try:
            subprocess.run([npm, *arguments], check=True, capture_output=True, cwd=folder)
        except subprocess.CalledProcessError as error:
            raise PeerError(f"npm cannot install it: {error.stderr.decode()[-200:]}") from error


def prepare(corpus: Corpus, site: Path, cache: Path) -> None:
    """Eleventy's site of the corpus."""
    site.mkdir(parents=True)
    (site / "node_modules").symlink_to(cache / "npm" / "node_modules")
    write(site / "package.json", '{"type": "module"}')
    write(site / "eleventy.config.js", CONFIG)
    write(site / "static/style.css", CSS)
    for name, text in TEMPLATES.items():
        write(site / "src" / name, text)
    names = {each["id"]: each["name"] for each in corpus.actors}
    names |= {each["id"]: each["proposition"] for each in corpus.issues}
    for name, value in (("actors", corpus.actors), ("issues", corpus.issues), ("names", names)):
        write(site / f"src/_data/{name}.json", json.dumps(value))
    write(site / "src/briefs/briefs.11tydata.json", '{"layout": "brief.njk"}')
    for brief in corpus.briefs:
        write(site / f"src/briefs/{brief['id']}.md", front_matter(brief, {}) + markdown(brief))


def command(cache: Path) -> list[str]:
    """One whole build; a build from one changed file is not to be had outside its own server."""
    return ["node", str(_program(cache)), "--quiet"]


def edit(site: Path, id: str, title: str) -> None:
    """Another title and stance in one brief."""
    edit_front_matter(site / f"src/briefs/{id}.md", title)


def _program(cache: Path) -> Path:
    return cache / "npm/node_modules/@11ty/eleventy/cmd.cjs"
