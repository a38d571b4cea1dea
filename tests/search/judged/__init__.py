"""A judged set for ranking: an archive, queries with graded results, and measures of what the search makes of them."""
