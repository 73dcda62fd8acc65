"""The window while somebody is signed in: pages of their access, changing it, leaving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from inaproc_core.wire.messages import AccessRow
from inaproc_desktop.appearance import Appearance
from inaproc_desktop.composition import account_safety, settings
from inaproc_desktop.composition.access_watch import AccessWatch, access_news
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.composition.finding import providers
from inaproc_desktop.composition.lease import LeasedBus, LeasedRunner
from inaproc_desktop.composition.office import Office
from inaproc_desktop.composition.pages import pages_of
from inaproc_desktop.composition.safety_watch import SafetyWatch
from inaproc_desktop.composition.standing import Standing
from inaproc_desktop.composition.training_tray import open_tray
from inaproc_desktop.ports.data import SignedIn
from inaproc_desktop.ports.preferences import Device
from inaproc_desktop.ports.ui import (
    Answer,
    ChangeBus,
    ChangeSet,
    Clock,
    Lane,
    Level,
    Message,
    Messages,
    Question,
    Runner,
)
from inaproc_desktop.services.notices import NoticesService
from inaproc_desktop.services.session import SessionService
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.actions import Action, ActionTable
from inaproc_desktop.views.shell.presenter import ShellPresenter
from inaproc_desktop.views.shell.rows import AccessItem
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets.step_up import use_second_factor
from inaproc_desktop.views.words import failure_words, role_label


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the frame shares with the whole program.

    Attributes:
        look: language, theme and sizes of the window, and where they are kept.
        device: what the data folder holds.
    """

    window: ShellWindow
    runner: Runner
    bus: ChangeBus
    messages: Messages
    clock: Clock
    session: SessionService
    look: Appearance
    device: Device


