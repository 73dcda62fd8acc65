"""Lanes, relay, change bus, messages, and the last resort: nothing is lost, nothing arrives uninvited."""

from __future__ import annotations

import gc
import sys
import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from inaproc_desktop.bridge.change_bus import QtChangeBus
from inaproc_desktop.bridge.failures import BUG_CODE, FailureHook
from inaproc_desktop.bridge.messages import QtMessages
from inaproc_desktop.bridge.tasks import TaskRunner
from inaproc_desktop.ports.ui import (
    Answer,
    CancelToken,
    ChangeSet,
    Lane,
    Level,
    Message,
    Question,
)


@pytest.fixture
def lost():
    return []


@pytest.fixture
def runner(qapp, lost):
    made = TaskRunner(lost.append)
    yield made
    assert made.shut_down()


def test_results_come_back_to_the_ui_thread(runner, qtbot):
    seen: list[Any] = []
    runner.submit(
        Lane.DATA,
        lambda number: (number * 2, threading.current_thread().name),
        21,
        on_done=lambda result: seen.append((result, threading.current_thread() is threading.main_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [((42, "data-1"), True)]


def test_the_data_lane_keeps_the_order(runner, qtbot):
    ran: list[Any] = []
    done: list[Any] = []
    for number in range(200):
        runner.submit(Lane.DATA, ran.append, number, on_done=lambda _none, number=number: done.append(number))
    qtbot.waitUntil(lambda: len(done) == 200)
    assert ran == done == list(range(200))


def test_the_network_lane_is_parallel(runner, qtbot):
    together = threading.Barrier(3, timeout=5)
    done: list[Any] = []
    for _ in range(3):
        runner.submit(Lane.NETWORK, together.wait, on_done=done.append)
    qtbot.waitUntil(lambda: len(done) == 3)


def test_errors_go_to_their_taker_or_to_the_hook(runner, qtbot, lost):
    def fail(text):
        raise ValueError(text)

    taken: list[Any] = []
    runner.submit(Lane.DATA, fail, "satu", on_error=taken.append)
    runner.submit(Lane.DATA, fail, "dua")
    qtbot.waitUntil(lambda: len(taken) + len(lost) == 2)
    assert [str(error) for error in taken] == ["satu"]
    assert [str(error) for error in lost] == ["dua"]


def test_a_failing_callback_goes_to_the_hook_and_stops_nobody(runner, qtbot, lost):
    seen: list[Any] = []
    runner.submit(Lane.DATA, lambda: 1, on_done=lambda one: one / 0)
    runner.submit(Lane.DATA, lambda: 2, on_done=seen.append)
    qtbot.waitUntil(lambda: seen == [2])
    assert isinstance(lost[0], ZeroDivisionError)


def test_after_cancel_no_callback_comes(runner, qtbot, lost):
    begun, go_on = threading.Event(), threading.Event()
    seen: list[Any] = []

    def slow():
        begun.set()
        assert go_on.wait(5)
        raise OSError("cancelled connection")

    token = runner.submit(Lane.NETWORK, slow, on_done=seen.append, on_error=seen.append)
    assert begun.wait(5)
    waiting = runner.submit(Lane.DATA, lambda: 1, on_done=seen.append, cancel=token)
    assert waiting is token
    token.cancel()
    go_on.set()
    runner.submit(Lane.DATA, lambda: "after", on_done=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["after"]
    assert lost == []


def test_a_long_job_leaves_at_a_safe_point(runner, qtbot, lost):
    token = CancelToken()
    begun = threading.Event()
    steps: list[Any] = []

    def long_job():
        begun.set()
        while True:
            token.stop_if_cancelled()
            steps.append(1)
            time.sleep(0.001)

    runner.submit(Lane.NETWORK, long_job, cancel=token, on_error=lost.append)
    assert begun.wait(5)
    token.cancel()
    assert runner.shut_down()
    QCoreApplication.processEvents()
    assert lost == []


def test_timers_run_once_and_can_be_cancelled(runner, qtbot, lost):
    seen: list[Any] = []
    runner.after(0.01, lambda: seen.append("ran"))
    cancelled = runner.after(0.01, lambda: seen.append("must not"))

    def fail():
        raise ZeroDivisionError

    cancelled.cancel()
    runner.after(0.03, fail)
    qtbot.waitUntil(lambda: bool(lost))
    assert seen == ["ran"]


def test_shutting_down_finishes_what_writes_data(qapp, lost):
    runner = TaskRunner(lost.append)
    written: list[Any] = []
    fetched: list[Any] = []
    hold = threading.Event()
    for _ in range(4):
        runner.submit(Lane.NETWORK, hold.wait, 5)
    runner.submit(Lane.NETWORK, fetched.append, "never begun")

    def write(number):
        time.sleep(0.001)
        written.append(number)

    for number in range(50):
        runner.submit(Lane.DATA, write, number)
    threading.Timer(0.05, hold.set).start()
    assert runner.shut_down()
    assert written == list(range(50))
    assert fetched == []
    with pytest.raises(RuntimeError, match="shut down"):
        runner.submit(Lane.DATA, lambda: 1)


def test_an_error_after_the_end_still_reaches_the_hook(qapp, lost):
    runner = TaskRunner(lost.append)
    begun = threading.Event()

    def fail_late():
        begun.set()
        time.sleep(0.05)
        raise ValueError("late")

    runner.submit(Lane.DATA, fail_late)
    assert begun.wait(5)
    assert runner.shut_down()
    assert [str(error) for error in lost] == ["late"]


def test_the_window_gets_its_turns(runner, qtbot):
    """A thousand slow callbacks leave room for others in between."""
    turns: list[Any] = []
    for _ in range(40):
        runner.call_soon(lambda: time.sleep(0.002))
    runner.after(0, lambda: turns.append("turn"))
    done: list[Any] = []
    for _ in range(40):
        runner.call_soon(lambda: time.sleep(0.002))
    runner.call_soon(lambda: done.append(list(turns)))
    qtbot.waitUntil(lambda: bool(done))
    assert done == [["turn"]]


def test_thousands_of_callbacks_leak_no_references(runner, qtbot):
    """PySide6 6.12.0 lost references of None on such calls until the interpreter aborted."""
    seen: list[Any] = []
    gc.collect()  # what earlier tests left behind holds None as well
    before = sys.getrefcount(None)
    for number in range(3000):
        runner.call_soon(lambda number=number: seen.append(number))
    qtbot.waitUntil(lambda: len(seen) == 3000)
    assert seen == list(range(3000))
    gc.collect()
    # One lost for each callback would be 3,000; threads of the house come and go beside it.
    assert abs(sys.getrefcount(None) - before) < 2500


def test_changes_reach_whom_they_concern(runner, qtbot, lost):
    bus = QtChangeBus(runner)
    orders: list[Any] = []
    everything: list[Any] = []
    end = bus.subscribe(orders.append, "order", "cart")
    bus.subscribe(everything.append)
    threading.Thread(target=bus.publish, args=(ChangeSet.of("order", ids=["1"], initiator="sync"),)).start()
    bus.publish(ChangeSet.of("catalogue"))
    qtbot.waitUntil(lambda: len(everything) == 2)
    assert [changes.initiator for changes in orders] == ["sync"]
    end()
    end()
    bus.publish(ChangeSet.of("cart"))
    qtbot.waitUntil(lambda: len(everything) == 3)
    assert len(orders) == 1


def test_a_failing_listener_keeps_nothing_from_the_others(runner, qtbot, lost):
    bus = QtChangeBus(runner)
    seen: list[Any] = []

    def fail(_changes):
        raise ZeroDivisionError

    bus.subscribe(fail)
    bus.subscribe(seen.append)
    bus.publish(ChangeSet.of("order"))
    qtbot.waitUntil(lambda: len(seen) == 1 and len(lost) == 1)


class Window:
    def __init__(self):
        self.seen = []

    def show_message(self, message):
        self.seen.append(message)

    def show_question(self, question, on_answer):
        self.seen.append(question)
        on_answer(Answer(agreed=True))


def test_messages_wait_for_the_window(runner, qtbot):
    messages = QtMessages(runner)
    window = Window()
    answers: list[Any] = []
    early = Message(level=Level.INFO, code="sync.started")
    messages.tell(early)
    qtbot.wait(20)
    messages.use_window(window)
    assert window.seen == [early]
    messages.ask(Question(code="draft.discard"), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [Answer(agreed=True)]


@pytest.mark.expects_log
def test_the_same_fault_is_told_once(qapp):
    told: list[Any] = []
    hook = FailureHook(told.append)

    def fail():
        raise KeyError("nomor")

    errors: list[Any] = []
    for _ in range(5):
        try:
            fail()
        except KeyError as error:
            errors.append(error)
            hook(error)
    assert [message.code for message in told] == [BUG_CODE]
    assert "KeyError" in told[0].detail
    assert hook.times_seen(errors[0]) == 5


@pytest.mark.expects_log
def test_the_hook_takes_what_nobody_caught(qapp):
    told: list[Any] = []
    hook = FailureHook(told.append)
    undo = hook.install()
    try:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        sys.excepthook(ValueError, ValueError("salah"), None)
    finally:
        undo()
    assert len(told) == 2
    assert {message.level for message in told} == {Level.ERROR}
