"""What is said of drawn cards and portraits: what is wrong with them, and where."""

from __future__ import annotations

import pytest
from PIL import Image

from inaproc_core.registration.forms import Need, SlotRule
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_documents.intake import quality
from inaproc_documents.intake.quality import Finding
from tests.documents.intake import corpus
from tests.documents.intake import pictures as drawn

CARD = drawn.card()
RULE = SlotRule(
    slot=FileSlot.KTP,
    need=Need.REQUIRED,
    max_bytes=2**21,
    label_id="KTP",
    label_en="KTP",
    source="test",
    min_width=480,
    min_height=360,
)


def said(picture: Image.Image, slot: FileSlot = FileSlot.KTP) -> list[str]:
    return [found.code for found in looked(picture, slot)]


def looked(picture: Image.Image, slot: FileSlot = FileSlot.KTP) -> tuple[Finding, ...]:
    return quality.look_at(drawn.jpeg(picture), slot, rule=RULE)


@pytest.mark.parametrize(
    "picture",
    [
        drawn.on_table(CARD),
        drawn.on_table(CARD, fill=0.6),
        drawn.on_table(CARD, fill=0.95),
        drawn.on_table(CARD, (4000, 3000)),
        drawn.on_table(CARD, (480, 360), fill=0.9),
        drawn.on_table(CARD, angle=2, fill=0.75),
        drawn.on_table(CARD, angle=-3, fill=0.75),
        drawn.on_table(CARD, table=(235, 235, 232)),
        drawn.on_table(CARD, table=(30, 60, 30), noise=60),
        CARD,
    ],
    ids=[
        "plain",
        "far",
        "near",
        "12 megapixels",
        "small",
        "slanted",
        "slanted back",
        "white",
        "grass",
        "tight",
    ],
)
def test_a_good_card_has_no_findings(picture: Image.Image) -> None:
    assert said(picture) == []


@pytest.mark.parametrize("radius", [3, 4, 8])
def test_a_blurred_card_is_found(radius: int) -> None:
    found = looked(drawn.blurred(drawn.on_table(CARD), radius))
    assert [one.code for one in found] == ["picture.blurred"]
    assert int(found[0].facts["sharpness"]) < int(found[0].facts["needed"])


def test_a_shaken_card_of_twelve_megapixels_is_found() -> None:
    assert said(drawn.blurred(drawn.on_table(CARD, (4000, 3000)), 12)) == ["picture.blurred"]


@pytest.mark.parametrize("at", [(0.45, 0.5), (0.3, 0.65), (0.6, 0.4)])
def test_glare_is_found_where_it_is(at: tuple[float, float]) -> None:
    found = [one for one in looked(drawn.glaring(drawn.on_table(CARD), at)) if one.code == "picture.glare"]
    assert len(found) == 1
    place = found[0].region
    assert place.left < at[0] < place.left + place.width
    assert place.top < at[1] < place.top + place.height
    assert place.width < 0.3


def test_a_window_at_the_frame_is_no_glare() -> None:
    scene = drawn.on_table(CARD, fill=0.7)
    scene.paste((255, 255, 255), (0, 0, scene.width, 90))
    assert "picture.glare" not in said(scene)


@pytest.mark.parametrize(
    ("at", "side"),
    [((0.63, 0.5), "RIGHT"), ((0.35, 0.5), "LEFT"), ((0.5, 0.85), "BOTTOM"), ((0.5, 0.12), "TOP")],
)
def test_a_cut_card_is_found_at_its_side(at: tuple[float, float], side: str) -> None:
    found = looked(drawn.on_table(CARD, fill=0.9, at=at))
    assert [(one.code, one.facts) for one in found] == [("picture.edge_cut", {"side": side})]
    assert not found[0].stops
    strip = found[0].region
    assert (strip.left > 0.5) == (side == "RIGHT")
    assert (strip.top > 0.5) == (side == "BOTTOM")


@pytest.mark.parametrize(("fill", "at"), [(1.3, (0.5, 0.5)), (0.8, (0.75, 0.8))])
def test_a_card_without_edges_is_found(fill: float, at: tuple[float, float]) -> None:
    assert said(drawn.on_table(CARD, fill=fill, at=at)) == ["picture.no_edges"]


def test_light_is_judged() -> None:
    assert said(drawn.darkened(drawn.on_table(CARD), 0.3)) == ["picture.dark"]
    faint = Image.blend(drawn.letter(), Image.new("RGB", (1240, 1754), "white"), 0.85)
    assert "picture.washed_out" in said(faint, FileSlot.ASSIGNMENT_LETTER)


def test_a_standing_card_is_to_be_turned() -> None:
    standing = drawn.on_table(CARD.rotate(90, expand=True), (1200, 1600), fill=0.7)
    assert said(standing) == ["picture.wrong_way"]


def test_size_alone_stops() -> None:
    found = looked(drawn.on_table(CARD, (400, 300)))
    assert [(one.code, one.stops) for one in found if one.stops] == [("picture.too_small", True)]
    assert found[0].facts == {"width": 400, "height": 300, "min_width": 480, "min_height": 360}
    assert not quality.fits_size(1000, 359, RULE)
    assert quality.fits_size(360, 480, RULE)


def test_portraits_and_letters_are_not_asked_for_edges() -> None:
    assert said(drawn.portrait(), FileSlot.SELFIE) == []
    assert said(drawn.letter(), FileSlot.ASSIGNMENT_LETTER) == []
    assert said(drawn.blurred(drawn.portrait(), 5), FileSlot.SELFIE) == ["picture.blurred"]
    assert quality.look_at(corpus.good_pdf(), FileSlot.ASSIGNMENT_LETTER) == ()
