"""The checkout in words: what is missing where, who may buy, couriers, methods."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.content import Courier, PaymentMethod, PaymentPlan
from inaproc_core.policy.threshold import ExecutorVerdict
from inaproc_desktop.ports.checkout import CheckoutSheet, FormPlace, Problem
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import ChecklistItem, Tone
from inaproc_desktop.views.words import refusal_sentence, role_label


def courier_words(courier: Courier) -> str:
    """Return who carries."""
    match courier:
        case Courier.VENDOR:
            return QCoreApplication.translate("Checkout", "Kurir Penyedia")
        case Courier.THIRD_PARTY:
            return QCoreApplication.translate("Checkout", "Kurir pihak ketiga")


def method_words(method: PaymentMethod) -> str:
    """Return how the state pays."""
    match method:
        case PaymentMethod.UP:
            return QCoreApplication.translate("Checkout", "Uang Persediaan (UP)")
        case PaymentMethod.LS:
            return QCoreApplication.translate("Checkout", "Langsung (LS)")


def plan_words(plan: PaymentPlan) -> str:
    """Return in how many parts is paid."""
    match plan:
        case PaymentPlan.ONCE:
            return QCoreApplication.translate("Checkout", "Sekaligus (1 termin)")
        case PaymentPlan.TERMIN:
            return QCoreApplication.translate("Checkout", "Termin per lokasi pengiriman")


def place_name(sheet: CheckoutSheet, place_id: str) -> str:
    """Return a place by number and recipient: ``lokasi 2, Gudang UPT``."""
    for number, place in enumerate(sheet.form.places, start=1):
        if place.id == place_id:
            said = QCoreApplication.translate("Checkout", "lokasi {no}").format(no=number)
            return f"{said}, {place.recipient}" if place.recipient else said
    return ""


def address_words(place: FormPlace) -> str:
    """Return an address in one line."""
    return ", ".join(part for part in (place.street, place.region_path, place.postal_code) if part)


def product_name(sheet: CheckoutSheet, product_id: str) -> str:
    """Return the name of a product, its id when it left the catalogue."""
    product = sheet.products.get(product_id)
    return product.name if product is not None else product_id


def problem_item(problem: Problem, sheet: CheckoutSheet) -> ChecklistItem:
    """Return a line of "Yang masih kurang": the field, where it is, and what is wrong with it."""
    label, where = field_words(problem.field, sheet)
    if problem.refusal is not None:
        # The sentence stands at the field that the link leads to; here only where no field can hold it.
        if problem.field in {"goods", "places", "attachments"}:
            return ChecklistItem(problem.field, label, refusal_sentence(problem.refusal))
        wrong = QCoreApplication.translate("Checkout", "perlu diperbaiki")
        return ChecklistItem(problem.field, label, f"{where}: {wrong}" if where else wrong)
    empty = QCoreApplication.translate("Checkout", "belum diisi")
    return ChecklistItem(problem.field, label, f"{where}: {empty}" if where else empty)


def field_words(name: str, sheet: CheckoutSheet) -> tuple[str, str]:
    """Return the label of a field, and the product or place that it belongs to."""
    head, _, rest = name.partition(".")
    if head == "places" and rest:
        place_id, _, part = rest.partition(".")
        return _place_part(part), place_name(sheet, place_id)
    if head == "goods" and rest:
        product_id, _, part = rest.rpartition(".")
        label = (
            QCoreApplication.translate("Checkout", "Harga tayang")
            if part == "price"
            else QCoreApplication.translate("Checkout", "Jumlah")
        )
        return label, product_name(sheet, product_id)
    if head == "offers":
        kind, _, item = rest.partition(":")
        if kind == "shipping":
            return QCoreApplication.translate("Checkout", "Penawaran ongkir"), place_name(sheet, item)
        return QCoreApplication.translate("Checkout", "Penawaran awal"), product_name(sheet, item)
    return _plain_words(name), ""


def _place_part(part: str) -> str:
    match part:
        case "recipient":
            return QCoreApplication.translate("Checkout", "Nama penerima")
        case "phone":
            return QCoreApplication.translate("Checkout", "Nomor telepon")
        case "street":
            return QCoreApplication.translate("Checkout", "Alamat")
        case "region_code":
            return QCoreApplication.translate("Checkout", "Desa/kelurahan atau kecamatan")
        case "postal_code":
            return QCoreApplication.translate("Checkout", "Kode pos")
        case "arrival":
            return QCoreApplication.translate("Checkout", "Permintaan tiba")
        case "courier":
            return QCoreApplication.translate("Checkout", "Kurir")
    return QCoreApplication.translate("Checkout", "Jumlah per lokasi")


def _plain_words(name: str) -> str:
    match name:
        case "rup_code":
            return QCoreApplication.translate("Checkout", "Kode RUP")
        case "mak":
            return QCoreApplication.translate("Checkout", "MAK")
        case "ppk_access_id":
            return QCoreApplication.translate("Checkout", "PPK peninjau")
        case "places":
            return QCoreApplication.translate("Checkout", "Lokasi pengiriman")
        case "goods":
            return QCoreApplication.translate("Checkout", "Barang")
        case "method":
            return QCoreApplication.translate("Checkout", "Metode pembayaran")
        case "plan":
            return QCoreApplication.translate("Checkout", "Cara pembayaran")
        case "declaration":
            return QCoreApplication.translate("Checkout", "Pernyataan")
        case "note":
            return QCoreApplication.translate("Checkout", "Catatan")
        case "attachments":
            return QCoreApplication.translate("Checkout", "Dokumen pendukung")
        case "total":
            return QCoreApplication.translate("Checkout", "Batas nilai")
    return name


def executor_words(verdict: ExecutorVerdict, may_buy: bool) -> tuple[Tone, str, str]:
    """Return the threshold verdict: tone, the comparison, and what it means or what to do."""
    sign = ">" if verdict.is_over else "≤"
    headline = f"{fmt.rupiah(verdict.total)} {sign} {fmt.rupiah(verdict.limit)}"
    # The label of a role is the same in both languages; joined by "or" like the sentences of the core.
    roles = QCoreApplication.translate("Checkout", " atau ").join(
        sorted(role_label(role) for role in verdict.allowed)
    )
    gap = fmt.rupiah(abs(verdict.difference))
    if may_buy and verdict.is_over:
        text = QCoreApplication.translate("Checkout", "Wewenang {roles}. {gap} di atas batas.")
        return Tone.OK, headline, text.format(roles=roles, gap=gap)
    if may_buy and not verdict.difference:
        text = QCoreApplication.translate("Checkout", "Tepat di batas: masih dapat diproses {roles}.")
        return Tone.OK, headline, text.format(roles=roles)
    if may_buy:
        text = QCoreApplication.translate("Checkout", "Dapat diproses {roles}. Selisih {gap} dari batas.")
        return Tone.OK, headline, text.format(roles=roles, gap=gap)
    if verdict.is_over:
        text = QCoreApplication.translate(
            "Checkout", "{gap} di atas batas. Kurangi jumlah barang, atau minta {roles} membuat pesanan ini."
        )
        return Tone.BAD, headline, text.format(gap=gap, roles=roles)
    text = QCoreApplication.translate(
        "Checkout", "Sampai batas ini wewenang {roles}. Minta {roles} membuat pesanan ini."
    )
    return Tone.BAD, headline, text.format(roles=roles)
