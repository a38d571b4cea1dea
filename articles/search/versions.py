"""What tokens depend on besides the text: an index built with other versions must be made anew."""

from articles.folding import FOLDING_VERSION
from articles.words import dictionary_version

_TOKENS_VERSION = "6"  # raise it when tokens are computed otherwise


def versions() -> dict[str, str]:
    """{what: its version}, as search_meta holds them."""
    return {"folding": FOLDING_VERSION, "dictionary": dictionary_version(), "tokens": _TOKENS_VERSION}
