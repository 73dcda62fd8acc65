"""Sends what the queue holds: a thread for each channel, so that a slow SMS gateway delays no email."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Mapping
from datetime import datetime, timedelta

from inaproc_backend.config import Messaging
from inaproc_backend.incidents import note_incident
from inaproc_backend.messaging import queue
from inaproc_backend.messaging.queue import Claimed, Status
from inaproc_backend.messaging.senders import Sender, SendFailedError
from inaproc_backend.messaging.sms import SmsGatewaySender
from inaproc_backend.messaging.smtp import SmtpSender
from inaproc_backend.messaging.training import TrainingSender
from inaproc_backend.services import Services
from inaproc_core.registration.vocabulary import Channel

_LOG = logging.getLogger(__name__)
_JITTER_STEPS = 1 << 16


def senders_for(services: Services) -> dict[Channel, Sender]:
    """Return the configured way out of each channel; a channel without one is missing.

    Raises:
        ValueError: a setting would send secrets in clear.
    """
    if services.config.training:
        mailbox = TrainingSender(services.database, services.clock)
        return {Channel.EMAIL: mailbox, Channel.SMS: mailbox}
    messaging = services.config.messaging
    found: dict[Channel, Sender] = {}
    if messaging.smtp is not None:
        found[Channel.EMAIL] = SmtpSender(messaging.smtp)
    if messaging.sms is not None:
        found[Channel.SMS] = SmsGatewaySender(messaging.sms)
    return found


class MessageWorker:
    """Delivers messages on threads of its own, from :meth:`start` to :meth:`stop`.

    Several processes may each run one: a message is claimed before it is sent.
    """

    def __init__(self, services: Services, senders: Mapping[Channel, Sender] | None = None) -> None:
        """Prepare; the senders are those of the configuration unless given."""
        self._services = services
        self._senders = senders_for(services) if senders is None else senders
        self._name = f"{os.getpid()}-{services.bits(48):012x}"
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(channel,), name=f"messages-{channel.value}", daemon=True)
            for channel in Channel
        ]

    def start(self) -> None:
        """Begin."""
        for channel in Channel:
            if channel not in self._senders:
                _LOG.warning("no way out for messages by %s is configured; they wait", channel.value)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End, after the message that is being sent."""
        self._stop.set()
        for channel in Channel:
            queue.bell(self._services.database.engine, channel).set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def deliver_due(self, channel: Channel) -> int:
        """Send what is due of a channel, wipe what came too late, and return how many were tried."""
        tried = 0
        with self._services.database.write() as connection:
            queue.expire(connection, self._services.clock())
        sender = self._senders.get(channel)
        if sender is None:
            return 0
        while not self._stop.is_set():
            with self._services.database.write() as connection:
                message = queue.claim(
                    connection,
                    channel,
                    claimer=self._name,
                    now=self._services.clock(),
                    lease=timedelta(seconds=self._settings.lease),
                )
            if message is None:
                break
            tried += 1
            self._deliver(sender, message)
        sender.rest()
        return tried

    @property
    def _settings(self) -> Messaging:
        return self._services.config.messaging

    def _deliver(self, sender: Sender, message: Claimed) -> None:
        if not message.target:
            self._end(message, Status.DROPPED)
            return
        try:
            sender.send(message)
        except SendFailedError as failure:
            self._failed(message, failure)
        except Exception as error:  # a fault of ours must not lose the message or stop the others
            _LOG.exception("sending %s failed", message)
            self._failed(message, SendFailedError(f"fault: {type(error).__name__}"))
        else:
            self._end(message, Status.SENT)

    def _failed(self, message: Claimed, failure: SendFailedError) -> None:
        now = self._services.clock()
        if failure.final:
            _LOG.info("%r was refused: %s", message, failure.problem)
            self._end(message, Status.REFUSED, failure.problem)
            return
        if message.attempt >= self._settings.attempts:
            self._end(message, Status.GIVEN_UP, failure.problem)
            detail = f"{message!r}, {message.attempt} attempts: {failure.problem}"
            number = note_incident(self._services, where="outgoing message", detail=detail)
            _LOG.error("incident %s: gave up %s", number, detail)
            return
        until = now + timedelta(seconds=max(self._wait(message.attempt), failure.wait))
        _LOG.warning("%r, attempt %d: %s", message, message.attempt, failure.problem)
        with self._services.database.write() as connection:
            queue.delay(connection, message, until, claimer=self._name, problem=failure.problem)

    def _wait(self, attempt: int) -> float:
        """Return the seconds until the next attempt: doubled each time, half of it up to chance."""
        settings = self._settings
        whole = min(settings.first_retry * float(1 << (attempt - 1)), settings.longest_retry)
        share = self._services.bits(16) / _JITTER_STEPS
        return whole * (1 + share) / 2

    def _end(self, message: Claimed, status: Status, problem: str = "") -> None:
        with self._services.database.write() as connection:
            queue.end(
                connection,
                message,
                status,
                claimer=self._name,
                now=self._services.clock(),
                problem=problem,
            )

    def _run(self, channel: Channel) -> None:
        rung = queue.bell(self._services.database.engine, channel)
        while not self._stop.is_set():
            rung.clear()  # before looking: what is queued while we look rings again
            wait = self._settings.look
            try:
                self.deliver_due(channel)
                wait = self._until_next(channel)
            except Exception:  # the next look may go better; the operator reads the log
                _LOG.exception("sending messages by %s failed", channel.value)
            if not self._stop.is_set():
                rung.wait(wait)
        sender = self._senders.get(channel)
        if sender is not None:
            sender.rest()

    def _until_next(self, channel: Channel) -> float:
        now: datetime = self._services.clock()
        with self._services.database.read() as connection:
            due = queue.next_due(connection, channel)
        if due is None or channel not in self._senders:
            return self._settings.look
        return min(self._settings.look, max(0.05, (due - now).total_seconds()))
