"""Products in words: shares of domestic content, stock, weight, tax."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_core.tax import PpnTreatment
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import PillText, Tone

_GRAMS_PER_KG = 1000


def content_share(product: ProductFact) -> int:
    """Return TKDN + BMP in hundredths of a percent."""
    return product.tkdn + product.bmp


def content_pill(product: ProductFact, preferred: int) -> PillText:
    """Return what a list says about domestic content: imported, or the share.

    Args:
        product: the product.
        preferred: TKDN + BMP from which domestic products are preferred, in hundredths of a percent.
    """
    if not product.pdn:
        return PillText(QCoreApplication.translate("Catalogue", "Impor"), Tone.NEUTRAL)
    share = content_share(product)
    if not share:
        return PillText(QCoreApplication.translate("Catalogue", "PDN"), Tone.NEUTRAL)
    tone = Tone.OK if share >= preferred else Tone.NEUTRAL
    return PillText(fmt.percent(basis_points=share), tone)


def stock_words(product: ProductFact, *, with_unit: bool = True) -> str:
    """Return the stock; a dash where the penyedia states none."""
    if product.stock is None:
        return "—"
    if product.stock <= 0:
        return QCoreApplication.translate("Catalogue", "habis")
    return fmt.quantity(product.stock, product.unit if with_unit else "")


def weight_words(product: ProductFact) -> str:
    """Return the weight of one unit."""
    if not product.weight_grams:
        return QCoreApplication.translate("Catalogue", "tanpa berat kirim")
    if product.weight_grams < _GRAMS_PER_KG:
        return QCoreApplication.translate("Catalogue", "{grams} gram per {unit}").format(
            grams=product.weight_grams, unit=product.unit
        )
    kilograms = fmt.quantity(product.weight_grams // 10)
    return QCoreApplication.translate("Catalogue", "{kilograms} kg per {unit}").format(
        kilograms=kilograms, unit=product.unit
    )


def ppn_words(product: ProductFact) -> str:
    """Return how PPN sees the product."""
    match product.ppn:
        case PpnTreatment.TAXED:
            return QCoreApplication.translate("Catalogue", "kena PPN")
        case PpnTreatment.LUXURY:
            return QCoreApplication.translate("Catalogue", "kena PPN, barang mewah")
        case PpnTreatment.NOT_OBJECT:
            return QCoreApplication.translate("Catalogue", "bukan objek PPN")
        case PpnTreatment.EXEMPT:
            return QCoreApplication.translate("Catalogue", "PPN dibebaskan")
        case PpnTreatment.NOT_COLLECTED:
            return QCoreApplication.translate("Catalogue", "PPN tidak dipungut")


def vendor_words(vendor: VendorFact | None) -> str:
    """Return what kind of penyedia it is."""
    if vendor is None:
        return "—"
    size = (
        QCoreApplication.translate("Catalogue", "UMKK")
        if vendor.umkk
        else QCoreApplication.translate("Catalogue", "bukan UMKK")
    )
    tax = (
        QCoreApplication.translate("Catalogue", "PKP")
        if vendor.pkp
        else QCoreApplication.translate("Catalogue", "bukan PKP")
    )
    return f"{size} · {tax}"


def content_words(product: ProductFact) -> str:
    """Return domestic content in full: the sum and its parts."""
    if not product.pdn:
        return QCoreApplication.translate("Catalogue", "Impor")
    return QCoreApplication.translate("Catalogue", "{sum} (TKDN {tkdn} + BMP {bmp})").format(
        sum=fmt.percent(basis_points=content_share(product)),
        tkdn=fmt.percent(basis_points=product.tkdn),
        bmp=fmt.percent(basis_points=product.bmp),
    )
