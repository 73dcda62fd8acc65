"""The frame of a wizard: QWizard with its pages, the stages above it, the steps at its left.

QWizard walks by itself; here it asks first: a page is checked, its draft saved and perhaps a request sent
off the UI thread before the next one is shown. So the buttons only tell, and ``show_page`` moves.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWizard,
)

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.busy import BusyOverlay
from inaproc_desktop.views.widgets.values import Step, StepState, Tone
from inaproc_desktop.views.widgets.wizard.page import WizardPage
from inaproc_desktop.views.widgets.wizard.stages import Stage, StageLine
from inaproc_desktop.views.widgets.wizard.step_list import StepList

_STEPS_FROM = 900
"""Width at 100 % from which the list of steps has room."""

_Button = QWizard.WizardButton


class WizardFrame(QWidget):
    """A wizard that fills a page of the window, or the window.

    Args:
        name: prefix of object names: ``identity`` gives ``identity.next``, ``identity.back`` …
        title: the name of the wizard.
        stage: which of the three stages it is.
        parent: the widget that owns it.

    Attributes:
        stages: the line above.

    Signals:
        next_asked(str): the way on from this page, by its id.
        back_asked(str): the way back from this page.
        extra_asked(str): the other way on from this page (``Lewati dulu``).
        close_asked(): close now, go on later.
        banner_action(): the action of the banner.
        cancelled(): the person does not want to wait.
    """

    next_asked = Signal(str)
    back_asked = Signal(str)
    extra_asked = Signal(str)
    close_asked = Signal()
    banner_action = Signal()
    cancelled = Signal()

    def __init__(self, name: str, title: str, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.wizard")
        self.setAccessibleName(title)
        self._pages: list[WizardPage] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(side) for side in (20, 14, 20, 16)))
        outer.setSpacing(theme.px(theme.GAP_12))
        self._kept = parts.label("", "muted")
        self._kept.setObjectName(f"{name}.kept")
        # It has the whole rest of the row, so that longer words need no new layout: painted before that
        # comes round, they would be cut off for a moment.
        self._kept.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._kept.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._title = parts.label(title, "title")
        outer.addWidget(parts.row(self._title, self._kept, gap=12))
        self.stages = StageLine(stage)
        outer.addWidget(self.stages)
        self._banner = Banner(Tone.WARN, "")
        self._banner.setObjectName(f"{name}.banner")
        self._banner.action.connect(self.banner_action)
        outer.addWidget(self._banner)
        card = QFrame()
        theme.set_role(card, "card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(*(theme.px(side) for side in (20, 16, 20, 12)))
        inside.setSpacing(theme.px(theme.GAP_24))
        self._steps = StepList(title)
        inside.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignTop)
        self._wizard = _Pages()
        inside.addWidget(self._wizard, 1)
        outer.addWidget(card, 1)
        self._busy = BusyOverlay(card)
        self._busy.cancelled.connect(self.cancelled)
        self._waiting = False
        self._dress(name)
        self._wizard.asked.connect(lambda: self.next_asked.emit(self.page_id()))
        self._wizard.left.connect(self.close_asked)

    def _dress(self, name: str) -> None:
        wizard = self._wizard
        wizard.setButtonLayout(
            [
                _Button.CancelButton,
                _Button.Stretch,
                _Button.CustomButton1,
                _Button.CustomButton2,
                _Button.NextButton,
            ]
        )
        self.close_button = wizard.dressed(
            _Button.CancelButton, self.tr("Tutup, lanjutkan nanti"), "quiet", f"{name}.close"
        )
        self.extra_button = wizard.dressed(_Button.CustomButton1, "", "", f"{name}.extra")
        self.back_button = wizard.dressed(_Button.CustomButton2, self.tr("Kembali"), "", f"{name}.back")
        self.next_button = wizard.dressed(_Button.NextButton, self.tr("Lanjut"), "primary", f"{name}.next")
        self.back_button.clicked.connect(self._on_back)
        self.extra_button.clicked.connect(lambda: self.extra_asked.emit(self.page_id()))
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_back)

    # ---- pages

    def add_pages(self, pages: Sequence[WizardPage]) -> None:
        """Add the pages in their order; the first one is shown."""
        for page in pages:
            self._wizard.setPage(len(self._pages), page)
            _follow_application(page)
            self._pages.append(page)
        self.show_page(pages[0].page_id)

    def page_id(self) -> str:
        """Return the id of the page in sight."""
        return self._pages[self._wizard.currentId()].page_id

    def show_page(self, page_id: str) -> None:
        """Show a page; an unknown id shows the first one."""
        at = next((at for at, page in enumerate(self._pages) if page.page_id == page_id), 0)
        page = self._pages[at]
        self._wizard.open_at(at)
        self._steps.show_steps(
            [
                Step(
                    each.step or each.accessibleName(),
                    StepState.DONE if place < at else StepState.CURRENT if place == at else StepState.AHEAD,
                )
                for place, each in enumerate(self._pages)
            ]
        )
        self.show_buttons()
        page.scroll_up()
        page.shown.emit()
        if page.first_editor is not None:
            page.first_editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_buttons(self) -> None:
        """Dress the buttons as the page in sight wants them; call again when the page changed its mind."""
        page = self._pages[self._wizard.currentId()]
        self.next_button.setText(parts.plain(page.next_text or self.tr("Lanjut")))
        self.extra_button.setText(parts.plain(page.extra_text))
        self.extra_button.setVisible(bool(page.extra_text))
        self.close_button.setVisible(page.closes)
        self.back_button.setVisible(page.goes_back and page is not self._pages[0])

    # ---- around the pages

    def show_title(self, title: str) -> None:
        """Change the name of the wizard."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._steps.setAccessibleName(title)

    def show_kept(self, text: str) -> None:
        """Say at the right above what was kept and when: ``Draf tersimpan 14.05``."""
        self._kept.setText(text)

    def show_banner(self, tone: Tone, text: str, action_text: str = "") -> None:
        """Say something about the whole wizard (no link); empty words hide it."""
        self._banner.show_text(tone, text, action_text)

    def show_busy(self, text: str, *, cancellable: bool = True) -> None:
        """Cover the pages while something is waited for; empty words uncover them."""
        self._waiting = bool(text)
        if text:
            self._busy.show_busy(text, cancellable=cancellable)
        else:
            self._busy.hide_busy()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the list of steps where there is no room for it."""
        super().resizeEvent(event)
        self._steps.setVisible(event.size().width() >= theme.px(_STEPS_FROM))

    def _on_back(self) -> None:
        if not self.back_button.isHidden() and not self._waiting:
            self.back_asked.emit(self.page_id())


class _Pages(QWizard):
    """QWizard that asks before it moves.

    Signals:
        asked(): the button that leads on.
        left(): the button that closes, or Escape.
    """

    asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoDefaultButton, False)
        self.setOption(QWizard.WizardOption.HaveCustomButton1)
        self.setOption(QWizard.WizardOption.HaveCustomButton2)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)

    def dressed(self, which: QWizard.WizardButton, text: str, role: str, name: str) -> QAbstractButton:
        """Name one of its buttons and return it."""
        self.setButtonText(which, text)
        button = self.button(which)
        button.setObjectName(name)
        _follow_application(button)
        if role:
            theme.set_role(button, role)
        if isinstance(button, QPushButton) and which is not _Button.NextButton:
            button.setAutoDefault(False)
        return button

    def open_at(self, at: int) -> None:
        """Show a page. Its own history is not used: a page may be left for any other."""
        self.setStartId(at)
        self.restart()

    def nextId(self) -> int:
        """Return some other page, so that QWizard keeps the button that leads on."""
        return (self.currentId() + 1) % max(len(self.pageIds()), 1)

    def validateCurrentPage(self) -> bool:
        """Tell instead of moving."""
        self.asked.emit()
        return False

    def reject(self) -> None:
        """Tell instead of closing."""
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Pass over changes of the style: QWizard would give its style object to pages and buttons again."""
        if event.type() == QEvent.Type.StyleChange:
            return QDialog.event(self, event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field lead on: QDialog does it for windows of its own only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _is_button(self.focusWidget()):
            self.button(_Button.NextButton).click()
        else:
            super().keyPressEvent(event)


def _follow_application(widget: QWidget) -> None:
    """Take the style object back that QWizard gave a page or a button.

    It is the one of the style sheet, which dies with the next switch of the theme: the widget would be left
    with a dangling pointer, and the program would crash (seen with 6.11.3, qwizard.cpp ``setStyle``).
    """
    widget.setStyle(None)  # type: ignore[arg-type]


def _is_button(widget: QWidget | None) -> bool:
    return isinstance(widget, QAbstractButton)
