"""What each page shows, as plain Structs that a renderer needs nothing else beside.

A view's bytes are its page's fingerprint, so it holds no more than the page prints. Words of the interface
belong to the templates: views hold codes (`leans-support`), names, numbers and dates. A text field is plain
and must be escaped, except where its name ends in `_html`. Links are relative to the page, except in `Site`,
where they are relative to the root. An empty string or tuple stands for what there is not.

An `anchor` never holds an underscore: ids of a template's own (`_sources`) should hold one, so that no entry
can take them.
"""
