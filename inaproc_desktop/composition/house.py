"""The program behind the window: files, session, training server; sign-in page or frame in front.

Importing this module imports everything heavy; ``app`` does it on a thread after the window is shown.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass

from inaproc_core.errors import Refusal, Refused
from inaproc_core.policy.default import load_default, load_default_calendar
from inaproc_core.registration.book import load_registration
from inaproc_core.wire.messages import HelloAnswer, Session
from inaproc_desktop.appearance import Appearance
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.composition.files import Files
from inaproc_desktop.composition.frame import Frame, Surroundings
from inaproc_desktop.composition.in_force import PolicyInForce, RegistrationInForce
from inaproc_desktop.composition.memory import give_back
from inaproc_desktop.composition.office import Office
from inaproc_desktop.composition.pages import load_areas
from inaproc_desktop.composition.release import BUILT, CLIENT_VERSION
from inaproc_desktop.composition.training_tray import open_tray
from inaproc_desktop.composition.way_in import WayIn
from inaproc_desktop.launcher import TrainingProcess
from inaproc_desktop.ports.data import BackendRefused, SignedIn
from inaproc_desktop.ports.ui import ChangeBus, Clock, Lane, Messages, Runner
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.desk import HttpMailbox
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.remote.server_time import ServerTime
from inaproc_desktop.services.session import SessionService
from inaproc_desktop.settings import Settings
from inaproc_desktop.storage.places import Places
from inaproc_desktop.storage.preferences import DataFolder
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.sign_in.presenter import SignInPresenter
from inaproc_desktop.views.sign_in.view import SignInPage

_STOP_SECONDS = 3.0


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the command line asks for.

    Attributes:
        training: start the made-up office at once.
        server: use this server instead of the remembered one.
        sign_in_as: account to sign in by itself, on a training server only.
    """

    training: bool = False
    server: str = ""
    sign_in_as: str = ""


