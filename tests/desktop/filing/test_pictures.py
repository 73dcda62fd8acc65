"""Files for slots: findings at once, nothing made smaller unasked, turned and cut for good."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from inaproc_core.errors import Refused
from inaproc_core.registration.forms import Need, SlotRule
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_desktop.ports.filing import Handed, Shrunk, Spot
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.services.registration import pictures
from tests.desktop.filing.stand_ins import BOOK, NOW, letter, photo

LIMITS = BOOK.at(NOW.date()).limits


def rule(slot: FileSlot = FileSlot.KTP, *, most: int = 2_097_152, least: int = 0) -> SlotRule:
    return SlotRule(
        slot=slot,
        need=Need.REQUIRED,
        max_bytes=most,
        min_bytes=least,
        min_width=480,
        min_height=360,
        label_id="Foto KTP",
        label_en="KTP",
        source="I",
    )


def taken(content: bytes, wanted: SlotRule | None = None) -> Handed:
    found = pictures.take(wanted or rule(), "foto.jpg", content, LIMITS)
    assert isinstance(found, Handed)
    return found


def size_of(handed: Handed) -> tuple[int, int]:
    assert handed.content is not None
    return Image.open(io.BytesIO(handed.content)).size


def test_a_good_picture_is_ready() -> None:
    handed = taken(photo())
    assert (handed.width, handed.height, handed.media_type) == (1200, 800, "image/jpeg")
    assert not handed.stops


def test_a_blurred_picture_says_so_and_may_be_sent() -> None:
    codes = {finding.code for finding in taken(photo(blurred=True)).findings}
    assert "picture.blurred" in codes
    assert not taken(photo(blurred=True)).stops


def test_a_picture_with_too_few_points_stops() -> None:
    handed = taken(photo(400, 300))
    assert handed.stops
    assert handed.findings[0].code == "picture.too_small"


def test_a_file_under_the_least_size_stops() -> None:
    handed = taken(photo(quality=20), rule(least=10_000_000 // 10))
    assert handed.findings[0].code == "file.too_small"
    assert handed.stops


def test_a_big_picture_is_offered_smaller_and_kept_as_it_was_until_a_yes() -> None:
    content = photo(2400, 1600)
    found = pictures.take(rule(most=400_000), "besar.jpg", content, LIMITS)
    assert isinstance(found, Shrunk)
    assert found.before == len(content)
    assert found.smaller.size <= 400_000
    assert found.smaller.before == len(content)
    assert min(size_of(found.smaller)) >= 360


def test_a_picture_that_became_a_jpeg_is_called_so() -> None:
    written = io.BytesIO()
    Image.open(io.BytesIO(photo())).save(written, "PNG")
    found = pictures.take(rule(most=300_000), "pindai.png", written.getvalue(), LIMITS)
    assert isinstance(found, Shrunk)
    assert (found.smaller.name, found.smaller.media_type) == ("pindai.jpg", "image/jpeg")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file.empty"), (b"PK\3\4rest", "file.is_archive"), (b"halo dunia", "file.is_text")],
)
def test_what_is_no_picture_is_refused_by_content(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        pictures.take(rule(), "ktp.jpg", content, LIMITS)
    assert refused.value.refusal.code == code


def test_a_pdf_is_refused_for_a_picture_and_counted_for_a_letter() -> None:
    with pytest.raises(Refused) as refused:
        pictures.take(rule(), "ktp.pdf", letter(), LIMITS)
    assert refused.value.refusal.code == "file.picture_wanted"
    handed = taken(letter(2), rule(FileSlot.ASSIGNMENT_LETTER))
    assert (handed.pages, handed.name, handed.is_picture) == (2, "foto.pdf", False)


def test_turning_and_cutting_change_the_file_itself() -> None:
    handed = taken(photo())
    turned = pictures.turned(rule(), handed, 90, LIMITS)
    assert size_of(turned) == (800, 1200)
    assert size_of(pictures.turned(rule(), turned, 270, LIMITS)) == (1200, 800)
    cut = pictures.cropped(rule(), handed, Spot(left=0.1, top=0.1, width=0.5, height=0.5), LIMITS)
    assert size_of(cut) == (600, 400)
    assert size_of(handed) == (1200, 800)


def test_cutting_too_much_stops_again() -> None:
    cut = pictures.cropped(rule(), taken(photo()), Spot(left=0.4, top=0.4, width=0.2, height=0.2), LIMITS)
    assert cut.stops


def test_a_file_that_is_not_there_is_the_worlds_fault(tmp_path: Path) -> None:
    with pytest.raises(WorldFailed):
        pictures.read_file(str(tmp_path / "tidak-ada.jpg"))
    place = tmp_path / "ada.jpg"
    place.write_bytes(b"isi")
    assert pictures.read_file(str(place)) == ("ada.jpg", b"isi")
