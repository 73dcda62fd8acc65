"""Files handed in: taken in blocks, checked in a process apart, stored sealed, shown to whoever may see them.

For other rooms: :mod:`~inaproc_backend.uploads.stored` (``claim_files``, ``describe_files``) and
:mod:`~inaproc_backend.uploads.viewing` (``MayView``, which the verification desk implements).
"""
