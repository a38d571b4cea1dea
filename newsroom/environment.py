"""Reads the environment into typed values: a wrong one is refused, an empty one counts as unset."""

import os
import re
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
READ: dict[str, str] = {}  # what was read, of which pages may depend


def env_str(name: str, default: str = "") -> str:
    READ[name] = os.environ.get(name, "").strip() or default
    return READ[name]


def env_bool(name: str, default: bool = False) -> bool:
    value = env_str(name, str(default)).lower()
    if value not in TRUTHS:
        raise ImproperlyConfigured(f"{name} 应为 True 或 False（也可用 1/0、yes/no、on/off），现为 {value!r}。")
    return TRUTHS[value]


def env_int(name: str, default: int, low: int, high: int) -> int:
    value = env_str(name, str(default))
    if not (value.isascii() and value.isdecimal() and low <= int(value) <= high):
        raise ImproperlyConfigured(f"{name} 应为 {low} 到 {high} 之间的整数，现为 {value!r}。")
    return int(value)


def env_path(name: str, default: str) -> Path:
    """A path; a relative one counts from the repository, wherever the command was typed."""
    path = (BASE_DIR / Path(env_str(name, default)).expanduser()).resolve()
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name} 应为文件夹，{path} 却是文件。")
    return path


def env_hosts(name: str, default: str) -> list[str]:
    hosts = [host.strip() for host in env_str(name, default).split(",") if host.strip()]
    if wrong := [host for host in hosts if "/" in host or " " in host]:
        raise ImproperlyConfigured(f"{name} 只写主机名，用逗号隔开，不写 http:// 和路径；有误的是 {wrong[0]!r}。")
    return hosts


def env_matching(name: str, form: re.Pattern[str], default: str, example: str) -> str:
    value = env_str(name, default)
    if not form.fullmatch(value):
        raise ImproperlyConfigured(f"{name} 应形如 {example}，现为 {value!r}。")
    return value


def env_secret(name: str, file: Path) -> str:
    """The variable, or the key file of this installation, which is made on first use and is its owner's only."""
    if key := env_str(name):
        if len(key) < 50:
            raise ImproperlyConfigured(f"{name} 太短：至少 50 个字符。")
        return key
    try:
        if not file.exists():
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as opened:
                opened.write(secrets.token_urlsafe(64))
        key = file.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"读不了也写不了密钥文件 {file}：{error.strerror}。") from error
    if len(key) < 50:
        raise ImproperlyConfigured(f"密钥文件 {file} 不完整：请删去，再运行一次。")
    return key
