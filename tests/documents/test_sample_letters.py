"""Sample letters: one page, what verifikators look for, and one for every template the forms name."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pypdfium2
import pytest

from inaproc_core.registration.book import load_registration
from inaproc_documents.sample_letters import TEMPLATES, LetterFacts, sample_letter

NOW = datetime(2026, 11, 23, 2, 41, tzinfo=UTC)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        page = document[0].get_textpage()
        return " ".join(page.get_text_range().split())
    finally:
        document.close()


def test_every_template_that_a_form_names_exists() -> None:
    rules = load_registration().at(NOW.date())
    named = {rule.template for form in rules.access_forms.values() for rule in form.slots if rule.template}
    assert named <= TEMPLATES


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_an_empty_one_has_a_line_for_everything_a_verifikator_looks_for(template: str) -> None:
    text = text_of(sample_letter(template, LetterFacts(), made_at=NOW, simulation=False))
    for needed in ("Nomor:", "Nama", "Jabatan / peran", "berlaku mulai tanggal", "cap)"):
        assert needed in text
    assert "SIMULASI" not in text


def test_what_is_known_is_filled_in() -> None:
    facts = LetterFacts(
        name="Pemohon Simulasi",
        nip="199005172015032001",
        position="Pejabat Pembuat Komitmen",
        office="Dinas Pendidikan",
        instansi="Pemerintah Kota Contoh",
        valid_from=date(2026, 1, 1),
        valid_until=date(2026, 12, 31),
    )
    text = text_of(sample_letter("assignment_letter", facts, made_at=NOW, simulation=True))
    assert "Pemohon Simulasi" in text
    assert "sebagai Pejabat Pembuat Komitmen pada Dinas Pendidikan, Pemerintah Kota Contoh" in text
    assert "1 Januari 2026 sampai dengan tanggal 31 Desember 2026" in text
    assert "SIMULASI" in text


def test_the_same_facts_give_the_same_bytes() -> None:
    facts = LetterFacts(name="Pemohon Simulasi")
    one = sample_letter("power_of_attorney", facts, made_at=NOW, simulation=False)
    assert one == sample_letter("power_of_attorney", facts, made_at=NOW, simulation=False)
    assert "meterai" in text_of(one)


def test_an_unknown_template_is_our_own_fault() -> None:
    with pytest.raises(KeyError):
        sample_letter("nothing", LetterFacts(), made_at=NOW, simulation=False)
