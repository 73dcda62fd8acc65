"""What happens on the sign-in page. No toolkit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from inaproc_core.errors import Refusal, Refused
from inaproc_desktop.ports.data import SignedIn, TrainingPerson, WorldFailed
from inaproc_desktop.ports.session import Server, ServerState, TrainingServer
from inaproc_desktop.ports.ui import Lane, Runner
from inaproc_desktop.services.servers import server_of
from inaproc_desktop.services.session import LOCKED_OUT, SecondFactorNeeded, SessionService
from inaproc_desktop.views.sign_in.rows import Busy

TRAINING_PASSWORD = "Latihan-INAPROC-2026"
"""Public: it opens the made-up office and nothing else."""


class SignInView(Protocol):
    """What the presenter needs of the page."""

    def show_server(self, state: ServerState | None, address: str) -> None:
        """Show which server is used; ``None`` while it has not answered."""

    def show_username(self, username: str) -> None:
        """Fill in an account name."""

    def show_busy(self, busy: Busy) -> None:
        """Show what is waited for, and keep the form from being sent twice."""

    def show_error(self, error: Exception | None) -> None:
        """Say what went wrong, ``None`` clears."""

    def show_missing(self, *, username: bool, password: bool) -> None:
        """Mark the fields that are empty."""

    def ask_code(self) -> None:
        """Go on to the second step."""

    def ask_password(self) -> None:
        """Go back to the first step."""

    def show_people(self, people: Sequence[TrainingPerson]) -> None:
        """Show whom one can sign in as in training; none hides the list."""

    def show_account(self, username: str, password: str) -> None:
        """Fill in both, for training."""

    def ask_passphrase(self, *, first_time: bool) -> None:
        """Ask for the passphrase of this machine's secret store."""

    def show_passphrase_error(self, error: Exception) -> None:
        """Say why the passphrase does not do."""

    def close_passphrase(self) -> None:
        """The store is open."""

    def ask_set_aside(self) -> None:
        """Ask whether the work file that no key opens is to be put aside."""

    def show_set_aside(self, place: str) -> None:
        """Say where it lies now, and that one can sign in again."""

    def show_server_answer(self, state: ServerState) -> None:
        """A server that was asked about answers."""

    def show_server_error(self, error: Exception) -> None:
        """A server that was asked about does not."""


