"""Looked at in a browser; a package, so that the browser is closed where these tests end."""
