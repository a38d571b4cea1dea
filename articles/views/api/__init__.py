"""The API: what the site shows, for programs. Each view declares its parameters; the OpenAPI document tells them."""
