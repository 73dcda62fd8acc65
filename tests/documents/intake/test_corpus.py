"""Every bad file is refused by its own code, every good one is kept."""

from __future__ import annotations

import pytest

from inaproc_core.errors import Refused
from inaproc_documents.intake.inspecting import inspect
from inaproc_documents.intake.kinds import Kind, kind_of
from inaproc_documents.intake.sandbox import inspect_apart
from tests.documents.intake.corpus import BAD, GOOD, Bad, Good

APART = {
    *("HEIC of an iPhone", "JPEG cut at 0.500", "PNG of 50,000 × 50,000", "EICAR in a PDF stream"),
    *("JavaScript at opening", "PDF with a password", "JPEG and archive", "photo with too few points"),
    *("PDF: bomb in a bomb", "nothing", "too many bytes"),
}


def test_there_are_enough_of_them() -> None:
    assert len(BAD) >= 150
    assert len({bad.name for bad in BAD}) == len(BAD)
    assert {bad.name for bad in BAD} >= APART


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused(bad: Bad) -> None:
    with pytest.raises(Refused) as caught:
        inspect(bad.make(), bad.wanted)
    assert caught.value.refusal.code == bad.code


@pytest.mark.parametrize("bad", [bad for bad in BAD if bad.name in APART], ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_in_a_process_apart(bad: Bad) -> None:
    with pytest.raises(Refused) as here:
        inspect(bad.make(), bad.wanted)
    with pytest.raises(Refused) as apart:
        inspect_apart(bad.make(), bad.wanted)
    assert apart.value.refusal == here.value.refusal


@pytest.mark.parametrize("good", GOOD, ids=lambda good: good.name)
def test_a_good_file_is_kept(good: Good) -> None:
    content = good.make()
    kept = inspect(content, good.wanted)
    assert kept.kind is kind_of(kept.content)
    if kept.kind is Kind.PDF:
        assert kept.content == content
        assert kept.pages >= 1
    else:
        # What is kept passes again, has the same size, and nothing more to lose.
        again = inspect(kept.content, good.wanted)
        assert (again.width, again.height) == (kept.width, kept.height)
