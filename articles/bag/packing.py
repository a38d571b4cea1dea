"""A folder made a bag (RFC 8493, BagIt 1.0): what is in it, and the sum of every file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def pack(bag: Path) -> None:
    """Writes the tag files of a bag whose data/ is whole."""
    _write(bag / "bagit.txt", DECLARATION)
    _write(bag / "bag-info.txt", _information(bag))
    _write(bag / "manifest-sha256.txt", _manifest(bag, sorted(_files(bag / "data"))))
    tags = [bag / name for name in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")]
    _write(bag / "tagmanifest-sha256.txt", _manifest(bag, tags))


def _information(bag: Path) -> str:
    """No Bagging-Date: equal archives make equal bags."""
    sizes = [path.stat().st_size for path in _files(bag / "data")]
    told = {
        "Source-Organization": settings.SITE_NAME,
        "Contact-Email": settings.CONTACT_EMAIL,
        "External-Description": "全部文章、版面、人物、更正 / all articles, pages, people and corrections",
        "External-Identifier": settings.OAI_NAMESPACE,
        "Payload-Oxum": f"{sum(sizes)}.{len(sizes)}",
    }
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in told.items())


def _manifest(bag: Path, files: list[Path]) -> str:
    return "".join(f"{_sum(path)}  {path.relative_to(bag).as_posix()}\n" for path in files)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")
