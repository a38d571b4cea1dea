"""The queue of what editors should look at: articles and pages with open doubts, the most doubtful first."""

from django.db.models import Q, QuerySet


class ReviewQuerySet(QuerySet):
    """Rows of the queue; one order, which an index answers under each filter."""

    def about(self, code: str = "") -> "ReviewQuerySet":
        """The queue of one kind of doubt, or of all: each article and page once."""
        return self.filter(code=code)

    def worst_first(self) -> "ReviewQuerySet":
        return self.order_by("confidence", "page", "position")

    def after(self, confidence: float, page: int, position: int) -> "ReviewQuerySet":
        """What follows this place of the queue, be it still there or not."""
        same = Q(page=page, position__gt=position) | Q(page__gt=page)
        # The first condition follows from the second, but only it is a range of the index.
        return self.filter(confidence__gte=confidence).filter(Q(confidence__gt=confidence) | same)

    def of(self, page: int, position: int) -> "ReviewQuerySet":
        """The rows of one article, or of a page itself (position 0)."""
        return self.filter(page=page, position=position)

    def counted(self) -> int:
        """How many, counted no further than one more than the model's MOST."""
        return self.order_by()[: self.model.MOST + 1].count()
