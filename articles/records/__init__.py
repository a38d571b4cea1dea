"""What the archive knows, as plain objects ready for json.dumps: one form for the API, the exports and the files.

An article is written as the reading schema has it (sections, bylines, figures, …; what is not printed is null or an
empty list), with its page, its dates and their bases, its spans in the page's text, doubts and corrections. Texts are
the source's own characters. `site` is what addresses begin with (https://…), nothing where no host is known.
"""

from articles.records.articles import brief_article, of_article, of_articles, of_kin, photo
from articles.records.corrections import of_erratum
from articles.records.gathered import brief_person, of_column, of_person, of_place
from articles.records.pages import brief_page, of_page
from articles.records.quantities import of_quantity

__all__ = [
    "brief_article", "brief_page", "brief_person", "of_article", "of_articles", "of_column", "of_erratum", "of_kin",
    "of_page", "of_person", "of_place", "of_quantity", "photo",
]  # fmt: skip
