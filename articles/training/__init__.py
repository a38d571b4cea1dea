"""Teaching the reader: pages with truth become labelled lines, labelled lines become a weight table."""
