"""A preview from its first page to Ctrl-C."""

from __future__ import annotations

import contextlib
import errno
import signal
import socket
import threading
from collections.abc import Iterator

from briefbook.preview import Preview, watch
from briefbook.serve.guard import LOOPBACK
from briefbook.serve.server import Server

_TRIES = 100


class AddressError(Exception):
    """A host or port that cannot be had; the message says what to do."""


@contextlib.contextmanager
def serving(preview: Preview, host: str, port: int, *, is_shared: bool = False) -> Iterator[str]:
    """Serves a preview and follows its files while the context lasts; gives its address.

    Raises:
        AddressError: the port is taken, or the host is not this machine's.
    """
    servers = _open(preview, host, port, is_shared=is_shared)
    stop = threading.Event()
    threads = [
        threading.Thread(target=watch, args=(preview, stop)),
        *(threading.Thread(target=server.serve_forever, args=(0.1,)) for server in servers),
    ]
    for thread in threads:
        thread.start()
    try:
        yield f"http://{f'[{host}]' if ':' in host else host}:{servers[0].server_port}/"
    finally:
        stop.set()
        for server in servers:
            server.shutdown()
        for thread in threads:
            thread.join()
        for server in servers:
            server.server_close()


def wait() -> None:
    """Returns when somebody ends the program: by Ctrl-C, or as a service is ended."""
    ended = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: ended.set())
    ended.wait()


def _open(preview: Preview, host: str, port: int, *, is_shared: bool) -> list[Server]:
    """The servers of a host; `localhost` is both of its addresses, where the machine has both."""
    try:
        first = Server(preview, "127.0.0.1" if host == "localhost" else host, port, is_shared=is_shared)
    except OSError as error:
        raise AddressError(_words(error, host, port)) from error
    if host != "localhost":
        return [first]
    try:
        return [first, Server(preview, "::1", first.server_port)]
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            return [first]  # a machine without IPv6
        first.server_close()
        raise AddressError(_words(error, host, port)) from error


def _words(error: OSError, host: str, port: int) -> str:
    if error.errno != errno.EADDRINUSE:
        return f"cannot serve at {host} port {port}: {error.strerror or error}"
    free = next((each for each in range(port + 1, port + _TRIES) if is_free(host, each)), None)
    help = f"; port {free} is free: --port {free}" if free else "; choose another with --port"
    return f"port {port} is taken, perhaps by another preview{help}"


def is_free(host: str, port: int) -> bool:
    """Whether nobody has a port of a host; of `localhost`, at either address."""
    for each in sorted(LOOPBACK - {"localhost"}) if host == "localhost" else [host]:
        family = socket.AF_INET6 if ":" in each else socket.AF_INET
        with socket.socket(family) as probe:
            try:
                probe.bind((each, port))
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    return False
    return True
