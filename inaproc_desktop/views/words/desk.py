"""Words of verification that desk and register share: kinds, statuses, the clock of 3×24 hours, reasons."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from inaproc_core.registration.forms import Reason, RegistrationRules
from inaproc_core.registration.vocabulary import AccessKind, AccessStatus, RequestStatus
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets.values import PillText, Tone

_SOON = timedelta(hours=24)
_DAY_HOURS = 24


def kind_label(rules: RegistrationRules, kind: str) -> str:
    """Return what is asked for: the label of a kind's form, or the profile of a nationality."""
    if kind == "WNI":
        return QCoreApplication.translate("DeskWords", "Profil WNI")
    if kind == "WNA":
        return QCoreApplication.translate("DeskWords", "Profil WNA")
    try:
        form = rules.access_forms.get(AccessKind(kind))
    except ValueError:
        return kind
    return in_language(form.label_id, form.label_en) if form is not None else kind


def short_kind(rules: RegistrationRules, kind: str) -> str:
    """Return what is asked for as officials abbreviate it: ``PPK``; the whole label where there is none."""
    whole = kind_label(rules, kind)
    inside = whole.rpartition("(")[2]
    return inside.removesuffix(")") if whole.endswith(")") and inside.isupper() else whole


def in_language(indonesian: str, english: str) -> str:
    """Return the label of data in the language in use."""
    return english if fmt.language() == "en" and english else indonesian


def reason_label(reason: Reason) -> str:
    """Return what is wrong."""
    return in_language(reason.label_id, reason.label_en)


def remedy(reason: Reason) -> str:
    """Return what the applicant is told to do."""
    return in_language(reason.remedy_id, reason.remedy_en)


def request_pill(status: str) -> PillText:
    """Return the status of a profile or request as a pill; an unknown one as it came."""
    match status:
        case RequestStatus.WAITING:
            return PillText(QCoreApplication.translate("DeskWords", "Menunggu Verifikasi"), Tone.ACCENT)
        case RequestStatus.NEEDS_FIX:
            return PillText(QCoreApplication.translate("DeskWords", "Perlu Perbaikan"), Tone.WARN)
        case RequestStatus.REJECTED:
            return PillText(QCoreApplication.translate("DeskWords", "Ditolak"), Tone.BAD)
        case RequestStatus.APPROVED:
            return PillText(QCoreApplication.translate("DeskWords", "Disetujui"), Tone.OK)
        case RequestStatus.WITHDRAWN:
            return PillText(QCoreApplication.translate("DeskWords", "Ditarik"), Tone.NEUTRAL)
        case "VERIFIED":
            return PillText(QCoreApplication.translate("DeskWords", "Terverifikasi"), Tone.OK)
    return PillText(status, Tone.NEUTRAL)


def access_pill(status: str) -> PillText | None:
    """Return the status of an access as a pill; ``None`` while there is no access."""
    match status:
        case AccessStatus.ACTIVE:
            return PillText(QCoreApplication.translate("DeskWords", "Aktif"), Tone.OK)
        case AccessStatus.ENDING:
            return PillText(QCoreApplication.translate("DeskWords", "Akan Berakhir"), Tone.WARN)
        case AccessStatus.FUTURE:
            return PillText(QCoreApplication.translate("DeskWords", "Belum berlaku"), Tone.NEUTRAL)
        case AccessStatus.EXPIRED:
            return PillText(QCoreApplication.translate("DeskWords", "Kedaluwarsa"), Tone.NEUTRAL)
        case AccessStatus.DEACTIVATED:
            return PillText(QCoreApplication.translate("DeskWords", "Dinonaktifkan"), Tone.BAD)
    return PillText(status, Tone.NEUTRAL) if status else None


def hours_words(span: timedelta) -> str:
    """Return a span as ``2 hari 5 jam``, ``7 jam`` or ``40 menit``."""
    minutes = int(span.total_seconds()) // 60
    hours, days = minutes // 60, minutes // 60 // _DAY_HOURS
    if not hours:
        return QCoreApplication.translate("DeskWords", "{count} menit").format(count=max(minutes, 1))
    if not days:
        return QCoreApplication.translate("DeskWords", "{count} jam").format(count=hours)
    if not hours % _DAY_HOURS:
        return QCoreApplication.translate("DeskWords", "{count} hari").format(count=days)
    text = QCoreApplication.translate("DeskWords", "{days} hari {hours} jam")
    return text.format(days=days, hours=hours % _DAY_HOURS)


def clock_pill(due: datetime | None, now: datetime) -> PillText | None:
    """Return how long there is left to decide: red once it has passed, amber on the last day."""
    if due is None:
        return None
    if due < now:
        late = QCoreApplication.translate("DeskWords", "lewat {span}").format(span=hours_words(now - due))
        return PillText(late, Tone.BAD)
    left = QCoreApplication.translate("DeskWords", "{span} lagi").format(span=hours_words(due - now))
    return PillText(left, Tone.WARN if due - now < _SOON else Tone.NEUTRAL)


def nip_words(nip: str) -> str:
    """Return a NIP in its four groups, as it is printed; so a spreadsheet keeps it as text."""
    if len(nip) == 18 and nip.isdigit():
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return nip
