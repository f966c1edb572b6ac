"""Pictures as they are published: the same pixels, and nothing that tells on who took them."""

from __future__ import annotations

import random
import struct
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from briefbook.derive.situation import Situation
from briefbook.model.book import Book
from briefbook.model.marking import Marking
from briefbook.model.settings import Settings
from briefbook.pictures import PictureError, bare_picture
from briefbook.pictures.exif import orientation_alone
from briefbook.pipeline import Site
from briefbook.publish import PublishError
from briefbook.release import release
from tests.pictures import PNG, chunk

CANARY = b"CANARY-4711"
WORD = CANARY.decode()
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
CHUNKS = (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"prVt", b"caBX")


def drawn(mode: str = "RGB") -> Image.Image:
    """A small picture with many colours."""
    picture = Image.new("RGB", (40, 24))
    picture.putdata([(x * 6, y * 10, (x * y) % 256) for y in range(24) for x in range(40)])
    return picture.convert(mode)


def exif(orientation: int = 6) -> Image.Exif:
    """A camera's notes: who, where, with what and which way up."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = notes[0x013B] = notes[0x8298] = WORD
    notes.get_ifd(0x8825).update({1: "N", 2: (36.0, 20.0, 0.0), 3: "E", 4: (43.0, 8.0, 0.0), 29: WORD})
    notes.get_ifd(0x8769).update({0x927C: CANARY, 0x9286: CANARY})
    return notes


def saved(picture: Image.Image, format: str, **options) -> bytes:
    out = BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def full(format: str) -> bytes:
    """A picture with the canary in every slot that Pillow writes."""
    if format == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Author", WORD)
        texts.add_text("Comment", WORD, zip=True)
        texts.add_itxt("XML:com.adobe.xmp", WORD)
        return saved(drawn(), format, pnginfo=texts, exif=exif(), icc_profile=profile())
    if format == "JPEG":
        return saved(drawn(), format, comment=CANARY, exif=exif(), xmp=CANARY, icc_profile=profile())
    if format == "GIF":
        return saved(drawn("P"), format, comment=CANARY, append_images=[drawn("L")], save_all=True, loop=0)
    return saved(drawn(), format, exif=exif(), xmp=CANARY, icc_profile=profile(), lossless=True)


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def pixels(data: bytes) -> list[bytes]:
    """Every frame's pixels."""
    with Image.open(BytesIO(data)) as picture:
        frames = []
        for frame in range(getattr(picture, "n_frames", 1)):
            picture.seek(frame)
            frames.append(picture.convert("RGBA").tobytes())
        return frames


@pytest.mark.parametrize("format", FORMATS)
def test_pixels_stay_and_notes_go(format):
    """Each frame is the same to the last bit, and no word of the camera's or the program's is left."""
    data = full(format)
    bare = bare_picture(data)

    assert CANARY in data
    assert CANARY not in bare
    assert pixels(data) == pixels(bare)
    assert bare_picture(bare) == bare


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_orientation_and_profile_stay(format):
    """A picture taken sideways still stands upright, in its own colours; where it was taken is gone."""
    with Image.open(BytesIO(bare_picture(full(format)))) as picture:
        assert dict(picture.getexif()) == {0x0112: 6}
        assert dict(picture.getexif().get_ifd(0x8825)) == {}
        assert picture.info["icc_profile"] == profile()
        assert not {"xmp", "comment", "Author", "Comment"} & set(picture.info)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_upright_picture_has_no_exif_at_all(format):
    """The usual orientation needs no words."""
    bare = bare_picture(saved(drawn(), format, exif=exif(1)))

    assert b"Exif" not in bare
    assert b"eXIf" not in bare
    assert b"EXIF" not in bare


@pytest.mark.parametrize("format", FORMATS)
def test_what_follows_the_end_is_cut(format):
    """A second file behind the picture does not travel with it."""
    data = saved(drawn(), format)

    assert CANARY not in bare_picture(data + b"PK\3\4" + CANARY)


