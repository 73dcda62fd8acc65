"""Documents: what the backend states is what is kept, and what is kept can be seen without a link."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.documents import DocumentCache
from inaproc_desktop.storage.work import open_work_file
from inaproc_desktop.sync.documents import LiveDocuments
from tests import builders
from tests.desktop.fake_world import sha256_of
from tests.desktop.fakes import FixedClock
from tests.desktop.sealed import KEY


class Calls:
    """The backend's side of documents."""

    def __init__(self) -> None:
        self.pdf = b"%PDF-1"
        self.stated = sha256_of(self.pdf)
        self.offline = False

    def document(self, document_id: str) -> tuple[bytes, str]:
        if self.offline:
            raise WorldFailed("world.offline")
        return self.pdf, self.stated

    def ca_pem(self) -> str:
        return "PEM"

    def upload_signed(self, document_id: str, pdf: bytes) -> Any:
        return (document_id, pdf)

    def certificate(self, csr_pem: str) -> Any:
        return csr_pem


@pytest.fixture
def made(tmp_path: Path):
    work = open_work_file(tmp_path / "work.db", KEY)
    calls = Calls()
    yield LiveDocuments(calls, DocumentCache(work), FixedClock(builders.NOW)), calls
    work.close()


def test_fetched_once_seen_without_a_link(made: Any) -> None:
    documents, calls = made
    assert documents.cached("d-1") is None
    fetched = documents.fetch("d-1")
    assert (fetched.pdf, fetched.sha256, fetched.fetched_at) == (b"%PDF-1", calls.stated, builders.NOW)
    calls.offline = True
    with pytest.raises(WorldFailed):
        documents.fetch("d-1")
    assert documents.cached("d-1") == fetched


def test_bytes_that_are_not_what_was_stated_are_refused(made: Any) -> None:
    documents, calls = made
    calls.pdf = b"%PDF-2"
    with pytest.raises(WorldFailed) as failed:
        documents.fetch("d-1")
    assert failed.value.code == "world.answer"
    assert documents.cached("d-1") is None


def test_other_calls_go_through(made: Any) -> None:
    documents, _ = made
    assert documents.upload_signed("d-1", b"x") == ("d-1", b"x")
    assert documents.certificate("csr") == "csr"
    assert documents.ca_pem() == "PEM"
