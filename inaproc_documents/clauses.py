"""Syarat dan ketentuan of a Surat Pesanan: numbered clauses, own wording, figures from the rule book.

What a clause must cover: regulations.md §4 (delivery, payment, penalty, guarantee, dispute, cancellation).
Rates, limits and days come from the policy in force on the day of issue, with their sources.
"""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.orders.content import PaymentMethod, PaymentPlan
from inaproc_core.orders.model import Order
from inaproc_core.policy import Policy
from inaproc_core.policy.ratio import Ratio
from inaproc_core.terbilang import terbilang
from inaproc_documents.paper.words import counted, long_date, rupiah, share


@dataclass(frozen=True)
class Clause:
    """A heading and its lettered points, plain text."""

    title: str
    points: tuple[str, ...]


def clauses(order: Order, policy: Policy) -> tuple[Clause, ...]:
    """Return the clauses that apply to this order, in their printed order."""
    chosen = [
        _scope(order),
        _price(),
        _delivery(order),
        _carriage(),
        _quality(),
        _inspection(),
        _payment(order),
        _penalty(policy),
        _guarantee(order, policy),
        _changes(policy),
        _force_majeure(),
        _ending(policy),
        _integrity(),
        _dispute(),
        _electronic(),
    ]
    return tuple(clause for clause in chosen if clause is not None)


def clause_number(order: Order, policy: Policy, title: str) -> int:
    """Return the printed number of the clause with this title.

    Raises:
        ValueError: if no clause of this order has it.
    """
    return [clause.title for clause in clauses(order, policy)].index(title) + 1


PENALTY = "Denda Keterlambatan"


def per_day(rate: Ratio) -> str:
    """Return a rate in figures and words: ``1/1000 (satu per seribu)``."""
    return f"{rate} ({terbilang(rate.num)} per {terbilang(rate.den)})"


def _scope(order: Order) -> Clause:
    package = f" untuk paket RUP {order.rup.code}" if order.rup else ""
    return Clause(
        "Ruang Lingkup",
        (
            "Penyedia menyerahkan barang dan/atau jasa yang tercantum dalam Ringkasan Pesanan kepada "
            "Pemesan. Pemesan menerima dan membayarnya menurut Surat Pesanan ini.",
            f"Surat Pesanan ini merupakan perjanjian pengadaan melalui e-purchasing{package}, berikut "
            "seluruh rincian, syarat, dan ketentuan tambahan yang dimuat di dalamnya.",
            "Surat Pesanan berlaku sejak ditandatangani secara elektronik oleh Pemesan dan oleh Penyedia.",
        ),
    )


def _price() -> Clause:
    return Clause(
        "Harga",
        (
            "Harga adalah hasil kesepakatan dalam negosiasi dan tidak berubah sampai pesanan selesai, "
            "kecuali melalui adendum.",
            "Harga produk sudah mencakup keuntungan, biaya umum, pengemasan, dan seluruh kewajiban Penyedia "
            "untuk memenuhi pesanan. Ongkos kirim dan layanan tambahan hanya dibayar sebesar yang tercantum.",
            "Pajak Pertambahan Nilai dihitung satu kali atas seluruh dokumen. Pajak lain dipungut atau "
            "dipotong pada saat pembayaran menurut peraturan perpajakan yang berlaku.",
        ),
    )


def _delivery(order: Order) -> Clause:
    last = max(place.arrive_to for place in order.deliveries)
    count = len(order.deliveries)
    stages = "dalam 1 (satu) tahap pengiriman" if count == 1 else f"dalam {counted(count)} tahap pengiriman"
    return Clause(
        "Waktu dan Tempat Penyerahan",
        (
            f"Pesanan diserahkan {stages}, ke alamat, kepada penerima, dan dalam rentang Permintaan "
            "Tiba yang tercantum pada setiap tahap.",
            f"Batas akhir penyerahan seluruh pesanan adalah {long_date(last)}.",
            "Perubahan alamat, penerima, atau waktu tiba hanya berlaku setelah disetujui tertulis oleh kedua "
            "pihak.",
        ),
    )


