"""The command `briefbook distil`."""

import io
import json
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefbook.cli import main
from briefbook.distil.draft import Draft, Rejected

RIVER = Path(__file__).parent.parent / "build" / "cases" / "river"
TEXT = (
    "Gates stay shut\n\nBy Ada Moor\n\n3 March 2031\n\n"
    "Interior Minister Karl Vandemeer said on Tuesday that the gates could open by 20 March.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command in an empty folder that holds one article."""
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(TEXT, encoding="utf-8")

    def invoke(*words, **others):
        return CliRunner().invoke(main, ["distil", *words], **others)

    return invoke


def test_brief_goes_to_the_output(run):
    """Without -o the brief is printed, dated as the article says."""
    result = run("article.txt")

    assert result.exit_code == 0
    assert result.stdout.startswith("---\ntitle: TODO Gates stay shut\nas_of: 2031-03-03\n")


def test_json_has_places_in_the_file(run):
    """As JSON a draft is one line, and its places count in the file as it is."""
    Path("windows.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    result = run("windows.txt", "--format", "json")

    (indirect,) = json.loads(result.stdout)["indirect"]
    assert (
        TEXT.replace("\n", "\r\n")[indirect["start"] : indirect["end"]] == "the gates could open by 20 March"
    )


def test_option_outranks_the_articles_date(run):
    """What the analyst says about the date counts."""
    assert "as_of: 2031-04-01\n" in run("article.txt", "--date", "2031-04-01").stdout


def test_article_without_a_date_says_so(run):
    """Where no date is known, the command asks for it and goes on."""
    result = run("-", input="They met.\n\nKarl Vandemeer said the road was closed.\n")

    assert result.exit_code == 0
    assert "standard input: no date found" in result.stderr
    assert "--date YYYY-MM-DD" in result.stderr
    assert "as_of: todo\n" in result.stdout


def test_page_is_read_as_a_page(run):
    """A saved web page gives its article, not its markup."""
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n") * 3)
    Path("page.html").write_text(
        f"<!doctype html><html><title>Gates</title><body><article><h1>Gates</h1>{body}</article>",
        encoding="utf-8",
    )

    assert "karl-vandemeer" in run("page.html").stdout


def test_file_is_never_written_over(run):
    """A brief goes into a new file, and one that exists stays as it is."""
    assert run("article.txt", "-o", "new/brief.md").exit_code == 0
    before = Path("new/brief.md").read_text(encoding="utf-8")
    result = run("article.txt", "-o", "new/brief.md", "--date", "2031-04-01")

    assert result.exit_code == 2
    assert "exists already; it was not changed" in result.stderr
    assert Path("new/brief.md").read_text(encoding="utf-8") == before


def test_several_articles_go_into_a_folder(run):
    """Several briefs need a folder, and become a file each; as JSON they are lines."""
    shutil.copy("article.txt", "second.txt")

    assert run("article.txt", "second.txt").exit_code == 2
    assert run("article.txt", "second.txt", "-o", "out").exit_code == 0
    assert sorted(each.name for each in Path("out").iterdir()) == ["article.md", "second.md"]
    assert len(run("article.txt", "second.txt", "--format", "json").stdout.splitlines()) == 2


def test_one_article_goes_into_a_folder_too(run):
    """Where the output is a folder that is there, the brief in it is called like the article."""
    Path("out").mkdir()

    assert run("article.txt", "-o", "out").exit_code == 0
    assert run("-", "-o", "out", "--date", "2031-03-03", input=TEXT).exit_code == 0
    assert sorted(each.name for each in Path("out").iterdir()) == ["article-draft.md", "article.md"]


def test_lines_go_into_a_file(run):
    """JSON lines name their articles, and go into one new file."""
    shutil.copy("article.txt", "second.txt")
    words = ("article.txt", "second.txt", "--format", "json", "-o", "drafts.jsonl")

    assert run(*words).exit_code == 0
    lines = Path("drafts.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(each)["article"] for each in lines] == ["article.txt", "second.txt"]
    assert "drafts.jsonl: it exists already" in run(*words).stderr


def french(words="Le conseil a dit que les vannes ne sont pas ouvertes pour les paysans et "):
    """An article in French."""
    return (words * 5).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "bad.txt: there is no text in it"),
        (b"\0\1\2 binary \0", "bad.txt: it is not text"),
        (b"PK\x03\x04 and more", "bad.txt: it is a Word file, a book or an archive"),
        (french(), "bad.txt: it is not in English but in French; only English can be distilled. To write"),
    ],
    ids=["empty", "binary", "word", "french"],
)
def test_what_cannot_be_read_says_why(run, data, words):
    """An empty file, a binary one and another language end the command with one clear line."""
    Path("bad.txt").write_bytes(data)
    result = run("bad.txt")

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert words in result.stderr


