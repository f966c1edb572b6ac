"""MkDocs 1.x, and ProperDocs after it, as a host of the site; the only part that knows MkDocs."""
