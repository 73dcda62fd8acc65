"""The supporting documents of a checkout without widgets: looked at off the UI thread, kept at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from inaproc_core.errors import Refusal
from inaproc_core.orders.content import Attachment, AttachmentKind
from inaproc_desktop.ports.attachments import AttachmentsView, FileState, KeptFile
from inaproc_desktop.ports.checkout import CheckoutForm
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Lane, Runner
from inaproc_desktop.services.attachments import AttachmentService
from inaproc_desktop.services.checkout.form import with_attachment, with_attachment_kind, without_attachment

Edit = Callable[[Callable[[CheckoutForm], CheckoutForm]], None]


class Attaching:
    """The files of the form in sight."""

    def __init__(
        self,
        view: AttachmentsView,
        service: AttachmentService,
        runner: Runner,
        bus: ChangeBus,
        form: Callable[[], CheckoutForm | None],
        edit: Edit,
    ) -> None:
        """Put it together.

        Args:
            view: the page.
            service: supporting documents.
            runner: lanes for work.
            bus: is told of kept files.
            form: the form in sight.
            edit: changes the form, and keeps it at once.
        """
        self._view = view
        self._service = service
        self._runner = runner
        self._bus = bus
        self._form = form
        self._edit = edit
        self._files: dict[str, KeptFile] = {}
        self._work = CancelToken()
        limits = service.limits()
        view.show_file_limits(limits.max_files, limits.max_bytes)

    def close(self) -> None:
        """Drop what is being looked at."""
        self._work.cancel()

    def attach(self, path: str) -> None:
        """Take a file of the person's."""
        form = self._form()
        if form is None:
            return
        self._view.show_attaching(True)
        self._work = self._runner.submit(
            Lane.NETWORK,
            self._service.choose,
            path,
            AttachmentKind.OTHER,
            on_done=partial(self._on_kept, form.order_id),
            on_error=self._on_not_kept,
        )

    def detach(self, sha256: str) -> None:
        """Take a file out of the form."""
        self._edit(lambda form: without_attachment(form, sha256))

    def choose_kind(self, sha256: str, kind: str) -> None:
        """Say what a file is; who sees it follows."""
        chosen = AttachmentKind(kind)
        self._edit(lambda form: with_attachment_kind(form, sha256, chosen, internal=chosen.starts_internal))

    def choose_internal(self, sha256: str, internal: bool) -> None:
        """Keep a file within the satker, or let the penyedia see it."""
        found = self.find(sha256)
        if found is not None:
            self._edit(lambda form: with_attachment_kind(form, sha256, found.kind, internal=internal))

    def find(self, sha256: str) -> Attachment | None:
        """Return a file of the form."""
        form = self._form()
        held = form.attachments if form is not None else ()
        return next((one for one in held if one.sha256 == sha256), None)

    def refused(self) -> Refusal | None:
        """Return why the form cannot go: the first of its files that the backend has refused."""
        form = self._form()
        for one in form.attachments if form is not None else ():
            kept = self._files.get(one.sha256)
            if kept is not None and kept.state is FileState.REFUSED:
                facts = {"sha256": one.sha256, "name": one.name, "reason": kept.reason}
                return Refusal(code="command.attachment_refused", facts=facts, field="attachments")
        return None

    def refresh(self) -> None:
        """Read anew how far the files are."""
        form = self._form()
        if form is None or not form.attachments:
            self._files = {}
            return
        self._runner.submit(
            Lane.DATA,
            self._service.states,
            form.attachments,
            on_done=self._on_states,
            on_error=self._view.show_failure,
        )

    # ---- inside

    def _on_kept(self, order_id: str, result: tuple[Attachment, ChangeSet]) -> None:
        attachment, changes = result
        self._view.show_attaching(False)
        form = self._form()
        if form is None or form.order_id != order_id:
            return  # another form is in sight: nothing names the file, and it goes with the next sweep
        self._edit(lambda form: with_attachment(form, attachment))
        self._bus.publish(changes)

    def _on_not_kept(self, error: Exception) -> None:
        self._view.show_attaching(False)
        self._view.show_not_attached(error)

    def _on_states(self, files: dict[str, KeptFile]) -> None:
        self._files = files
        self._view.show_files(files)
