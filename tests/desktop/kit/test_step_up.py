"""Which proof of presence is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from inaproc_desktop.views.widgets.step_up import StepUp, use_second_factor


class Factor:
    on = False


@pytest.fixture
def factor() -> Iterator[Factor]:
    factor = Factor()
    use_second_factor(lambda: factor.on)
    yield factor
    use_second_factor()


def shown_fields(proof: StepUp) -> list[str]:
    fields = {"password": proof.password, "code": proof.code, "recovery": proof.recovery}
    return [name for name, field in fields.items() if not field.isHidden()]


def made(qtbot: Any) -> StepUp:
    proof = StepUp("test")
    qtbot.addWidget(proof)
    proof.show()
    return proof


def test_without_a_second_factor_only_the_password_counts(qtbot: Any, factor: Factor) -> None:
    proof = made(qtbot)
    assert shown_fields(proof) == ["password"]
    assert proof.change.isHidden()
    assert not proof.is_complete()
    proof.password.show_value("rahasia")
    assert proof.is_complete()
    assert proof.proof() == ("", "rahasia")


def test_with_it_the_app_or_a_recovery_code_counts_and_never_the_password(qtbot: Any, factor: Factor) -> None:
    factor.on = True
    proof = made(qtbot)
    assert shown_fields(proof) == ["code"]
    proof.code.show_value("12345")
    assert not proof.is_complete()
    proof.code.show_value("123456")
    assert proof.proof() == ("123456", "")
    with qtbot.waitSignals([proof.changed, proof.kind_changed]):
        proof.change.click()
    assert shown_fields(proof) == ["recovery"]
    assert not proof.is_complete()
    proof.recovery.show_value("0ABC-DEFG-HJKM")
    assert proof.is_complete()
    assert proof.proof() == ("0ABC-DEFG-HJKM", "")
    proof.change.click()
    assert shown_fields(proof) == ["code"]
    assert proof.proof() == ("", "")


def test_a_form_that_was_made_before_follows_when_it_comes_on_screen(qtbot: Any, factor: Factor) -> None:
    proof = made(qtbot)
    proof.password.show_value("rahasia")
    proof.hide()
    factor.on = True
    proof.show()
    assert shown_fields(proof) == ["code"]
    assert proof.password.value() == ""
    factor.on = False
    proof.hide()
    proof.show()
    assert shown_fields(proof) == ["password"]


def test_a_recovery_code_that_is_being_typed_stays_when_it_is_shown_again(qtbot: Any, factor: Factor) -> None:
    factor.on = True
    proof = made(qtbot)
    proof.change.click()
    proof.recovery.show_value("0ABC")
    proof.hide()
    proof.show()
    assert shown_fields(proof) == ["recovery"]
    assert proof.recovery.value() == "0ABC"


def test_a_refusal_stands_at_what_is_asked_for_by_then(qtbot: Any, factor: Factor) -> None:
    proof = made(qtbot)
    factor.on = True
    proof.show_error("Verifikasi dua langkah menyala.")
    assert proof.code.has_error()
    assert not proof.password.has_error()


@pytest.mark.parametrize("on", [False, True])
def test_what_is_missing_is_said_and_the_cursor_put_there(qtbot: Any, factor: Factor, on: bool) -> None:
    factor.on = on
    proof = made(qtbot)
    proof.show_missing()
    field = proof.code if on else proof.password
    assert field.has_error()
    assert field.findChild(QLineEdit) is not None
