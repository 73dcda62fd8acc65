"""The order in which a camera is asked for: the system's permission first, and no light without a yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from inaproc_desktop.views.registration.filing.camera import SystemCamera, SystemPermission

UNDETERMINED, GRANTED, DENIED = (
    Qt.PermissionStatus.Undetermined,
    Qt.PermissionStatus.Granted,
    Qt.PermissionStatus.Denied,
)


class FakePermission:
    """The system, before and after the person answered it."""

    def __init__(self, status: Qt.PermissionStatus) -> None:
        self.now = status
        self.answer: Callable[[Qt.PermissionStatus], None] | None = None
        self.dropped = 0

    def status(self) -> Qt.PermissionStatus:
        return self.now

    def ask(self, answered: Callable[[Qt.PermissionStatus], None]) -> None:
        self.answer = answered

    def drop(self) -> None:
        self.dropped += 1


class WatchedCamera(SystemCamera):
    """Notes when the device would be opened."""

    opened = 0

    def _open(self, on_frame: Callable[[QImage], None], on_denied: Callable[[], None]) -> None:
        self.opened += 1


class Hands:
    def __init__(self, status: Qt.PermissionStatus) -> None:
        self.system = FakePermission(status)
        self.camera = WatchedCamera(self.system)
        self.refusals = 0

    def start(self) -> None:
        self.camera.start(lambda image: None, self._refused)

    def _refused(self) -> None:
        self.refusals += 1


@pytest.mark.parametrize(("status", "opened", "refusals"), [(GRANTED, 1, 0), (DENIED, 0, 1)])
def test_a_settled_permission_is_not_asked_for_again(
    status: Qt.PermissionStatus, opened: int, refusals: int
) -> None:
    hands = Hands(status)
    hands.start()
    assert (hands.camera.opened, hands.refusals, hands.system.answer) == (opened, refusals, None)


@pytest.mark.parametrize(("answer", "opened", "refusals"), [(GRANTED, 1, 0), (DENIED, 0, 1)])
def test_the_system_is_asked_before_the_device_is_opened(
    answer: Qt.PermissionStatus, opened: int, refusals: int
) -> None:
    hands = Hands(UNDETERMINED)
    hands.start()
    assert hands.camera.opened == 0
    assert hands.system.answer is not None
    hands.system.answer(answer)
    assert (hands.camera.opened, hands.refusals) == (opened, refusals)


def test_an_answer_after_the_dialog_was_closed_opens_nothing() -> None:
    hands = Hands(UNDETERMINED)
    hands.start()
    hands.camera.stop()
    assert hands.system.answer is not None
    hands.system.answer(GRANTED)
    assert (hands.camera.opened, hands.refusals, hands.system.dropped) == (0, 0, 1)


def test_the_permission_of_this_machine(qtbot: Any, qapp: Any) -> None:
    permission = SystemPermission()
    assert permission.status() in {UNDETERMINED, GRANTED, DENIED}
    if permission.status() is UNDETERMINED:
        pytest.skip("this desktop would ask whoever sits before it")
    answers: list[Qt.PermissionStatus] = []
    permission.ask(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [permission.status()]
    permission.drop()
