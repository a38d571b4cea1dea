"""Numbers that an article quotes: what is printed, its value and unit, what it measures, when, and against what."""

from articles.reading.quantities.reading import Quantity, read_quantities
from articles.reading.quantities.typed import Sought, read_sought, tidy

__all__ = ["Quantity", "Sought", "read_quantities", "read_sought", "tidy"]
