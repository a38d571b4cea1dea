"""Kinds of articles: each module sets some, with a Desk, as a Story."""