def _carriage() -> Clause:
    return Clause(
        "Pengiriman dan Risiko",
        (
            "Penyedia mengemas pesanan sehingga aman selama pengangkutan dan menyebutkan nomor Surat Pesanan "
            "pada dokumen pengiriman.",
            "Risiko kehilangan dan kerusakan menjadi tanggungan Penyedia sampai pesanan diterima di tempat "
            "tujuan.",
        ),
    )


def _quality() -> Clause:
    return Clause(
        "Mutu dan Kesesuaian",
        (
            "Pesanan harus baru, asli, dan sesuai dengan keterangan produk pada katalog saat pesanan dibuat, "
            "termasuk merek, tingkat komponen dalam negeri, dan satuannya.",
            "Penyedia mengganti atau memperbaiki tanpa biaya setiap barang yang rusak, kurang, atau tidak "
            "sesuai, termasuk cacat tersembunyi yang ditemukan kemudian.",
            "Garansi dan layanan purnajual mengikuti ketentuan produk dan tidak mengurangi kewajiban ini.",
        ),
    )


def _inspection() -> Clause:
    return Clause(
        "Pemeriksaan dan Serah Terima",
        (
            "Pemesan memeriksa fungsi, jumlah, dan waktu penyerahan setelah pesanan tiba.",
            "Hasil pemeriksaan yang diterima dituangkan dalam Berita Acara Serah Terima (BAST) yang "
            "ditandatangani oleh Pemesan, kemudian oleh Penyedia.",
            "Tanda terima dari kurir atau penerima di lokasi tidak menggantikan BAST.",
        ),
    )


def _payment(order: Order) -> Clause:
    vendor = order.vendor
    by_termin = order.payment_plan is PaymentPlan.TERMIN
    stages = (
        f"dalam {counted(len(order.deliveries))} termin, satu termin untuk setiap tahap pengiriman"
        if by_termin
        else "sekaligus dalam 1 (satu) termin"
    )
    way = (
        "Pembayaran dilakukan dari Uang Persediaan (UP) melalui kanal yang tersedia bagi bendahara."
        if order.payment_method is PaymentMethod.UP
        else "Pembayaran dilakukan secara Langsung (LS) dari kas negara atau kas daerah."
    )
    points = [f"Pemesan membayar {stages}, setelah BAST ditandatangani kedua pihak.", way]
    if vendor is not None and vendor.bank_account:
        points.append(
            f"Pembayaran kepada Penyedia ditujukan ke rekening {vendor.bank_name} nomor "
            f"{vendor.bank_account} atas nama {vendor.bank_holder}."
        )
    return Clause("Pembayaran", tuple(points))


def _penalty(policy: Policy) -> Clause:
    rules = policy.withholding
    cap = (
        f" Jumlah denda paling tinggi {share(rules.penalty_cap)} dari nilai tersebut."
        if rules.penalty_cap is not None
        else ""
    )
    source = policy.sources.get("penalty.per_day", "")
    return Clause(
        PENALTY,
        (
            f"Keterlambatan penyerahan dikenai denda sebesar {per_day(rules.penalty_per_day)} dari nilai "
            f"pesanan sebelum PPN untuk setiap hari kalender keterlambatan.{cap}"
            + (f" Dasar: {source}." if source else ""),
            "Hari keterlambatan dihitung sejak hari setelah batas akhir penyerahan sampai hari pesanan "
            "diterima lengkap. Denda diperhitungkan pada saat pembayaran.",
            "Denda tidak dikenakan bila keterlambatan disebabkan oleh keadaan kahar atau oleh Pemesan.",
        ),
    )