def test_every_chunk_of_png_that_draws_nothing_goes():
    """Texts, times and chunks that no standard knows; a profile keeps its bytes and loses its name."""
    data = saved(drawn("P"), "PNG", transparency=3, dpi=(300, 300))
    extra = b"".join(chunk(kind, CANARY) for kind in CHUNKS)
    named = chunk(b"iCCP", CANARY + b"\0\0rest")
    bare = bare_picture(data[:33] + extra + named + data[33:])

    assert CANARY not in bare
    assert [kind for kind in (b"tRNS", b"pHYs", b"PLTE", b"iCCP") if kind not in bare] == []
    assert not [kind for kind in CHUNKS if kind in bare]


def test_every_segment_of_jpeg_that_draws_nothing_goes():
    """Comments, sixteen kinds of program's notes and the thumbnail in the head."""
    data = saved(drawn(), "JPEG", progressive=True)
    marks = (*range(0xE1, 0xF0), 0xFE)
    extra = b"".join(bytes((0xFF, mark)) + (2 + len(CANARY)).to_bytes(2, "big") + CANARY for mark in marks)
    thumbnail = b"\xff\xe0" + (16 + 27).to_bytes(2, "big") + data[6:18] + b"\3\3" + (CANARY * 3)[:27]
    adobe = b"\xff\xee\0\x19Adobe\0\x64\0\0\0\0\1" + CANARY
    bare = bare_picture(data[:2] + thumbnail + extra + adobe + data[20:])

    assert CANARY[:5] not in bare
    assert b"Adobe" in bare
    assert data[20:].endswith(bare[-len(data) + 40 :])
    assert b"JFIF\0" in bare


def test_padding_before_a_marker_is_passed_over():
    """A JPEG may fill up with FF bytes before a segment."""
    data = saved(drawn(), "JPEG")

    assert pixels(bare_picture(data[:20] + b"\xff\xff" + data[20:])) == pixels(data)


def test_loop_of_gif_stays_and_other_programs_notes_go():
    """An animation still repeats; XMP and plain text go."""
    data = full("GIF")
    place = data.index(b"\x21\xff\x0bNETSCAPE2.0")
    notes = b"\x21\xff\x0bXMP DataXMP" + bytes((len(CANARY),)) + CANARY + b"\0\x21\x01\x01x\0"
    bare = bare_picture(data[:place] + notes + data[place:])

    with Image.open(BytesIO(bare)) as picture:
        assert picture.info["loop"] == 0
        assert picture.n_frames == 2
    assert CANARY not in bare
    assert b"\x21\x01" not in bare[: place + 40]


def test_frames_of_webp_keep_what_draws():
    """An animation keeps its frames and their alpha, and no unknown chunk, also none within a frame."""
    frames = [drawn("RGBA"), drawn("RGBA").rotate(90)]
    data = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], quality=50)
    place = data.index(b"ANMF")
    size = int.from_bytes(data[place + 4 : place + 8], "little")
    inner = (
        data[place + 8 : place + 8 + size] + b"UNKN" + (len(CANARY)).to_bytes(4, "little") + CANARY + b"\0"
    )
    frame = b"ANMF" + len(inner).to_bytes(4, "little") + inner
    rest = data[12:place] + frame + data[place + 8 + size :] + b"ODD!\1\0\0\0x"
    whole = b"RIFF" + (len(rest) + 4).to_bytes(4, "little") + b"WEBP" + rest
    bare = bare_picture(whole)

    assert CANARY not in bare
    assert b"ODD!" not in bare
    assert pixels(bare) == pixels(data)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("turned", range(10))
