"""Fields for money and quantities: read as Indonesians write, never guessed, shown tidily when left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.fields.text import LineField


class _NumberField(LineField):
    """A line of digits at the right, with a quiet unit inside the box."""

    def __init__(
        self, label: str, *, hint: str, required: bool, label_visible: bool, parent: QWidget | None
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._before: QLabel = parts.label("", "muted")
        self._after: QLabel = parts.label("", "muted")
        inside = QHBoxLayout(self._line)
        inside.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        inside.addWidget(self._before)
        inside.addStretch(1)
        inside.addWidget(self._after)
        for words in (self._before, self._after):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.hide()

    def problem(self) -> str:
        """Return the code of what is wrong with the text, empty when it is fine or absent."""
        raise NotImplementedError

    def _on_left(self) -> None:
        # Not only after typing: a field that was left wrong says so again when it is left again.
        if self.problem():
            self.show_error(self._sentence(self.problem()))
        super()._on_left()

    def _sentence(self, problem: str) -> str:
        return {
            "not_a_number": self.tr("Bukan angka. Tulis angka saja, misalnya {example}."),
            "bad_grouping": self.tr("Titik atau koma tidak pada tempatnya. Tulis misalnya {example}."),
            "has_fraction": self.tr("Tulis rupiah utuh tanpa sen, misalnya {example}."),
            "too_many_decimals": self.tr("Paling banyak dua angka di belakang koma, misalnya {example}."),
            "negative": self.tr("Tidak boleh kurang dari nol. Tulis misalnya {example}."),
            "too_large": self.tr("Angkanya terlalu besar. Periksa jumlah nolnya."),
        }[problem].format(example=self._example)

    _example = ""


class MoneyField(_NumberField):
    """Whole rupiah. Points appear by themselves while digits are typed.

    ``value()`` is None when the field is empty or wrong; ``problem()`` tells the two apart.
    """

    _example = "1.045.000"

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self._before.setText("Rp")
        self._before.show()
        self._line.setTextMargins(theme.px(20), 0, 0, 0)
        self._last = ""

    def value(self) -> Rupiah | None:
        """Return the amount, None when there is no valid one."""
        return fmt.parse_rupiah(self._line.text()).value

    def show_value(self, value: Rupiah | None) -> None:
        """Show an amount without telling ``changed``."""
        self._last = "" if value is None else fmt.rupiah_plain(value)
        if self._line.text() != self._last:
            self._line.setText(self._last)
        self._edited = False

    def problem(self) -> str:
        """Return the code of what is wrong with the text, empty when it is fine or absent."""
        found = fmt.parse_rupiah(self._line.text()).problem
        return "" if found == "empty" else found

    def _on_edited(self, text: str) -> None:
        self._regroup(text)
        super()._on_edited(self._line.text())

    def _regroup(self, text: str) -> None:
        """Set the points anew while digits come and go; leave anything else as it was typed."""
        digits = text.replace(".", "")
        before = self._last.replace(".", "")
        typed_point = text.count(".") > self._last.count(".") and len(digits) == len(before)
        was_tidy = self._last in ("", fmt.rupiah_plain(int(before)) if before.isdecimal() else None)
        if digits.isascii() and digits.isdecimal() and was_tidy and not typed_point:
            right = len(text) - self._line.cursorPosition()
            right_digits = len(text[len(text) - right :].replace(".", ""))
            tidy = fmt.rupiah_plain(int(digits))
            if tidy != text:
                self._line.setText(tidy)
                self._line.setCursorPosition(_place_before(tidy, right_digits))
        self._last = self._line.text()

    def _settle(self) -> None:
        value = self.value()
        if value is not None:
            self._last = fmt.rupiah_plain(value)
            self._line.setText(self._last)


def _place_before(text: str, digits: int) -> int:
    """Return the position in ``text`` that has this many digits to its right."""
    at = len(text)
    while digits and at:
        at -= 1
        digits -= text[at] != "."
    return at


class QuantityField(_NumberField):
    """A quantity with at most two decimals and its unit inside the box.

    Args:
        label: see :class:`Field`.
        unit: ``rim``, ``unit``.
        hint: see :class:`Field`.
        required: see :class:`Field`.
        label_visible: see :class:`Field`.
        parent: the widget that owns it.
    """

    _example = "12,5"

    def __init__(
        self,
        label: str,
        *,
        unit: str = "",
        hint: str = "",
        required: bool = False,
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self.show_unit(unit)

    def show_unit(self, unit: str) -> None:
        """Change the unit."""
        self._after.setText(unit)
        self._after.setVisible(bool(unit))
        room = self._after.fontMetrics().horizontalAdvance(unit) + theme.px(6) if unit else 0
        self._line.setTextMargins(0, 0, room, 0)
        if unit:
            self._line.setAccessibleName(f"{self._name} ({unit})")

    def value(self) -> Quantity | None:
        """Return the quantity in hundredths, None when there is no valid one."""
        return fmt.parse_quantity(self._line.text()).value

    def show_value(self, value: Quantity | None) -> None:
        """Show a quantity without telling ``changed``."""
        text = "" if value is None else fmt.quantity(value)
        if self._line.text() != text:
            self._line.setText(text)
        self._edited = False

    def problem(self) -> str:
        """Return the code of what is wrong with the text, empty when it is fine or absent."""
        found = fmt.parse_quantity(self._line.text()).problem
        return "" if found == "empty" else found

    def _settle(self) -> None:
        value = self.value()
        if value is not None:
            self._line.setText(fmt.quantity(value))
