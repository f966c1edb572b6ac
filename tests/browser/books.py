"""Two books that try a page's layout: one of very long words, and one in Arabic."""

from pathlib import Path

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstellenleiter"
"""A name without a place to break: 80 characters."""
OTHER_WORD = LONG_WORD[::-1].capitalize()
LONG_TITLE = " ".join(["The committee on the filling of the reservoir meets once more"] * 5)[:300]

_SETTINGS = """\
site_name: "{name}"
site_url: https://desk.example/books/river/
use_directory_urls: false
plugins:
- briefbook:
    schema_version: 1
    default_tlp: "AMBER+STRICT"
    ceiling: "AMBER+STRICT"
    language: {language}
    scale: phia
"""

_LONG_BRIEF = f"""\
---
title: {LONG_TITLE}
as_of: 2031-03-03
next_report: 2031-03-06
product: sitrep
status: cleared
cleared_by: {LONG_WORD}
authors: [{LONG_WORD}, Second Author]
sources: [report, bareed]
bottom_line: {LONG_WORD} has said a long word, and {LONG_TITLE}
key_messages: [{LONG_TITLE}, "{LONG_WORD}"]
limitations: ["{LONG_WORD}"]
positions:
- {{actor: long, issue: long-issue, stance: leans-support, condition: {LONG_WORD},
   summary: {LONG_WORD}, source: report, quote: {LONG_WORD}}}
- {{actor: second, issue: long-issue, stance: leans-oppose, speaker: long,
   described_as: {OTHER_WORD}, source: report, words: {OTHER_WORD}}}
- {{actor: third, issue: long-issue, stance: mixed, source: bareed, quote: لن يكون هناك وقف,
   translation: There will be no pause}}
claims:
- id: long-claim
  text: {LONG_TITLE}
  by: long
  place: {LONG_WORD}
  status: unverified
  source: report
  paraphrase: {LONG_WORD}
  figures:
  - {{what: {LONG_WORD}, reported: {LONG_WORD}, unit: {LONG_WORD}, source: report, paraphrase: {LONG_WORD}}}
  replies:
  - {{by: second, says: cannot-confirm, source: report, paraphrase: {LONG_WORD}}}
events:
- {{id: long-event, title: {LONG_TITLE}, date: 2031-03-01/2031-03-02, place: {LONG_WORD},
   actors: [long], source: report, paraphrase: {LONG_WORD}}}
questions:
- {{id: long-question, text: "{LONG_TITLE}", why: {LONG_WORD}, due: 2031-03-14,
   owner: {LONG_WORD}, actors: [long], likelihood: likely or probable}}
judgements:
- {{id: long-judgement, text: {LONG_TITLE}, likelihood: highly likely, confidence: low, basis: {LONG_WORD}}}
ties:
- {{actor: long, tie: negotiates-with, other: second, source: report, paraphrase: {LONG_WORD}}}
corrections:
- {{date: 2031-03-03, entry: long-event, was: {LONG_WORD}, now: {LONG_TITLE}, reason: {LONG_WORD}}}
---
## {LONG_WORD}

{LONG_WORD} [{LONG_WORD}](https://{LONG_WORD[:60]}.example/{LONG_WORD})

| {LONG_WORD} | second | third |
|---|---|---|
| a | {LONG_WORD} | c |

```
{LONG_WORD * 3}
```
"""

_ARABIC_BRIEF = """\
---
title: أومار تطلب وقفًا، وفسترين تواصل الملء
as_of: 2031-03-03
product: sitrep
status: cleared
cleared_by: المناوب
authors: [مكتب النهر]
language: ar
sources: [bareed]
bottom_line: تريد أومار أن يتوقف ملء خزان كلمت، وترفض فسترين.
key_messages: [ترفض فسترين الوقف., يلتقي الطرفان في السادس من مارس.]
limitations: [نعتمد على صحيفة واحدة.]
positions:
- {actor: ommar, issue: pause, stance: supports, quote: نطلب من فسترين أن توقف الملء}
- {actor: vestrin, issue: pause, stance: opposes, condition: اكتمال المرحلة الأولى, quote: لن يكون هناك وقف}
claims:
- {id: fell, text: انخفض النهر بمقدار الثلث., by: ommar, status: disputed, paraphrase: انخفض النهر}
questions:
- {id: how-fast, text: ما سرعة ارتفاع الخزان؟, why: كل ما يقال يعتمد عليها., due: 2031-03-14}
---
## ما تحسبه كل جهة

تحسب فسترين الماء الذي تحتفظ به، وتحسب أومار الماء الذي لا يصل.
"""


def write_long(root: Path) -> Path:
    """The folder of a book whose names do not break and whose titles are as long as they may be."""
    _write(root, "mkdocs.yml", _SETTINGS.format(name=LONG_TITLE[:120], language="en"))
    for id in ("long", "second", "third"):
        name = LONG_WORD if id == "long" else f"{LONG_WORD[:-8]}{id}"
        _write(
            root,
            f"content/actors/{id}.yaml",
            f"name: {name}\nkind: state\nbloc: {LONG_WORD}\nabout: {LONG_WORD}\n",
        )
    _write(
        root,
        "content/issues/long-issue.yaml",
        f"name: {LONG_WORD}\nproposition: {LONG_TITLE}\nwhy: {LONG_WORD}\n",
    )
    _write(
        root,
        "seeds/report.yaml",
        f"publisher: {LONG_WORD}\ntitle: {LONG_TITLE}\npublished: 2031-03-03\nauthors: [{LONG_WORD}]\n"
        f"url: https://desk.example/{LONG_WORD}{LONG_WORD}\nrights: public\n",
    )
    _write(root, "seeds/report.txt", f"“{LONG_WORD},” said {OTHER_WORD} on Monday.\n")
    _write_arabic_source(root)
    _write(root, "content/briefs/2031-03-03-long.md", _LONG_BRIEF)
    _write(root, "content/pages/about.md", f"---\ntitle: {LONG_WORD}\n---\n{LONG_TITLE}\n")
    return root


def write_arabic(root: Path) -> Path:
    """The folder of a book in Arabic."""
    _write(root, "mkdocs.yml", _SETTINGS.format(name="نهر السارن", language="ar"))
    _write(root, "content/actors/ommar.yaml", "name: أومار\nkind: state\nbloc: المصب\n")
    _write(root, "content/actors/vestrin.yaml", "name: فسترين\nkind: state\nbloc: المنبع\n")
    _write(
        root,
        "content/issues/pause.yaml",
        "name: وقف الملء\nproposition: ينبغي أن يتوقف ملء خزان كلمت.\nwhy: الماء.\n",
    )
    _write_arabic_source(root)
    _write(root, "content/briefs/2031-03-03-kelmet.md", _ARABIC_BRIEF)
    return root


def _write_arabic_source(root: Path) -> None:
    _write(
        root,
        "seeds/bareed.yaml",
        "publisher: بريد السارن\ntitle: أومار تطلب وقفًا\npublished: 2031-03-03\nlanguage: ar\n"
        "rights: public\n",
    )
    _write(
        root,
        "seeds/bareed.txt",
        "قالت أومار: “نطلب من فسترين أن توقف الملء”، وقالت فسترين: “لن يكون هناك وقف”.\n",
    )


def _write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")
