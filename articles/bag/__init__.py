"""The whole archive as a folder to keep: JSON Lines, CSV and SQLite in a bag (RFC 8493), equal for equal archives."""

from articles.bag.writing import NotEmpty, Progress, export

__all__ = ["NotEmpty", "Progress", "export"]
