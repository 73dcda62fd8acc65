"""The words of Kotak Keluar: what a card is about, why it waits, and what its buttons do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.data import Deed, Link
from inaproc_desktop.ports.outgoing import CardFile, Choice, DeedRow, Standing
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import Tone
from inaproc_desktop.views.words import (
    command_words,
    made_words,
    outcome_sentence,
    refusal_sentence,
    role_label,
    sentence,
    standing_words,
    world_sentence,
)

_SUBMIT = "order.submit_checkout"
_PAGU = "checkout.over_pagu"
_INCIDENT = "incident"
_FOR_THE_LINK = frozenset({Standing.WAITING, Standing.BEHIND})


def number_words(deed: Deed) -> str:
    """Return the number of the order, or that there is none yet."""
    if deed.order_number:
        return fmt.order_number(deed.order_number)
    return QCoreApplication.translate("Outbox", "belum bernomor")


def subject(row: DeedRow) -> str:
    """Return what a deed is about in one line: penyedia and amount, else the order."""
    amount = fmt.rupiah(row.amount) if row.amount is not None else ""
    parts = [part for part in (row.vendor, amount) if part]
    return " · ".join(parts) or number_words(row.deed)


def about(row: DeedRow) -> str:
    """Return order, penyedia and amount."""
    amount = fmt.rupiah(row.amount) if row.amount is not None else ""
    return " · ".join(part for part in (number_words(row.deed), row.vendor, amount) if part)


def facts(file: CardFile, link: Link, now: datetime) -> str:
    """Return who did it and when, how often it was tried, and the last contact."""
    deed = file.row.deed
    lines = []
    made = made_words(deed.made_at, now)
    if deed.actor is not None:
        who = QCoreApplication.translate("Outbox", "{name} sebagai {role}, {made}")
        lines.append(who.format(name=deed.actor.name, role=role_label(deed.actor.role), made=made))
    else:
        lines.append(made)
    tried = []
    if deed.attempts:
        said = QCoreApplication.translate("Outbox", "{count} kali dikirim")
        tried.append(said.format(count=deed.attempts))
    if deed.settled_at is not None:
        said = QCoreApplication.translate("Outbox", "dijawab {at}")
        tried.append(said.format(at=fmt.short_moment(deed.settled_at)))
    elif link.synced_at is not None:
        said = QCoreApplication.translate("Outbox", "kontak terakhir dengan peladen {at}")
        tried.append(said.format(at=fmt.short_moment(link.synced_at)))
    if file.until is not None and file.row.standing is not Standing.ACCEPTED:
        said = QCoreApplication.translate("Outbox", "berlaku sampai {at}")
        tried.append(said.format(at=fmt.short_moment(file.until)))
    if tried:
        lines.append(" · ".join(tried))
    return "\n".join(lines)


def verdict(file: CardFile, link: Link) -> tuple[Tone, str, str]:
    """Return what is to be known about a deed: tone, the short of it, and the sentence behind it."""
    row = file.row
    standing, deed = row.standing, row.deed
    said = outcome_sentence(deed.outcome) if deed.outcome is not None else ""
    match standing:
        case Standing.REFUSED:
            return Tone.BAD, QCoreApplication.translate("Outbox", "Peladen menolak"), said
        case Standing.SKIPPED:
            return Tone.BAD, QCoreApplication.translate("Outbox", "Ikut batal dengan yang sebelumnya"), said
        case Standing.CONFLICT:
            title = QCoreApplication.translate("Outbox", "Pesanan sudah berubah sejak Anda lihat")
            text = QCoreApplication.translate(
                "Outbox", "Perbuatan Anda tidak dijalankan. Bandingkan di bawah, lalu pilih."
            )
            return Tone.BAD, title, text
        case Standing.EXPIRED:
            return Tone.WARN, _expired_title(deed), _expired_text(file)
        case Standing.STEP_UP:
            title = QCoreApplication.translate("Outbox", "Perlu bukti bahwa ini Anda")
            text = QCoreApplication.translate(
                "Outbox", "Masukkan kode atau kata sandi; sesudah itu langsung dikirim."
            )
            return Tone.WARN, title, text
        case Standing.ATTACHMENT:
            return Tone.WARN, QCoreApplication.translate("Outbox", "Menunggu lampiran"), said
        case Standing.VERSION:
            title = QCoreApplication.translate("Outbox", "Peladen belum mengenal versi perbuatan ini")
            return Tone.WARN, title, said
        case Standing.QUARANTINED:
            title = QCoreApplication.translate("Outbox", "Ditahan setelah tiga kali gagal di peladen")
            return Tone.WARN, title, said
        case Standing.HELD:
            return Tone.WARN, QCoreApplication.translate("Outbox", "Ditahan"), said
        case Standing.ACCEPTED:
            return Tone.OK, _accepted_title(deed), ""
    return _on_the_way(file, link)


def _on_the_way(file: CardFile, link: Link) -> tuple[Tone, str, str]:
    standing, deed = file.row.standing, file.row.deed
    if link.understanding.parked is not None:
        title = QCoreApplication.translate("Outbox", "Menunggu versi yang cocok")
        return Tone.WARN, title, refusal_sentence(link.understanding.parked)
    if deed.predicted is not None:
        title = QCoreApplication.translate("Outbox", "Kemungkinan akan ditolak")
        return Tone.WARN, title, refusal_sentence(deed.predicted)
    trouble = ""
    if deed.last_error:
        trouble = sentence(deed.last_error) or world_sentence(deed.last_error)
    match standing:
        case Standing.NOT_ORDERED:
            title = QCoreApplication.translate("Outbox", "Terkirim, belum dipesan")
            text = QCoreApplication.translate(
                "Outbox", "Pesanan baru ada setelah peladen memberi nomor. Anggaran dicek saat itu juga."
            )
            return Tone.NEUTRAL, title, trouble or text
        case Standing.BEHIND:
            title = QCoreApplication.translate("Outbox", "Dikirim setelah perbuatan sebelumnya dijawab")
            return Tone.NEUTRAL, title, trouble
        case Standing.WAITING:
            title = QCoreApplication.translate("Outbox", "Dikirim sendiri begitu tersambung")
            if deed.command == _SUBMIT:
                title = QCoreApplication.translate(
                    "Outbox", "Belum dipesan: dikirim sendiri begitu tersambung"
                )
            return Tone.NEUTRAL, title, trouble
    return Tone.NEUTRAL, standing_words(standing), trouble


def _expired_title(deed: Deed) -> str:
    if deed.command == _SUBMIT:
        return QCoreApplication.translate("Outbox", "Masih mau memesan?")
    return QCoreApplication.translate("Outbox", "Masih mau mengirimnya?")


def _expired_text(file: CardFile) -> str:
    text = QCoreApplication.translate(
        "Outbox",
        "Niat ini berlaku sampai {until} dan tidak sampai pada waktunya, jadi tidak dijalankan. "
        "Bila dikonfirmasi, dikirim lagi dengan harga dan anggaran yang dicek saat itu.",
    )
    return text.format(until=fmt.moment(file.until) if file.until is not None else "…")


def _accepted_title(deed: Deed) -> str:
    if deed.order_number:
        said = QCoreApplication.translate("Outbox", "Diterima peladen: {number}")
        return said.format(number=fmt.order_number(deed.order_number))
    return QCoreApplication.translate("Outbox", "Diterima peladen")


def reason(row: DeedRow, parked: Refusal | None = None) -> str:
    """Return the second line of a row in the list: why it waits, else what it is about.

    ``parked`` is why nothing at all is sent.
    """
    deed = row.deed
    if parked is not None and row.standing in _FOR_THE_LINK:
        return refusal_sentence(parked)
    explained = (row.waits_for_me or row.is_held) and row.standing is not Standing.STEP_UP
    if explained and deed.outcome is not None:
        return outcome_sentence(deed.outcome)
    if deed.predicted is not None and not row.waits_for_me:
        said = refusal_sentence(deed.predicted)
        return QCoreApplication.translate("Outbox", "Kemungkinan ditolak: {reason}").format(reason=said)
    return subject(row)


def fallen(deed: Deed) -> str:
    """Return one line about a deed that fell with another one."""
    said = QCoreApplication.translate("Outbox", "{what} (dibuat {at})")
    return said.format(what=command_words(deed.command), at=fmt.short_moment(deed.made_at))


def choice(file: CardFile, of: Choice) -> str:
    """Return what a button says."""
    standing, deed = file.row.standing, file.row.deed
    match of:
        case Choice.LEAVE:
            return _leave_words(standing)
        case Choice.AGAIN:
            return QCoreApplication.translate("Outbox", "Ajukan lagi milik saya…")
        case Choice.MERGE:
            return QCoreApplication.translate("Outbox", "Gabungkan…")
        case Choice.CORRECT:
            return _correct_words(standing, deed)
        case Choice.CONFIRM if deed.command == _SUBMIT:
            return QCoreApplication.translate("Outbox", "Ya, masih mau memesan")
        case Choice.CONFIRM:
            return QCoreApplication.translate("Outbox", "Ya, kirim lagi")
        case Choice.PROVE:
            return QCoreApplication.translate("Outbox", "Masukkan kode…")
        case Choice.WITHDRAW:
            return QCoreApplication.translate("Outbox", "Tarik kembali…")
        case Choice.SEND if file.row.is_held:
            return QCoreApplication.translate("Outbox", "Coba lagi")
        case Choice.SEND:
            return QCoreApplication.translate("Outbox", "Kirim sekarang")
        case Choice.COPY if standing is Standing.QUARANTINED:
            return QCoreApplication.translate("Outbox", "Salin nomor insiden")
    return QCoreApplication.translate("Outbox", "Salin isi")


def _leave_words(standing: Standing) -> str:
    match standing:
        case Standing.CONFLICT:
            return QCoreApplication.translate("Outbox", "Biarkan seperti sekarang")
        case Standing.EXPIRED:
            return QCoreApplication.translate("Outbox", "Tidak jadi")
    return QCoreApplication.translate("Outbox", "Sudah saya baca")


def _correct_words(standing: Standing, deed: Deed) -> str:
    code = deed.outcome.code if deed.outcome is not None else ""
    if deed.command == _SUBMIT and code == _PAGU:
        return QCoreApplication.translate("Outbox", "Kurangi jumlah…")
    if deed.command == _SUBMIT:
        return QCoreApplication.translate("Outbox", "Pakai sebagai draf baru…")
    if standing is Standing.CONFLICT:
        return QCoreApplication.translate("Outbox", "Buka halamannya…")
    return QCoreApplication.translate("Outbox", "Perbaiki…")


def copied(file: CardFile, values: Sequence[tuple[str, str]]) -> str:
    """Return what is put on the clipboard: the incident, else the deed with all that was typed."""
    outcome = file.row.deed.outcome
    if file.row.standing is Standing.QUARANTINED and outcome is not None and _INCIDENT in outcome.facts:
        return str(outcome.facts[_INCIDENT])
    head = [command_words(file.row.deed.command), about(file.row), standing_words(file.row.standing)]
    if outcome is not None and outcome.outcome != "ok":
        head.append(outcome_sentence(outcome))
    return "\n".join([*head, *(f"{name}: {value}" for name, value in values)])