def test_file_that_is_too_large_says_so(run):
    """A file of more than 64 MiB is not read to its end."""
    with Path("huge.txt").open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    result = run("huge.txt")

    assert result.exit_code == 2
    assert "huge.txt: it has more than 64 MiB; take the article out of it" in result.stderr


def test_every_mistake_is_told_in_one_run(run):
    """What cannot be read does not stop the others: each mistake is a line, and the rest is written."""
    shutil.copy("article.txt", "last.txt")
    Path("bad.txt").write_bytes(b"\0")
    Path("folder").mkdir()
    Path("out").mkdir()
    Path("out/there.md").write_text("mine", encoding="utf-8")
    odd = "article.txt/odd.txt"
    result = run("gone.txt", "article.txt", "bad.txt", "folder", "there.txt", odd, "last.txt", "-o", "out")

    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "briefbook: out/there.md: it exists already; it was not changed. Name another, or move it away",
        "briefbook: gone.txt: there is no such file",
        "Made out/article.md",
        "briefbook: bad.txt: it is not text: it holds NUL bytes. Save it as text in UTF-8, as HTML or as PDF",
        "briefbook: folder: it is a folder; name the articles in it, as in folder/*.txt",
        f"briefbook: {odd}: it cannot be read: Not a directory",
        "Made out/last.md",
    ]
    assert sorted(each.name for each in Path("out").iterdir()) == ["article.md", "last.md", "there.md"]
    assert Path("out/there.md").read_text(encoding="utf-8") == "mine"


def test_file_is_not_made_of_nothing(run):
    """Where no article could be read, no file of lines comes about."""
    assert run("gone.txt", "--format", "json", "-o", "drafts.jsonl").exit_code == 2
    assert not Path("drafts.jsonl").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-", "-"), "standard input can be read once"),
        (("article.txt", "other/article.txt", "-o", "out"), "several articles would become out/article.md"),
        (
            ("article.txt", "second.txt", "-o", "article.txt"),
            "article.txt is a file; several briefs need a folder",
        ),
        (("article.txt", "second.txt"), "several briefs need a folder"),
        (("article.txt", "--format", "json", "--new-actors", "out"), "--new-actors goes with a brief"),
    ],
    ids=["twice-input", "one-stem", "no-folder", "no-output", "json-actors"],
)
def test_wrong_use_says_what_is_right(run, words, said):
    """What cannot be meant ends the command before anything is read or written."""
    result = run(*words)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not Path("out").exists()


def test_new_actors_become_files_on_request(run):
    """With a folder for them, new actors are files, and none of those that are there is written over."""
    shutil.copy("article.txt", "second.txt")
    words = ("--new-actors", "actors")

    assert run("article.txt", "-o", "out/1.md", *words).exit_code == 0
    file = Path("actors/karl-vandemeer.yaml")
    assert file.read_text(encoding="utf-8").startswith("name: Karl Vandemeer\nkind: person\n")
    file.write_text("mine", encoding="utf-8")
    again = run("second.txt", "-o", "out/2.md", *words)
    assert again.exit_code == 0
    assert "second.txt: actors/karl-vandemeer.yaml exists already; it was not changed" in again.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert "id: karl-vandemeer" not in Path("out/2.md").read_text(encoding="utf-8")


