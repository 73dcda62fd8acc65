"""Identity numbers and codes: read strictly, kept in one normal form, masked for display.

Every ``parse_…`` takes what was typed and the field it came from, and raises ``Refused`` with a code
``<identifier>.<fault>``. Facts never hold the number itself: refusals end up in logs.
"""

from __future__ import annotations

from inaproc_core.identifiers.budget import Mak, RupCode, parse_maks, parse_rup_code, parse_rup_codes
from inaproc_core.identifiers.business import (
    BankAccount,
    Nib,
    Nitku,
    Npwp,
    parse_bank_account,
    parse_nib,
    parse_nitku,
    parse_npwp,
)
from inaproc_core.identifiers.contact import Phone, parse_phone
from inaproc_core.identifiers.digits import mask
from inaproc_core.identifiers.person import Nik, Nip, Sex, parse_nik, parse_nip

__all__ = [
    "BankAccount",
    "Mak",
    "Nib",
    "Nik",
    "Nip",
    "Nitku",
    "Npwp",
    "Phone",
    "RupCode",
    "Sex",
    "mask",
    "parse_bank_account",
    "parse_maks",
    "parse_nib",
    "parse_nik",
    "parse_nip",
    "parse_nitku",
    "parse_npwp",
    "parse_phone",
    "parse_rup_code",
    "parse_rup_codes",
]