class Frame:
    """One signed-in person at the window. It is the navigator of their pages."""

    def __init__(
        self,
        around: Surroundings,
        office: Office,
        signed_in: SignedIn,
        *,
        note_waiting: Callable[[int], None],
        on_left: Callable[[], None],
    ) -> None:
        """Show the frame.

        Args:
            around: the program.
            office: the data of the person; the engine is started here and stopped by ``leave``.
            signed_in: the person and their access.
            note_waiting: notes the number of unsent deeds.
            on_left: called when the person has signed out.
        """
        self._around = around
        self._office = office
        self._signed_in = signed_in
        self._note_waiting = note_waiting
        self._on_left = on_left
        self.deps: Deps | None = None
        self._shell: ShellPresenter | None = None
        self._standing: Standing | None = None
        self._runner, self._bus = LeasedRunner(around.runner), LeasedBus(around.bus)
        window = around.window
        self._connections = [
            window.place_asked.connect(self.open_page),
            window.access_chosen.connect(self.act_as),
            window.sign_out_asked.connect(self.ask_to_leave),
            window.palette_query.connect(self._find),
            window.palette_chosen.connect(self._choose),
            window.sync_clicked.connect(self._open_outbox),
            window.bell_chosen.connect(self._follow_notice),
            window.accesses_asked.connect(lambda: self.open_page("access")),
        ]
        window.guard_closing(self.may_close)
        self._watch = AccessWatch(
            bus=around.bus,
            runner=around.runner,
            session=around.session,
            signed_in=lambda: self._signed_in,
            on_changed=self._accesses_changed,
        )
        use_second_factor(office.second_factor_on)
        window.show_training(signed_in.training)
        self._show_access()
        window.show_frame()
        around.look.on_rebuild = self._build_again
        office.engine.start()
        self._safety = SafetyWatch(runner=around.runner, account=office.account, messages=around.messages)

    # ---- the navigator

    def open_page(self, place_id: str, item_id: str = "") -> None:
        """Open a page, and in it one item when ``item_id`` is given."""
        if self._shell is not None:
            self._shell.open_page(place_id, item_id)

    # ---- accesses

    def act_as(self, access_id: str) -> None:
        """Act through another access of the same account; unsaved work is kept by its page on leaving."""
        if access_id == self._signed_in.access.access_id:
            return
        self._around.runner.submit(
            Lane.DATA, self._around.session.switch_access, self._signed_in, access_id, on_done=self._switched
        )

    def _accesses_changed(self, before: SignedIn, after: SignedIn) -> None:
        """Say what began or ended; leave the pages alone while the active access goes on."""
        self._signed_in = after
        if after.access == before.access:
            self._show_accesses()
        else:
            self._show_access()
        said = access_news(before, after)
        if said is not None:
            self._around.messages.tell(said)

    def _recount(self, changes: ChangeSet) -> None:
        # The engine counts what it changes itself.
        if changes.initiator != "sync":
            self._around.runner.submit(Lane.DATA, self._office.engine.recount)

    def _switched(self, signed_in: SignedIn) -> None:
        self._signed_in = signed_in
        self._show_access()

    def _show_access(self) -> None:
        around, signed_in = self._around, self._signed_in
        self._close_pages()
        self._runner, self._bus = LeasedRunner(around.runner), LeasedBus(around.bus)
        self.deps = deps = self._office.deps(
            signed_in, runner=self._runner, bus=self._bus, messages=around.messages, navigator=self
        )
        own = settings.pages(deps, around.look.store, around.device, around.look.show)
        specs = (*pages_of(deps), *account_safety.pages(deps, self._leave), *own)
        for spec in specs:
            around.window.add_page(spec.place_id, spec.make, spec.rail)
        actions = self._actions()
        self._shell = ShellPresenter(
            around.window,
            roles_of={spec.place_id: spec.roles for spec in specs},
            actions=actions,
            providers=providers(deps),
        )
        self._shell.show_access(signed_in.actor.role, _items(signed_in), signed_in.access.access_id)
        around.window.use_actions(actions, signed_in.actor.role)
        notices = NoticesService(
            mirror=deps.mirror, actor=signed_in.actor, notes=self._office.work, clock=deps.clock
        )
        self._bus.subscribe(self._recount, "deed")
        self._standing = Standing(deps, self._shell, specs, notices, self._note_waiting)
        first = next((spec.place_id for spec in specs if self._shell.may_open(spec.place_id)), "")
        self.open_page(first)

    def _show_accesses(self) -> None:
        self._around.window.show_accesses(_items(self._signed_in), self._signed_in.access.access_id)

    def _build_again(self, field: str) -> None:
        self._around.window.build_again()
        self._show_access()
        self.open_page("settings", field)

    def _actions(self) -> ActionTable:
        around = self._around
        table = ActionTable(
            [
                Action(
                    id="sync.now",
                    text=QCoreApplication.translate("Frame", "Sinkronkan sekarang"),
                    handler=self._office.engine.sync_now,
                    shortcut="Ctrl+R",
                    icon="sync",
                ),
                Action(
                    id="theme.light",
                    text=QCoreApplication.translate("Frame", "Tema terang"),
                    handler=lambda: around.look.choose_theme("light"),
                    icon="theme",
                ),
                Action(
                    id="theme.dark",
                    text=QCoreApplication.translate("Frame", "Tema gelap"),
                    handler=lambda: around.look.choose_theme("dark"),
                    icon="theme",
                ),
                Action(
                    id="theme.system",
                    text=QCoreApplication.translate("Frame", "Tema mengikuti sistem"),
                    handler=lambda: around.look.choose_theme("system"),
                    icon="theme",
                ),
                Action(
                    id="session.sign_out",
                    text=QCoreApplication.translate("Frame", "Keluar dari akun"),
                    handler=self.ask_to_leave,
                    icon="logout",
                ),
            ]
        )
        if self._signed_in.training:
            table.add(
                Action(
                    id="training.mailbox",
                    text=QCoreApplication.translate("Frame", "Kotak surat latihan"),
                    handler=self._open_mailbox,
                    icon="negotiation",
                )
            )
            table.add(
                Action(
                    id="training.reset",
                    text=QCoreApplication.translate("Frame", "Atur ulang kantor latihan"),
                    handler=self._ask_to_reset,
                    icon="undo",
                )
            )
        return table

    # ---- leaving

    def ask_to_leave(self) -> None:
        """Sign out; asks first when something was not sent."""
        waiting = self._office.link().waiting
        if not waiting:
            self._leave()
            return
        self._around.messages.ask(
            Question(code="session.sign_out_unsent", facts={"count": waiting}),
            lambda answer: self._leave() if answer.agreed else None,
        )

    def may_close(self, go_on: Callable[[], None]) -> bool:
        """Return whether the window may close at once; else ask, and go on when that is agreed."""
        waiting = self._office.link().waiting
        if waiting:
            self._around.messages.ask(
                Question(code="session.close_unsent", facts={"count": waiting}),
                lambda answer: go_on() if answer.agreed else None,
            )
        return not waiting

    def close(self) -> None:
        """Take the frame off the window; the engine is left to the caller."""
        self._around.window.guard_closing(None)
        self._around.look.on_rebuild = lambda _field: None
        self._watch.close()
        self._safety.close()
        use_second_factor()
        for connection in self._connections:
            self._around.window.disconnect(connection)
        self._connections = []
        self._shell = None
        self._close_pages()
        self._around.window.show_training(False)

    def _leave(self) -> None:
        session, engine = self._around.session, self._office.engine
        self.close()

        def end() -> None:
            engine.stop()
            session.sign_out()

        self._around.runner.submit(
            Lane.NETWORK, end, on_done=lambda _none: self._on_left(), on_error=lambda _error: self._on_left()
        )

    # ---- training

    def _open_mailbox(self) -> None:
        if self.deps is not None:
            open_tray(self._around.window, self.deps.mailbox, self._around.runner)

    def _ask_to_reset(self) -> None:
        def answered(answer: Answer) -> None:
            if answer.agreed:
                self._around.runner.submit(
                    Lane.NETWORK, self._reset, on_done=lambda _none: self._reset_done(), on_error=self._failed
                )

        self._around.messages.ask(Question(code="training.reset_ask", harmful=True), answered)

    def _reset(self) -> None:
        self._office.backend.reset_training()

    def _reset_done(self) -> None:
        self._around.messages.tell(Message(level=Level.DONE, code="training.reset_done"))

    def _failed(self, error: Exception) -> None:
        words = failure_words(error)
        if words is None:
            raise error
        self._around.window.show_toast(words.happened)

    # ---- signals of the window

    def _find(self, query: str) -> None:
        if self._shell is not None:
            self._shell.find(query)

    def _choose(self, entry_id: str) -> None:
        if self._shell is not None:
            self._shell.choose(entry_id)

    def _open_outbox(self) -> None:
        if self._shell is not None:
            self._shell.open_outbox()

    def _follow_notice(self, notice_id: str) -> None:
        if self._standing is not None:
            self._standing.follow_notice(notice_id)

    def _close_pages(self) -> None:
        """Let the pages of an access go; what they leave on the way saves itself first."""
        if self._standing is not None:
            self._standing.close()
            self._standing = None
        self._around.window.forget_pages()
        self._runner.end()
        self._bus.end()


def _items(signed_in: SignedIn) -> list[AccessItem]:
    return [_item(access) for access in signed_in.accesses]


def _item(access: AccessRow) -> AccessItem:
    try:
        until = fmt.date(date.fromisoformat(access.valid_until[:10]))
    except ValueError:  # no end, or one that this version cannot read
        until = ""
    return AccessItem(
        id=access.access_id,
        role=role_label(access.role),
        office=access.satker_name or access.vendor_name,
        until=until,
    )