def test_orientation_is_read_in_both_byte_orders(order, turned):
    """Eight values have a meaning; one of them needs no words."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    tiff = mark + struct.pack(f"{order}IHHHIHHI", 8, 1, 0x0112, 3, 1, turned, 0, 0)
    alone = orientation_alone(b"Exif\0\0" + tiff)

    assert bool(alone) == (2 <= turned <= 8)
    assert not alone or alone[19] == turned or alone[18:20] == turned.to_bytes(2, "big")


@pytest.mark.parametrize(
    "tiff",
    [b"", b"Exif\0\0", b"MM\0*", b"MM\0*\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"II+\0" + b"\0" * 40],
)
def test_notes_that_cannot_be_read_give_nothing(tiff):
    """Broken notes are dropped, and the picture is shown as it lies."""
    assert orientation_alone(tiff) == b""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is no PNG, JPEG, GIF or WebP picture"),
        (b"<html>", "it is no PNG, JPEG, GIF or WebP picture"),
        (b"RIFF\x04\0\0\0WAVE", "it is no PNG, JPEG, GIF or WebP picture"),
        (b"RIFF\x04\0\0\0WEBP", "has no pixels"),
        (b"RIFF\xff\0\0\0WEBP", "breaks off after 12 bytes"),
        (b"\x89PNG\r\n\x1a\n", "breaks off after 8 bytes"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b""), "does not begin with its size"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"x" * 13) + chunk(b"IEND", b""), "has no pixels"),
        (
            b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"x" * 13)[:-1] + b"?",
            "checksum of its 'IHDR' chunk does not fit",
        ),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"x" * 13) + chunk(b"aaaa", b"") * 90_000, "too many parts"),
        (b"\xff\xd8\xff\xd9", "has no pixels"),
        (b"\xff\xd8\xff\xe0\0\x02x", "a segment should begin here"),
        (b"\xff\xd8\xff\xd8", "a segment should begin here"),
        (b"\xff\xd8\xff\xda\0\x02xyz", "breaks off after 9 bytes"),
        (b"GIF89a" + b"\0" * 7 + b";", "has no pixels"),
        (b"GIF89a" + b"\0" * 7 + b"x", "a block should begin here"),
        (b"GIF89a" + b"\0" * 7 + b"\x21\xfe\x05ab", "breaks off"),
    ],
)
def test_broken_picture_is_refused_in_words(data, words):
    """What no reader could show is said to its author, with the place."""
    with pytest.raises(PictureError, match=words):
        bare_picture(data)


@pytest.mark.parametrize("format", FORMATS)
def test_no_picture_crashes(format):
    """Of hundreds of damaged pictures each is refused in words or comes out bare."""
    dice, data = random.Random(7), full(format)
    outcomes = set()
    for _ in range(500):
        mutant = bytearray(data)
        for _ in range(dice.randint(1, 6)):
            mutant[dice.randrange(len(mutant))] = dice.choice((0, 255, dice.randrange(256)))
        cut = mutant[: dice.randrange(len(mutant))] if dice.random() < 0.3 else mutant
        try:
            outcomes.add(type(bare_picture(bytes(cut))))
        except PictureError as error:
            outcomes.add(type(error))

    assert outcomes == {bytes, PictureError}


@pytest.mark.parametrize("format", FORMATS)
def test_every_beginning_of_a_picture_is_refused(format):
    """A picture that was cut short is never taken for a whole one."""
    data = saved(drawn("L"), format)

    for end in range(0, len(data) - 2, 7):
        with pytest.raises(PictureError):
            bare_picture(data[:end])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PNG[:40], "cannot publish .*dot.png: the PNG picture breaks off"),
        (None, "cannot read .*dot.png: No such"),
    ],
)
def test_picture_that_changed_after_the_check_is_named(tmp_path, data, words):
    """One that was damaged or removed while the site was made ends the build in words."""
    if data is not None:
        (tmp_path / "dot.png").write_bytes(data)
    site = Site(Situation(release(Book(Settings(), {}), Marking.CLEAR, frozenset({"cleared"}))), tmp_path)

    with pytest.raises(PublishError, match=f"{words}.*; build again"):
        site.picture("dot.png")
