"""The byline grammar: a table of printed forms, and what holds for any text."""
