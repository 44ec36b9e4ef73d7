"""Catalogue: finds the translation for a language. Asked once at the start; `core.words.speak` takes it.

Files are `assets/locale/<language>/LC_MESSAGES/kindtimer.mo`. English needs none. No Qt, any thread.
"""

import gettext
import re
import struct
from pathlib import Path

DOMAIN = "kindtimer"
SYSTEM = "system"
"""The setting that follows the language of the desktop (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[_-][A-Za-z0-9]{2,8})*(?:@[a-z]+)?")


def catalogue(assets: Path, language: str) -> gettext.NullTranslations:
    """The catalogue of a language ("de", "de_AT"), or of the desktop's for "system".

    English, as it stands in the program, where there is none or its file cannot be read.
    """
    if language != SYSTEM and not _LANGUAGE.fullmatch(language):
        return gettext.NullTranslations()
    asked = None if language == SYSTEM else [language.replace("-", "_")]
    try:
        return gettext.translation(DOMAIN, assets / "locale", asked, fallback=True)
    except (OSError, UnicodeError, ValueError, struct.error):
        return gettext.NullTranslations()
