"""Reading of tax vector files: strict, every fault names the field.

A vector is ``{"name", "input", "expected", "source"?}``. Field names of the format are Indonesian because the
format is an exchange format between tax officers; docs of each are in :func:`read_case`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias, TypeVar

from inaproc_core.policy import LimitBasis, Rounding
from inaproc_core.tax.payment import (
    LatePenalty,
    Mechanism,
    Payment,
    SellerForm,
    SellerTaxStatus,
    TaxObject,
    UmkmProof,
)
from inaproc_core.tax.ppn import PpnTreatment
from inaproc_core.values import QUANTITY_SCALE, Quantity, Rupiah, line_amount

_Word = TypeVar("_Word", bound=StrEnum)
_Value = TypeVar("_Value")

_Overrides: TypeAlias = tuple[Rounding | None, LimitBasis | None]
_LARGEST = 10**15
_MOST_DAYS = 36_500
_NO_OVERRIDES: _Overrides = (None, None)
_PPN_METHOD = "dpp_lalu_pajak_half_up"


class VectorError(ValueError):
    """A vector cannot be read.

    Attributes:
        field: dotted path of the field at fault.
        problem: what is wrong with it.
    """

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


class _Channel(StrEnum):
    INSTANSI = "instansi"
    PIHAK_LAIN = "pihak_lain"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A vector's input, typed.

    Attributes:
        on: day of the transaction.
        payment: the payment; its price is zero when only an inclusive price is given.
        stated: agreed amount with PPN inside, ``None`` when the price is given without PPN.
        line_prices: price of each line and of the shipping, empty when no lines are given.
        pph_rounding: overrides the policy, ``None`` to keep it.
        wapu_limit_basis: overrides the policy, ``None`` to keep it.
    """

    on: date
    payment: Payment
    stated: Rupiah | None
    line_prices: tuple[Rupiah, ...]
    pph_rounding: Rounding | None
    wapu_limit_basis: LimitBasis | None


class _Fields:
    """The members of one JSON object, taken one by one; what is left over is unknown."""

    def __init__(self, path: str, raw: object) -> None:
        if not isinstance(raw, Mapping):
            raise VectorError(path, f"must be an object, got {raw!r}")
        self._path = path
        self._left: dict[str, object] = {str(name): value for name, value in raw.items()}

    def path(self, name: str) -> str:
        return f"{self._path}.{name}"

    def has(self, name: str) -> bool:
        return name in self._left

    def take(self, name: str, read: Callable[[str, object], _Value]) -> _Value:
        if name not in self._left:
            raise VectorError(self.path(name), "is missing")
        return read(self.path(name), self._left.pop(name))

    def take_or(self, name: str, read: Callable[[str, object], _Value], default: _Value) -> _Value:
        return self.take(name, read) if name in self._left else default

    def close(self) -> None:
        for name in self._left:
            raise VectorError(self.path(name), "unknown field")


def _rupiah(path: str, raw: object) -> Rupiah:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise VectorError(path, f"must be whole rupiah, zero or more, got {_shown(raw)}")
    if raw > _LARGEST:
        raise VectorError(path, f"must be at most {_LARGEST} rupiah")
    return Rupiah(raw)


