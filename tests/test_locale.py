"""Words put in the place of Django's own: the compiled file says what its source says."""

import gettext
import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "newsroom" / "locale" / "zh_Hans" / "LC_MESSAGES"
ENTRY_RE = re.compile(
    r'^msgid "(?P<id>.+)"\n(?:msgid_plural "(?P<plural>.+)"\n)?msgstr(?:\[0\])? "(?P<words>.+)"$', re.M
)


def test_it_is_compiled_from_its_source():
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    entries = list(ENTRY_RE.finditer((FOLDER / "django.po").read_text(encoding="utf-8")))
    assert len(entries) > 10
    for entry in entries:
        plural = entry["plural"]
        said = compiled.ngettext(entry["id"], plural, 5) if plural else compiled.gettext(entry["id"])
        assert said == entry["words"]
