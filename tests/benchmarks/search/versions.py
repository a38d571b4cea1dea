"""What kept data depends on: digests of the source it was made by."""

import hashlib
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[3]
# Modules of the search that decide what stands in its index; those that only read it may change as they like.
_WRITING = ("documents", "index", "rows", "coding", "frequent", "vocabulary")
INDEXING = (*_WRITING, "tokens", "levels", "sounds", "resemblance")


def sources(*modules: str) -> str:
    """A digest of the source of modules: what they made is made anew when they change."""
    digest = hashlib.sha256()
    for module in modules:
        digest.update((ROOT / module.replace(".", "/")).with_suffix(".py").read_bytes())
    return digest.hexdigest()[:16]


def release(package: str) -> dict[str, str]:
    """The installed version of a package, by its name."""
    return {package: version(package)}


CORPUS_VERSION = sources("tests.benchmarks.search.corpus")
