"""The checkout page without widgets: judged at once, kept after a pause, lost never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.orders.content import AttachmentKind, PaymentMethod, PaymentPlan
from inaproc_core.orders.facts import RupFact
from inaproc_core.orders.merging import Side, merge
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.attachments import FileState, KeptFile
from inaproc_desktop.ports.buying import Amount
from inaproc_desktop.ports.catalogue import Region
from inaproc_desktop.ports.checkout import CheckoutForm, CheckoutSheet, Offer, Standing, Submission
from inaproc_desktop.ports.drafts import ClashKind, DraftClash, DraftVersion, VersionOrigin
from inaproc_desktop.ports.ui import ChangeSet, Lane
from inaproc_desktop.services.attachments import AttachmentService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.checkout.presenter import CheckoutPresenter
from tests import builders
from tests.desktop.fake_shelf import FakeOrderFiles
from tests.desktop.fakes import HeldRunner, ImmediateRunner, RecordingBus, RecordingNavigator
from tests.desktop.services.checkout.desk import complete, make
from tests.documents.intake import corpus


class View:
    def __init__(self) -> None:
        self.filled = 0
        self.sheets: list[CheckoutSheet] = []
        self.placed: list[str] = []
        self.rups: list[list[str]] = []
        self.regions: list[list[str]] = []
        self.saved: list[datetime | None] = []
        self.online: list[bool] = []
        self.refused: list[tuple[str, str]] = []
        self.busy: list[bool] = []
        self.sent: list[tuple[Submission, bool]] = []
        self.nothing = 0
        self.followed: list[tuple[CheckoutForm, str, bool]] = []
        self.clashes: list[DraftClash | None] = []
        self.versions: list[list[int]] = []
        self.ended = 0
        self.failures: list[Exception] = []
        self.file_limits = (0, 0)
        self.attaching: list[bool] = []
        self.not_attached: list[Exception] = []
        self.files: dict[str, KeptFile] = {}

    @property
    def sheet(self) -> CheckoutSheet:
        return self.sheets[-1]

    def show_form(self, sheet: CheckoutSheet) -> None:
        self.filled += 1
        self.sheets.append(sheet)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        self.sheets.append(sheet)

    def show_places(self, sheet: CheckoutSheet, place_id: str) -> None:
        self.placed.append(place_id)

    def show_rups(self, rups: Sequence[RupFact]) -> None:
        self.rups.append([rup.code for rup in rups])

    def show_regions(self, regions: Sequence[Region]) -> None:
        self.regions.append([region.code for region in regions])

    def show_file_limits(self, count: int, size: int) -> None:
        self.file_limits = (count, size)

    def show_attaching(self, working: bool) -> None:
        self.attaching.append(working)

    def show_not_attached(self, error: Exception) -> None:
        self.not_attached.append(error)

    def show_files(self, files: Mapping[str, KeptFile]) -> None:
        self.files = dict(files)

    def show_saved(self, at: datetime | None) -> None:
        self.saved.append(at)

    def show_online(self, online: bool) -> None:
        self.online.append(online)

    def show_refused(self, refusal: Refusal, field: str) -> None:
        self.refused.append((refusal.code, field))

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def show_sent(self, submission: Submission, online: bool) -> None:
        self.sent.append((submission, online))

    def show_nothing(self) -> None:
        self.nothing += 1

    def show_followed(self, sheet: CheckoutSheet, device: str, *, begun_anew: bool) -> None:
        self.followed.append((sheet.form, device, begun_anew))
        self.sheets.append(sheet)

    def show_clash(self, clash: DraftClash | None, sheet: CheckoutSheet) -> None:
        self.clashes.append(clash)

    def show_versions(self, versions: Sequence[DraftVersion]) -> None:
        self.versions.append([version.n for version in versions])

    def show_ended(self) -> None:
        self.ended += 1

    def show_failure(self, error: Exception) -> None:
        self.failures.append(error)


class Table:
    """A presenter at work, and everything around it."""

    def __init__(self, actor: Actor = builders.PP, runner: HeldRunner | None = None) -> None:
        self.service, self.mine = make(actor)
        self.view, self.bus, self.navigator = View(), RecordingBus(), RecordingNavigator()
        self.runner = runner or ImmediateRunner()
        self.rounds: list[str] = []
        self.presenter = CheckoutPresenter(
            self.view,
            self.service,
            AttachmentService(
                self.mine.shelf,
                FakeOrderFiles(self.mine.shelf),
                Rules(builders.BOOK, builders.CALENDAR, self.mine.world.clock),
                actor.access_id,
            ),
            self.runner,
            self.bus,
            self.navigator,
            self.mine.world.clock,
            self.mine.link,
            self.sync,
        )

    def sync(self) -> None:
        self.rounds.append("round")
        self.bus.publish(self.mine.outbox.deliver())

    def open(self, **amounts: int) -> str:
        form = complete(self.service, self.mine, **amounts)
        self.presenter.open(form.order_id)
        return form.order_id

    def kept(self):
        draft = self.service.open("")
        assert draft is not None
        return draft.form


def paper(folder: Path, name: str = "KAK.pdf") -> str:
    place = folder / name
    place.write_bytes(corpus.good_pdf())
    return str(place)


def test_a_file_is_kept_before_the_draft_names_it_and_the_draft_at_once(tmp_path: Path):
    table = Table()
    table.open()
    assert table.view.file_limits == (10, 10 * 1024 * 1024)
    table.presenter.files.attach(paper(tmp_path))
    (attachment,) = table.view.sheet.form.attachments
    assert table.mine.shelf.contents[attachment.sha256] == corpus.good_pdf()
    assert table.kept().attachments == (attachment,)  # no pause in between
    assert (attachment.name, attachment.kind, attachment.internal) == (
        "KAK.pdf",
        AttachmentKind.OTHER,
        False,
    )
    assert table.view.attaching == [True, False]
    assert table.view.files[attachment.sha256].state is FileState.KEPT
    table.presenter.files.attach(paper(tmp_path, "Salinan.pdf"))  # the same content
    assert table.kept().attachments == (attachment,)


def test_what_a_file_is_decides_who_sees_it_until_the_buyer_says_otherwise(tmp_path: Path):
    table = Table()
    table.open()
    table.presenter.files.attach(paper(tmp_path))
    sha256 = table.kept().attachments[0].sha256
    table.presenter.files.choose_kind(sha256, "HPS")
    assert [(one.kind, one.internal) for one in table.kept().attachments] == [(AttachmentKind.HPS, True)]
    table.presenter.files.choose_internal(sha256, False)
    assert [(one.kind, one.internal) for one in table.kept().attachments] == [(AttachmentKind.HPS, False)]
    table.presenter.files.detach(sha256)
    assert table.kept().attachments == ()


def test_a_file_that_is_no_document_or_cannot_be_kept_is_told_and_nothing_changes(tmp_path: Path):
    table = Table()
    table.open()
    bad = tmp_path / "program.pdf"
    bad.write_bytes(b"MZ" + b"\0" * 2000)
    table.presenter.files.attach(str(bad))
    table.mine.shelf.disk_full = True
    table.presenter.files.attach(paper(tmp_path))
    told = [getattr(getattr(one, "refusal", one), "code", "") for one in table.view.not_attached]
    assert told == ["file.is_program", "world.disk"]
    assert table.kept().attachments == ()


def test_a_refused_file_keeps_the_checkout_here_until_it_is_replaced(tmp_path: Path):
    table = Table()
    table.open()
    table.presenter.files.attach(paper(tmp_path))
    sha256 = table.kept().attachments[0].sha256
    table.bus.publish(table.mine.shelf.move(sha256, FileState.UPLOADING, 700))
    assert table.view.files[sha256].sent == 700
    table.bus.publish(table.mine.shelf.move(sha256, FileState.REFUSED, reason="file.two_in_one"))
    table.presenter.submit()
    assert table.view.refused == [("command.attachment_refused", "attachments")]
    assert table.view.sent == []
    table.presenter.files.detach(sha256)
    table.presenter.submit()
    assert table.view.sent


def test_without_a_draft_there_is_nothing_to_work_on():
    table = Table()
    table.presenter.open("")
    assert (table.view.nothing, table.view.filled) == (1, 0)


def test_every_edit_is_judged_at_once_and_kept_after_a_pause():
    table = Table()
    table.open()
    saves = table.mine.drafts.saves
    table.presenter.choose_rup("")
    table.presenter.write_note("Mohon dikemas per ruangan")
    assert [problem.field for problem in table.view.sheet.verdict.problems] == ["rup_code"]
    assert table.mine.drafts.saves == saves
    assert table.view.saved[-1] is None
    assert table.runner.fire_timers() == 1
    assert table.mine.drafts.saves == saves + 1
    assert table.kept().note == "Mohon dikemas per ruangan"
    assert table.view.saved[-1] == table.mine.world.clock.now()
    assert table.bus.published[-1].touches("draft")


def test_the_same_value_again_is_no_edit():
    table = Table()
    table.open()
    sheets = len(table.view.sheets)
    table.presenter.declare(True)
    table.presenter.remember_text("places.p1.arrival", "")
    assert len(table.view.sheets) == sheets
    assert table.runner.fire_timers() == 0


@pytest.mark.parametrize("way", ["leave", "close", "other"])
def test_leaving_keeps_what_was_typed(way):
    table = Table()
    table.open()
    table.presenter.write_note("setengah jalan")
    if way == "leave":
        table.presenter.leave()
    elif way == "close":
        table.presenter.close()
    else:
        table.presenter.open(table.service.start_direct("p-3", Quantity(100)))
    notes = {str(draft.content["note"]) for draft in table.mine.drafts.all("checkout")}
    assert "setengah jalan" in notes
    assert table.runner.fire_timers() == 0


def test_coming_back_goes_on_with_the_same_form_and_fresh_facts():
    table = Table()
    order_id = table.open()
    table.presenter.write_note("masih di sini")
    table.presenter.leave()
    table.mine.world.rups["51402877"] = builders.rup(pagu=1000)
    table.presenter.open("")
    table.presenter.open(order_id)
    assert table.view.filled == 1
    assert table.view.sheet.form.note == "masih di sini"
    assert [problem.field for problem in table.view.sheet.verdict.problems] == ["rup_code"]


def test_choices_go_into_the_form():
    table = Table(builders.PPK)
    table.open()
    table.presenter.choose_rup("51402901")
    assert table.view.sheet.form.mak == ""
    table.presenter.choose_mak("1.01.02.2.01.0031.5.2.02.10.02.0003")
    table.presenter.choose_rup("51402877")
    assert table.view.sheet.form.mak == "1.01.01.2.06.0002.5.1.02.01.01.0024"
    table.presenter.choose_reviewer("")
    table.presenter.choose_method("UP")
    table.presenter.choose_plan("TERMIN")
    table.presenter.change_quantity("p-1", Amount(Quantity(1250)))
    table.presenter.offer("product:p-2", Offer(Rupiah(1_000_000)))
    form = table.view.sheet.form
    assert (form.ppk_access_id, form.method, form.plan) == ("", PaymentMethod.UP, PaymentPlan.TERMIN)
    assert form.lines[0].quantity == 1250
    assert form.offers == {"product:p-2": 1_000_000}
    table.presenter.choose_discount(1000)
    assert table.view.filled == 2
    assert (table.view.sheet.form.offers, table.view.sheet.form.discount) == ({}, 1000)
    table.presenter.drop_line("p-2")
    assert [line.product_id for line in table.view.sheet.form.lines] == ["p-1"]


def test_searches_are_answered():
    table = Table()
    table.open()
    table.presenter.searches.find_rups("peralatan")
    table.presenter.searches.find_regions("merdeka")
    table.presenter.searches.find_regions(" ")
    assert table.view.rups == [["51402901"]]
    assert table.view.regions == [["32.73.09.1002"], []]


def test_nothing_waits_behind_a_search_for_regions():
    runner = HeldRunner()
    table = Table(runner=runner)
    table.presenter.open()
    runner.run_all()
    table.presenter.searches.find_regions("cipag")
    table.presenter.searches.find_regions("cipaganti")
    assert [lane for lane, _run, token in runner.waiting if not token.cancelled] == [Lane.NETWORK]


def test_places_come_and_go_and_share_quantities():
    table = Table()
    table.open()
    table.presenter.remove_place("p1")
    assert [place.id for place in table.view.sheet.form.places] == ["p1"]
    table.presenter.add_place()
    second = table.view.sheet.form.places[1]
    assert table.view.placed == [second.id]
    assert second.id.startswith("p2-")
    table.presenter.change_place(replace(second, recipient="Gudang UPT"))
    table.presenter.share(second.id, "p-1", Amount(Quantity(400)))
    table.presenter.share("p1", "p-1", Amount(Quantity(600)))
    table.presenter.share("p9", "p-1", Amount(Quantity(600)))
    assert table.view.sheet.verdict.unshared == {"p-1": 0, "p-2": 0}
    table.presenter.share(second.id, "p-1", Amount(None))
    assert table.view.sheet.verdict.unshared["p-1"] == 400
    table.presenter.remove_place(second.id)
    assert table.view.placed == [second.id, "p1"]
    assert table.view.sheet.verdict.unshared["p-1"] == 0


def test_an_address_of_an_earlier_order_fills_a_place_but_not_its_dates():
    table = Table()
    table.mine.world.add_orders(builders.play_to(State.WAIT_SELLER))
    table.open()
    table.presenter.add_place()
    added = table.view.placed[0]
    table.presenter.use_address(added, 0)
    table.presenter.use_address(added, 9)
    place = table.view.sheet.form.places[1]
    assert (place.recipient, place.arrive_from) == ("Bagian Umum", None)
    assert table.view.placed == [added, added]


def test_text_that_cannot_be_read_is_kept_too():
    table = Table()
    table.open()
    table.presenter.remember_text("offers.product:p-1", "5o.000")
    table.runner.fire_timers()
    assert table.kept().texts == {"offers.product:p-1": "5o.000"}


def test_a_changed_price_is_told_by_the_catalogue_and_taken():
    table = Table()
    table.open()
    table.mine.world.products["p-1"] = replace(table.mine.world.products["p-1"], price=Rupiah(59_000))
    table.bus.publish(ChangeSet.of("catalogue"))
    assert [problem.field for problem in table.view.sheet.verdict.problems] == ["goods.p-1.price"]
    table.presenter.take_price("p-1")
    table.presenter.take_price("p-99")
    assert table.view.sheet.verdict.is_ready


def test_submitting_waits_for_the_number_and_then_opens_the_negotiation():
    table = Table()
    order_id = table.open()
    table.presenter.submit()
    assert table.view.sent[0][0].standing is Standing.WAITING
    assert table.view.busy == [False, True, False]
    assert table.navigator.opened == [("negotiation", order_id)]
    assert table.mine.drafts.all() == ()
    assert table.mine.cart.lines() == ()


def test_offline_it_waits_until_the_link_is_back():
    table = Table()
    order_id = table.open()
    table.mine.world.online = False
    table.bus.publish(ChangeSet.of("link"))
    assert table.view.online[-1] is False
    table.presenter.submit()
    assert {online for _submission, online in table.view.sent} == {False}
    assert table.navigator.opened == []
    table.presenter.open("")
    assert table.view.sent[-1][0].order_id == order_id
    table.mine.world.online = True
    table.sync()
    assert table.navigator.opened == [("negotiation", order_id)]


def test_the_page_does_not_jump_when_the_person_went_elsewhere():
    table = Table()
    table.open()
    table.mine.world.online = False
    table.presenter.submit()
    table.presenter.leave()
    table.mine.world.online = True
    table.sync()
    assert table.navigator.opened == []
    assert table.view.nothing == 1


def test_a_refusal_by_the_backend_brings_the_form_back_with_its_reason():
    table = Table()
    table.open()
    table.presenter.write_note("jangan hilang")
    table.mine.world.refuse_next = Refusal(code="checkout.over_pagu", field="rup_code", facts={"missing": 7})
    table.presenter.submit()
    assert table.view.refused == [("checkout.over_pagu", "rup_code")]
    assert table.view.filled == 2
    assert table.view.sheet.form.note == "jangan hilang"
    assert table.navigator.opened == []
    assert table.kept().note == "jangan hilang"
    assert table.mine.outbox.deeds() == ()


def test_a_local_refusal_at_the_last_moment_is_shown_at_its_field():
    table = Table()
    table.open()
    # The pagu shrank since the facts were read, and no change was announced.
    table.mine.world.rups["51402877"] = builders.rup(pagu=1000)
    table.presenter.submit()
    assert table.view.refused == [("checkout.over_pagu", "rup_code")]
    assert table.view.busy[-1] is False
    assert len(table.mine.cart.lines()) == 2
    assert [problem.field for problem in table.view.sheet.verdict.problems] == ["rup_code"]
    assert table.runner.fire_timers() == 1


def test_a_full_disk_loses_nothing():
    table = Table()
    table.open()
    table.mine.outbox.full_disk = True
    table.presenter.submit()
    assert len(table.view.failures) == 1
    assert table.view.busy[-1] is False
    table.mine.outbox.full_disk = False
    table.presenter.submit()
    assert len(table.navigator.opened) == 1


def test_an_incomplete_form_is_not_submitted_and_nothing_is_edited_meanwhile():
    runner = HeldRunner()
    table = Table(runner=runner)
    table.open()
    runner.run_all()
    table.presenter.declare(False)
    table.presenter.submit()
    assert runner.waiting == []
    table.presenter.declare(True)
    table.presenter.submit()
    note = table.view.sheet.form.note
    table.presenter.write_note("terlambat")
    table.presenter.add_place()
    table.presenter.submit()
    assert len(runner.waiting) == 1
    assert table.view.sheet.form.note == note
    runner.run_all()
    assert len(table.mine.outbox.puts) == 1


def test_discarding_leads_back_to_the_keranjang():
    table = Table()
    table.open()
    table.presenter.write_note("buang")
    table.presenter.discard()
    assert table.mine.drafts.all() == ()
    assert table.navigator.opened == [("cart", "")]
    assert table.runner.fire_timers() == 0
    assert len(table.mine.cart.lines()) == 2


def test_after_closing_changes_are_not_listened_to():
    table = Table()
    table.open()
    table.presenter.close()
    sheets = len(table.view.sheets)
    table.bus.publish(ChangeSet.of("rup", "link", "order"))
    assert len(table.view.sheets) == sheets


# ---- other devices


def test_what_comes_from_another_device_is_shown_and_said():
    table = Table()
    order_id = table.open()
    form = replace(table.kept(), note="dari sana")
    table.bus.publish(table.mine.shared.arrive(form))
    assert table.view.followed == [(form, "Meja 2", False)]
    table.bus.publish(ChangeSet.of("draft", ids=["another"], initiator="sync"))
    assert len(table.view.followed) == 1
    assert order_id == form.order_id


def test_what_is_being_typed_is_not_taken_away_and_meets_it_at_the_pause():
    table = Table()
    table.open()
    there = replace(table.kept(), rup_code="51402901", mak="")
    table.presenter.write_note("sedang meng")
    table.bus.publish(table.mine.shared.arrive(there))
    assert table.view.followed == []
    table.presenter.write_note("sedang mengetik")
    table.runner.fire_timers()
    both = replace(there, note="sedang mengetik")
    assert table.kept() == both
    assert table.view.followed == [(both, "", False)]
    table.presenter.declare(False)
    table.runner.fire_timers()
    assert table.kept() == replace(both, declaration=False)
    assert len(table.view.followed) == 1


def test_the_draft_goes_to_the_other_devices_when_it_is_quiet_and_on_leaving():
    table = Table()
    rounds = table.rounds
    table.open()
    table.presenter.write_note("a")
    table.runner.fire_timers()
    assert rounds == []
    table.runner.fire_timers()
    assert rounds == ["round"]
    table.presenter.write_note("ab")
    table.presenter.leave()
    assert rounds == ["round", "round"]
    table.presenter.leave()
    assert len(rounds) == 2


def test_a_draft_that_ended_elsewhere_leaves_the_page_with_a_word():
    table = Table()
    order_id = table.open()
    table.mine.drafts.delete(order_id)
    table.bus.publish(ChangeSet.of("draft", ids=[order_id], initiator="sync"))
    assert table.view.ended == 1
    table.presenter.write_note("tidak lagi")
    assert table.runner.fire_timers() == 0


def clash_of(table: Table, kind: ClashKind = ClashKind.EDITED) -> DraftClash:
    mine = table.kept()
    base, theirs = replace(mine, note="awal"), replace(mine, note="sana")
    return DraftClash(
        draft_id=mine.order_id,
        kind=kind,
        base=base,
        mine=mine,
        theirs=theirs if kind is ClashKind.EDITED else None,
        places=merge(base, mine, theirs).clashes,
    )


def test_a_clash_is_asked_about_and_its_answer_stands_and_goes_out():
    table = Table()
    order_id = table.open()
    clash = clash_of(table)
    table.mine.shared.clashes[order_id] = clash
    table.bus.publish(ChangeSet.of("draft", ids=[order_id], initiator="sync"))
    assert table.view.clashes[-1] == clash
    table.presenter.sharing.resolve({"note": Side.THEIRS})
    assert table.mine.shared.resolved == [{"note": Side.THEIRS}]
    assert table.view.clashes[-1] is None
    assert table.view.followed[-1][0].note == "sana"
    assert any(changes.touches("draft") for changes in table.bus.published[-3:])


def test_what_stands_here_may_become_a_draft_of_its_own():
    table = Table()
    order_id = table.open()
    table.mine.shared.clashes[order_id] = clash_of(table, ClashKind.DISCARDED)
    table.presenter.sharing.keep_as_new()
    form, _device, begun_anew = table.view.followed[-1]
    assert form.order_id != order_id
    assert begun_anew
    table.presenter.write_note("lanjut")
    table.runner.fire_timers()
    assert table.kept().note == "lanjut"


def test_an_earlier_version_is_taken_back():
    table = Table()
    order_id = table.open()
    earlier = DraftVersion(
        n=7,
        saved_at=builders.NOW,
        origin=VersionOrigin.FOLLOWED,
        form=replace(table.kept(), note="dulu"),
    )
    table.mine.shared.kept[order_id] = (earlier,)
    table.presenter.sharing.ask_versions()
    assert table.view.versions == [[7]]
    table.presenter.sharing.take_back(7)
    assert table.view.followed[-1][0].note == "dulu"
    table.presenter.sharing.take_back(8)
    assert len(table.view.failures) == 1


def test_a_draft_that_moved_on_is_not_submitted_unseen():
    table = Table()
    table.open()
    there = replace(table.kept(), note="dari sana")
    table.mine.shared.arrive(there)
    table.presenter.submit()
    assert table.view.refused == [("draft.changed_elsewhere", "")]
    assert table.mine.outbox.puts == []
    assert table.view.followed[-1][0] == there
    table.presenter.submit()
    assert len(table.mine.outbox.puts) == 1


def test_without_a_draft_there_is_nothing_to_decide():
    table = Table()
    table.presenter.sharing.resolve({})
    table.presenter.sharing.keep_as_new()
    table.presenter.sharing.ask_versions()
    table.presenter.sharing.take_back(1)
    assert (table.view.versions, table.view.failures, table.mine.shared.resolved) == ([], [], [])