def _guarantee(order: Order, policy: Policy) -> Clause | None:
    limit = policy.guarantee_required_above
    total = order.current.total if order.current else 0
    if limit is None or total <= limit:
        return None
    source = policy.sources.get("guarantee.required_above", "")
    return Clause(
        "Jaminan Pelaksanaan",
        (
            f"Karena nilai pesanan lebih dari {rupiah(limit)}, Penyedia menyerahkan jaminan pelaksanaan "
            f"sebesar {share(policy.guarantee_rate)} dari nilai pesanan sepanjang dipersyaratkan oleh "
            "peraturan yang berlaku bagi paket ini." + (f" Dasar: {source}." if source else ""),
        ),
    )


def _changes(policy: Policy) -> Clause:
    source = policy.sources.get("contract.growth_max", "")
    return Clause(
        "Perubahan Pesanan",
        (
            "Perubahan isi Surat Pesanan hanya sah melalui adendum yang ditandatangani kedua pihak sebelum "
            "perubahan dilaksanakan.",
            f"Penambahan nilai melalui adendum paling banyak {share(policy.contract_growth_max)} dari nilai "
            "awal pesanan dan sepanjang pagu tersedia." + (f" Dasar: {source}." if source else ""),
        ),
    )


def _force_majeure() -> Clause:
    return Clause(
        "Keadaan Kahar",
        (
            "Keadaan kahar adalah peristiwa di luar kehendak para pihak yang tidak dapat diperkirakan dan "
            "membuat kewajiban tidak dapat dipenuhi.",
            "Pihak yang mengalaminya segera memberitahukan secara tertulis disertai bukti. Para pihak "
            "kemudian menyepakati perpanjangan waktu atau pengakhiran pesanan tanpa denda.",
        ),
    )


def _ending(policy: Policy) -> Clause:
    return Clause(
        "Pembatalan dan Pemutusan",
        (
            f"Pesanan batal dengan sendirinya bila Penyedia tidak menerima Surat Pesanan ini dalam "
            f"{counted(policy.seller_accept_days)} hari kerja sejak ditandatangani Pemesan.",
            "Pemesan dapat memutuskan pesanan bila Penyedia tidak memenuhi kewajibannya setelah diberi "
            "peringatan tertulis, menyerahkan barang yang tidak asli, atau terbukti melakukan kecurangan.",
            "Penyedia dapat memutuskan pesanan bila Pemesan tidak memenuhi kewajiban pembayaran tanpa alasan "
            "yang sah setelah diberi peringatan tertulis.",
            "Bagian pesanan yang sudah diterima dengan baik tetap dibayar. Pemutusan karena kesalahan "
            "Penyedia dapat disertai sanksi daftar hitam menurut peraturan.",
        ),
    )


def _integrity() -> Clause:
    return Clause(
        "Integritas",
        (
            "Para pihak tidak memberi, meminta, atau menerima imbalan dalam bentuk apa pun yang berkaitan "
            "dengan pesanan ini, dan menyatakan tidak mempunyai benturan kepentingan.",
            "Penyedia tidak mengalihkan seluruh pesanan kepada pihak lain.",
        ),
    )


def _dispute() -> Clause:
    return Clause(
        "Penyelesaian Sengketa",
        (
            "Perselisihan diselesaikan terlebih dahulu melalui musyawarah antara Pemesan dan Penyedia.",
            "Bila musyawarah tidak berhasil, para pihak dapat menempuh layanan penyelesaian sengketa kontrak "
            "LKPP, mediasi, konsiliasi, atau arbitrase, dan selanjutnya pengadilan negeri di tempat "
            "kedudukan Pemesan.",
        ),
    )


def _electronic() -> Clause:
    return Clause(
        "Dokumen dan Tanda Tangan Elektronik",
        (
            "Naskah asli Surat Pesanan adalah berkas elektronik ini beserta tanda tangan elektroniknya; "
            "hasil cetak merupakan salinan.",
            "Tanda tangan elektronik dibubuhkan menurut Pasal 11 Undang-Undang tentang Informasi dan "
            "Transaksi Elektronik dan Pasal 59 Peraturan Pemerintah Nomor 71 Tahun 2019. Setiap perubahan "
            "setelah penandatanganan dapat diketahui dan membatalkan tanda tangan.",
        ),
    )
