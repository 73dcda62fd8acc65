"""Drawn pictures: cards that look like a KTP without being one, portraits, letters; and what spoils them."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageDraw, ImageFilter, ImageFont

import resources

CARD = (85.6, 53.98)
"""Width and height of a card in millimetres."""

_LINES = (
    ("NIK", "9999 0117 0890 0001"),
    ("Nama", "CONTOH SIMULASI"),
    ("Tempat/Tgl Lahir", "KOTA CONTOH, 17-08-1990"),
    ("Jenis Kelamin", "LAKI-LAKI"),
    ("Alamat", "JL. CONTOH NO. 1"),
    ("RT/RW", "001/002"),
    ("Agama", "-"),
    ("Pekerjaan", "PEGAWAI NEGERI SIPIL"),
    ("Berlaku Hingga", "SEUMUR HIDUP"),
)


def font(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resources.path("fonts", f"NotoSans-{weight}.ttf")), size)


def card(width: int = 1200) -> Image.Image:
    """A card with heading, lines of text and a portrait, marked as no real one."""
    height = round(width * CARD[1] / CARD[0])
    drawn = Image.new("RGB", (width, height), (178, 208, 226))
    pen = ImageDraw.Draw(drawn)
    for line in range(0, height, max(height // 40, 2)):
        pen.line((0, line, width, line + height // 20), fill=(164, 198, 220), width=max(width // 600, 1))
    pen.text(
        (width * 0.5, height * 0.04),
        "PROVINSI CONTOH",
        font=font(height // 16, "Bold"),
        fill=(20, 20, 40),
        anchor="ma",
    )
    pen.text(
        (width * 0.5, height * 0.11),
        "SIMULASI",
        font=font(height // 16, "Bold"),
        fill=(20, 20, 40),
        anchor="ma",
    )
    for number, (label, value) in enumerate(_LINES):
        y = height * (0.23 + 0.08 * number)
        pen.text((width * 0.04, y), label, font=font(height // 24), fill=(20, 20, 40))
        pen.text((width * 0.26, y), f": {value}", font=font(height // 24), fill=(20, 20, 40))
    box = (width * 0.74, height * 0.22, width * 0.96, height * 0.74)
    pen.rectangle(box, fill=(176, 42, 48))
    pen.ellipse((width * 0.79, height * 0.3, width * 0.91, height * 0.54), fill=(196, 152, 122))
    pen.ellipse((width * 0.76, height * 0.54, width * 0.94, height * 0.9), fill=(60, 60, 70))
    pen.rectangle((box[0], box[3], box[2], height * 0.92), fill=(178, 208, 226))
    return drawn


def on_table(
    what: Image.Image,
    size: tuple[int, int] = (1600, 1200),
    *,
    fill: float = 0.8,
    at: tuple[float, float] = (0.5, 0.5),
    angle: float = 0.0,
    table: tuple[int, int, int] = (92, 70, 52),
    noise: int = 6,
    seed: int = 1,
) -> Image.Image:
    """A card lying on a table; ``fill`` is its part of the width, ``at`` where its middle lies."""
    dice = random.Random(seed)
    scene = Image.new("RGB", size, table)
    grain = Image.effect_noise((size[0] // 4, size[1] // 4), noise).resize(size)
    scene = Image.blend(scene, Image.merge("RGB", (grain, grain, grain)), 0.06 + dice.random() * 0.02)
    width = round(size[0] * fill)
    placed = what.resize((width, round(width * what.height / what.width)), Image.Resampling.LANCZOS)
    placed = placed.convert("RGBA").rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    corner = (round(size[0] * at[0] - placed.width / 2), round(size[1] * at[1] - placed.height / 2))
    scene.paste(placed, corner, placed)
    return scene


def blurred(picture: Image.Image, radius: float) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(radius))


def glaring(picture: Image.Image, at: tuple[float, float] = (0.45, 0.5), radius: float = 0.07) -> Image.Image:
    """A lamp mirrored in the card: full light with a soft rim."""
    mask = Image.new("L", picture.size)
    reach = picture.width * radius
    x, y = picture.width * at[0], picture.height * at[1]
    ImageDraw.Draw(mask).ellipse((x - reach, y - reach, x + reach, y + reach), fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(reach * 0.35))
    return Image.composite(Image.new("RGB", picture.size, "white"), picture, mask)


def darkened(picture: Image.Image, factor: float) -> Image.Image:
    return picture.point(lambda level: level * factor)


def portrait(size: tuple[int, int] = (960, 1280)) -> Image.Image:
    """A face in front of a wall, drawn."""
    width, height = size
    drawn = Image.new("RGB", size, (206, 204, 196))
    pen = ImageDraw.Draw(drawn)
    pen.ellipse((width * 0.1, height * 0.72, width * 0.9, height * 1.4), fill=(40, 60, 110))
    pen.ellipse((width * 0.28, height * 0.18, width * 0.72, height * 0.74), fill=(198, 150, 120))
    pen.chord((width * 0.27, height * 0.14, width * 0.73, height * 0.6), 180, 360, fill=(30, 24, 20))
    for x in (0.4, 0.6):
        pen.ellipse((width * (x - 0.04), height * 0.42, width * (x + 0.04), height * 0.45), fill="white")
        pen.ellipse((width * (x - 0.015), height * 0.422, width * (x + 0.015), height * 0.448), fill="black")
    pen.arc((width * 0.42, height * 0.5, width * 0.58, height * 0.62), 20, 160, fill=(120, 40, 40), width=8)
    for number in range(9):
        pen.text(
            (width * 0.36, height * (0.8 + number * 0.02)), "SIMULASI SIMULASI", font=font(18), fill="white"
        )
    grain = Image.effect_noise(size, 12)
    return Image.blend(drawn, Image.merge("RGB", (grain, grain, grain)), 0.08)


def letter(size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """A page of text."""
    drawn = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(drawn)
    for line in range(36):
        y = size[1] * (0.08 + line * 0.024)
        pen.text(
            (size[0] * 0.1, y),
            "Surat Tugas SIMULASI nomor 000/CONTOH menerangkan bahwa",
            font=font(size[0] // 52),
            fill="black",
        )
    return drawn


def jpeg(picture: Image.Image, quality: int = 90, **options: object) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality, **options)
    return written.getvalue()


def png(picture: Image.Image, **options: object) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", **options)
    return written.getvalue()
