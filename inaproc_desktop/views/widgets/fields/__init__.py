"""Fields: every input there is. Each demands a label and keeps what was typed, right or wrong."""

from __future__ import annotations

from inaproc_desktop.views.widgets.fields.choice import CheckField, ComboField
from inaproc_desktop.views.widgets.fields.dates import DateField, DateRangeField
from inaproc_desktop.views.widgets.fields.field import Field
from inaproc_desktop.views.widgets.fields.numbers import MoneyField, QuantityField
from inaproc_desktop.views.widgets.fields.picker import PickerField
from inaproc_desktop.views.widgets.fields.text import MultilineField, SearchField, TextField

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
