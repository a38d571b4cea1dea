"""Breaks one promise after another in a copy of the program; each time the tests that hold it must fail.

`./test mutations` tries all, `./test mutations WORD…` those in whose row one of the words stands. A row whose text is
no longer in the program is an error: it has to be brought in step.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("articles", "newsroom", "seeds", "static", "templates", "tests", "docs", "manage.py", "pyproject.toml")
# What pytest ends with: all passed, some failed. Anything else (no test, no import) is a mistake of the table below.
GREEN, RED = 0, 1


class Mutation(NamedTuple):
    """What is broken, in which file, by which change of its text, and the tests that must see it."""

    what: str
    file: str
    old: str
    new: str
    tests: str


MUTATIONS = tuple(
    Mutation(*row)
    for row in (
        # -- the text
        ("width is not folded", "articles/folding.py",
         'return unicodedata.normalize("NFKC", char)', "return char", "tests/test_folding.py"),
        ("script is not folded", "articles/folding.py",
         "return _simplify(char) if char >= _FIRST_HAN else char", "return char", "tests/test_folding.py"),
        ("a byline knows no 通讯员", "articles/reading/bylines/patterns.py",
         '"记者|通讯员|通信员|报道员', '"记者|通信员|报道员', "tests/reading/test_bylines.py"),
        ("garbled text passes as UTF-8", "articles/reading/decoding.py",
         'encoding == "utf-8" and not is_mojibake(text)', 'encoding == "utf-8"', "tests/reading/test_decoding.py"),
        ("a page is cut only where a line surely begins an article", "articles/reading/stories.py",
         "CERTAIN, POSSIBLE = 0.99, 0.01", "CERTAIN, POSSIBLE = 0.99, 0.98", "tests/reading/test_pages.py"),
        ("a sign may stand in two fields", "articles/conservation.py",
         "if start < end:", "if start < start:", "tests/test_conservation.py"),
        ("a sign may be lost", "articles/conservation.py",
         "_first_sign(text, end, start)) is not None", "_first_sign(text, end, end)) is not None",
         "tests/test_conservation.py"),
        # -- the journal and the loader
        ("a correction replaces whatever it finds", "articles/corrections/__init__.py",
         "if value != correction.old and not", "if value is None and not", "tests/test_corrections.py"),
        ("an editor overwrites what another has just written", "articles/corrections/__init__.py",
         "if old is not None and old != values[field]:", "if old is None:", "tests/test_corrections.py"),
        ("a withdrawn correction still holds", "articles/corrections/__init__.py",
         "if correction.withdrawn is not None or correction.kind", "if correction.kind", "tests/test_corrections.py"),
        ("a busy loader ends like any failure", "articles/management/endings.py",
         "BUSY, INTERRUPTED, TERMINATED = 75, 130, 143", "BUSY, INTERRUPTED, TERMINATED = 1, 130, 143",
         "tests/commands/test_load_seeds.py"),
        ("two loaders run at once", "articles/loader/lock.py",
         "fcntl.LOCK_EX | fcntl.LOCK_NB", "fcntl.LOCK_SH | fcntl.LOCK_NB", "tests/commands/test_load_seeds.py"),
        ("verify does not recount the index", "articles/verification.py",
         "if (indexed := search.count", "if 0 > (indexed := search.count", "tests/commands/test_verify.py"),
        ("verify does not see that a page is out of step", "articles/verification.py",
         "if page.digest != digest(seed_of(page), journal):", "if not page.digest:", "tests/commands/test_verify.py"),
        # -- searching
        ("grams are taken for the proof that a string stands there", "articles/search/tokens.py",
         "proven=tokens == [needle]", "proven=True", "tests/search/test_find.py"),
        ("a hit is marked where it stands in the folded text", "articles/search/highlight.py",
         "yield Hit(origin[found.start()], origin[found.end() - 1] + 1, needle)",
         "yield Hit(found.start(), found.end(), needle)", "tests/search/test_highlight.py"),
        ("a snippet is not escaped", "articles/search/highlight.py",
         "pieces += [escape(text[at:first]),", "pieces += [text[at:first],", "tests/search/test_highlight.py"),
        ("a hit is not escaped", "articles/search/highlight.py",
         "<mark>{escape(text[first:last])}<", "<mark>{text[first:last]}<", "tests/search/test_highlight.py"),
        ("facets count values, not articles", "articles/search/facets.py",
         "append((value, count))", "append((value, 1))", "tests/search/test_find.py"),
        ("equal hits come oldest first", "articles/search/weighing.py",
         "tier, -article.weight, last, None)", "tier, -article.weight - last / 1e9, last, None)",
         "tests/search/test_order.py"),
        ("a headline weighs no more than the text", "articles/search/levels.py",
         "HEADLINE_WEIGHT = ", "HEADLINE_WEIGHT = 0 and ", "tests/search/test_levels.py tests/search/test_order.py"),
        ("a surname is read like any character", "articles/search/sounds.py",
         "own = SURNAMES.get(fold(surname)) or", "own = ", "tests/search/test_sounds.py"),
        # -- what is given away
        ("a citation has half-width brackets", "articles/citations/gbt7714.py",
         '_Signs("，", "，", "（{}）")', '_Signs("，", "，", "({})")', "tests/citations/test_gbt7714.py"),
        ("four authors are cited", "articles/citations/gbt7714.py", "NAMED = 3", "NAMED = 4",
         "tests/citations/test_gbt7714.py"),
        ("a full-width = begins a formula", "articles/spreadsheet.py",
         r'tuple("=+-@＝＋－＠\t\r\n")', r'tuple("=+-@\t\r\n")', "tests/views/test_exports.py"),
        # -- the site
        ("public pages read the editors' connection", "newsroom/public.py",
         'return "public" if serving.get() else None', "return None", "tests/test_middleware.py"),
        ("a public page may write", "newsroom/public.py",
         "if serving.get():\n            raise", "if not serving:\n            raise", "tests/test_middleware.py"),
        ("the public connection writes (SQLite)", "newsroom/databases.py",
         '"NAME": file_uri(file, "ro"),\n        "OPTIONS": {"timeout": 5, "init_command": "PRAGMA query_only=ON;',
         '"NAME": file_uri(file, "rw"),\n        "OPTIONS": {"timeout": 5, "init_command": "PRAGMA query_only=OFF;',
         "tests/test_databases.py"),
        ("the public connection writes (PostgreSQL)", "newsroom/databases.py",
         "default_transaction_read_only=on", "default_transaction_read_only=off", "tests/postgresql/test_settings.py"),
        ("only the first of several databases is read", "newsroom/databases.py",
         "for database in (first, *others)) for", "for database in (first,)) for", "tests/test_databases.py"),
        ("a query runs as long as it likes", "newsroom/public.py",
         "lambda: time.monotonic() > end", "lambda: False", "tests/test_middleware.py"),
        ("a public address takes POST", "newsroom/middleware.py",
         'not in {"GET", "HEAD"} and not', 'not in {"GET", "HEAD", "POST"} and not', "tests/test_middleware.py"),
        ("scripts of the site may run on public pages", "newsroom/settings.py",
         "SECURE_CSP = {\n    \"default-src\": [\"'none'\"],", "SECURE_CSP = {\n    \"default-src\": [\"'self'\"],",
         "tests/security/test_public_addresses.py"),
        ("a page is kept when the archive has changed", "newsroom/caching.py",
         "digest(self.edition, changed.isoformat(), ", "digest(self.edition, ", "tests/test_caching.py"),
        # -- the desk
        ("passwords may be guessed", "newsroom/accounts/throttle.py",
         "LIMITS = {BOTH: 5,", "LIMITS = {BOTH: 500,", "tests/accounts/test_throttle.py"),
        ("whoever asks says where from", "newsroom/accounts/throttle.py",
         "if settings.BEHIND_PROXY:", "if True:", "tests/accounts/test_throttle.py"),
        ("a wrong one-time password is taken", "newsroom/accounts/otp.py",
         "if user.otp_device is None:", "if user is None:", "tests/accounts/test_otp.py"),
        ("a file of any size is taken in", "articles/admin/journalfiles.py",
         "if file.size > MEGABYTES * 1024 * 1024:", "if file.size < 0:", "tests/admin/test_journal.py"),
        ("a form of any size is read", "newsroom/settings.py",
         "DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024", "DATA_UPLOAD_MAX_MEMORY_SIZE = None", "tests/test_middleware.py"),
    )
)  # fmt: skip


def main(words: list[str]) -> int:
    """Tries the mutations that hold one of the words, all if there are none; the exit code."""
    chosen = [one for one in MUTATIONS if not words or any(word in " ".join(one) for word in words)]
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        copy = Path(folder)
        _copy(copy)
        whole = sorted({test for one in chosen for test in one.tests.split()})
        if not chosen or _pytest(copy, *whole) != GREEN:
            print("nothing to try, or the tests fail as it is", file=sys.stderr)
            return 2
        survivors = [one for one in chosen if not _is_seen(copy, one)]
    print(
        f"{len(chosen) - len(survivors)} of {len(chosen)} seen",
        *(f"SURVIVED  {one.what}" for one in survivors),
        sep="\n",
    )
    return 1 if survivors else 0


def _copy(folder: Path) -> None:
    """What the tests need of the program."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)


def _is_seen(copy: Path, mutation: Mutation) -> bool:
    """Whether a test fails while the change stands, which a line tells; LookupError where there is no such text."""
    file = copy / mutation.file
    text = file.read_text("utf-8")
    if text.count(mutation.old) != 1:
        raise LookupError(f"{mutation.file} has {text.count(mutation.old)} times: {mutation.old}")
    file.write_text(text.replace(mutation.old, mutation.new), "utf-8")
    code = _pytest(copy, "-x", *mutation.tests.split())
    file.write_text(text, "utf-8")
    if code not in (GREEN, RED):
        raise LookupError(f"{mutation.what}: the tests did not run ({code})")
    verdict = "red" if code == RED else "SURVIVED"
    print(f"{verdict:9} {mutation.what}  [{mutation.file}; {mutation.tests}]", flush=True)
    return code == RED


def _pytest(copy: Path, *arguments: str) -> int:
    """Compiled files are not kept: a change within the same second would be taken for the text before."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(words, cwd=copy, env=environment, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
