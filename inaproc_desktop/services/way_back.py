"""A way back that stays open until a point of no return, and then closes for good."""

from __future__ import annotations

import threading

from inaproc_desktop.ports.ui import Cancelled


class WayBack:
    """Asked by a long deed between its steps; turned on by the person, from another thread.

    A cancel token cannot promise that nothing was sent: the job may have passed its last check a moment
    before. Here cancelling and passing exclude each other.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._closed = False

    def cancel(self) -> bool:
        """Turn back; returns whether that was still possible."""
        with self._lock:
            if not self._closed:
                self._cancelled = True
            return self._cancelled

    def stop_if_cancelled(self) -> None:
        """Leave between two steps.

        Raises:
            Cancelled: the person turned back.
        """
        with self._lock:
            if self._cancelled:
                raise Cancelled

    def close(self) -> None:
        """Pass the point of no return.

        Raises:
            Cancelled: the person turned back just before.
        """
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._closed = True
