"""The pages of stage 1 after the account exists: second factor, recovery codes, what comes next."""

from __future__ import annotations

from inaproc_desktop.ports.identity import TotpSetup
from inaproc_desktop.views.registration.identity.rows import Place
from inaproc_desktop.views.widgets import Banner, SummaryRow, SummaryRows, Tone, label
from inaproc_desktop.views.widgets.safety.recovery_codes import RecoveryCodesPanel
from inaproc_desktop.views.widgets.safety.second_factor import SecondFactorSetup
from inaproc_desktop.views.widgets.wizard.page import WizardPage


class TotpPage(WizardPage):
    """Verifikasi dua langkah."""

    def __init__(self) -> None:
        super().__init__(Place.TOTP, goes_back=False, closes=False)
        self.step = self.tr("Verifikasi dua langkah")
        self.next_text = self.tr("Aktifkan")
        self.created = Banner(Tone.OK, self.tr("Akun sudah dibuat. Satu langkah lagi untuk mengamankannya."))
        self.created.setObjectName("identity.created")
        self.setup = SecondFactorSetup("identity.totp")
        self.add(self.created)
        self.add(self.setup)
        self.first_editor = self.setup.code
        self.show_setup(None, compulsory=False)

    def show_setup(self, setup: TotpSetup | None, *, compulsory: bool) -> None:
        """Show the secret; ``None`` while it is fetched."""
        self.show_heading(
            self.tr("Verifikasi dua langkah"),
            self.tr(
                "Akses Anda mewajibkan verifikasi dua langkah: kode dari ponsel diminta setiap kali masuk."
            )
            if compulsory
            else self.tr(
                "Kode dari ponsel diminta setiap kali masuk, sehingga kata sandi yang bocor tidak cukup. "
                "Wajib untuk bendahara, verifikator, dan admin; dianjurkan untuk semua."
            ),
        )
        self.extra_text = "" if compulsory else self.tr("Lewati dulu")
        if setup is None:
            self.setup.forget()
        else:
            self.setup.show_setup(setup.key, setup.modules)


class CodesPage(WizardPage):
    """Ten recovery codes."""

    def __init__(self) -> None:
        super().__init__(Place.CODES, goes_back=False, closes=False)
        self.show_heading(self.tr("Kode pemulihan"), self.tr("Verifikasi dua langkah sudah aktif."))
        self.codes = RecoveryCodesPanel("identity")
        self.add(self.codes)


class DonePage(WizardPage):
    """What comes next, and who must act."""

    def __init__(self) -> None:
        super().__init__(Place.DONE, goes_back=False, closes=False)
        self.step = self.tr("Selesai")
        self.next_text = self.tr("Masuk dan lanjut ke Profil")
        self.rows = SummaryRows()
        self.rows.setObjectName("identity.done_rows")
        self.add(self.rows)
        self.add(
            label(
                self.tr(
                    "Berikutnya tahap 2, Profil: siapkan KTP atau paspor untuk difoto. Sesudah profil "
                    "terverifikasi, tahap 3, Akses, menentukan jabatan dan instansi Anda."
                ),
                wrap=True,
            )
        )

    def show_done(self, name: str, *, second_factor: bool) -> None:
        """Show what was reached."""
        self.show_heading(
            self.tr("Identitas digital {name} sudah terdaftar").format(name=name),
            self.tr("Akun ini belum dapat bertransaksi: masih ada dua tahap."),
        )
        state = self.tr("aktif") if second_factor else self.tr("belum aktif; dapat dipasang di Keamanan akun")
        self.rows.show_rows(
            [
                SummaryRow(self.tr("Email dan ponsel"), self.tr("terverifikasi")),
                SummaryRow(self.tr("Verifikasi dua langkah"), state),
            ]
        )
