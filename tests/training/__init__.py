"""Newspaper pages with truth, made to train the reader of pages."""
