"""Fields: every input there is. Each demands a label and keeps what was typed, right or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inaproc_desktop.views.widgets.late import late

# A type checker sees the imports, not a catch-all that would hide a misspelt name.
if TYPE_CHECKING:
    from inaproc_desktop.views.widgets.fields.choice import CheckField, ComboField
    from inaproc_desktop.views.widgets.fields.dates import DateField, DateRangeField
    from inaproc_desktop.views.widgets.fields.field import Field
    from inaproc_desktop.views.widgets.fields.numbers import MoneyField, QuantityField
    from inaproc_desktop.views.widgets.fields.picker import PickerField
    from inaproc_desktop.views.widgets.fields.text import MultilineField, SearchField, TextField
else:
    __getattr__ = late(
        __name__,
        {
            "choice": (
                "CheckField",
                "ComboField",
            ),
            "dates": (
                "DateField",
                "DateRangeField",
            ),
            "field": ("Field",),
            "numbers": (
                "MoneyField",
                "QuantityField",
            ),
            "picker": ("PickerField",),
            "text": (
                "MultilineField",
                "SearchField",
                "TextField",
            ),
        },
    )

__all__ = [
    "CheckField",
    "ComboField",
    "DateField",
    "DateRangeField",
    "Field",
    "MoneyField",
    "MultilineField",
    "PickerField",
    "QuantityField",
    "SearchField",
    "TextField",
]
