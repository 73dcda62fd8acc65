"""Scans made smaller: what fits, what would be lost, what is left."""

from __future__ import annotations

import pypdfium2
import pytest

from inaproc_core.errors import Refused
from inaproc_documents.intake.scans import compress_scan
from tests.documents.intake import corpus


def test_pages_look_as_before() -> None:
    content = corpus.scan(900)
    made = compress_scan(content, 200_000)
    before, after = pypdfium2.PdfDocument(content), pypdfium2.PdfDocument(made.content)
    assert len(before) == len(after) == made.pages
    assert after[0].get_size() == pytest.approx(before[0].get_size(), abs=0.01)
    was, now = (one[0].render(scale=0.5).to_pil().convert("L") for one in (before, after))
    difference = [abs(a - b) for a, b in zip(was.tobytes(), now.tobytes(), strict=True)]
    assert sum(difference) / len(difference) < 10
    before.close()
    after.close()


def test_the_same_scan_gives_the_same_bytes() -> None:
    content = corpus.scan(400)
    assert compress_scan(content, 90_000) == compress_scan(content, 90_000)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("letter with a signature", "file.signature_would_be_lost"),
        ("letter of 50 pages", "file.cannot_shrink"),
    ],
)
def test_what_cannot_be_made_smaller_is_said(name: str, code: str) -> None:
    content = next(good.make() for good in corpus.GOOD if good.name == name)
    with pytest.raises(Refused) as caught:
        compress_scan(content, 20_000)
    assert caught.value.refusal.code == code


def test_a_bad_file_is_not_drawn() -> None:
    bad = next(bad for bad in corpus.BAD if bad.name == "JavaScript at opening")
    with pytest.raises(Refused) as caught:
        compress_scan(bad.make(), 10_000_000)
    assert caught.value.refusal.code == bad.code
