"""What a reader finds, from a server and from a folder, by keyboard and by pointer."""

import functools
import http.server
import json
import re
import threading
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.access import SCREENS, faults_of
from tests.browser.test_pages import DESK
from tests.sites import build

NAMES = {
    "rouhani": ("Hasan Rouhani", ["Rouhānī"]),
    "qasem": ("Qasem Soleimani", []),
    "maliki": ("نوري المالكي", ["Nuri al-Maliki"]),
    "ahmad": ("أحمد الموسى", []),
    "hamah": ("حماة", []),
    "kuhestani": ("علی کوهستانی", []),
    "maariv": ("Ma'ariv", []),
    "equipe": ("L’Équipe", []),
    "strasse": ("Große Straße", []),
    "istanbul": ("İstanbul Işık Derneği", []),
    "lodz": ("Łódź Forum", []),
    "orsted": ("Ørsted", []),
    "odysseas": ("Οδυσσέας", []),
    "brigade": ("١٣ Brigade", []),
    "hirose": ("広瀬製作所", []),
    "script": ("<img src=x onerror=alert(1)>", []),
    "iran": ("Iran", ["Tehran"]),
    "iranians": ("Iranians abroad", []),
    "army": ("Army of Iran", []),
}

FOUND_BY = [
    ("ROUHANI", "rouhani"),
    ("Rouhānī", "rouhani"),
    ("rouhani hasan", "rouhani"),
    ("Qasem", "qasem"),
    ("soleim", "qasem"),
    ("المالكي", "maliki"),
    ("المالكى", "maliki"),
    ("مالكي", "maliki"),
    ("al-Maliki", "maliki"),
    ("al maliki", "maliki"),
    ("almaliki", "maliki"),
    ("احمد", "ahmad"),
    ("أَحْمَد", "ahmad"),
    ("الموسي", "ahmad"),
    ("حماه", "hamah"),
    ("علي", "kuhestani"),
    ("كوهستاني", "kuhestani"),
    ("Ma'ariv", "maariv"),
    ("ma’ariv", "maariv"),
    ("maʿariv", "maariv"),
    ("maariv", "maariv"),
    ("L'Equipe", "equipe"),
    ("équipe", "equipe"),
    ("lequipe", "equipe"),
    ("strasse", "strasse"),
    ("STRAẞE", "strasse"),
    ("istanbul", "istanbul"),
    ("isik", "istanbul"),
    ("ISIK", "istanbul"),
    ("lodz", "lodz"),
    ("orsted", "orsted"),
    ("ΟΔΥΣΣΕΑΣ", "odysseas"),
    ("13 brigade", "brigade"),
    ("製作", "hirose"),
    ("<img src=x onerror=alert(1)>", "script"),
    ("tehran", "iran"),
    ("Iran", "iran"),
]
"""What is typed, and the actor that comes first."""


def brief(number, **fields):
    """A cleared brief, as JSON, which is YAML too."""
    day = f"2031-03-{number:02}"
    return {
        "id": f"{day}-daily",
        "title": f"Day {number}",
        "as_of": day,
        "product": "flash-update",
        "status": "cleared",
        "cleared_by": "Desk",
        "sources": ["paper"],
        "bottom_line": f"Quiet on day {number}.",
        **fields,
    }


def claims(number, count):
    """Claims of one brief."""
    return [
        {
            "id": f"c{number}-{each}",
            "text": f"The pumps failed {number}.{each}.",
            "by": "army",
            "paraphrase": "They did.",
        }
        for each in range(count)
    ]


