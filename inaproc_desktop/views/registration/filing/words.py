"""The wizards of stages 2 and 3 in words: fields, slots, what is wrong, how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import FieldType, FormField, Need, SlotRule
from inaproc_core.registration.vocabulary import PICTURE_SLOTS, Verifier
from inaproc_desktop.ports.filing import (
    CONFIRM_OFFICE,
    DECLARATION,
    FilingPage,
    FilingSheet,
    FilingStage,
    Handed,
    Note,
)
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.words import refusal_sentence
from inaproc_desktop.views.words.desk import in_language, reason_label, remedy

_KIND_NAMES = {"image/jpeg": "JPG", "image/png": "PNG", "application/pdf": "PDF"}


def field_label(field: FormField) -> str:
    """Return the words beside a field."""
    return in_language(field.label_id, field.label_en)


def slot_label(rule: SlotRule) -> str:
    """Return the words beside a slot."""
    return in_language(rule.label_id, rule.label_en)


def option_label(field: FormField, value: str) -> str:
    """Return the words of a choice, the value itself where the form has none."""
    labels = field.option_labels_en if fmt.language() == "en" else field.option_labels_id
    if value in field.options and len(labels) == len(field.options):
        return labels[field.options.index(value)]
    return value


def field_hint(field: FormField) -> str:
    """Return how a field is typed."""
    hints = {
        FieldType.NIK: QCoreApplication.translate("Filing", "16 angka, seperti di KTP"),
        FieldType.NPWP: QCoreApplication.translate("Filing", "16 angka"),
        FieldType.NIP: QCoreApplication.translate("Filing", "18 angka"),
        FieldType.NIB: QCoreApplication.translate("Filing", "13 angka, seperti di OSS"),
        FieldType.PERSON_NAME: QCoreApplication.translate("Filing", "Tanpa gelar, seperti di identitas"),
        FieldType.INSTANSI: QCoreApplication.translate("Filing", "Cari menurut nama atau kode"),
        FieldType.SATKER: QCoreApplication.translate("Filing", "Cari menurut nama atau kode"),
        FieldType.UNTIL: QCoreApplication.translate("Filing", "Sampai tanggal yang tertulis di surat"),
    }
    hint = hints.get(field.type, "")
    if field.need is Need.OPTIONAL:
        optional = QCoreApplication.translate("Filing", "Tidak Wajib Diisi")
        return f"{optional} · {hint}" if hint else optional
    return hint


def nik_words(born: str, sex: str) -> str:
    """Return what a NIK states of its owner."""
    said = QCoreApplication.translate("Filing", "Menurut NIK: lahir {date}, {sex}")
    women = QCoreApplication.translate("Filing", "perempuan")
    men = QCoreApplication.translate("Filing", "laki-laki")
    return said.format(date=fmt.date(date.fromisoformat(born)), sex=women if sex == "P" else men)


def value_words(field: FormField, value: str, words: str = "") -> str:
    """Return what stands in a field, as it is read."""
    if not value:
        return "—"
    if words:
        return words
    if field.type in {FieldType.DATE, FieldType.UNTIL}:
        try:
            return fmt.date(date.fromisoformat(value))
        except ValueError:
            return value
    return option_label(field, value) if field.options else value


def slot_hint(rule: SlotRule) -> str:
    """Return what may be handed in for a slot."""
    kinds = "JPG/PNG" if rule.slot in PICTURE_SLOTS else "PDF/JPG/PNG"
    most = fmt.file_size(rule.max_bytes)
    if rule.min_bytes:
        size = QCoreApplication.translate("Filing", "{least} sampai {most}")
        said = [kinds, size.format(least=fmt.file_size(rule.min_bytes), most=most)]
    else:
        said = [kinds, QCoreApplication.translate("Filing", "paling besar {most}").format(most=most)]
    if rule.min_width:
        points = QCoreApplication.translate("Filing", "paling kecil {width}×{height} titik")
        said.append(points.format(width=rule.min_width, height=rule.min_height))
    if rule.need is Need.OPTIONAL:
        said.insert(0, QCoreApplication.translate("Filing", "Tidak Wajib Diisi"))
    return " · ".join(said)


def file_words(handed: Handed) -> str:
    """Return what a file is: kind, size, what it was before, points or pages, name."""
    said = [_KIND_NAMES.get(handed.media_type, handed.media_type), fmt.file_size(handed.size)]
    if handed.before > handed.size:
        smaller = QCoreApplication.translate("Filing", "diperkecil dari {before}")
        said.append(smaller.format(before=fmt.file_size(handed.before)))
    if handed.width and handed.is_picture:
        said.append(f"{handed.width}×{handed.height}")
    if handed.pages:
        said.append(QCoreApplication.translate("Filing", "{count} halaman").format(count=handed.pages))
    return " · ".join([*said, handed.name])


def note_words(notes: Iterable[Note]) -> str:
    """Return what a verifikator wrote about a part: reason, what to do, own words."""
    said = []
    for note in notes:
        if note.reason is not None:
            said.append(f"{reason_label(note.reason)}. {remedy(note.reason)}")
        if note.note:
            own = QCoreApplication.translate("Filing", "Catatan verifikator: {note}")
            said.append(own.format(note=note.note))
        elif note.reason is None:
            said.append(note.code)
    return "\n".join(said)


def problem_sentence(refusal: Refusal) -> str:
    """Return what is wrong at a part."""
    return refusal_sentence(refusal)


def part_label(part: str, sheet: FilingSheet) -> str:
    """Return what a part is called."""
    for field in sheet.fields:
        if field.id == part:
            return field_label(field)
    for rule in sheet.slots:
        if rule.slot.value == part:
            return slot_label(rule)
    match part:
        case "nationality":
            return QCoreApplication.translate("Filing", "Kewarganegaraan")
        case "type":
            return QCoreApplication.translate("Filing", "Tipe Profil")
        case "role" | "kind":
            return QCoreApplication.translate("Filing", "Peran")
        case _ if part == CONFIRM_OFFICE:
            return QCoreApplication.translate("Filing", "Konfirmasi satuan kerja")
        case _ if part == DECLARATION:
            return QCoreApplication.translate("Filing", "Pernyataan")
    return part


def page_words(page: FilingPage, stage: FilingStage) -> tuple[str, str]:
    """Return heading and lead of a page."""
    profile = stage is FilingStage.PROFILE
    match page:
        case FilingPage.NATIONALITY:
            return (
                QCoreApplication.translate("Filing", "Kewarganegaraan"),
                QCoreApplication.translate("Filing", "Menentukan identitas yang diminta."),
            )
        case FilingPage.TYPE:
            return (
                QCoreApplication.translate("Filing", "Tipe Profil"),
                QCoreApplication.translate("Filing", "Satu akun dapat memiliki kedua-duanya."),
            )
        case FilingPage.ROLE:
            return (
                QCoreApplication.translate("Filing", "Peran"),
                QCoreApplication.translate(
                    "Filing", "Pilih peran seperti tertulis di surat tugas atau surat keputusan Anda."
                ),
            )
        case FilingPage.DATA if profile:
            return (
                QCoreApplication.translate("Filing", "Data pribadi"),
                QCoreApplication.translate("Filing", "Isi persis seperti di identitas, tanpa disingkat."),
            )
        case FilingPage.DATA:
            return (
                QCoreApplication.translate("Filing", "Formulir peran"),
                QCoreApplication.translate("Filing", "Bertanda * Wajib Diisi."),
            )
        case FilingPage.FILES if profile:
            return (
                QCoreApplication.translate("Filing", "Foto identitas"),
                QCoreApplication.translate(
                    "Filing", "Seret berkas ke kotaknya, tempel, atau ambil dengan kamera. Diperiksa di sini."
                ),
            )
        case FilingPage.FILES:
            return (
                QCoreApplication.translate("Filing", "Dokumen"),
                QCoreApplication.translate(
                    "Filing", "Seret berkas ke kotaknya atau pilih. Periksa nama tempat di pratinjaunya."
                ),
            )
        case FilingPage.REVIEW:
            return (
                QCoreApplication.translate("Filing", "Tinjau dan kirim"),
                QCoreApplication.translate("Filing", "Bandingkan data dengan gambarnya sekali lagi."),
            )


def verifier_words(verifier: str) -> str:
    """Return who decides."""
    match verifier:
        case Verifier.VAI:
            return QCoreApplication.translate("Filing", "Verifikator Akses Instansi (VAI)")
        case Verifier.COMPANY:
            return QCoreApplication.translate("Filing", "Admin Perusahaan")
    return QCoreApplication.translate("Filing", "Verifikator Akses INAPROC")


def nib_rule_label(rule_id: str) -> str:
    """Return what a check of Cek NIB is about."""
    match rule_id:
        case "registered":
            return QCoreApplication.translate("Filing", "NIB terdaftar di OSS")
        case "person":
            return QCoreApplication.translate("Filing", "NIK Anda pada NIB")
        case "identity":
            return QCoreApplication.translate("Filing", "Identitas terverifikasi")
        case "blacklist":
            return QCoreApplication.translate("Filing", "Daftar Hitam")
        case "in_inaproc":
            return QCoreApplication.translate("Filing", "Perusahaan di INAPROC")
    return rule_id


def change_words(sheet: FilingSheet) -> str:
    """Return what sending a changed request means for the decision on it."""
    said = QCoreApplication.translate(
        "Filing", "Pemeriksaan dimulai dari awal setelah perubahan dikirim, paling lama {hours} jam."
    ).format(hours=sheet.decision_hours)
    if sheet.form is None or not sheet.form.four_eyes:
        return said
    void = QCoreApplication.translate(
        "Filing", "Persetujuan pertama yang mungkin sudah diberikan menjadi batal."
    )
    return f"{said} {void}"


def kept_words(at: datetime | None) -> str:
    """Return when the draft was kept."""
    if at is None:
        return QCoreApplication.translate("Filing", "Draf · menyimpan…")
    kept = QCoreApplication.translate("Filing", "Draf tersimpan di perangkat ini {time}")
    return kept.format(time=fmt.time(at))
