"""Whether a key that does not open a sealed file is the wrong one, or the file is damaged.

To the driver both look the same: its first page does not decrypt. But every page carries a code of its own
(https://www.zetetic.net/sqlcipher/design/): if the key fits any page, it is the right key.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from pathlib import Path

_PAGE = 4096
_SALT = 16
_CODE = hashlib.sha512().digest_size
_SALT_MASK = 0x3A
_CODE_KEY_ROUNDS = 2
_CODE_KEY_BYTES = 32
_AT_MOST = 2000
"""Pages looked at; eight megabytes."""


def fits_any_page(path: Path, key: bytes) -> bool:
    """Return whether any page of a sealed file was written under a raw key. Nothing may have it open."""
    with path.open("rb") as file:
        salt = file.read(_SALT)
        code_key = hashlib.pbkdf2_hmac(
            "sha512", key, bytes(byte ^ _SALT_MASK for byte in salt), _CODE_KEY_ROUNDS, _CODE_KEY_BYTES
        )
        file.seek(0)
        for number in range(1, _AT_MOST + 1):
            page = file.read(_PAGE)
            if len(page) < _PAGE:
                return False
            if _fits(page[_SALT:] if number == 1 else page, number, code_key):
                return True
    return False


def _fits(page: bytes, number: int, code_key: bytes) -> bool:
    covered, code = page[:-_CODE], page[-_CODE:]
    made = hmac.new(code_key, covered + struct.pack("<I", number), hashlib.sha512).digest()
    return hmac.compare_digest(made, code)