class House:
    """Made on a thread; ``begin`` and everything after it run on the UI thread."""

    def __init__(
        self,
        *,
        window: ShellWindow,
        runner: Runner,
        bus: ChangeBus,
        messages: Messages,
        clock: Clock,
        settings: Settings,
        places: Places,
        look: Appearance,
    ) -> None:
        """Read rules, look for files; no widget is touched."""
        self._window = window
        self._runner = runner
        self._bus = bus
        self._clock = clock
        self._settings = settings
        self._look = look
        self._files = Files(places)
        self._training = TrainingProcess(places.training)
        self._calendar = load_default_calendar()
        self._session = SessionService(
            connect=self._connect,
            secrets=self._files.secrets,
            accounts=settings,
            memory=self._files.memory,
            set_aside=self._files.set_aside,
            policy=load_default(),
            registration=load_registration(),
            client_version=CLIENT_VERSION,
        )
        self._around = Surroundings(
            window=window,
            runner=runner,
            bus=bus,
            messages=messages,
            clock=clock,
            session=self._session,
            look=look,
            device=DataFolder(places.root),
        )
        self._way_in = WayIn(
            files=self._files,
            session=self._session,
            runner=runner,
            clock=clock,
            device_id=settings.device_id(),
            language=lambda: look.store.load().language.value,
        )
        self._page: SignInPage | None = None
        self._presenter: SignInPresenter | None = None
        self._office: Office | None = None
        self._frame: Frame | None = None

    # ---- running

    def asks_passphrase(self) -> bool:
        """Return whether private files wait for the passphrase of this machine; blocking."""
        return self._session.keeps_secrets() and self._session.needs_passphrase()

    def begin(self, wishes: Wishes) -> None:
        """Show the sign-in page, or what the command line asks for."""
        # The list of regions is indexed once; nobody should wait for it when typing the first address.
        self._runner.submit(Lane.NETWORK, self._index_regions)
        presenter = self._show_sign_in(wishes.sign_in_as)
        if wishes.training:
            presenter.start_training()
        else:
            presenter.start(wishes.server or self._settings.server_url())

    @property
    def deps(self) -> Deps | None:
        """What the pages on the window are built from, while somebody is signed in."""
        return self._frame.deps if self._frame is not None else None

    def shut_down(self) -> None:
        """Stop the engine and the training server; what was not sent stays in the outbox."""
        if self._frame is not None:
            self._frame.close()
        if self._office is not None:
            self._office.engine.stop(_STOP_SECONDS)
        self._training.stop()

    def close_files(self) -> None:
        """Give files and connections back, after the last job of the lanes."""
        self._files.close()
        if self._session.server is not None:
            self._session.wire.close()

    def _index_regions(self) -> None:
        self._files.regions.prepare()
        self._files.keep_reserve()
        give_back()

    # ---- signing in

    def _show_sign_in(self, sign_in_as: str = "") -> SignInPresenter:
        page = SignInPage()
        presenter = SignInPresenter(
            page,
            self._session,
            self._runner,
            training=self._training,
            on_signed_in=self._signed_in,
            sign_in_as=sign_in_as,
        )
        # Pages take memory: they are imported when somebody comes in, beside the talk with the backend.
        page.sign_in_asked.connect(lambda *_given: self._runner.submit(Lane.NETWORK, load_areas))
        page.sign_in_asked.connect(lambda name, word, keep: presenter.sign_in(name, word, keep=keep))
        page.code_given.connect(presenter.send_code)
        page.password_step_asked.connect(presenter.back_to_password)
        page.person_chosen.connect(presenter.choose_person)
        page.training_asked.connect(presenter.start_training)
        page.server_checked.connect(presenter.check_server)
        page.passphrase_given.connect(presenter.give_passphrase)
        page.set_aside_agreed.connect(presenter.set_aside)
        page.register_asked.connect(self._register)
        page.recovery_asked.connect(self._recover)
        page.factor_reset_asked.connect(self._reset_factor)
        page.mailbox_asked.connect(self._open_mailbox)
        self._page, self._presenter = page, presenter
        self._window.show_alone(page)
        return presenter

    def _register(self) -> None:
        """Show the wizard of stage 1 in place of the sign-in page."""
        if not self._way_in.has_server():
            if self._page is not None:
                self._page.show_error(Refused(Refusal(code="server.none", field="server")))
            return
        self._runner.submit(Lane.NETWORK, load_areas)
        if self._session.keeps_secrets() and self._presenter is not None:
            self._presenter.with_open_store(self._open_wizard)  # drafts of a registration are sealed
        else:
            self._open_wizard()

    def _open_wizard(self) -> None:
        self._page = self._presenter = None
        wizard = self._way_in.wizard(on_signed_in=self._signed_in, on_closed=self._back_to_sign_in)
        self._window.show_alone(wizard)
        if self._session.training:  # the codes that the wizard asks for arrive there
            self._open_mailbox()

    def _open_mailbox(self) -> None:
        wire = self._session.wire
        if isinstance(wire, HttpWire):
            open_tray(self._window, HttpMailbox(wire.client), self._runner)

    def _recover(self, account: str) -> None:
        if self._page is None:
            return
        if self._way_in.has_server():
            self._way_in.recover(self._page, account)
        else:
            self._page.show_error(Refused(Refusal(code="server.none", field="server")))

    def _reset_factor(self, account: str) -> None:
        if self._page is not None:
            self._way_in.reset_factor(self._page, account)

    def _back_to_sign_in(self, because: Exception | None = None) -> None:
        server = self._session.server
        presenter = self._show_sign_in()
        if server is not None:
            presenter.resume(server, because=because)

    def _signed_in(self, signed_in: SignedIn) -> None:
        def failed(error: Exception) -> None:
            if self._page is None:
                self._back_to_sign_in(because=error)
            else:
                self._page.show_error(error)

        self._runner.submit(
            Lane.DATA,
            self._opened,
            signed_in,
            on_done=lambda office: self._enter(office, signed_in),
            on_error=failed,
        )

    def _opened(self, signed_in: SignedIn) -> Office:
        load_areas()
        server, wire = self._session.server, self._session.wire
        if server is None or not isinstance(wire, HttpWire):
            message = "somebody signed in without a server"
            raise RuntimeError(message)
        return Office(
            files=self._files,
            server=server,
            user_id=signed_in.session.user_id,
            wire=wire,
            policy=PolicyInForce(lambda: self._session.policy),
            registration=RegistrationInForce(lambda: self._session.registration),
            calendar=self._calendar,
            bus=self._bus,
            clock=self._clock,
            device_id=self._settings.device_id(),
            device_name=platform.node(),
            online=not signed_in.offline,
            on_session_ended=self._session_ended,
            on_hello=self._hello_said,
        )

    def _hello_said(self, hello: HelloAnswer) -> None:
        """The engine said hello: called on its thread."""
        self._session.learn(hello)

    def _enter(self, office: Office, signed_in: SignedIn) -> None:
        server, user_id = self._session.server, signed_in.session.user_id
        if server is None:
            return
        self._page = self._presenter = None
        self._office = office
        self._frame = Frame(
            self._around,
            office,
            signed_in,
            note_waiting=lambda count: self._files.note_waiting(server, user_id, count),
            on_left=self._left,
        )

    # ---- leaving

    def _left(self) -> None:
        self._office = self._frame = None
        self._back_to_sign_in()

    def _session_ended(self, refused: BackendRefused) -> None:
        """The backend ended the session: called on the engine's thread."""
        self._runner.call_soon(lambda: self._expelled(refused))

    def _expelled(self, refused: BackendRefused) -> None:
        office, frame = self._office, self._frame
        if office is None or frame is None:
            return
        frame.close()
        self._runner.submit(Lane.NETWORK, office.engine.stop, on_done=lambda _ended: None)
        self._office = self._frame = None
        self._back_to_sign_in(because=refused)

    def _connect(self, url: str, on_session: Callable[[Session], None]) -> HttpWire:
        kept = self._look.store
        client = HttpClient(
            url,
            language=lambda: kept.load().language.value,
            client_version=CLIENT_VERSION,
            clock_is_behind=lambda: self._clock.now() < max(BUILT, self._settings.server_time(url)),
        )
        return HttpWire(
            client,
            device_id=self._settings.device_id(),
            device_name=platform.node(),
            client_version=CLIENT_VERSION,
            on_session=on_session,
            server_time=ServerTime(self._clock.now),
        )