class SignInPresenter:
    """Drives the sign-in page until somebody is signed in."""

    def __init__(
        self,
        view: SignInView,
        service: SessionService,
        runner: Runner,
        *,
        training: TrainingServer,
        on_signed_in: Callable[[SignedIn], None],
        sign_in_as: str = "",
    ) -> None:
        """Tie page and service together.

        Args:
            view: the page.
            service: the session.
            runner: work lanes.
            training: the embedded backend.
            on_signed_in: takes over when somebody is signed in.
            sign_in_as: account to sign in without asking; used on a training server only.
        """
        self._view = view
        self._service = service
        self._runner = runner
        self._training = training
        self._on_signed_in = on_signed_in
        self._sign_in_as = sign_in_as
        self._challenge = ""
        self._after_passphrase: Callable[[], None] | None = None
        self._because: Exception | None = None

    # ---- the server

    def start(self, address: str) -> None:
        """Begin with a server; with none, wait until one is named or training is chosen."""
        self._view.show_server(None, address)
        if not address:
            self._view.show_busy(Busy.NOTHING)
            return
        try:
            server = server_of(address)
        except Refused as refused:
            self._fail(refused)
            return
        self._use(server, remember=False)

    def resume(self, server: Server, *, because: Exception | None = None) -> None:
        """Show the page again on a server that is in use, and why."""
        self._because = because
        self._use(server, remember=False)

    def start_training(self) -> None:
        """Start the made-up office on this machine."""
        self._view.show_error(None)
        self._view.show_busy(Busy.TRAINING)
        self._runner.submit(
            Lane.NETWORK,
            self._training.start,
            on_done=lambda server: self._use(server, remember=False),
            on_error=self._fail,
        )

    def check_server(self, address: str) -> None:
        """Ask a server who it is before it is used: ``Peladen…``."""
        self._runner.submit(
            Lane.NETWORK,
            self._service.check_server,
            address,
            on_done=self._server_answers,
            on_error=self._view.show_server_error,
        )

    def _server_answers(self, state: ServerState) -> None:
        self._view.show_server_answer(state)
        self._use(state.server, remember=True)

    def _use(self, server: Server, *, remember: bool) -> None:
        self._view.show_error(None)
        self._view.show_people(())
        self._view.show_busy(Busy.SERVER)

        def use() -> ServerState:
            return self._service.use_server(server, remember=remember)

        def failed(error: Exception) -> None:
            self._view.show_server(None, server.url)
            if isinstance(error, WorldFailed) and self._service.somebody_stays():
                self._restore()  # without a link, on what is remembered
            else:
                self._fail(error)

        self._runner.submit(Lane.NETWORK, use, on_done=self._in_use, on_error=failed)

    def _in_use(self, state: ServerState) -> None:
        self._view.show_server(state, state.server.url)
        self._view.show_username(self._service.username())
        because, self._because = self._because, None
        if because is not None:
            self._view.show_error(because)
        if state.training:
            self._runner.submit(
                Lane.NETWORK,
                self._service.training_people,
                on_done=self._people_known,
                on_error=self._fail,
            )
        elif self._service.somebody_stays():
            self._restore()
        else:
            self._view.show_busy(Busy.NOTHING)

    def _people_known(self, people: Sequence[TrainingPerson]) -> None:
        self._view.show_people(people)
        if self._sign_in_as:
            wanted, self._sign_in_as = self._sign_in_as, ""
            self.choose_person(wanted)
            self.sign_in(wanted, TRAINING_PASSWORD, keep=False)
        else:
            self._view.show_busy(Busy.NOTHING)

    # ---- signing in

    def choose_person(self, username: str) -> None:
        """Fill in somebody of the training office."""
        self._view.show_account(username, TRAINING_PASSWORD)

    def sign_in(self, username: str, password: str, *, keep: bool) -> None:
        """First step: account and password."""
        if not username.strip() or not password:
            self._view.show_missing(username=not username.strip(), password=not password)
            return
        if self._service.server is None:
            self._view.show_error(Refused(Refusal(code="server.none", field="server")))
            return
        if keep or self._service.keeps_secrets():
            self.with_open_store(lambda: self._send(username, password, keep=keep))
        else:
            self._send(username, password, keep=False)

    def _send(self, username: str, password: str, *, keep: bool) -> None:
        self._view.show_error(None)
        self._view.show_busy(Busy.SIGNING_IN)

        def send() -> SignedIn | SecondFactorNeeded:
            return self._service.sign_in(username, password, keep=keep)

        self._runner.submit(Lane.NETWORK, send, on_done=self._answered, on_error=self._fail)

    def send_code(self, code: str) -> None:
        """Second step: the six digits."""
        self._view.show_error(None)
        self._view.show_busy(Busy.SIGNING_IN)
        self._runner.submit(
            Lane.NETWORK,
            self._service.second_factor,
            self._challenge,
            code,
            on_done=self._answered,
            on_error=self._fail,
        )

    def back_to_password(self) -> None:
        """Leave the second step."""
        self._challenge = ""
        self._view.show_error(None)
        self._view.ask_password()

    def _answered(self, answer: SignedIn | SecondFactorNeeded) -> None:
        self._view.show_busy(Busy.NOTHING)
        if isinstance(answer, SecondFactorNeeded):
            self._challenge = answer.challenge
            self._view.ask_code()
        else:
            self._on_signed_in(answer)

    def _restore(self) -> None:
        def go_on() -> None:
            self._view.show_busy(Busy.RESTORING)
            self._runner.submit(
                Lane.NETWORK, self._service.restore, on_done=self._restored, on_error=self._fail
            )

        self.with_open_store(go_on)

    def _restored(self, signed_in: SignedIn | None) -> None:
        self._view.show_busy(Busy.NOTHING)
        if signed_in is not None:
            self._on_signed_in(signed_in)
        else:
            self._view.show_error(Refused(Refusal(code="session.ended_here")))

    # ---- the passphrase of a machine without keyring

    def with_open_store(self, then: Callable[[], None]) -> None:
        """Do something that needs the secret store; the passphrase is asked for first where there is one."""

        def known(needed: tuple[bool, bool]) -> None:
            needs, exists = needed
            if not needs:
                then()
                return
            self._after_passphrase = then
            self._view.show_busy(Busy.NOTHING)
            self._view.ask_passphrase(first_time=not exists)

        self._runner.submit(
            Lane.NETWORK,
            lambda: (self._service.needs_passphrase(), self._service.passphrase_exists()),
            on_done=known,
            on_error=self._fail,
        )

    def give_passphrase(self, passphrase: str) -> None:
        """Open the secret store, then go on with what needed it."""
        self._runner.submit(
            Lane.NETWORK,
            self._service.unlock,
            passphrase,
            on_done=lambda _none: self._unlocked(),
            on_error=self._view.show_passphrase_error,
        )

    def _unlocked(self) -> None:
        self._view.close_passphrase()
        then, self._after_passphrase = self._after_passphrase, None
        if then is not None:
            then()

    # ---- a work file that no key opens

    def set_aside(self) -> None:
        """Put it aside, as the person agreed."""
        self._runner.submit(
            Lane.NETWORK,
            self._service.set_aside,
            on_done=lambda place: self._view.show_set_aside(str(place)),
            on_error=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        self._view.show_busy(Busy.NOTHING)
        self._view.show_error(error)
        if isinstance(error, WorldFailed) and error.code in LOCKED_OUT:
            self._view.ask_set_aside()
