"""What the desk says: hints, checks, likenesses, history, values of a form."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from inaproc_core.registration.forms import FieldType, RegistrationRules
from inaproc_core.registration.vocabulary import Verdict
from inaproc_core.wire.desk import Duplicate, QueueRow
from inaproc_core.wire.registration import HistoryRow, NibRule, StoredFile
from inaproc_desktop.ports.desk import SECOND, Part
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import PillText, TimelineEvent, Tone
from inaproc_desktop.views.words import sentence
from inaproc_desktop.views.words.desk import in_language, nip_words, reason_label, request_pill


def part_label(part: Part) -> str:
    """Return the name of a field or slot; its id where the forms of today do not know it."""
    known = part.field or part.slot
    return in_language(known.label_id, known.label_en) if known is not None else part.id


def value_words(part: Part, value: str) -> str:
    """Return a value as a person reads it."""
    if not value:
        return "—"
    if value == part.value and part.words:
        by_id = part.field is not None and part.field.type is FieldType.SATKER
        return part.words if by_id else f"{part.words} ({value})"
    if part.field is None:
        return value
    match part.field.type:
        case FieldType.DATE | FieldType.UNTIL:
            return _date_words(value)
        case FieldType.SEX:
            return _sex_words(value)
        case FieldType.NIP:
            return nip_words(value)
        case FieldType.INSTANSI_KIND:
            return value.replace("_", " ").capitalize()
        case FieldType.NIK:
            return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
        case FieldType.PHONE:
            return fmt.phone(value)
        case FieldType.CHOICE:
            return _choice_words(part, value)
    return value


def _date_words(value: str) -> str:
    try:
        return fmt.date(date.fromisoformat(value))
    except ValueError:
        return value


def _sex_words(value: str) -> str:
    words = {
        "L": QCoreApplication.translate("DeskWords", "Laki-laki"),
        "P": QCoreApplication.translate("DeskWords", "Perempuan"),
    }
    return words.get(value, value)


def _choice_words(part: Part, value: str) -> str:
    field = part.field
    if field is None or value not in field.options:
        return value
    labels = field.option_labels_en if fmt.language() == "en" else field.option_labels_id
    at = field.options.index(value)
    return labels[at] if at < len(labels) else value


def file_words(file: StoredFile) -> str:
    """Return what a file is: name, kind, size."""
    parts = [file.name, fmt.file_size(file.size)]
    if file.pages:
        parts.append(QCoreApplication.translate("DeskWords", "{count} halaman").format(count=file.pages))
    elif file.width:
        parts.append(f"{file.width} × {file.height}")
    return " · ".join(parts)


def hint_pill(hint: str) -> PillText:
    """Return what needs attention."""
    match hint:
        case "duplicate":
            return PillText(QCoreApplication.translate("DeskWords", "Duplikat?"), Tone.WARN)
        case "blacklist":
            return PillText(QCoreApplication.translate("DeskWords", "Daftar Hitam"), Tone.BAD)
        case "resent":
            return PillText(QCoreApplication.translate("DeskWords", "Dikirim ulang"), Tone.ACCENT)
        case "own_request":
            return PillText(QCoreApplication.translate("DeskWords", "Milik sendiri"), Tone.NEUTRAL)
        case "renewal":
            return PillText(QCoreApplication.translate("DeskWords", "Perpanjangan"), Tone.NEUTRAL)
        case "transfer":
            return PillText(QCoreApplication.translate("DeskWords", "Pindah satker"), Tone.NEUTRAL)
    return PillText(sentence(f"desk.hint.{hint}") or hint, Tone.NEUTRAL)


_LATE = "late"
"""Said by the clock already."""

_LOUDNESS = (Tone.BAD, Tone.WARN, Tone.ACCENT, Tone.NEUTRAL)


def row_hints(row: QueueRow) -> list[PillText]:
    """Return everything a row should say beside its name, the loudest first."""
    found = [hint_pill(hint) for hint in row.hints if hint != _LATE]
    if row.needs == SECOND:
        found.append(PillText(QCoreApplication.translate("DeskWords", "Pemeriksa 2"), Tone.ACCENT))
    return sorted(found, key=lambda pill: _LOUDNESS.index(pill.tone) if pill.tone in _LOUDNESS else 9)


def verdict_words(verdict: Verdict) -> str:
    """Return a decision as its button says it."""
    return {
        Verdict.APPROVE: QCoreApplication.translate("DeskWords", "Setujui"),
        Verdict.FIX: QCoreApplication.translate("DeskWords", "Minta Perbaikan"),
        Verdict.REJECT: QCoreApplication.translate("DeskWords", "Tolak"),
    }[verdict]


def likeness_words(duplicate: Duplicate) -> tuple[str, str]:
    """Return what matches, and with whom."""
    match duplicate.code:
        case "same_nik":
            what = QCoreApplication.translate("DeskWords", "NIK yang sama pada akun lain")
        case "same_person":
            what = QCoreApplication.translate("DeskWords", "Orang yang sama dengan akun lain")
        case "same_passport":
            what = QCoreApplication.translate("DeskWords", "Nomor paspor yang sama pada akun lain")
        case "same_nip":
            what = QCoreApplication.translate("DeskWords", "NIP yang sama pada akun lain")
        case "same_phone":
            what = QCoreApplication.translate("DeskWords", "Nomor ponsel yang sama pada akun lain")
        case "same_email":
            what = QCoreApplication.translate("DeskWords", "Email yang sama pada akun lain")
        case "same_name":
            what = QCoreApplication.translate("DeskWords", "Nama dan tanggal lahir yang sama")
        case "same_role_and_satker":
            what = QCoreApplication.translate("DeskWords", "Peran dan satuan kerja yang sama")
        case "same_letter":
            what = QCoreApplication.translate("DeskWords", "Nomor surat yang sama")
        case "same_file":
            what = QCoreApplication.translate("DeskWords", "Berkas yang persis sama")
        case "same_nib":
            what = QCoreApplication.translate("DeskWords", "NIB yang sama")
        case _:
            what = sentence(f"desk.duplicate.{duplicate.code}") or duplicate.code
    account, _, status = duplicate.detail.rpartition(" ")
    # The account of a person comes with the status of its profile.
    known = duplicate.code == "same_nik" and bool(account)
    detail = f"{account} ({request_pill(status).text})" if known else duplicate.detail
    return what, " · ".join(part for part in (duplicate.name, detail) if part)


def check_words(check: NibRule) -> tuple[PillText, str]:
    """Return the outcome of a check, and what was found."""
    pill = {
        "passed": PillText(QCoreApplication.translate("DeskWords", "Lolos"), Tone.OK),
        "failed": PillText(QCoreApplication.translate("DeskWords", "Gagal"), Tone.BAD),
    }.get(check.result, PillText(QCoreApplication.translate("DeskWords", "Periksa sendiri"), Tone.WARN))
    return pill, sentence(check.code, check.facts) or check.code


def person_label(key: str) -> str:
    """Return the name of a fact about the applicant."""
    words = {
        "name": QCoreApplication.translate("DeskWords", "Nama"),
        "full_name": QCoreApplication.translate("DeskWords", "Nama"),
        "username": QCoreApplication.translate("DeskWords", "Nama pengguna"),
        "nik": QCoreApplication.translate("DeskWords", "NIK"),
        "passport": QCoreApplication.translate("DeskWords", "Paspor"),
        "nip": QCoreApplication.translate("DeskWords", "NIP"),
        "email": QCoreApplication.translate("DeskWords", "Email"),
        "phone": QCoreApplication.translate("DeskWords", "Nomor Ponsel"),
        "birth_date": QCoreApplication.translate("DeskWords", "Tanggal lahir"),
        "nationality": QCoreApplication.translate("DeskWords", "Kewarganegaraan"),
        "profile_status": QCoreApplication.translate("DeskWords", "Status profil"),
    }
    return words.get(key, key)


def event_of(row: HistoryRow, rules: RegistrationRules) -> TimelineEvent:
    """Return a step of the history as an event, with the reasons that were given."""
    what, tone = _step_words(row.what)
    said = []
    for reason in row.reasons:
        known = rules.reasons.get(reason.code)
        words = reason_label(known) if known is not None else reason.code
        said.append(f"• {words} — {reason.note}" if reason.note else f"• {words}")
    detail = "\n".join([*said, row.note] if row.note else said)
    return TimelineEvent(what=what, who=row.by, when=fmt.short_moment(row.at), detail=detail, tone=tone)


def _step_words(what: str) -> tuple[str, Tone]:
    match what:
        case "sent":
            return QCoreApplication.translate("DeskWords", "Dikirim"), Tone.NEUTRAL
        case "resent":
            return QCoreApplication.translate("DeskWords", "Dikirim ulang"), Tone.NEUTRAL
        case "amended":
            return QCoreApplication.translate("DeskWords", "Diubah pemohon"), Tone.NEUTRAL
        case "first_approval":
            return QCoreApplication.translate("DeskWords", "Disetujui pemeriksa pertama"), Tone.ACCENT
        case "approved" | "verified":
            return QCoreApplication.translate("DeskWords", "Disetujui"), Tone.OK
        case "needs_fix" | "fix" | "fix_asked":
            return QCoreApplication.translate("DeskWords", "Diminta perbaikan"), Tone.WARN
        case "rejected":
            return QCoreApplication.translate("DeskWords", "Ditolak"), Tone.BAD
        case "withdrawn":
            return QCoreApplication.translate("DeskWords", "Ditarik pemohon"), Tone.NEUTRAL
        case "deactivated":
            return QCoreApplication.translate("DeskWords", "Dinonaktifkan"), Tone.BAD
    return sentence(f"desk.step.{what}") or what, Tone.NEUTRAL
