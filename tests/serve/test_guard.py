"""Who may ask a preview."""

from email.message import Message

import pytest

from briefbook.serve.guard import Guard, is_loopback, path_of


def headers(**named: str) -> Message:
    message = Message()
    for name, value in {"Host": "localhost:8000", **named}.items():
        message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"])
def test_own_names_are_ours(host):
    """The loopback's names with our port may be asked for, and a page from there may ask."""
    assert "" == Guard(8000, is_shared=False).refuses(headers(Host=host, Origin=f"http://{host}"))


@pytest.mark.parametrize(
    "host",
    [
        "",
        "localhost",
        "localhost:8001",
        "localhost.example.org:8000",
        "example.org:8000",
        "127.0.0.1.nip.io:8000",
        "0.0.0.0:8000",
        "10.0.0.7:8000",
        "me@localhost:8000",
        "localhost:8000@example.org",
        "localhost:8000/",
        "localhost:x",
        "localhost:99999",
        "[::1:8000",
        "localhost:8000, example.org",
    ],
)
def test_other_names_are_refused(host):
    """A name that anybody can make lead here is refused: a page of another site could read ours by it."""
    assert "own address" in Guard(8000, is_shared=False).refuses(headers(Host=host))


def test_port_80_needs_no_number():
    """Browsers leave out the port of plain HTTP."""
    assert "" == Guard(80, is_shared=False).refuses(headers(Host="localhost"))


@pytest.mark.parametrize(
    "origin", ["null", "https://localhost:8000", "http://example.org", "http://localhost:1"]
)
def test_other_origins_are_refused(origin):
    """What another site's script asks for is refused, whatever it asks."""
    assert "Another site" in Guard(8000, is_shared=False).refuses(headers(Origin=origin))


@pytest.mark.parametrize(
    ("site", "mode", "is_refused"),
    [
        ("same-origin", "cors", False),
        ("none", "navigate", False),
        ("cross-site", "navigate", False),
        ("cross-site", "no-cors", True),
        ("same-site", "cors", True),
    ],
)
def test_other_sites_may_link_and_no_more(site, mode, is_refused):
    """A link from elsewhere leads here; a picture, script or request from elsewhere is refused."""
    asked = headers(Sec_Fetch_Site=site, Sec_Fetch_Mode=mode)

    assert is_refused is bool(Guard(8000, is_shared=False).refuses(asked))


@pytest.mark.parametrize(
    ("host", "is_refused"),
    [
        ("10.0.0.7:8000", False),
        ("[fe80::1]:8000", False),
        ("desk.local:8000", False),
        ("desk.example:8000", False),
        ("example.org:8000", True),
        ("10.0.0.7:1", True),
    ],
)
def test_shared_preview_answers_to_addresses_and_own_names(monkeypatch, host, is_refused):
    """Others may ask a shared preview by address or by this machine's name, and by no other name."""
    monkeypatch.setattr("socket.gethostname", lambda: "Desk.example")
    refusal = Guard(8000, is_shared=True).refuses(headers(Host=host))

    assert is_refused is bool(refusal)


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("localhost", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("desk", False),
    ],
)
def test_only_this_machine_reaches_the_loopback(host, is_own):
    """An address counts as the loopback only when no other machine can reach it."""
    assert is_own is is_loopback(host)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", ""),
        ("/actors/iran/?x=/../", "actors/iran/"),
        ("/caf%C3%A9/", "café/"),
        ("/%252e%252e/", "%2e%2e/"),
        ("//example.org/", "/example.org/"),
        ("/%ff", None),
        ("*", None),
        ("", None),
        ("http://localhost/", None),
        ("/" + "a" * 3000, None),
    ],
)
def test_path_is_decoded_once(target, path):
    """A request's path is decoded once, and what can be no path is none."""
    assert path == path_of(target)
