"""What is asked of every engine: words, and fields where a class has them."""

from dataclasses import dataclass

LABELS = {"person": "记者", "column": "栏目", "paper": "报纸", "page": "版"}


@dataclass(frozen=True, slots=True)
class Ask:
    """One query. filters: (field, value) pairs that must all hold; facets: whether counts by field are wanted too."""

    text: str
    filters: tuple[tuple[str, str], ...] = ()
    facets: bool = False

    @property
    def typed(self) -> str:
        """The query as a reader of this archive types it."""
        return " ".join([self.text, *(f"{LABELS[field]}:{value}" for field, value in self.filters)])
