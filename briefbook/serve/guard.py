"""Who may ask a preview, and for what: nothing but this machine's own browser, and nothing but the site."""

from __future__ import annotations

import ipaddress
import socket
from email.message import Message
from urllib.parse import unquote_to_bytes, urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_LONGEST = 2000
"""Characters of a path; no page of a site has an address as long."""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """Refuses what another site in the same browser could ask for."""

    def __init__(self, port: int, *, is_shared: bool) -> None:
        """`is_shared`: other machines may ask too, by address or by this machine's name."""
        self._port = port
        self._shared = is_shared

    def refuses(self, headers: Message) -> str:
        """Why a request is refused, in words; empty where it is not."""
        if not self._is_ours(headers.get("Host", "")):
            return "This preview answers under its own address alone."
        origin = headers.get("Origin")
        if origin is not None and not (
            origin.startswith("http://") and self._is_ours(origin.removeprefix("http://"))
        ):
            return "Another site asks."
        strange = headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
        if strange and headers.get("Sec-Fetch-Mode") != "navigate":
            return "Another site asks."
        return ""

    def _is_ours(self, host: str) -> bool:
        """Whether a `Host` is one of our names with our port; a name that leads here may be anybody's."""
        try:
            parts = urlsplit(f"//{host}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        if parts.netloc != host or "@" in host or port != self._port:
            return False
        return name in LOOPBACK or (self._shared and (_is_address(name) or name in _own_names()))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _own_names() -> tuple[str, ...]:
    """What other machines may call this one."""
    name = socket.gethostname().lower()
    return name, f"{name.partition('.')[0]}.local"


def path_of(target: str) -> str | None:
    """The path of a request's target, relative to the root; None where it can be no page's.

    It is decoded once, and only ever looked up among the paths of the site.
    """
    path = target.partition("?")[0]
    if not path.startswith("/") or len(path) > _LONGEST:
        return None
    try:
        return unquote_to_bytes(path[1:]).decode()
    except UnicodeDecodeError:
        return None
