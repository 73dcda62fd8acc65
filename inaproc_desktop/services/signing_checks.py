"""What a document at hand is worth: each check by itself, so that a screen can explain it."""

from __future__ import annotations

from inaproc_core.orders.model import Signature
from inaproc_desktop.ports.finishing import Check, CheckKind, ShownPaper, Verdict
from inaproc_desktop.services.seals import Examined


def judge(shown: ShownPaper, expected: tuple[Signature, ...], found: Examined | None) -> Verdict:
    """Return the verdict.

    Args:
        shown: the bytes at hand.
        expected: signatures that the backend recorded, oldest first.
        found: what the file itself says; ``None`` when the roots of trust are not known here.
    """
    if found is None:
        unknown = (kind for kind in CheckKind if kind is not CheckKind.STORED)
        stored = Check(kind=CheckKind.STORED, passed=_stored(shown, expected), detail=shown.sha256)
        return Verdict(checks=(stored, *(Check(kind=kind, passed=None) for kind in unknown)), signatures=())
    any_signed = bool(found.signatures)
    recorded = [signature.certificate_serial.lower().lstrip("0") for signature in expected]
    in_file = [signature.serial.lower().lstrip("0") for signature in found.signatures]
    return Verdict(
        checks=(
            Check(kind=CheckKind.STORED, passed=_stored(shown, expected), detail=shown.sha256),
            Check(kind=CheckKind.READABLE, passed=found.readable, detail=found.problem),
            Check(kind=CheckKind.INTACT, passed=found.intact if any_signed else None, detail=found.problem),
            Check(
                kind=CheckKind.TRUSTED,
                passed=found.trusted if any_signed else None,
                detail="; ".join(found.issuers),
            ),
            Check(kind=CheckKind.UNCHANGED, passed=found.unchanged if any_signed else None),
            Check(
                kind=CheckKind.PEOPLE,
                passed=None if not any_signed and not recorded else recorded == in_file,
                detail=", ".join(signature.signer for signature in found.signatures),
            ),
        ),
        signatures=found.signatures,
    )


def _stored(shown: ShownPaper, expected: tuple[Signature, ...]) -> bool | None:
    if expected:
        return shown.sha256 == expected[-1].sha256
    # Without a signature only the backend itself can say which bytes it holds.
    return None if shown.cached else True
