"""Whether SQLite and PostgreSQL answer alike: `python -m tests.search.parity` asks both, tests ask some of it."""
