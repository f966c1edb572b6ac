"""Views into HTML: Jinja templates of the site's own and of the packaged theme."""
