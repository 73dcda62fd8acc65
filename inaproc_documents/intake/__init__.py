"""What people hand in: pictures and PDF files, checked by content, improved on request, never trusted.

The same checks run in the desktop, before anything is sent, and in the backend, in a process apart
(:mod:`inaproc_documents.intake.sandbox`), before anything is stored. Nothing here looks at a file's name to
learn what it is. A refusal is :class:`inaproc_core.errors.Refused` with a code ``file.…``.
"""
