"""The table of the application: master lists over frozen rows, whole or page by page."""

from __future__ import annotations

from inaproc_desktop.views.widgets.table.columns import Align, Column
from inaproc_desktop.views.widgets.table.model import RowsModel
from inaproc_desktop.views.widgets.table.view import Table

__all__ = ["Align", "Column", "RowsModel", "Table"]
