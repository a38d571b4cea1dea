"""The journal as readers are told it: errata, the newest first."""

from django.apps import apps
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

APPLIED, CHECKED = "applied", "checked"
CORRECTING = ("misread", "misprint")
# What readers are told: we misread, the paper erred, an inference was confirmed.
TOLD = ("misread", "misprint", "confirmed")
ARTICLE_KEY_FROM = len("article:") + 1


class CorrectionQuerySet(QuerySet):
    """Entries of the journal; the index `errata` answers what is asked here without reading a row."""

    def in_force(self) -> "CorrectionQuerySet":
        return self.filter(state=APPLIED)

    def corrections(self) -> "CorrectionQuerySet":
        """Those that say that a printed value is wrong."""
        return self.filter(kind__in=CORRECTING)

    def checks(self) -> "CorrectionQuerySet":
        """核对无误: those that say that a doubted reading is right."""
        return self.filter(kind=CHECKED)

    def errata(self) -> "CorrectionQuerySet":
        """What holds now, of articles and pages, the newest first."""
        return self.filter(state=APPLIED, erratum__in=TOLD).order_by("-created", "id")

    def told_as(self, erratum: str) -> "CorrectionQuerySet":
        """Those of one of TOLD."""
        return self.filter(erratum=erratum)

    def of_paper(self, publication: str) -> "CorrectionQuerySet":
        """About pages of this paper; where the page has left the archive, the article's present page decides."""
        pages = apps.get_model("articles", "Page")._default_manager
        own = Q(page__in=pages.filter(publication=publication).order_by().values("key"))
        key = Substr(OuterRef("target"), ARTICLE_KEY_FROM)
        article = apps.get_model("articles", "Article")._default_manager.filter(key=key, page__publication=publication)
        return self.filter(own | ~Q(Exists(pages.filter(key=OuterRef("page")))) & Exists(article))

    def counts(self) -> dict[str, int]:
        """{one of TOLD: how many} of those that there are."""
        rows = self.order_by().values("erratum").annotate(entries=Count("pk"))
        return {row["erratum"]: row["entries"] for row in rows}
