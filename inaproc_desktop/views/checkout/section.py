"""What the sections of the checkout share: a card with its state in the heading, and fields found by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from inaproc_desktop.ports.checkout import CheckoutSheet
from inaproc_desktop.views.widgets import Card, Field, Pill, PillText, Tone


class SectionCard(Card):
    """One section.

    Args:
        section: its id, as problems name it.
        title: its heading.
        padded: see ``Card``.
        parent: the widget that owns it.
    """

    def __init__(
        self, section: str, title: str, *, padded: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(padded=padded, parent=parent)
        self.section = section
        self.setObjectName(f"checkout.section.{section}")
        self.show_title(title)
        self.state = Pill()
        self.add_trailing(self.state)

    def show_state(self, sheet: CheckoutSheet) -> None:
        """Show how many inputs are missing, or that it is complete."""
        mine = [problem for problem in sheet.verdict.problems if problem.section == self.section]
        wrong = sum(problem.refusal is not None for problem in mine)
        if wrong:
            self.state.show_pill(PillText(self.tr("periksa {count}").format(count=wrong), Tone.BAD))
        elif mine:
            self.state.show_pill(PillText(self.tr("kurang {count}").format(count=len(mine)), Tone.WARN))
        else:
            self.state.show_pill(PillText(self.tr("lengkap"), Tone.OK))

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by the names that problems use."""
        return {}

    def reveal(self, name: str) -> Field | None:
        """Return a field after bringing it into sight, e.g. by choosing the place it belongs to."""
        return self.fields().get(name)


def typed_text(field: Field) -> str:
    """Return the letters in a field's lines; several lines are joined by a line break."""
    return "\n".join(line.text() for line in field.findChildren(QLineEdit)).strip("\n")


def show_typed_text(field: Field, text: str) -> None:
    """Put letters back into a field's lines without telling ``changed``."""
    for line, part in zip(field.findChildren(QLineEdit), text.split("\n"), strict=False):
        line.setText(part)


def report_unread(field: Field, name: str, tell: Callable[[str, str], None]) -> None:
    """Tell, after every edit, what stands in a field that cannot be read as a value; empty when it can."""

    def changed(value: object) -> None:
        parts = value if isinstance(value, tuple) else (value,)
        tell(name, typed_text(field) if any(part is None for part in parts) else "")

    field.changed.connect(changed)
