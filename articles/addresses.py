"""Addresses of what pages name by the hundred: looked up once and remembered, the same as reverse() gives."""

from datetime import date
from functools import lru_cache

from django.urls import get_script_prefix, reverse


def address(name: str, *keys: str | date) -> str:
    """The address of that name of what has the keys: ("article", "20240109-a1") → /articles/20240109-a1/"""
    return _reversed(name, keys, get_script_prefix())


@lru_cache(maxsize=4096)
def _reversed(name: str, keys: tuple[str | date, ...], prefix: str) -> str:
    return reverse(name, args=keys)
