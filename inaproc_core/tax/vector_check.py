"""Checking of tax vectors: what this engine computes against what a vector expects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from inaproc_core.errors import Refused
from inaproc_core.policy import LimitBasis, Policy, PolicyBook, PolicyError, Rounding
from inaproc_core.tax.ppn import compute_ppn, split_inclusive
from inaproc_core.tax.settlement import settle
from inaproc_core.tax.vector_reading import Case, VectorError, read_case

Answer = int | str | None
"""A computed field: rupiah, a word or rate, or nothing."""

_MEMBERS = frozenset({"name", "input", "expected", "source"})
_ALTERNATIVE = "_jika_"


class Scope(StrEnum):
    """Which expected fields are compared."""

    ALL = "all"
    PPN = "ppn"


PPN_FIELDS = frozenset(
    {
        "harga_tanpa_ppn",
        "dpp_ppn",
        "ppn",
        "tagihan_bruto",
        "total_beban_anggaran",
        "selisih_pembulatan",
        "ppn_jika_dibulatkan_per_baris",
    }
)
"""The fields of :attr:`Scope.PPN`; everything else is left unread there."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Outcome of one vector.

    Attributes:
        name: the vector's name.
        problems: one text per differing or unreadable field; empty when it passed.
        unchecked: expected fields about another reading of the law that this engine does not compute.
    """

    name: str
    problems: tuple[str, ...]
    unchecked: tuple[str, ...] = ()

    @property
    def has_passed(self) -> bool:
        """Whether every compared field agreed."""
        return not self.problems


def check_vector(raw: object, *, position: int, book: PolicyBook, scope: Scope) -> Verdict:
    """Compare one vector with what this engine computes.

    Args:
        raw: the vector as read from JSON.
        position: its number in the file from 1, its name when it has none.
        book: where the rates of its day come from.
        scope: which expected fields count.
    """
    name = f"vector {position}"
    if isinstance(raw, Mapping) and isinstance(raw.get("name"), str) and raw["name"]:
        name = raw["name"]
    try:
        expected = _expected(raw)
        case = read_case(raw["input"] if isinstance(raw, Mapping) else None)
        answers = compute(case, book)
    except VectorError as error:
        return Verdict(name=name, problems=(str(error),))
    except PolicyError as error:
        return Verdict(name=name, problems=(f"input.tanggal: {error}",))
    except Refused as error:
        facts = ", ".join(f"{key} {value}" for key, value in error.refusal.facts.items())
        return Verdict(name=name, problems=(f"input: refused by {error.refusal.code} ({facts})",))
    return _compare(name, expected, answers, scope)


def compute(case: Case, book: PolicyBook) -> dict[str, Answer]:
    """Compute every field that this engine knows for a case.

    Raises:
        PolicyError: if the rule book does not cover the day.
        Refused: if the payment cannot be (see :func:`inaproc_core.tax.settlement.settle`).
    """
    policy = _with_overrides(book.at(case.on), case)
    payment = case.payment
    answers: dict[str, Answer] = {"selisih_pembulatan": 0}
    if case.stated is not None:
        inclusive = split_inclusive(
            case.stated,
            seller_is_pkp=payment.seller.is_pkp,
            treatment=payment.treatment,
            policy=policy,
        )
        payment = replace(payment, price=inclusive.result.base)
        answers["selisih_pembulatan"] = inclusive.rounding_difference
    settlement = settle(payment, policy)
    pph = settlement.pph
    answers |= {
        "harga_tanpa_ppn": payment.price,
        "dpp_ppn": settlement.ppn.dpp,
        "ppn": settlement.ppn.ppn,
        "tagihan_bruto": settlement.ppn.gross,
        "pph_jenis": None if pph.kind is None else pph.kind.value,
        "dasar_pph": pph.base,
        "pph_tarif": pph.rate_text,
        "pph": pph.amount,
        "alasan_tanpa_pph": None if pph.reason is None else pph.reason.value,
        "ppn_dipungut_oleh": _value(settlement.ppn_collector),
        "pph_dipungut_oleh": _value(pph.collector),
        "disetor_instansi": settlement.remitted_by_instansi,
        "disetor_pihak_lain": settlement.remitted_by_pihak_lain,
        "ppn_disetor_sendiri_penyedia": settlement.remitted_by_seller,
        "denda": settlement.penalty,
        "dibayar_ke_penyedia": settlement.paid_to_seller,
        "neto_penyedia": settlement.net_of_seller,
        "total_beban_anggaran": settlement.budget_charge,
        "meterai_kuitansi": settlement.meterai,
    }
    for basis, field in (
        (LimitBasis.INCL_PPN, "ppn_dipungut_oleh_jika_ambang_termasuk_ppn"),
        (LimitBasis.EXCL_PPN, "ppn_dipungut_oleh_jika_ambang_tanpa_ppn"),
    ):
        answers[field] = _value(settle(payment, _with_rules(policy, basis=basis)).ppn_collector)
    for rounding in Rounding:
        other = settle(payment, _with_rules(policy, rounding=rounding))
        answers[f"pph_jika_{rounding.value}"] = other.pph.amount
    if case.line_prices:
        answers["ppn_jika_dibulatkan_per_baris"] = sum(
            compute_ppn(
                price, seller_is_pkp=payment.seller.is_pkp, treatment=payment.treatment, policy=policy
            ).ppn
            for price in case.line_prices
        )
    return answers


def _with_overrides(policy: Policy, case: Case) -> Policy:
    return _with_rules(policy, rounding=case.pph_rounding, basis=case.wapu_limit_basis)


def _with_rules(
    policy: Policy, *, rounding: Rounding | None = None, basis: LimitBasis | None = None
) -> Policy:
    rules = policy.withholding
    changed = replace(
        rules, rounding=rounding or rules.rounding, wapu_limit_basis=basis or rules.wapu_limit_basis
    )
    return replace(policy, withholding=changed)


def _value(word: StrEnum | None) -> str | None:
    return None if word is None else word.value


def _expected(raw: object) -> dict[str, object]:
    if not isinstance(raw, Mapping):
        raise VectorError("vector", f"must be an object, got {raw!r}")
    for name in raw:
        if name not in _MEMBERS:
            raise VectorError(str(name), "unknown member")
    for name in ("name", "input", "expected"):
        if name not in raw:
            raise VectorError(name, "is missing")
    if not isinstance(raw["name"], str) or not raw["name"]:
        raise VectorError("name", "must be a text that is not empty")
    expected = raw["expected"]
    if not isinstance(expected, Mapping) or not expected:
        raise VectorError("expected", "must be an object with at least one field")
    return {str(field): value for field, value in expected.items()}


def _compare(
    name: str, expected: Mapping[str, object], answers: Mapping[str, Answer], scope: Scope
) -> Verdict:
    problems: list[str] = []
    unchecked: list[str] = []
    compared = 0
    for field, value in expected.items():
        if scope is Scope.PPN and field not in PPN_FIELDS:
            continue
        if field not in answers:
            if _ALTERNATIVE in field:
                unchecked.append(field)
            else:
                problems.append(f"{field}: expected {_shown(value)}, got nothing (unknown field)")
            continue
        compared += 1
        if not _is_equal(value, answers[field]):
            problems.append(f"{field}: expected {_shown(value)}, got {_shown(answers[field])}")
    if not compared and not problems:
        problems.append("expected: holds no field that is compared here")
    return Verdict(name=name, problems=tuple(problems), unchecked=tuple(unchecked))


def _is_equal(expected: object, answer: Answer) -> bool:
    """Compare without Python's kindness: true is not 1, and 1.0 is not whole rupiah."""
    return type(expected) is type(answer) and expected == answer


def _shown(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
