"""The smallest pictures, for tests that need one and do not look at it."""

from zlib import compress, crc32


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return len(body).to_bytes(4, "big") + kind + body + crc32(kind + body).to_bytes(4, "big")


PNG = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"),
        chunk(b"IDAT", compress(b"\0\0")),
        chunk(b"IEND", b""),
    )
)
"""One black dot."""
