"""Taking a picture with the camera of this machine: asked first, shown live, nothing kept before a yes.

The module for cameras is large and needs sound libraries of the system, so it is an extra: imported when
somebody presses the button, and where it is missing the button says so (docs/decisions/0027).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing.canvas import PictureCanvas
from inaproc_desktop.views.widgets import FormDialog, label

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoFrame, QVideoSink


class CameraState(StrEnum):
    """Whether a picture can be taken here."""

    READY = "ready"
    NO_MODULE = "no_module"
    NO_DEVICE = "no_device"
    DENIED = "denied"


class Camera(Protocol):
    """A camera. Every callback comes on the UI thread."""

    def state(self) -> CameraState:
        """Say whether there is one."""

    def start(self, on_frame: Callable[[QImage], None], on_denied: Callable[[], None]) -> None:
        """Ask the system for permission where it wants that, and begin to show."""

    def stop(self) -> None:
        """End; the light of the camera goes out."""


class Permission(Protocol):
    """Whether the system lets this program use the camera."""

    def status(self) -> Qt.PermissionStatus:
        """Return what the system says now, without asking the person."""

    def ask(self, answered: Callable[[Qt.PermissionStatus], None]) -> None:
        """Let the system ask the person; the answer comes on the UI thread."""

    def drop(self) -> None:
        """Pass over an answer that is still to come."""


class SystemPermission:
    """The permission of the platform: macOS asks the person, other desktops grant it."""

    def __init__(self) -> None:
        """Ask nothing yet."""
        self._context: QObject | None = None

    def status(self) -> Qt.PermissionStatus:
        """Return what the system says now."""
        return _application().checkPermission(QCameraPermission())

    def ask(self, answered: Callable[[Qt.PermissionStatus], None]) -> None:
        """Let the system ask the person."""
        self._context = QObject()
        _application().requestPermission(
            QCameraPermission(), self._context, lambda _permission: answered(self.status())
        )

    def drop(self) -> None:
        """Pass over an answer that is still to come: Qt calls back only while its context lives."""
        if self._context is not None:
            self._context.deleteLater()
            self._context = None


class SystemCamera:
    """The first camera of this machine, through QtMultimedia where that can be loaded.

    Args:
        permission: of the system, asked before the camera is touched.
    """

    def __init__(self, permission: Permission | None = None) -> None:
        """Touch nothing yet."""
        self._permission = permission or SystemPermission()
        self._wanted = False
        self._session: QMediaCaptureSession | None = None
        self._camera: QCamera | None = None
        self._sink: QVideoSink | None = None

    def state(self) -> CameraState:
        """Say whether there is one."""
        try:
            from PySide6.QtMultimedia import QMediaDevices  # late: an extra, and large
        except ImportError:  # not installed, or a library of the system is missing
            return CameraState.NO_MODULE
        if self._permission.status() is Qt.PermissionStatus.Denied:
            return CameraState.DENIED
        return CameraState.READY if QMediaDevices.videoInputs() else CameraState.NO_DEVICE

    def start(self, on_frame: Callable[[QImage], None], on_denied: Callable[[], None]) -> None:
        """Ask for permission where it is not settled, then begin to show."""
        self._wanted = True

        def answered(status: Qt.PermissionStatus) -> None:
            if not self._wanted:
                return
            if status is Qt.PermissionStatus.Granted:
                self._open(on_frame, on_denied)
            else:
                on_denied()

        status = self._permission.status()
        if status is Qt.PermissionStatus.Undetermined:
            self._permission.ask(answered)
        else:
            answered(status)

    def _open(self, on_frame: Callable[[QImage], None], on_denied: Callable[[], None]) -> None:
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoSink  # late: see state

        def show(frame: QVideoFrame) -> None:
            image = frame.toImage()
            if not image.isNull():
                on_frame(image)

        self._camera, self._sink = QCamera(), QVideoSink()
        self._camera.errorOccurred.connect(lambda _error, _words: on_denied())
        self._sink.videoFrameChanged.connect(show)
        self._session = QMediaCaptureSession()
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._camera.start()

    def stop(self) -> None:
        """End; an answer about the permission that is still to come opens nothing."""
        self._wanted = False
        self._permission.drop()
        if self._camera is not None:
            self._camera.stop()
        self._session = self._camera = self._sink = None


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None  # there is no window without it
    return application


class CameraDialog(FormDialog):
    """Asks for permission, shows what the camera sees, takes one picture.

    Args:
        parent: any widget of the window.
        camera: the camera.
        slot: name of what is photographed.
        guide: how to hold it.

    Signals:
        taken(QImage): the picture that was agreed to.
    """

    taken = Signal(QImage)

    def __init__(self, parent: QWidget, camera: Camera, slot: str, guide: str) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        self._words = label("", wrap=True)
        self._canvas = PictureCanvas(slot)
        self._canvas.setMinimumHeight(theme.px(300))
        layout.addWidget(self._words)
        layout.addWidget(self._canvas, 1)
        super().__init__(parent, title=slot, body=body, confirm="", width=560)
        self.setObjectName("camera")
        self._camera = camera
        self._slot = slot
        self._guide = guide
        self._frame = QImage()
        self._held = QImage()
        self._running = False
        self._canvas.hide()
        self._words.setText(
            self.tr(
                "Kamera komputer ini akan dinyalakan untuk mengambil satu foto. Gambar tidak direkam, dan"
                " tidak disimpan sebelum Anda menekan Pakai foto ini."
            )
        )
        self.confirm_button.setText(self.tr("Izinkan kamera"))
        self.confirm_button.setObjectName("camera.go_on")
        self.cancel_button.setObjectName("camera.cancel")
        self.confirmed.connect(self._on_confirmed)
        self.finished.connect(lambda _result: self._stop())

    def _on_confirmed(self) -> None:
        if not self._running and self._held.isNull():
            self._begin()
        elif self._held.isNull():
            self._hold()
        else:
            held = self._held
            self.accept()
            self.taken.emit(held)

    def _begin(self) -> None:
        self._running = True
        self._words.setText(self._guide)
        self._canvas.show()
        self._canvas.show_words(self.tr("Menyalakan kamera…"), self._slot)
        self.confirm_button.setText(self.tr("Ambil foto"))
        self.confirm_button.setEnabled(False)
        self._camera.start(self._on_frame, self._on_denied)

    def _on_frame(self, frame: QImage) -> None:
        if not self._running:
            return
        self._frame = frame
        self._canvas.show_picture(frame, self._slot)
        self.confirm_button.setEnabled(True)

    def _hold(self) -> None:
        self._held = self._frame.copy()
        self._stop()
        self._canvas.show_picture(self._held, self._slot)
        self.confirm_button.setText(self.tr("Pakai foto ini"))
        self.cancel_button.setText(self.tr("Buang foto"))

    def _on_denied(self) -> None:
        self._stop()
        self._canvas.hide()
        self.show_error(
            self.tr(
                "Kamera tidak dapat dipakai. Periksa izin kamera di pengaturan sistem dan apakah aplikasi"
                " lain sedang memakainya, atau pilih berkas foto."
            )
        )
        self.confirm_button.setEnabled(False)

    def _stop(self) -> None:
        if self._running:
            self._running = False
            self._camera.stop()
