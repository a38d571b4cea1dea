"""The index in SQLite: an FTS5 table and plain ones beside the articles, in the same file and the same transactions."""
