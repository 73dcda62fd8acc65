"""The language of the window: which translations Qt uses, and how values are written.

The texts in the sources are Indonesian; English comes from ``resources/translations/en.qm``. Qt's own texts
(buttons of dialogs, the menu of a text line, the file dialog) are English in the library, and Qt ships no
Indonesian: ``qtbase_id.qm`` is ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import resources
from inaproc_desktop.views import format as fmt

LANGUAGES = ("id", "en")

_FILES = {"id": "qtbase_id.qm", "en": "en.qm"}
_LOCALES = {"id": "id_ID", "en": "en_ID"}
"""Names of months and days in the language, numbers always as Indonesia writes them."""


@dataclass
class _Active:
    translator: QTranslator | None = None


_active = _Active()


def use_language(application: QCoreApplication, code: str, zone: fmt.Zone | None = None) -> bool:
    """Show everything made from now on in a language; call again at any time to switch.

    Widgets that exist keep their words: after a switch their owner builds them again.

    Args:
        application: the application.
        code: ``"id"`` or ``"en"``.
        zone: the office's zone, when it changes too.

    Returns:
        Whether another language was in use before, so that what is on screen must be built again.

    Raises:
        ValueError: there is no such language.
        FileNotFoundError: the translations are missing from the installation.
    """
    if code not in _FILES:
        message = f"no translations for language {code!r}; there are {LANGUAGES}"
        raise ValueError(message)
    changed = _active.translator is not None and fmt.language() != code
    if changed or _active.translator is None:
        translator = QTranslator(application)
        place = resources.path("translations", _FILES[code])
        if not translator.load(str(place)):
            message = f"not a translation file: {place}"
            raise FileNotFoundError(message)
        if _active.translator is not None:
            application.removeTranslator(_active.translator)
            _active.translator.deleteLater()
        application.installTranslator(translator)
        _active.translator = translator
    QLocale.setDefault(QLocale(_LOCALES[code]))
    fmt.use(language=code, zone=zone)
    return changed
