"""What is kept of a picture, and what a person may do to one before it is sent."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from inaproc_core.errors import Refused
from inaproc_documents.intake import pictures
from inaproc_documents.intake.regions import Region
from tests.documents.intake import corpus
from tests.documents.intake.pictures import card, jpeg, on_table, png

PLACE = b"GPS -6.2 106.8"


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def corners(size: tuple[int, int] = (80, 60)) -> Image.Image:
    """A picture with another colour in each corner: red, green, blue, white from the upper left."""
    drawn = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for colour, at in (("red", (0, 0)), ("lime", (half[0], 0)), ("blue", (0, half[1])), ("white", half)):
        drawn.paste(colour, (*at, at[0] + half[0], at[1] + half[1]))
    return drawn


def seen(picture: Image.Image) -> str:
    names = {(1, 0, 0): "R", (0, 1, 0): "G", (0, 0, 1): "B", (1, 1, 1): "W"}
    width, height = picture.size
    places = ((5, 5), (width - 6, 5), (5, height - 6), (width - 6, height - 6))
    found = ""
    for place in places:
        point = picture.getpixel(place)
        assert isinstance(point, tuple)
        found += names[(int(point[0] > 128), int(point[1] > 128), int(point[2] > 128))]
    return found


def test_nothing_but_the_points_is_kept() -> None:
    exif = corpus.segment(0xE1, b"Exif\0\0II*\0" + PLACE)
    comment = corpus.segment(0xFE, PLACE)
    content = corpus.jpeg_with(exif, comment) + corpus.good_jpeg()
    clean = pictures.rewrite(content)
    assert PLACE in content
    assert PLACE not in clean
    assert clean.count(b"\xff\xd8\xff") == 1
    with_text = corpus.png_with(corpus.chunk(b"tEXt", b"Comment\0" + PLACE))
    assert PLACE not in pictures.rewrite(with_text)


def test_an_upright_jpeg_loses_next_to_nothing() -> None:
    content = corpus.good_jpeg()
    difference = [
        abs(a - b)
        for a, b in zip(opened(content).tobytes(), opened(pictures.rewrite(content)).tobytes(), strict=True)
    ]
    assert sum(difference) / len(difference) < 0.6
    assert pictures.rewrite(corpus.good_png()) != b""
    assert opened(corpus.good_png()).tobytes() == opened(pictures.rewrite(corpus.good_png())).tobytes()


@pytest.mark.parametrize(
    ("orientation", "stored"),
    [(1, "RGBW"), (2, "GRWB"), (3, "WBGR"), (4, "BWRG"), (5, "RBGW"), (6, "GWRB"), (7, "WGBR"), (8, "BRWG")],
)
@pytest.mark.parametrize("order", ["little", "big"])
def test_a_picture_is_stored_upright(orientation: int, stored: str, order: str) -> None:
    """EXIF says how the camera was held: whatever it says, the picture comes out as it was seen."""
    upright = corners()
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    laid = upright if undo is None else upright.transpose(undo)
    assert seen(laid) == stored
    exif = Image.Exif()
    exif.endian = "<" if order == "little" else ">"
    exif[0x0112] = orientation
    content = jpeg(laid, 95, exif=exif.tobytes())
    assert pictures.size_of(content) == (80, 60)
    assert seen(opened(pictures.rewrite(content))) == "RGBW"
    assert seen(pictures.thumbnail(content, 60)) == "RGBW"


def test_a_picture_is_turned_and_cut() -> None:
    content = jpeg(corners(), 95)
    assert seen(opened(pictures.turn(content, 90))) == "BRWG"
    assert seen(opened(pictures.turn(content, -90))) == "GWRB"
    assert seen(opened(pictures.turn(content, 180))) == "WBGR"
    assert seen(opened(pictures.turn(content, 360))) == "RGBW"
    with pytest.raises(ValueError, match="multiples of 90"):
        pictures.turn(content, 45)
    part = opened(pictures.crop(content, Region(left=0.5, top=0, width=0.5, height=0.5)))
    assert part.size == (40, 30)
    assert seen(part) == "GGGG"
    assert opened(pictures.crop(png(corners()), Region(left=-1, top=-1, width=9, height=9))).size == (80, 60)
    assert opened(pictures.crop(content, Region(left=0.99, top=0.99, width=0, height=0))).size == (1, 1)


def test_a_picture_is_made_smaller_and_says_how() -> None:
    dice = random.Random(3)
    noisy = Image.frombytes("RGB", (600, 450), dice.randbytes(600 * 450 * 3)).resize((2400, 1800))
    content = jpeg(Image.blend(on_table(card(), (2400, 1800)), noisy, 0.2), 96)
    made = pictures.compress_to(content, 300_000, min_width=480, min_height=360)
    assert made.before == len(content) > 300_000
    assert made.after == len(made.content) <= 300_000
    assert made.quality in range(50, 96)
    assert opened(made.content).size == (made.width, made.height)
    assert made.width / made.height == pytest.approx(4 / 3, abs=0.01)


def test_a_picture_that_fits_is_left_as_it_is() -> None:
    made = pictures.compress_to(corpus.good_png(), 10_000_000)
    assert (made.width, made.height, made.quality) == (500, 375, 0)
    assert opened(made.content).tobytes() == opened(corpus.good_png()).tobytes()


def test_a_picture_is_not_made_smaller_than_its_slot_asks() -> None:
    with pytest.raises(Refused) as caught:
        pictures.compress_to(corpus.good_jpeg(), 2_000, min_width=480, min_height=360)
    assert caught.value.refusal.code == "file.cannot_shrink"


def test_what_can_be_seen_through_becomes_white() -> None:
    clear = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    assert opened(pictures.rewrite(png(clear))).getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bits_become_eight() -> None:
    grey = png(Image.new("I;16", (40, 30), 32_768))
    assert opened(pictures.rewrite(grey)).getpixel((5, 5)) == (128, 128, 128)
