"""The benchmark of the search: this search beside others, over one archive, in one run. See command.py."""
