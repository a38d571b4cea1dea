"""All settings: they run with nothing set and refuse a wrong value (README: Settings)."""

import re
from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured

from newsroom.databases import default_and_public
from newsroom.environment import BASE_DIR, env_bool, env_hosts, env_int, env_matching, env_path, env_secret, env_str

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

# --- Databases ---

QUERY_SECONDS = env_int("QUERY_SECONDS", 1, 1, 60)
ARCHIVE_FILE = ARCHIVE_DATA / "archive.sqlite3"
DATABASES = default_and_public(ARCHIVE_FILE, QUERY_SECONDS)
DATABASE_ROUTERS = ["newsroom.public.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rendered public pages, some KB each, in the memory of each process.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 500}}}

# --- Language and time ---

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# --- Static files ---

STATIC_URL = "/static/"
STATIC_ROOT = ARCHIVE_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.staticfiles.Storage"},
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
