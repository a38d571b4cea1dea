"""All settings: they run with nothing set and refuse a wrong value; no other module reads the environment."""

import os
import re
import secrets
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

# --- Reading the environment: an empty variable counts as unset ---

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


def env_list(name: str, default: str = "") -> list[str]:
    return [item.strip() for item in env_str(name, default).split(",") if item.strip()]


def env_path(name: str, default: str) -> Path:
    """A path; a relative one counts from the repository, wherever the command was typed."""
    path = (BASE_DIR / Path(env_str(name, default)).expanduser()).resolve()
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name} 应为文件夹，{path} 却是文件。")
    return path


def env_hosts(name: str, default: str) -> list[str]:
    hosts = env_list(name, default)
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


def database_from_url(name: str) -> dict:
    """postgresql://user:password@host:port/name?option=value (a socket's folder: ?host=/path) as Django wants it.

    Several addresses with commas between them are one database on several hosts, of which the first that answers is
    taken; they may differ in host and port only.
    """
    first, *others = [one_database(name, address) for address in re.split(r",\s*(?=\w+://)", env_str(name))]
    places = ("HOST", "PORT")
    if any({**other, **{place: first[place] for place in places}} != first for other in others):
        raise ImproperlyConfigured(f"{name} 里的几个地址只能主机和端口不同：用户、密码、库名和选项要一样。")
    joined = {place: ",".join(database[place] for database in (first, *others)) for place in places}
    return first | joined if others else first


def one_database(name: str, address: str) -> dict:
    url = urlsplit(address.strip())
    try:
        port = str(url.port or "")
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} 里的端口不对。") from error
    if url.scheme not in {"postgresql", "postgres"} or not url.path.strip("/"):
        raise ImproperlyConfigured(f"{name} 应形如 postgresql://用户:密码@主机:端口/库名；只认 PostgreSQL。")
    options = dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path[1:]),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", "") or url.hostname or "",
        "PORT": options.pop("port", "") or port,
        "OPTIONS": options,
    }


# --- The site ---

SITE_NAME = env_str("SITE_NAME", "报纸文存")
CITE_CORRESPONDENTS = env_bool("CITE_CORRESPONDENTS", True)
ARCHIVE_DATA = env_path("ARCHIVE_DATA", "var")
DEBUG = env_bool("DEBUG")
HTTPS = env_bool("HTTPS")
BEHIND_PROXY = env_bool("BEHIND_PROXY")
OTP = env_bool("OTP")
if OTP and not find_spec("django_otp"):
    raise ImproperlyConfigured("设了 OTP 就要先装 django-otp：pip install --require-hashes -r requirements-otp.txt")
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env_hosts("ALLOWED_HOSTS", ",".join(LOCAL_HOSTS))
if DEBUG and (public_hosts := [host for host in ALLOWED_HOSTS if host not in LOCAL_HOSTS]):
    raise ImproperlyConfigured(f"DEBUG 只能用于本机：ALLOWED_HOSTS 里有 {public_hosts[0]!r}。")
SECRET_KEY = env_secret("SECRET_KEY", ARCHIVE_DATA / "secret_key")

# What programs that take the archive over are told: who it is (lasting, part of each record's identifier), whom to
# write to, and on what terms.
DOMAIN_RE = re.compile(r"[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+")
NAMED_HOSTS = [host for host in ALLOWED_HOSTS if DOMAIN_RE.fullmatch(host)]
OAI_NAMESPACE = env_matching("OAI_NAMESPACE", DOMAIN_RE, [*NAMED_HOSTS, "archive.invalid"][0], "archive.example.org")
CONTACT_EMAIL = env_matching(
    "CONTACT_EMAIL", re.compile(r"[^\s@]+@([^\s@.]+\.)+[^\s@.]+"), f"webmaster@{OAI_NAMESPACE}", "name@example.org"
)
RIGHTS = env_str("RIGHTS")

