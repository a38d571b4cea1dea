"""How rows become what a page shows: order on the page, notes, source beside reading."""
