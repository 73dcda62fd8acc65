"""The queue: part of the deed, claimed by one, retried with growing waits, wiped when done."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from inaproc_backend.messaging import queue
from inaproc_backend.messaging.notices import UnknownNoticeError
from inaproc_backend.messaging.queue import Claimed
from inaproc_backend.messaging.senders import SendFailedError
from inaproc_backend.messaging.worker import MessageWorker
from inaproc_backend.services import open_services
from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import Channel
from tests.backend.messaging.conftest import TO, Outbox, Post

MASKED = "t***@contoh.go.id"


def test_a_message_is_sent_once_and_wiped(post: Post) -> None:
    message_id = post.put()
    assert post.deliver() == 1 and post.deliver() == 0
    (sent,) = post.outbox.sent
    assert (sent.id, sent.target, sent.attempt) == (message_id, TO, 1)
    assert sent.subject == "Kata sandi Anda sudah diganti" and "22 Nov 2026 15.00 WIB" in sent.body
    row = post.row()
    assert (row["status"], row["target"], row["subject"], row["body"]) == ("SENT", MASKED, "", "")
    assert row["template"] == "account.password_changed"


def test_a_deed_that_fails_sends_nothing(post: Post) -> None:
    rung = queue.bell(post.office.services.database.engine, Channel.EMAIL)
    rung.clear()
    with pytest.raises(RuntimeError), post.office.services.database.write() as connection:
        queue.queue(
            connection,
            channel=Channel.EMAIL,
            to=TO,
            template="account.password_changed",
            facts={},
            language="id",
            now=post.office.clock(),
        )
        raise RuntimeError
    assert not rung.is_set() and post.rows() == []
    post.put()
    assert rung.is_set()


def test_a_notice_that_does_not_exist_fails_in_the_deed(post: Post) -> None:
    with pytest.raises(UnknownNoticeError, match=r"account.nothing by EMAIL"):
        post.put(template="account.nothing")
    with pytest.raises(UnknownNoticeError, match=r"account.password_changed by SMS"):
        post.put(channel=Channel.SMS)


def test_channels_do_not_wait_for_each_other(post: Post) -> None:
    post.put_code(channel=Channel.SMS, to="+628120000123")
    assert post.deliver(Channel.EMAIL) == 0
    assert post.deliver(Channel.SMS) == 1
    assert post.outbox.sent[0].subject == ""


def test_codes_go_first(post: Post) -> None:
    post.put()
    code = post.put_code()
    post.deliver()
    assert post.outbox.sent[0].id == code


def test_a_message_for_nobody_is_dropped(post: Post) -> None:
    post.put(to="")
    assert post.deliver() == 1
    assert post.outbox.sent == [] and post.row()["status"] == "DROPPED" and post.row()["body"] == ""


@pytest.mark.expects_log
def test_waits_double_with_jitter(post: Post) -> None:
    post.put()
    post.outbox.fail(6)
    waits = []
    for _ in range(6):
        assert post.deliver() == 1
        row = post.row()
        assert row["status"] == "WAITING" and row["problem"] == "no answer" and row["body"]
        with post.office.services.database.read() as connection:
            due = queue.next_due(connection, Channel.EMAIL)
        assert due is not None
        waits.append((due - post.office.clock()).total_seconds())
        assert post.deliver() == 0, "not before it is due"
        post.office.clock.now = due
    for attempt, wait in enumerate(waits):
        assert 5 * 2**attempt <= wait <= 10 * 2**attempt
    assert len({wait / 2**attempt for attempt, wait in enumerate(waits)}) == 6
    assert post.deliver() == 1 and post.row()["status"] == "SENT" and post.row()["attempts"] == 7


@pytest.mark.expects_log
def test_the_other_side_may_ask_for_a_longer_wait(post: Post) -> None:
    post.put()
    post.outbox.fail(1, wait=120.0)
    post.deliver()
    post.office.clock.forward(seconds=119)
    assert post.deliver() == 0
    post.office.clock.forward(seconds=1)
    assert post.deliver() == 1


@pytest.mark.expects_log
def test_after_ten_attempts_it_is_given_up_with_an_incident(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    post.put()
    post.outbox.fail(10)
    for _ in range(10):
        assert post.deliver() == 1
        post.office.clock.forward(hours=1)
    assert post.deliver() == 0
    row = post.row()
    assert (row["status"], row["target"], row["body"]) == ("GIVEN_UP", MASKED, "")
    (incident,) = post.office.rows(tables.incidents)
    assert incident["where_"] == "outgoing message" and incident["number"] in caplog.text
    assert MASKED in incident["detail"] and TO not in incident["detail"] + caplog.text


def test_a_final_refusal_is_not_tried_again(post: Post) -> None:
    post.put()
    post.outbox.fail(1, final=True)
    post.deliver()
    post.office.clock.forward(hours=2)
    assert post.deliver() == 0
    assert (post.row()["status"], post.row()["body"]) == ("REFUSED", "")
    assert post.office.rows(tables.incidents) == []


@pytest.mark.expects_log
def test_a_code_is_not_kept_longer_than_it_counts(post: Post) -> None:
    post.put_code()
    post.outbox.fail(9)
    post.deliver()
    assert "493817" in post.row()["body"]
    post.office.clock.forward(seconds=300)
    assert post.deliver() == 0
    row = post.row()
    assert (row["status"], row["body"], row["target"]) == ("EXPIRED", "", MASKED)


def test_a_channel_without_a_way_out_keeps_messages_and_wipes_codes(post: Post) -> None:
    post.put()
    post.put_code()
    nothing = post.another_worker({})
    post.office.clock.forward(seconds=301)
    assert nothing.deliver_due(Channel.EMAIL) == 0
    assert Counter(row["status"] for row in post.rows()) == {"WAITING": 1, "EXPIRED": 1}


@pytest.mark.expects_log
def test_a_fault_of_a_sender_loses_no_message(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    post.put_code()
    post.outbox.failures.append(ZeroDivisionError())
    post.deliver()
    assert post.row()["status"] == "WAITING" and post.row()["problem"] == "fault: ZeroDivisionError"
    assert "493817" not in caplog.text and TO not in caplog.text


def test_of_many_workers_one_sends(post: Post) -> None:
    for _ in range(20):
        post.put()
    workers = [post.another_worker() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        tried = list(pool.map(lambda worker: worker.deliver_due(Channel.EMAIL), workers))
    assert sum(tried) == 20
    assert len({message.id for message in post.outbox.sent}) == len(post.outbox.sent) == 20


def test_a_worker_that_dies_leaves_its_message_to_the_next(post: Post) -> None:
    """Claimed, perhaps even handed over, and no end noted: sent again, under the same id."""
    message_id = post.put()
    dead = _claim(post, "dead")
    assert dead is not None and post.deliver() == 0
    post.office.clock.forward(seconds=299)
    assert post.deliver() == 0
    post.office.clock.forward(seconds=1)
    assert post.deliver() == 1
    assert post.outbox.sent[0].id == message_id and post.outbox.sent[0].attempt == 2
    with post.office.services.database.write() as connection:
        assert not queue.end(connection, dead, queue.Status.GIVEN_UP, claimer="dead", now=post.office.clock())
    assert post.row()["status"] == "SENT"


def test_the_queue_survives_a_restart(post: Post) -> None:
    message_id = post.put()
    config = post.office.services.config
    post.office.services.database.close()
    again = open_services(config, clock=post.office.clock)
    post.office.services = again
    outbox = Outbox()
    worker = MessageWorker(again, {Channel.EMAIL: outbox})
    assert worker.deliver_due(Channel.EMAIL) == 1
    assert [message.id for message in outbox.sent] == [message_id]


def test_a_running_worker_wakes_at_once(post: Post) -> None:
    arrived = threading.Event()

    class Telling(Outbox):
        def send(self, message: Claimed) -> None:
            super().send(message)
            arrived.set()

    outbox = Telling()
    config = post.office.services.config
    slow = replace(config, messaging=replace(config.messaging, look=60.0))
    worker = MessageWorker(
        replace(post.office.services, config=slow), {Channel.EMAIL: outbox, Channel.SMS: Outbox()}
    )
    worker.start()
    try:
        post.put()
        assert arrived.wait(10)
        arrived.clear()
        post.put()
        assert arrived.wait(10)
    finally:
        worker.stop()
    assert len(outbox.sent) == 2 and outbox.rests >= 1


def test_old_rows_are_swept(post: Post) -> None:
    post.put()
    post.deliver()
    post.put()
    post.office.clock.forward(days=31)
    with post.office.services.database.write() as connection:
        assert queue.sweep(connection, post.office.clock(), keep=timedelta(days=30)) == 1
    assert post.row()["status"] == "WAITING"


def test_nothing_that_is_printed_tells_address_or_text(post: Post) -> None:
    post.put_code()
    claimed = _claim(post, "me")
    shown = f"{claimed} {claimed!r} {SendFailedError('x')!r}"
    assert "493817" not in shown and TO not in shown and "code.registration" in shown


def _claim(post: Post, claimer: str) -> Claimed | None:
    with post.office.services.database.write() as connection:
        return queue.claim(
            connection,
            Channel.EMAIL,
            claimer=claimer,
            now=post.office.clock(),
            lease=timedelta(seconds=300),
        )
