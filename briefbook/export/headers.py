"""What a web server should say with each file: for nginx, for Apache, and for Netlify or Cloudflare Pages."""

from __future__ import annotations

from collections.abc import Callable

from briefbook.derive.place import host_path
from briefbook.model.settings import Server
from briefbook.text.policy import header_policy

HEADERS = {
    "Content-Security-Policy": header_policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""Sent with every file, the page for what is not there included.

Browsers may keep a file but must ask whether it still holds: a correction is seen at once, and no page meets
the stylesheet of another build.
"""

TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ics": "text/calendar",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "svg": "image/svg+xml",
}
"""The media type by ending, of files that hold text."""
BINARIES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
}
TYPES = {**TEXTS, **BINARIES}
"""The media type by ending; a file without one is plain text."""


def render_nginx(site_url: str) -> str:
    """Lines to include in nginx's `server`, or in the `location` of the site."""
    types = "\n".join(f"  {type} {ending};" for ending, type in TYPES.items())
    texts = " ".join(sorted(set(TEXTS.values()) - {"text/html"}))
    headers = "\n".join(f'add_header {name} "{value}" always;' for name, value in HEADERS.items())
    return f"""\
index index.html;
autoindex off;
server_tokens off;
absolute_redirect off;
error_page 404 {host_path(site_url)}404.html;
location ~ /\\.(?!well-known/) {{ return 404; }}

types {{
{types}
}}
default_type text/plain;
charset utf-8;
charset_types {texts};
gzip on;
gzip_vary on;
gzip_types {texts};

{headers}
"""


def render_apache(site_url: str) -> str:
    """The file `.htaccess`, which Apache reads from the folder of a site.

    It holds only what `AllowOverride FileInfo` grants: one line more, and Apache answers every request with
    an error.
    """
    types = "\n".join(f"  AddType {type} .{ending}" for ending, type in TYPES.items())
    endings = " ".join(f".{ending}" for ending in TEXTS)
    headers = "\n".join(f'  Header always set {name} "{value}"' for name, value in HEADERS.items())
    return f"""\
ErrorDocument 404 {host_path(site_url)}404.html
AddDefaultCharset utf-8
<IfModule mod_mime.c>
{types}
  AddCharset utf-8 {endings}
</IfModule>
<IfModule mod_headers.c>
{headers}
</IfModule>
"""


def render_netlify(_: str) -> str:
    """The file `_headers`, which Netlify and Cloudflare Pages read from the root of a site.

    They serve it at the root of a host, whatever its address.
    """
    headers = "\n".join(f"  {name}: {value}" for name, value in HEADERS.items())
    types = "\n".join(
        f"/*.{ending}\n  Content-Type: {TYPES[ending]}; charset=utf-8" for ending in ("atom", "csv", "jsonld")
    )
    return f"/*\n{headers}\n{types}\n"


SERVERS: dict[str, Callable[[str], str]] = {
    "nginx": render_nginx,
    "apache": render_apache,
    "netlify": render_netlify,
}
"""By server, what makes its settings from the address of the site."""

PUBLISHED: dict[Server, str] = {"apache": ".htaccess", "netlify": "_headers"}
"""The file by which a server reads its settings from the site itself."""