def test_number_of_workers_leaves_no_trace(run):
    """Two processes draft what one drafts, byte for byte, in the order of the arguments."""
    names = []
    for number in range(5):
        names.append(f"{number}.txt")
        Path(names[-1]).write_text(TEXT.replace("Vandemeer", f"Vandemeer-{number % 2}"), encoding="utf-8")
    Path("3.txt").write_bytes(french())
    results = [run(*names, "-o", f"out{count}", "--workers", str(count)) for count in (1, 2)]

    assert results[0].stderr.replace("out1", "out2") == results[1].stderr
    assert [each.exit_code for each in results] == [2, 2]
    one, two = ({each.name: each.read_bytes() for each in Path(f"out{count}").iterdir()} for count in (1, 2))
    assert one == two
    assert sorted(one) == ["0.md", "1.md", "2.md", "4.md"]


def _end(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def test_worker_that_dies_is_told_in_words(run, monkeypatch):
    """A process that is killed ends the command with a way out, and nothing is written."""
    shutil.copy("article.txt", "second.txt")
    monkeypatch.setattr("briefbook.edit.distil._read", _end)
    result = run("article.txt", "second.txt", "-o", "out", "--workers", "2")

    assert result.exit_code == 2
    assert "briefbook: a process that read articles was ended from outside; try again with --workers 1" in (
        result.stderr
    )
    assert not Path("out").exists()


class _Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal(run, monkeypatch):
    """On a terminal a line counts several articles, and is gone when something else is said."""
    shutil.copy("article.txt", "second.txt")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("sys.stderr", _Terminal())
    main(["distil", "article.txt", "second.txt", "-o", "out"], standalone_mode=False)
    said = sys.stderr.getvalue()

    assert "Made out/article.md\n\r1 of 2 articles\r\x1b[K" in said
    assert said.endswith("Made out/second.md\n\r2 of 2 articles\r\x1b[K")
    main(["distil", "article.txt"], standalone_mode=False)
    assert sys.stderr.getvalue().count("of") == 2


def test_draft_is_not_called_like_its_source(run):
    """In a folder, the brief of a source has another name than the source has."""
    shutil.copytree(RIVER, "book")
    Path("book/seeds/paper.txt").write_text(TEXT, encoding="utf-8")
    Path("book/seeds/paper.yaml").write_text(
        "publisher: P\ntitle: T\npublished: 2031-03-12\n", encoding="utf-8"
    )
    briefs = "book/content/briefs"

    assert run("book/seeds/paper.txt", "--content", "book/content", "-o", briefs).exit_code == 0
    assert Path(briefs, "paper-draft.md").exists()


@pytest.mark.parametrize(
    ("default", "own", "wanted"),
    [("", "", "tlp: CLEAR\n"), ("CLEAR", "", ""), ("CLEAR", "AMBER", "tlp: AMBER\n"), ("AMBER", "AMBER", "")],
)
def test_draft_has_the_marking_of_its_source(run, default, own, wanted):
    """A draft is marked like its source, and says so where the settings do not say it for all."""
    settings = f"site_name: B\nplugins:\n- briefbook: {{schema_version: 1, default_tlp: {default}}}\n"
    record = "publisher: P\ntitle: T\npublished: 2031-03-12\n" + (f"tlp: {own}\n" if own else "")
    for name, words in {
        "mkdocs.yml": settings if default else "site_name: B\n",
        "seeds/paper.txt": TEXT,
        "seeds/paper.yaml": record,
        "content/briefs/.keep": "",
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(words, encoding="utf-8")
    found = run("seeds/paper.txt", "--new-actors", "actors").stdout

    assert [each for each in found.splitlines(keepends=True) if each.startswith("tlp")] == [wanted] * bool(
        wanted
    )
    assert Path("actors/karl-vandemeer.yaml").read_text(encoding="utf-8").endswith(wanted)


def test_secret_actor_is_not_named_by_a_public_draft(run):
    """Whom a draft with a stricter marking introduced, another draft of the run introduces for itself."""
    for name, words in {
        "mkdocs.yml": "site_name: B\nplugins:\n- briefbook: {schema_version: 1, default_tlp: CLEAR}\n",
        "seeds/first.txt": TEXT,
        "seeds/first.yaml": "publisher: P\ntitle: T\npublished: 2031-03-12\ntlp: RED\n",
        "content/briefs/.keep": "",
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(words, encoding="utf-8")
    assert run("seeds/first.txt", "article.txt", "-o", "out").exit_code == 0

    assert "- id: karl-vandemeer\n" in Path("out/first-draft.md").read_text(encoding="utf-8")
    assert "- id: karl-vandemeer-2\n" in Path("out/article.md").read_text(encoding="utf-8")


def test_settings_that_are_wrong_end_the_command(run):
    """A book whose settings cannot be read gives no names, and the command says so."""
    Path("content").mkdir()
    Path("mkdocs.yml").write_text("plugins: [", encoding="utf-8")
    result = run("article.txt")

    assert result.exit_code == 1
    assert "mkdocs.yml" in result.stderr


def test_book_gives_its_names(run):
    """In a book, actors and the source have the ids of the book, and its date for the source counts."""
    shutil.copytree(RIVER, "book")
    text = (
        "Gates shut\n\nIlse Dellan said that the gates could open by 20 March. Karl Oss said it might rain.\n"
    )
    Path("book/seeds/paper.txt").write_text(text, encoding="utf-8")
    Path("book/seeds/paper.yaml").write_text(
        "publisher: P\ntitle: T\npublished: 2031-03-12\n", encoding="utf-8"
    )

    found = run("book/seeds/paper.txt", "--content", "book/content").stdout

    assert "sources: [paper]\n" in found
    assert "as_of: 2031-03-12\n" in found
    assert "by: dellan\n" in found
    assert "id: dellan" not in found


def test_long_article_is_read_whole(run):
    """An article of 30,000 words gives what is said at its end too."""
    many = "\n\n".join(
        f"The board met for hours on matter {n} and nothing came of it at all." for n in range(2200)
    )
    Path("long.txt").write_text(f"They met\n\n{many}\n\n{TEXT}", encoding="utf-8")
    result = run("long.txt", "--format", "json", "--date", "2031-03-03")

    assert [each["text"] for each in json.loads(result.stdout)["indirect"]] == [
        "the gates could open by 20 March"
    ]


def test_what_the_verifier_rejects_is_said(run, monkeypatch):
    """A passage that an engine made up is named, and no part of the draft."""
    rejected = Draft(rejected=(Rejected("quotes", 0, 4, "Door"),))
    monkeypatch.setattr("briefbook.distil.rules.distil", lambda *_: rejected)

    result = run("article.txt")

    assert "article.txt: left out, not in the article: 'Door' (quotes)" in result.stderr
    assert result.exit_code == 0


def test_missing_library_is_named(run, monkeypatch):
    """Without the library that writes YAML, the command says how to install it."""
    monkeypatch.setitem(sys.modules, "briefbook.distil.brief", None)
    result = run("article.txt")

    assert result.exit_code == 2
    assert "pip install 'briefbook[distil]'" in result.stderr


def test_doubtful_encoding_is_said(run):
    """How a file was read is said where it is not sure."""
    Path("old.txt").write_bytes("Ada Moor said the café was shut on Monday.\n".encode("cp1252"))

    assert "old.txt: read as Windows-1252" in run("old.txt").stderr


def test_article_of_a_million_words_is_refused(run):
    """What is too long for a draft that anybody would finish is refused, with the way out."""
    Path("long.txt").write_text("It was shut. " * 100_000, encoding="utf-8")
    result = run("long.txt", "--format", "json")

    assert result.exit_code == 2
    assert "it has 1,300,000 characters; at most 1,200,000, some 200,000 words" in result.stderr
    assert "cut it into parts" in result.stderr
