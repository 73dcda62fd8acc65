"""The pages of the gallery: the same widgets as the screens, with sample rows."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout

from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Align,
    Badge,
    Banner,
    Card,
    CheckField,
    Checklist,
    ChecklistItem,
    CodeInput,
    Column,
    Columns,
    ComboField,
    DateField,
    DateRangeField,
    EmptyState,
    EmptyText,
    GridColumn,
    LineGrid,
    MoneyField,
    MultilineField,
    Option,
    Page,
    PickerField,
    Pill,
    PillText,
    QuantityField,
    SearchField,
    Section,
    SectionNav,
    Segment,
    SegmentedBar,
    ShareBar,
    Step,
    StepBar,
    StepState,
    SummaryRow,
    SummaryRows,
    Table,
    TextField,
    Timeline,
    TimelineEvent,
    Tone,
    VerdictCard,
    button,
    column,
    label,
    row,
)
from tests.desktop.gallery.samples import TASKS


def home() -> Page:
    """Return a page like Beranda: a table of two lines and bars at the right."""
    page = Page("Menunggu tindakan Anda")
    page.show_status(PillText("2 jatuh tempo hari ini", Tone.WARN))
    page.add_trailing(button("Semua pesanan"))
    table = Table(
        "Menunggu tindakan Anda",
        [
            Column(
                key="what",
                title="Tindakan",
                text=lambda task: task.what,
                secondary=lambda task: task.more,
                strong=True,
                stretch=True,
                width=190,
            ),
            Column(
                key="order",
                title="Pesanan",
                text=lambda task: task.order,
                secondary=lambda task: task.about,
                width=136,
            ),
            Column(
                key="party",
                title="Pihak",
                text=lambda task: task.party,
                pill=lambda task: PillText("UMKK", Tone.ACCENT) if task.is_small else None,
                stretch=True,
                width=170,
            ),
            Column(
                key="amount",
                title="Nilai",
                text=lambda task: "—" if task.amount is None else fmt.rupiah(task.amount),
                align=Align.RIGHT,
                width=124,
                sort_key=lambda task: task.amount or 0,
            ),
            Column(
                key="due",
                title="Batas waktu",
                text=lambda task: task.due if isinstance(task.due, str) else "",
                pill=lambda task: None if isinstance(task.due, str) else task.due,
                width=148,
                sortable=True,
            ),
        ],
        lines=2,
        empty=EmptyText("Tidak ada yang menunggu Anda", "Tugas baru muncul di sini begitu ada."),
    )
    table.show_rows(TASKS)
    table.choose("1")
    card = Card(padded=False)
    card.add(table)
    budget = Card("Belanja 2026 terhadap pagu")
    for name, share, tone in (
        ("ATK Sekretariat", 9400, Tone.WARN),
        ("Peralatan TIK sekolah", 6100, Tone.ACCENT),
        ("Mebel ruang kelas", 3700, Tone.ACCENT),
    ):
        bar = ShareBar(name)
        bar.show_share(share, fmt.percent(basis_points=share, decimals=0), tone)
        budget.add(bar)
    local = Card("Produk dalam negeri & UMKK")
    for name, share, note in (("PDN", 8800, ""), ("UMKK", 4600, "(sasaran 40 %)")):
        bar = ShareBar(name)
        bar.show_share(share, fmt.percent(basis_points=share, decimals=0), Tone.OK, note)
        local.add(bar)
    drafts = Card("Draf")
    drafts.add(row(button("Checkout · Printer label", "link"), None, label("kemarin", "muted")))
    drafts.add(row(button("Balasan nego · Mebel", "link"), None, label("08.15", "muted")))
    side = column(budget, local, drafts, gap=12)
    page.body.addWidget(Columns(card, side, side_width=332), 1)
    return page


def checkout() -> Page:
    """Return a page like Checkout: sections, fields, a line grid, and the panel that stays."""
    page = Page("Checkout")
    page.show_status(PillText("Draf · tersimpan 09.42 di perangkat ini"))
    page.show_note("CV Contoh Niaga (simulasi) · 2 produk")
    nav = SectionNav("Bagian checkout")
    nav.show_sections(
        [
            Section("rup", "RUP & anggaran", done=True),
            Section("ppk", "PPK peninjau", done=True),
            Section("places", "Lokasi kirim", missing=1),
            Section("payment", "Pembayaran", done=True),
            Section("documents", "Dokumen", missing=1),
            Section("notes", "Catatan"),
        ]
    )
    nav.show_current("rup")
    budget = Card("RUP & anggaran", Pill(PillText("lengkap", Tone.OK)))
    rup = PickerField("Kode RUP", required=True)
    rup.show_value(Option("51402877", "51402877 · Belanja Alat Tulis Kantor Sekretariat"))
    fund, mak = TextField("Sumber dana"), TextField("MAK")
    fund.show_value("APBD 2026")
    mak.show_value("1.01.01.2.06.0002.5.1.02.01.01.0024")
    bar = SegmentedBar("Pagu RUP")
    bar.show_segments(
        [
            Segment("terpakai Rp48.300.000", 48_300_000, Tone.NEUTRAL),
            Segment("pesanan ini Rp187.450.306", 187_450_306),
        ],
        250_000_000,
    )
    budget.add(rup)
    budget.add(row(fund, mak, gap=14))
    budget.add(
        row(label("Pagu Rp250.000.000", "muted"), None, label("pesanan ini Rp187.450.306", "strong"), gap=8)
    )
    budget.add(bar)
    places = Card("Lokasi pengiriman", button("Tempel / impor XLSX…"))
    places.show_note("2 lokasi")
    places.add_trailing(button("Tambah lokasi", icon="add"))
    grid = LineGrid(
        "Lokasi pengiriman",
        [
            GridColumn("Penerima", 96),
            GridColumn("Alamat"),
            GridColumn("Permintaan tiba", 106),
            GridColumn("Jumlah", 110, Align.RIGHT),
            GridColumn("Ongkir", 84, Align.RIGHT),
        ],
    )
    amounts = [QuantityField("Jumlah", unit="rim", label_visible=False) for _ in range(2)]
    amounts[0].show_value(Quantity(32_000))
    amounts[1].show_value(Quantity(18_000))
    grid.show_lines(
        [
            (
                "a",
                [
                    "Bagian Umum\n0812-••••-1490",
                    "Jl. Contoh 239, Kota Bandung 40113",
                    "1–5 Des 2026",
                    amounts[0],
                    "Rp640.500",
                ],
            ),
            (
                "b",
                [
                    "Gudang UPT\n0813-••••-7712",
                    "Jl. Contoh Raya 584, Buahbatu, Kota Bandung",
                    Pill(PillText("belum diisi", Tone.BAD)),
                    amounts[1],
                    "Rp410.000",
                ],
            ),
        ]
    )
    places.add(grid)
    reviewer = Card("PPK peninjau", Pill(PillText("lengkap", Tone.OK)))
    method = ComboField("Metode pembayaran")
    method.show_options([Option("up", "Uang Persediaan (UP)"), Option("ls", "Langsung (LS)")])
    method.show_value("up")
    name = PickerField("Nama PPK")
    name.show_value(Option("p", "PPK Contoh · Dinas Pendidikan"))
    reviewer.add(row(name, method, gap=14))
    total = Card("Ringkasan")
    rows = SummaryRows()
    rows.show_rows(
        [
            SummaryRow("Harga produk", "Rp167.823.650"),
            SummaryRow("Layanan tambahan", "Rp0"),
            SummaryRow("Ongkos kirim", "Rp1.050.500"),
            SummaryRow("DPP nilai lain 11/12", "Rp154.801.304"),
            SummaryRow("PPN 12 %", "Rp18.576.156"),
            SummaryRow("Total", "Rp187.450.306", "total"),
        ]
    )
    total.add(rows)
    verdict = VerdictCard()
    verdict.show_verdict(
        Tone.OK, "≤ Rp200.000.000", "Dapat diproses PP dengan UP. Selisih Rp12.549.694 dari batas."
    )
    missing = Card("Yang masih kurang", Badge(2, Tone.BAD))
    checklist = Checklist("Yang masih kurang")
    checklist.show_items(
        [
            ChecklistItem("a", "Permintaan tiba", "lokasi 2, Gudang UPT"),
            ChecklistItem("b", "Dokumen HPS", "wajib di atas Rp100.000.000"),
        ]
    )
    missing.add(checklist)
    submit = button("Ajukan Negosiasi", "primary")
    submit.setEnabled(False)
    send = Card()
    send.add(submit)
    send.add(label("Anda sedang luring. Setelah lengkap, pengajuan masuk Kotak Keluar.", "small", wrap=True))
    side = column(total, verdict, missing, send, gap=12)
    main = column(budget, places, reviewer, None, gap=12)
    page.body.addWidget(Columns(main, side, nav=nav, scrolls=True), 1)
    return page


def negotiation() -> Page:
    """Return a page like Negosiasi: step bar, offers with errors at the field, the history."""
    page = Page("Negosiasi EP-01KA81…0C")
    page.show_status(PillText("Putaran 3 · giliran Anda", Tone.ACCENT))
    page.add_trailing(Pill(PillText("2 hari kerja lagi · Sel 24 Nov 23.59 WIB", Tone.WARN)))
    steps = StepBar("Perjalanan pesanan")
    words = ("Tinjauan PPK", "Surat Pesanan", "Pengiriman", "BAST", "Pembayaran", "Selesai")
    steps.show_steps(
        [
            Step("Draf", StepState.DONE),
            Step("Checkout", StepState.DONE),
            Step("Negosiasi", StepState.CURRENT),
            *(Step(word) for word in words),
        ]
    )
    top = Card()
    top.add(steps)
    page.body.addWidget(top)
    offers = [MoneyField("Tawaran baru", label_visible=False) for _ in range(3)]
    offers[0].show_value(Rupiah(1_045_000))
    offers[0].show_hint("di bawah Rp1.080.000")
    offers[1].show_value(Rupiah(470_000))
    offers[2].show_value(Rupiah(3_600_000))
    offers[2].show_error("harus di bawah Rp3.500.000")
    grid = LineGrid(
        "Butir yang dinegosiasikan",
        [
            GridColumn("Butir"),
            GridColumn("Jumlah", 70, Align.RIGHT),
            GridColumn("Harga tayang", 96, Align.RIGHT),
            GridColumn("Tawaran Anda (2)", 112, Align.RIGHT),
            GridColumn("Balasan penyedia (2)", 130, Align.RIGHT),
            GridColumn("Tawaran baru", 170, Align.RIGHT),
        ],
    )
    grid.show_lines(
        [
            (
                "a",
                [
                    "Meja siswa jati ganda\nTKDN 78,4 %",
                    "160 unit",
                    "Rp1.150.000",
                    "Rp1.000.000",
                    "Rp1.080.000",
                    offers[0],
                ],
            ),
            ("b", ["Kursi siswa jati", "160 unit", "Rp520.000", "Rp450.000", "Rp485.000", offers[1]]),
            (
                "c",
                ["Ongkos kirim\nKurir Penyedia", "1", "Rp4.500.000", "Rp2.500.000", "Rp3.500.000", offers[2]],
            ),
        ]
    )
    card = Card("Tawaran")
    card.add(grid)
    card.add(
        row(
            column(label("Total bila disetujui", "muted"), label("Rp272.949.000", "total"), gap=0),
            column(
                label("Hemat dari harga tayang", "muted"),
                label("Rp28.638.000 · 9,5 %", "total_ok"),
                gap=0,
            ),
            None,
            button("Batalkan Nego…", "danger"),
            button("Setujui balasan"),
            button("Ajukan Harga Baru", "primary"),
            gap=12,
        )
    )
    card.body.addStretch(1)
    history = Card("Riwayat")
    line = Timeline("Riwayat negosiasi")
    line.show_events(
        [
            TimelineEvent(
                "Penyedia membalas",
                "UD Contoh Makmur",
                "Jum 20 Nov 14.12",
                "−6,1 % dari harga tayang. “Ongkir sudah termasuk bongkar di tiap sekolah.”",
                Tone.ACCENT,
            ),
            TimelineEvent("Anda menawar", "", "Jum 20 Nov 09.30", "−13,0 %"),
            TimelineEvent("Penyedia membalas", "UD Contoh Makmur", "Kam 19 Nov 16.45", "−3,5 %"),
            TimelineEvent("Pesanan diajukan", "PP Contoh", "Kam 19 Nov 10.02", tone=Tone.OK),
        ]
    )
    history.add(line)
    history.body.addStretch(1)
    page.body.addWidget(Columns(card, history, side_width=300, main_width=820), 1)
    return page


def fields() -> Page:
    """Return every field, empty, filled, wrong and locked."""
    page = Page("Isian")
    page.show_banner(Tone.WARN, "Harga satu produk berubah sejak masuk keranjang.", "Lihat")
    first, second, third = Card("Teks"), Card("Angka dan tanggal"), Card("Pilihan dan keadaan")
    name = TextField("Nama penerima", required=True, placeholder="nama lengkap")
    name.show_error("Nama penerima belum diisi.")
    secret = TextField("Kata sandi", secret=True)
    secret.show_value("rahasia")
    locked = TextField("Sumber dana")
    locked.show_value("APBD 2026")
    locked.set_locked(True)
    notes = MultilineField("Catatan", hint="Dibaca oleh penyedia.")
    notes.show_value("Mohon dikirim pada jam kerja.")
    code = CodeInput("Kode verifikasi")
    code.show_value("4821")
    for field in (SearchField("Cari pesanan"), name, secret, locked, notes, code):
        first.add(field)
    first.body.addStretch(1)
    money = MoneyField("Harga satuan", hint="di bawah Rp1.080.000")
    money.show_value(Rupiah(1_045_000))
    wrong = MoneyField("Ongkos kirim")
    wrong.show_error("Titik atau koma tidak pada tempatnya. Tulis misalnya 1.045.000.")
    amount = QuantityField("Jumlah", unit="rim")
    amount.show_value(Quantity(123_450))
    day = DateField("Tanggal BAST")
    day.show_value(dt.date(2026, 12, 1))
    span = DateRangeField("Permintaan tiba")
    span.show_value((dt.date(2026, 12, 1), dt.date(2026, 12, 5)))
    for number in (money, wrong, amount, day, span):
        second.add(number)
    second.body.addStretch(1)
    combo = ComboField("Metode pembayaran")
    combo.show_options([Option("up", "Uang Persediaan (UP)"), Option("ls", "Langsung (LS)")])
    ticked, empty = CheckField("Barang sesuai fungsi"), CheckField("Tepat waktu")
    ticked.show_value(True)
    pills = row(
        Pill(PillText("lengkap", Tone.OK)),
        Pill(PillText("segera", Tone.WARN)),
        Pill(PillText("ditolak", Tone.BAD)),
        None,
    )
    more = row(Pill(PillText("giliran Anda", Tone.ACCENT)), Pill(PillText("draf")), Badge(3), None)
    for widget in (combo, ticked, empty, pills, more):
        third.add(widget)
    third.add(row(button("Utama", "primary"), button("Biasa"), button("Tolak…", "danger"), None))
    third.add(row(button("Hapus", "harm", "remove"), button("Diam", "quiet", "edit"), None))
    third.add(row(button("Tautan", "link"), None))
    off = button("Belum bisa", "primary")
    off.setEnabled(False)
    dull = button("Biasa, mati")
    dull.setEnabled(False)
    third.add(row(off, dull, None))
    third.add(Banner(Tone.BAD, "Pesanan ditolak peladen: pagu RUP tidak cukup."))
    third.add(Banner(Tone.OK, "Tersimpan di perangkat ini."))
    third.body.addStretch(1)
    nothing = Card("Daftar kosong")
    nothing.add(
        EmptyState(EmptyText("Keranjang masih kosong", "Cari produk di Katalog.", "Buka Katalog"), "cart"), 1
    )
    right = column(third)
    layout = QHBoxLayout()
    layout.setSpacing(theme.px(14))
    for card in (first, second, right, nothing):
        layout.addWidget(card, 1)
    page.body.addLayout(layout, 1)
    return page