def _days(path: str, raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw <= _MOST_DAYS:
        raise VectorError(path, f"must be a whole number of days, 0 to {_MOST_DAYS}, got {_shown(raw)}")
    return raw


def _quantity(path: str, raw: object) -> Quantity:
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        number = Decimal(raw)
        # Finite first: NaN cannot even be compared.
        if number.is_finite() and 0 < number <= _LARGEST:
            hundredths = number * QUANTITY_SCALE
            if hundredths == hundredths.to_integral_value():
                return Quantity(int(hundredths))
    raise VectorError(path, f"must be a number above zero with at most two decimals, got {_shown(raw)}")


def _flag(path: str, raw: object) -> bool:
    if not isinstance(raw, bool):
        raise VectorError(path, f"must be true or false, got {_shown(raw)}")
    return raw


def _text(path: str, raw: object) -> str:
    if not isinstance(raw, str):
        raise VectorError(path, f"must be a text, got {_shown(raw)}")
    return raw


def _day(path: str, raw: object) -> date:
    try:
        return date.fromisoformat(raw if isinstance(raw, str) else "")
    except ValueError:
        raise VectorError(path, f"must be a date like 2026-01-31, got {_shown(raw)}") from None


def _word(words: type[_Word]) -> Callable[[str, object], _Word]:
    def read(path: str, raw: object) -> _Word:
        for word in words:
            if word.value == raw:
                return word
        allowed = ", ".join(word.value for word in words)
        raise VectorError(path, f"must be one of {allowed}, got {_shown(raw)}")

    return read


def _shown(raw: object) -> str:
    return str(raw) if isinstance(raw, Decimal) else repr(raw)


def read_case(raw: object) -> Case:
    """Read the ``input`` of a vector.

    Fields: ``tanggal``; ``objek``; exactly one of ``harga_tanpa_ppn``, ``harga_termasuk_ppn`` and ``baris``
    (``kode``, ``qty``, ``harga_satuan``) with ``ongkir`` (billed by the seller, part of the price);
    ``penyedia`` (``bentuk``, ``pkp``, ``npwp_valid``, ``umkm_final``); ``mekanisme``; ``perlakuan_ppn`` or
    ``barang_mewah``; ``kanal_pemungut``; ``barang_dikecualikan_pph22``; ``ppn_dikecualikan_wapu``;
    ``nilai_transaksi_sebenarnya`` (without PPN); ``kualifikasi_konstruksi``; ``dasar_pph21_sebelumnya``;
    ``denda`` (``dasar_tanpa_ppn``, ``hari``); ``aturan`` (``ppn``, ``pembulatan_pph``, ``wapu_limit_basis``).

    Raises:
        VectorError: naming the field that is missing, unknown or of a wrong form.
    """
    fields = _Fields("input", raw)
    on = fields.take("tanggal", _day)
    price, stated, line_prices = _read_price(fields)
    payment = Payment(
        price=price,
        object=fields.take("objek", _word(TaxObject)),
        seller=fields.take("penyedia", _read_seller),
        mechanism=fields.take("mekanisme", _word(Mechanism)),
        treatment=_read_treatment(fields),
        through_pihak_lain=fields.take_or("kanal_pemungut", _word(_Channel), _Channel.INSTANSI)
        is _Channel.PIHAK_LAIN,
        is_pph22_exempt=fields.take_or("barang_dikecualikan_pph22", _flag, False),
        is_wapu_exempt=fields.take_or("ppn_dikecualikan_wapu", _flag, False),
        real_value=fields.take_or("nilai_transaksi_sebenarnya", _rupiah, None),
        construction_kind=fields.take_or("kualifikasi_konstruksi", _text, ""),
        pph21_base_so_far=fields.take_or("dasar_pph21_sebelumnya", _rupiah, Rupiah(0)),
        penalty=fields.take_or("denda", _read_penalty, None),
    )
    pph_rounding, basis = fields.take_or("aturan", _read_rules, _NO_OVERRIDES)
    fields.close()
    return Case(
        on=on,
        payment=payment,
        stated=stated,
        line_prices=line_prices,
        pph_rounding=pph_rounding,
        wapu_limit_basis=basis,
    )


def _read_price(fields: _Fields) -> tuple[Rupiah, Rupiah | None, tuple[Rupiah, ...]]:
    ways = ("harga_tanpa_ppn", "harga_termasuk_ppn", "baris")
    given = [name for name in ways if fields.has(name)]
    if len(given) != 1:
        raise VectorError(fields.path(ways[0]), f"exactly one of {', '.join(ways)} is needed")
    if given[0] == "harga_termasuk_ppn":
        return Rupiah(0), fields.take(given[0], _rupiah), ()
    has_shipping = fields.has("ongkir")
    shipping = fields.take_or("ongkir", _rupiah, Rupiah(0))
    if given[0] == "harga_tanpa_ppn":
        price = fields.take(given[0], _rupiah)
        parts: tuple[Rupiah, ...] = (price, shipping) if has_shipping else ()
        return Rupiah(price + shipping), None, parts
    lines = fields.take("baris", _read_lines)
    parts = (*lines, shipping) if has_shipping else lines
    return Rupiah(sum(parts)), None, parts


def _read_lines(path: str, raw: object) -> tuple[Rupiah, ...]:
    if not isinstance(raw, list) or not raw:
        raise VectorError(path, "must be a list with at least one line")
    amounts: list[Rupiah] = []
    for index, item in enumerate(raw):
        line = _Fields(f"{path}.{index}", item)
        line.take_or("kode", _text, "")
        amounts.append(line_amount(line.take("qty", _quantity), line.take("harga_satuan", _rupiah)))
        line.close()
    return tuple(amounts)


def _read_seller(path: str, raw: object) -> SellerTaxStatus:
    fields = _Fields(path, raw)
    seller = SellerTaxStatus(
        form=fields.take("bentuk", _word(SellerForm)),
        is_pkp=fields.take("pkp", _flag),
        has_npwp=fields.take("npwp_valid", _flag),
        umkm=fields.take_or("umkm_final", _word(UmkmProof), UmkmProof.NONE),
    )
    fields.close()
    return seller


def _read_treatment(fields: _Fields) -> PpnTreatment:
    is_luxury = fields.take_or("barang_mewah", _flag, False)
    treatment = fields.take_or("perlakuan_ppn", _treatment, PpnTreatment.TAXED)
    if not is_luxury:
        return treatment
    if not treatment.is_taxed:
        raise VectorError(fields.path("barang_mewah"), f"contradicts perlakuan_ppn {treatment.value}")
    return PpnTreatment.LUXURY


def _treatment(path: str, raw: object) -> PpnTreatment:
    return PpnTreatment.LUXURY if raw == "barang_mewah" else _word(PpnTreatment)(path, raw)


def _read_penalty(path: str, raw: object) -> LatePenalty | None:
    fields = _Fields(path, raw)
    penalty = LatePenalty(base=fields.take("dasar_tanpa_ppn", _rupiah), days=fields.take("hari", _days))
    fields.close()
    return penalty


def _read_rules(path: str, raw: object) -> _Overrides:
    fields = _Fields(path, raw)
    method = fields.take_or("ppn", _text, _PPN_METHOD)
    if method != _PPN_METHOD:
        raise VectorError(fields.path("ppn"), f"must be {_PPN_METHOD}, got {method!r}")
    rounding = fields.take_or("pembulatan_pph", _word(Rounding), None)
    basis = fields.take_or("wapu_limit_basis", _word(LimitBasis), None)
    fields.close()
    return rounding, basis