ROOT_URLCONF = "newsroom.urls"
ADMIN_PREFIX = "/admin/"
# Addresses whose protocol has queries posted as well: answered as if asked by GET.
POSTED_QUERIES = ["/oai"]
INSTALLED_APPS = [
    "newsroom.accounts.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *(["django_otp", "django_otp.plugins.otp_totp"] if OTP else []),
    "newsroom",
    "newsroom.accounts.apps.AccountsConfig",
    "articles",
]
# The order matters: headers go on every answer, static files need no more, writing is refused before CSRF,
# and the probes answer before the Host check of CommonMiddleware.
MIDDLEWARE = [
    "newsroom.middleware.RequestId",
    "newsroom.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.ReadOnlySite",
    "newsroom.middleware.HealthProbes",
    "newsroom.caching.PublicPages",
    "newsroom.middleware.PublicGZip",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    *(["django_otp.middleware.OTPMiddleware"] if OTP else []),
    "newsroom.middleware.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "newsroom.middleware.DatabaseFailure",
    "newsroom.middleware.LegiblePages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.site",
            ]
        },
    }
]

# --- Databases: `default` for the loader and the editors, `public` read-only for everyone else ---

QUERY_SECONDS = env_int("QUERY_SECONDS", 1, 1, 60)
ARCHIVE_FILE = ARCHIVE_DATA / "archive.sqlite3"
# mode=rw, not rwc: a missing file is an error to be told, not an empty archive to be served. `migrate` creates it.
ARCHIVE_URI = f"{ARCHIVE_FILE.as_uri()}?mode=rw"
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": ARCHIVE_URI,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "PRAGMA journal_size_limit=67108864;"
        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-20000",
    },
}
SQLITE_READ_ONLY = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": f"{ARCHIVE_FILE.as_uri()}?mode=ro",
    "OPTIONS": {"timeout": 5, "init_command": "PRAGMA query_only=ON; PRAGMA cache_size=-20000"},
}


def read_only_postgresql(name: str) -> dict:
    database = database_from_url(name)
    return database | {"OPTIONS": read_only(database["OPTIONS"])}


def read_only(options: dict) -> dict:
    """A connection's options with what holds for public pages: nothing written or slow, a page read of one load."""
    limits = f"-c default_transaction_read_only=on -c statement_timeout={QUERY_SECONDS * 1000}"
    snapshot = r"-c default_transaction_isolation=repeatable\ read"
    patience = {"connect_timeout": "3"}  # then the next host is tried
    return patience | options | {"options": " ".join(filter(None, [options.get("options", ""), limits, snapshot]))}


if env_str("DATABASE_URL"):
    PUBLIC = "PUBLIC_DATABASE_URL" if env_str("PUBLIC_DATABASE_URL") else "DATABASE_URL"
    DATABASES = {"default": database_from_url("DATABASE_URL"), "public": read_only_postgresql(PUBLIC)}
elif env_str("PUBLIC_DATABASE_URL"):
    raise ImproperlyConfigured("设了 PUBLIC_DATABASE_URL 就要同时设 DATABASE_URL。")
else:
    DATABASES = {"default": SQLITE, "public": SQLITE_READ_ONLY}
DATABASES["public"] |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True, "TEST": {"MIRROR": "default"}}
DATABASE_ROUTERS = ["newsroom.public.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rendered public pages, some KB each, in the memory of each process.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 500}}}

# --- Language and time ---

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# --- Static files ---

STATIC_URL = "/static/"
STATIC_ROOT = ARCHIVE_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- Security ---

SECURE_CSP = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "manifest-src": ["'self'"],
}
SECURE_CSP_ADMIN = SECURE_CSP | {
    "script-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
}
SECURITY_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
}
# Answers for programs on other sites: public data, no credentials.
OPEN_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT_HEADERS = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
ADMIN_HEADERS = SECURITY_HEADERS | {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # HSTS preload binds a whole domain: the operator's decision

COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_IDLE_AGE = 30 * 60
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "newsroom.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LOGIN_URL = "admin:login"
OTP_TOTP_ISSUER = SITE_NAME
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- Log: to stderr, each line with the number of its request ---

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "newsroom.logs.RequestFilter"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} [{request_id}] {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["request"], "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.request": {"level": "ERROR"},  # a 404 stands in the access log already
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # and so does a 400 for a wrong Host
        "newsroom": {"level": "INFO"},
        "articles": {"level": "INFO"},
    },
}