def write_book(root: Path, **settings) -> Path:
    """A book of many names and of sixty claims."""
    options = {"default_tlp": "CLEAR", **settings}
    directories = options.pop("use_directory_urls", False)
    files = {
        "mkdocs.yml": {
            "site_name": "Names",
            "use_directory_urls": directories,
            "plugins": [{"briefbook": {"schema_version": 1, **options}}],
        },
        "seeds/paper.yaml": {
            "id": "paper",
            "publisher": "The Paper",
            "title": "News",
            "published": "2031-02-28",
        },
        "content/issues/pumps.yaml": {"id": "pumps", "proposition": "The pumps should run.", "name": "Pumps"},
        "content/briefs/2031-03-01-daily.yaml": brief(1, claims=claims(1, 30)),
        "content/briefs/2031-03-02-daily.yaml": brief(
            2,
            claims=claims(2, 30),
            events=[
                {
                    "id": "visit",
                    "title": "A visit to the works.",
                    "date": "2031-03-02",
                    "actors": ["rouhani"],
                    "place": "Basra",
                    "paraphrase": "He came.",
                }
            ],
        ),
    }
    for id, (name, aliases) in NAMES.items():
        files[f"content/actors/{id}.yaml"] = {"id": id, "name": name, "kind": "body", "aliases": aliases}
    for file, record in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The site of the book, as it opens without a server."""
    root = write_book(tmp_path_factory.mktemp("names"))
    build(root, root / "build")
    return root / "build"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are no news."""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of the same site with folders for addresses, from a plain server."""
    root = write_book(tmp_path_factory.mktemp("served"), use_directory_urls=True)
    build(root, root / "build")
    handler = functools.partial(_Quiet, directory=root / "build")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def homes(served, folder):
    """The front page by how it is reached."""
    return {"server": f"{served}/", "folder": f"{folder.as_uri()}/index.html"}


@pytest.fixture
def search(reader, folder):
    """A search page, opened from the folder."""
    page = reader(viewport=DESK)
    page.goto(f"{folder.as_uri()}/search/index.html")
    return page


def said(page, words):
    """Waits until the page says how the search ended."""
    expect(page.get_by_role("status")).to_have_text(re.compile(words))


def ask(page, words, outcome="^Found"):
    """Types the words and waits for what is found."""
    page.locator("#_q").fill(words)
    expect(page).to_have_url(re.compile(re.escape(f"?{urlencode({'q': words})}") + "$"))
    said(page, outcome)


@pytest.mark.parametrize("way", ["server", "folder"])
def test_keyboard_alone_leads_to_a_record(reader, homes, way):
    """From the front page: the link, a word, the arrow key, Enter; and Back shows the same answer again."""
    page = reader(viewport=DESK)
    page.goto(homes[way])
    page.locator(".to-search a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#_q")).to_be_focused()

    page.keyboard.type("rouhani")
    expect(page).to_have_url(re.compile(r"\?q=rouhani$"))
    said(page, "^Found: 2$")
    page.keyboard.press("ArrowDown")
    assert "Hasan Rouhani" == page.locator(":focus").inner_text()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/actors/rouhani"))
    assert "Hasan Rouhani" == page.locator("h1").inner_text()

    page.go_back()
    said(page, "^Found: 2$")
    assert "rouhani" == page.locator("#_q").input_value()


def test_folded_words_find_names(search, folder):
    """Case, accents, marks, hyphens and habits of Arabic and Persian spelling do not hide a name."""
    wrong = []
    for words, id in FOUND_BY:
        search.goto(f"{folder.as_uri()}/search/index.html?{urlencode({'q': words})}")
        said(search, "^(Found|Nothing)")
        links = search.locator(".hits a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
        if links[:1] != [f"../actors/{id}.html"]:
            wrong.append((words, links))

    assert [] == wrong


def test_answers_come_best_first(search):
    """The name itself comes before what begins with it, and that before what holds it."""
    ask(search, "iran")

    assert ["Iran", "Iranians abroad", "Army of Iran"] == search.locator(".hits >> nth=0").locator(
        "a"
    ).all_inner_texts()


def test_found_words_are_marked_and_never_become_markup(search):
    """Marks stand on the letters as they are written, and a name with angle brackets is text."""
    ask(search, "equipe")
    assert ["Équipe"] == search.locator("#_found mark").all_inner_texts()
    ask(search, "onerror")
    assert ["onerror"] == search.locator("#_found mark").all_inner_texts()
    assert 0 == search.locator("#_found img").count()


def test_entry_is_found_by_whom_it_concerns_and_where(search):
    """An event answers to an alias of its actor and to its place, and leads to its place in the brief."""
    ask(search, "Rouhānī Basra")

    link = search.locator(".hits a")
    assert "../briefs/2031-03-02-daily.html#visit" == link.get_attribute("href")
    assert "Happened" in search.locator(".hits .meta").inner_text()


def test_kinds_narrow_the_answer_and_back_widens_it(search):
    """A kind is part of the address; the list grows on demand, and focus stays with the reader."""
    ask(search, "pumps failed")
    assert "Found: 60" == search.locator(".said").inner_text()
    assert 5 == search.locator(".hits li").count()

    search.get_by_role("link", name="Claims: show all 60").click()
    expect(search).to_have_url(re.compile(r"\?q=pumps\+failed&kind=claims$"))
    expect(search.locator(".hits li")).to_have_count(50)
    assert "Claims 60" == search.locator(":focus").inner_text()
    search.get_by_role("button", name="Show more").click()
    expect(search.locator(".hits li")).to_have_count(60)
    assert "The pumps failed 1.9." == search.locator(":focus").inner_text()

    search.go_back()
    expect(search.locator(".hits li")).to_have_count(5)
    expect(search).to_have_url(re.compile(r"\?q=pumps\+failed$"))


def test_nothing_found_is_said_with_a_way_on(search):
    """An answer of nothing names the words as they were typed, and offers the lists."""
    ask(search, "xyzzy {number}", "^Nothing found for “xyzzy {number}”")

    assert search.get_by_role("link", name="Actors").last.is_visible()


def test_escape_clears_the_field_and_the_address(search):
    """After Escape the page is as it was before the first word."""
    before = search.locator("main").inner_text()
    ask(search, "iran")
    search.locator("#_q").press("Escape")

    expect(search).to_have_url(re.compile("/search/index.html$"))
    assert before == search.locator("main").inner_text()
    assert "" == search.locator("#_q").input_value()


def test_arrow_keys_go_through_the_answers_and_back(search):
    """Down from the field is the first answer, and up from it the field."""
    ask(search, "iran")
    search.locator("#_q").focus()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("ArrowDown")
    assert "Iranians abroad" == search.locator(":focus").inner_text()
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")
    assert "_q" == search.locator(":focus").get_attribute("id")


def test_nothing_of_the_search_is_loaded_before_use(reader, address, kinds):
    """No other page asks for the script, and the search page asks for the index with the first word."""
    page = reader(viewport=DESK)
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))

    def of_search():
        return [
            path for path in asked if path == "/assets/search.js" or re.fullmatch("/search/.*[.]js", path)
        ]

    for path in kinds:
        if not path.startswith("search/"):
            page.goto(f"{address}/{path}", wait_until="load")
    assert [] == of_search()

    page.goto(f"{address}/search/index.html", wait_until="load")
    assert ["/assets/search.js"] == of_search()
    ask(page, "iran")
    assert "/search/actors.js" in of_search()


def test_missing_part_of_the_index_is_said(reader, served):
    """Where a file does not arrive the reader is told that something may be missing."""
    page = reader(viewport=DESK)
    page.route("**/search/claims.js", lambda route: route.abort())
    page.goto(f"{served}/search/?q=iran")
    said(page, "^Found")

    assert "may be missing" in page.get_by_role("status").inner_text()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("query", ["iran", "pumps", "xyzzy"])
def test_answers_are_accessible(reader, folder, screen, query):
    """axe-core finds no fault in a page of answers, and nothing on it is wider than the screen."""
    page = reader(**SCREENS[screen])
    page.goto(f"{folder.as_uri()}/search/index.html?q={query}")
    said(page, "^(Found|Nothing)")

    assert [] == faults_of(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_search_page_without_javascript_offers_the_lists(reader, folder):
    """Without JavaScript there is no dead field, but the reason and the way to everything."""
    page = reader(viewport=DESK, java_script_enabled=False)
    page.goto(f"{folder.as_uri()}/search/index.html")

    assert not page.locator("#_q").is_visible()
    assert "Search needs JavaScript" in page.locator("main").inner_text()
    assert page.get_by_role("link", name="Actors").last.is_visible()
