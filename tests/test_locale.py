"""Words put in the place of Django's own: the compiled file says what its source says."""

import gettext
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "newsroom" / "locale" / "zh_Hans" / "LC_MESSAGES"
ENTRY_RE = re.compile(
    r'^msgid "(?P<id>.+)"\n(?:msgid_plural "(?P<plural>.+)"\n)?msgstr(?:\[0\])? "(?P<words>.+)"$', re.M
)


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_it_is_compiled_from_its_source(domain):
    with (FOLDER / f"{domain}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    entries = list(ENTRY_RE.finditer((FOLDER / f"{domain}.po").read_text(encoding="utf-8")))
    assert len(entries) > 5
    for entry in entries:
        key, plural = entry["id"].replace('\\"', '"'), entry["plural"]
        said = compiled.ngettext(key, plural, 5) if plural else compiled.gettext(key)
        assert said == entry["words"]
