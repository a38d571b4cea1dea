"""What newspapers have beside plain text: HTML of their e-papers and PDF pages, brought to the text of a page."""

from articles.formats.files import SUFFIXES, is_page, open_file, parts, text_of
from articles.formats.source import Source

# Raised by hand when the rules here change what a file yields, so that its page is read anew.
FORMATS_VERSION = "1"

__all__ = ["FORMATS_VERSION", "SUFFIXES", "Source", "is_page", "open_file", "parts", "text_of"]
