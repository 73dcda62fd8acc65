"""How values look and how typed text is read. Pure Python: one place for every number and date on screen.

The functions follow the language and the office's zone set once with :func:`use`.
"""

from __future__ import annotations

from inaproc_desktop.views.format.dates import date, date_range, day, moment, recent, short_moment, time
from inaproc_desktop.views.format.deadlines import Deadline, Urgency, deadline
from inaproc_desktop.views.format.identifiers import file_size, masked_phone, order_number, phone
from inaproc_desktop.views.format.numbers import percent, quantity, rupiah, rupiah_plain, share
from inaproc_desktop.views.format.parsing import Parsed, parse_date, parse_quantity, parse_rupiah
from inaproc_desktop.views.format.setting import Zone, language, use, zone

__all__ = [
    "Deadline",
    "Parsed",
    "Urgency",
    "Zone",
    "date",
    "date_range",
    "day",
    "deadline",
    "file_size",
    "language",
    "masked_phone",
    "moment",
    "order_number",
    "parse_date",
    "parse_quantity",
    "parse_rupiah",
    "percent",
    "phone",
    "quantity",
    "recent",
    "rupiah",
    "rupiah_plain",
    "share",
    "short_moment",
    "time",
    "use",
    "zone",
]
