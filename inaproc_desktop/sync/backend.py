"""Deeds that make sense online only: approvals, signatures, payments, and the session's own calls."""

from __future__ import annotations

from inaproc_core.errors import Refused
from inaproc_core.orders.commands import Command
from inaproc_core.roles import Actor
from inaproc_core.wire.messages import Outcome, SignInAnswer
from inaproc_desktop.ports.data import TrainingPerson, WorldFailed
from inaproc_desktop.ports.sync import Rules, Wire, WorkFile
from inaproc_desktop.ports.ui import ChangeBus
from inaproc_desktop.ports.world import NOT_SENT
from inaproc_desktop.sync.engine import SyncEngine


class LiveBackend:
    """Implements ``ports.data.Backend`` for one signed-in person."""

    def __init__(
        self, *, file: WorkFile, wire: Wire, rules: Rules, engine: SyncEngine, bus: ChangeBus
    ) -> None:
        self._file = file
        self._wire = wire
        self._rules = rules
        self._engine = engine
        self._bus = bus

    def sign_in(self, username: str, password: str) -> SignInAnswer:
        """First step of signing in."""
        return self._wire.sign_in(username, password)

    def second_factor(self, challenge: str, code: str) -> SignInAnswer:
        """Second step, where TOTP is on."""
        return self._wire.second_factor(challenge, code)

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again; returns for how many seconds it holds."""
        return self._wire.step_up(code, password)

    def sign_out(self) -> None:
        """End the session on the backend."""
        self._wire.sign_out()

    def run_now(
        self, command: Command, *, actor: Actor, order_id: str, base_rev: int, cmd_id: str = ""
    ) -> Outcome:
        """Decide one online-only command (approval, signature, payment) and wait for its outcome.

        The command is stored before it is sent. An answer that got lost is asked for again by the same id; a
        command that certainly never left this machine is dropped, because nobody should find a signature
        executed hours later; unless it was tried before, or a later deed builds on it.

        Args:
            command: what is asked.
            actor: who asks.
            order_id: the order.
            base_rev: its revision as the person saw it.
            cmd_id: of an earlier attempt that was parked (step-up) or not answered; its stored bytes are sent
                again.

        Raises:
            WorldFailed: ``world.offline`` or ``world.parked`` when nothing was sent this time; otherwise the
                outcome is not known yet, the command stays in Kotak Keluar and is asked for again.
            Refused: the local rules refuse; nothing was sent.
        """
        is_new = not cmd_id or self._file.queued(cmd_id) is None
        if is_new:
            refusal = self._rules.expected_refusal(command, actor, order_id)
            if refusal is not None:
                raise Refused(refusal)
            cmd_id, changes = self._file.enqueue(command, actor=actor, order_id=order_id, base_rev=base_rev)
            self._bus.publish(changes)
        try:
            outcome = self._engine.run_command(cmd_id)
        except WorldFailed as failed:
            if failed.code in NOT_SENT:
                if is_new:  # an earlier attempt lies in Kotak Keluar for the person to see, and stays there
                    self._bus.publish(self._file.forget(cmd_id))
                self._engine.recount()
            raise
        finally:
            self._file.release(cmd_id)
        if outcome is None or outcome.outcome == "retry":
            self._bus.publish(self._file.unanswered((cmd_id,), "world.waiting"))
            raise WorldFailed("world.waiting", f"command {cmd_id} is not decided yet")
        return outcome

    def training_people(self) -> tuple[TrainingPerson, ...]:
        """Return the people of the training office; empty outside training."""
        return self._wire.training_people()

    def reset_training(self) -> None:
        """Rebuild the training office."""
        self._wire.reset_training()
        self._engine.sync_now()
