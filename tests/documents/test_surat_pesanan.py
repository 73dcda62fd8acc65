"""The Surat Pesanan: what it says, how it looks, and that its bytes depend on nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.terbilang import terbilang_rupiah
from inaproc_core.values import Quantity, Rupiah
from inaproc_documents.paper.words import rupiah
from inaproc_documents.pricing import AgreedPrices, NotAgreedError, goods_by_delivery
from inaproc_documents.surat_pesanan import render_surat_pesanan
from tests import builders as b
from tests.documents import papers

ROOT = Path(__file__).parents[2]


def test_every_section_and_label_is_there() -> None:
    order = papers.letter_order()
    assert order.letter is not None
    assert order.current is not None
    text = " ".join(papers.text_of(papers.letter()))
    for wanted in (
        "Surat Pesanan",
        f"No. Surat Pesanan {order.number}",
        "Tanggal Surat Pesanan 23 Nov 2026, 10:05:00 WIB",
        "Pemesan",
        "Penyedia",
        "CV Graha Contoh Utama",
        "UMKK, PKP",
        "1.01.0.00.0.00.01.0000",
        "09.876.543.2-109.000",
        "Informasi Pembayaran dan Pengiriman",
        "Pembayaran 1 (satu) Termin",
        "Pengiriman 1 (satu) Tahap",
        "Kode RUP 51402877",
        "Nama Paket Belanja Alat Tulis Kantor Sekretariat",
        "Sumber Dana APBD",
        "Mata Anggaran (MAK) 1.01.01.2.06.0002.5.1.02.01.01.0024",
        "Ringkasan Pesanan",
        "PDN · TKDN 45,25% · BMP 10,00%",
        "10,00 rim",
        "Ringkasan Pembayaran",
        "DPP Nilai Lain (11/12 dari harga kena pajak)",
        "PPN 12% dari DPP",
        f"Estimasi Total Pembayaran {rupiah(order.current.total)}",
        f"Terbilang: {terbilang_rupiah(order.current.total)}",
        "Detail Informasi Pembayaran dan Pengiriman",
        "Nama Penerima Bagian Umum (081234567890)",
        "Permintaan Tiba 1 Des 2026 s.d. 5 Des 2026",
        "Alamat Pengiriman Jalan Contoh Nomor 1, Merdeka, Sumur Bandung, Kota Bandung, Jawa Barat 40113",
        "Catatan Alamat Pengiriman",
        "Kurir Pengiriman Kurir Penyedia",
        "Harga Produk (2 produk)",
        "Ongkos Kirim (50 kg)",
        "8. Denda Keterlambatan",
        "1/1000 (satu per seribu)",
        "Perpres 16/2018 Ps 79",
        "Penyelesaian Sengketa",
        "Ketentuan Tambahan Barang dikirim bertahap bila perlu.",
        "NIP 197901012005011002",
        order.letter.verification,
    ):
        assert wanted in text, wanted


def test_prices_are_the_agreed_ones() -> None:
    order = papers.letter_order()
    prices = AgreedPrices.of(order)
    text = " ".join(papers.text_of(papers.letter()))
    for line in order.lines:
        assert prices.unit(line) != line.listed_price
        assert rupiah(prices.unit(line)) in text
        assert rupiah(prices.line(line)) in text
        assert rupiah(line.listed_price) not in text


def test_every_page_has_number_date_and_page_of_pages() -> None:
    order = papers.letter_order()
    pages = papers.text_of(papers.letter())
    assert len(pages) > 2
    for no, page in enumerate(pages, start=1):
        assert f"Halaman {no}/{len(pages)}" in page
        assert order.number in page
        assert "23 Nov 2026, 10:05:00 WIB" in page


def test_a_simulation_says_so_on_every_page_and_a_real_one_nowhere() -> None:
    assert all("SIMULASI" in page for page in papers.text_of(papers.letter()))
    real = render_surat_pesanan(papers.letter_order(simulation=False))
    assert not any("SIMULASI" in page for page in papers.text_of(real))


def test_two_processes_make_the_same_bytes() -> None:
    """Another time zone, hash seed and build date change nothing."""
    code = (
        "import hashlib; from tests.documents.papers import letter, bast;"
        "print(hashlib.sha256(letter()).hexdigest(), hashlib.sha256(bast()).hexdigest())"
    )
    surroundings = (
        {"TZ": "Asia/Jayapura", "PYTHONHASHSEED": "1"},
        {"TZ": "UTC", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1000000000"},
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, **extra},
            stdout=subprocess.PIPE,
            text=True,
        )
        for extra in surroundings
    ]
    said = [process.communicate()[0].split() for process in running]
    here = [hashlib.sha256(pdf).hexdigest() for pdf in (papers.letter(), papers.bast())]
    assert said == [here, here]


def test_threads_make_the_same_bytes() -> None:
    order = papers.letter_order()
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: render_surat_pesanan(order), range(8)))
    assert made == {papers.letter()}


def test_what_happens_later_changes_nothing() -> None:
    """The same letter rendered when the order has long been completed."""
    later = replace(b.play_to(State.COMPLETED), simulation=True)
    assert render_surat_pesanan(later) == papers.letter()


def test_another_issue_is_another_file() -> None:
    order = papers.letter_order()
    assert order.letter is not None
    again = replace(order, letter=replace(order.letter, version=2, document_id="x.sp.2"))
    pdf = render_surat_pesanan(again)
    assert pdf != papers.letter()
    assert "Terbitan ke-2" in papers.text_of(pdf)[0]


def test_only_embedded_fonts() -> None:
    for pdf in (papers.letter(), papers.bast()):
        names = set(re.findall(rb"/BaseFont /([^ \r\n]+)", pdf))
        assert names
        assert all(re.fullmatch(rb"[A-Z]{6}\+NotoSans-\w+", name) for name in names), names


def test_a_long_order_pages_well() -> None:
    order = papers.long_order()
    pages = papers.text_of(render_surat_pesanan(order))
    text = " ".join(pages)
    assert 30 < len(pages) < 90
    assert "Pengiriman 53 dari 53" in text
    assert "53 Termin" in text
    assert "WIT | Halaman" in pages[0]
    heads = [page for page in pages if "Harga Satuan" in page]
    assert len(heads) > 5, "the heading of a long table repeats on every page"
    for page in pages:
        end = page.rpartition("Nomor verifikasi")[0].rstrip()
        assert not end.endswith(("Ringkasan Pesanan", "Ringkasan Pembayaran", "Syarat dan Ketentuan")), end[
            -60:
        ]
        assert not re.search(r"Pengiriman \d+ dari 53$", end), "a heading stands alone at the foot"


def test_both_places_to_sign_are_on_the_same_page() -> None:
    for pdf in (papers.letter(), papers.bast(), render_surat_pesanan(papers.long_order(7, 3))):
        document = pypdfium2.PdfDocument(pdf)
        document.init_forms()
        assert document.get_formtype() != pypdfium2.raw.FORMTYPE_NONE
        document.close()
        signing = [page for page in papers.text_of(pdf) if "ruang tanda tangan elektronik" in page]
        assert len(signing) == 1
        assert signing[0].count("ruang tanda tangan elektronik") == 2


def test_deliveries_add_up_to_the_goods() -> None:
    order = papers.long_order(20, 9)
    assert order.current is not None
    assert sum(goods_by_delivery(order, AgreedPrices.of(order)).values()) == order.current.goods


def test_a_penyedia_that_is_not_pkp_adds_no_ppn() -> None:
    order = papers.letter_order()
    assert order.vendor is not None
    assert order.current is not None
    plain = replace(
        order,
        vendor=replace(order.vendor, pkp=False),
        current=replace(order.current, dpp=Rupiah(0), ppn=Rupiah(0)),
    )
    text = " ".join(papers.text_of(render_surat_pesanan(plain)))
    assert "PPN (Penyedia bukan PKP) Rp0,00" in text
    assert "DPP" not in text


def test_a_large_order_names_the_guarantee() -> None:
    large = b.play_to(State.ESIGN_IN_PROGRESS, buyer=b.PPK)
    assert "Jaminan Pelaksanaan" in " ".join(papers.text_of(render_surat_pesanan(large)))
    assert "Jaminan Pelaksanaan" not in " ".join(papers.text_of(papers.letter()))


def test_an_order_without_letter_or_agreement_is_an_error() -> None:
    order = papers.letter_order()
    with pytest.raises(ValueError, match="no issued letter"):
        render_surat_pesanan(replace(order, letter=None))
    with pytest.raises(NotAgreedError):
        render_surat_pesanan(replace(order, agreed=None))


_TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=3000)


@settings(max_examples=12)
@given(name=_TYPED, street=_TYPED, note=_TYPED, terms=_TYPED, amount=st.integers(1, 10**9))
def test_whatever_was_typed_can_be_printed(
    name: str, street: str, note: str, terms: str, amount: int
) -> None:
    """No text, however long or strange, may stop a document from being made."""
    order = _with_texts(papers.letter_order(), name, street, note, terms, amount)
    assert render_surat_pesanan(order).startswith(b"%PDF-1.7")


def test_texts_taller_than_a_page_are_split() -> None:
    long = "kata " * 1500
    order = _with_texts(papers.letter_order(), long, long, long, long, 100)
    pages = papers.text_of(render_surat_pesanan(order))
    assert sum(page.count("kata") for page in pages) >= 4 * 1500


def _with_texts(order: Order, name: str, street: str, note: str, terms: str, amount: int) -> Order:
    assert order.letter is not None
    assert order.vendor is not None
    return replace(
        order,
        lines=tuple(
            replace(line, name=name, brand=name[:80], unit=name[:20], quantity=Quantity(amount))
            for line in order.lines
        ),
        deliveries=tuple(replace(place, street=street, note=note) for place in order.deliveries),
        vendor=replace(order.vendor, name=name, address=street),
        note=note,
        letter=replace(order.letter, terms=terms),
    )
