"""The index in PostgreSQL: plain tables and a GIN index beside the articles, in the same transactions."""
