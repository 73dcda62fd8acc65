"""The widgets of the application. Screens import from here and never style anything themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inaproc_desktop.views.widgets.late import late

# A type checker sees the imports, not a catch-all that would hide a misspelt name.
if TYPE_CHECKING:
    from inaproc_desktop.views.widgets.banner import Banner, EmptyState
    from inaproc_desktop.views.widgets.bars import SegmentedBar, ShareBar
    from inaproc_desktop.views.widgets.busy import BusyOverlay
    from inaproc_desktop.views.widgets.card import Card, VerdictCard
    from inaproc_desktop.views.widgets.code_input import CodeInput
    from inaproc_desktop.views.widgets.dialogs import (
        ConfirmDialog,
        FailureDialog,
        FormDialog,
        MessageDialog,
        ask_reason,
        confirm,
        show_failure,
        tell,
    )
    from inaproc_desktop.views.widgets.document_preview import DocumentPreview
    from inaproc_desktop.views.widgets.fields import (
        CheckField,
        ComboField,
        DateField,
        DateRangeField,
        Field,
        MoneyField,
        MultilineField,
        PickerField,
        QuantityField,
        SearchField,
        TextField,
    )
    from inaproc_desktop.views.widgets.grid import GridColumn, LineGrid
    from inaproc_desktop.views.widgets.marks import Badge, IconMark, Pill
    from inaproc_desktop.views.widgets.page import Page
    from inaproc_desktop.views.widgets.parts import button, column, icon_button, label, row, rule
    from inaproc_desktop.views.widgets.scroll import Columns, VerticalScroll
    from inaproc_desktop.views.widgets.sections import Checklist, NavButton, SectionNav
    from inaproc_desktop.views.widgets.steps import StepBar
    from inaproc_desktop.views.widgets.summary import SummaryRows
    from inaproc_desktop.views.widgets.table import Align, Column, Table
    from inaproc_desktop.views.widgets.timeline import Timeline
    from inaproc_desktop.views.widgets.toast import Toast
    from inaproc_desktop.views.widgets.values import (
        ChecklistItem,
        EmptyText,
        Option,
        PillText,
        Section,
        Segment,
        Step,
        StepState,
        SummaryRow,
        TimelineEvent,
        Tone,
    )
else:
    __getattr__ = late(
        __name__,
        {
            "banner": (
                "Banner",
                "EmptyState",
            ),
            "bars": (
                "SegmentedBar",
                "ShareBar",
            ),
            "busy": ("BusyOverlay",),
            "card": (
                "Card",
                "VerdictCard",
            ),
            "code_input": ("CodeInput",),
            "dialogs": (
                "ConfirmDialog",
                "FailureDialog",
                "FormDialog",
                "MessageDialog",
                "ask_reason",
                "confirm",
                "show_failure",
                "tell",
            ),
            "document_preview": ("DocumentPreview",),
            "fields": (
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
            ),
            "grid": (
                "GridColumn",
                "LineGrid",
            ),
            "marks": (
                "Badge",
                "IconMark",
                "Pill",
            ),
            "page": ("Page",),
            "parts": (
                "button",
                "column",
                "icon_button",
                "label",
                "row",
                "rule",
            ),
            "scroll": (
                "Columns",
                "VerticalScroll",
            ),
            "sections": (
                "Checklist",
                "NavButton",
                "SectionNav",
            ),
            "steps": ("StepBar",),
            "summary": ("SummaryRows",),
            "table": (
                "Align",
                "Column",
                "Table",
            ),
            "timeline": ("Timeline",),
            "toast": ("Toast",),
            "values": (
                "ChecklistItem",
                "EmptyText",
                "Option",
                "PillText",
                "Section",
                "Segment",
                "Step",
                "StepState",
                "SummaryRow",
                "TimelineEvent",
                "Tone",
            ),
        },
    )

__all__ = [
    "Align",
    "Badge",
    "Banner",
    "BusyOverlay",
    "Card",
    "CheckField",
    "Checklist",
    "ChecklistItem",
    "CodeInput",
    "Column",
    "Columns",
    "ComboField",
    "ConfirmDialog",
    "DateField",
    "DateRangeField",
    "DocumentPreview",
    "EmptyState",
    "EmptyText",
    "FailureDialog",
    "Field",
    "FormDialog",
    "GridColumn",
    "IconMark",
    "LineGrid",
    "MessageDialog",
    "MoneyField",
    "MultilineField",
    "NavButton",
    "Option",
    "Page",
    "PickerField",
    "Pill",
    "PillText",
    "QuantityField",
    "SearchField",
    "Section",
    "SectionNav",
    "Segment",
    "SegmentedBar",
    "ShareBar",
    "Step",
    "StepBar",
    "StepState",
    "SummaryRow",
    "SummaryRows",
    "Table",
    "TextField",
    "Timeline",
    "TimelineEvent",
    "Toast",
    "Tone",
    "VerdictCard",
    "VerticalScroll",
    "ask_reason",
    "button",
    "column",
    "confirm",
    "icon_button",
    "label",
    "row",
    "rule",
    "show_failure",
    "tell",
]
