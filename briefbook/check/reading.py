"""What reading a file brings to light: the names and reasons of those faults."""

from __future__ import annotations

from briefbook.check.registry import WARNING, reading_rule

reading_rule(
    "file-too-large",
    """A file that is larger than the site allows.

    Why: a brief that nobody can read in one sitting hides what matters.
    Bad: a brief of 2 MiB
    Good: two briefs, or a higher `limits: {file_bytes: ...}`
    """,
)
reading_rule(
    "picture-invalid",
    """A file with a picture's name that is no PNG, JPEG, GIF or WebP picture, or a broken one.

    Why: what is copied to the site has to be what it says, and only a picture that can be read loses the
    camera's notes on the way.
    Bad: a web page called `map.png`
    Good: a picture called `map.png`
    """,
)
reading_rule(
    "lock-damaged",
    """A lock that cannot be read.

    Why: a line that was edited by hand proves nothing.
    Bad: `seeds/wsj-2014-06-15.lock` with a conflict mark of a merge in it
    Good: the same file made again by `briefbook evidence lock`
    """,
)
reading_rule(
    "file-encoding",
    """Bytes that are not UTF-8.

    Why: a name in the wrong encoding is another name.
    Bad: a file saved as Latin-1 or UTF-16
    Good: the same file saved as UTF-8
    """,
)
reading_rule(
    "file-linked",
    """A link in the place of a file or folder.

    Why: what a link leads to can change, or lie outside the book.
    Bad: `content/briefs/today.md` as a link to another folder
    Good: the file itself
    """,
)
reading_rule(
    "file-not-regular",
    """A pipe, socket or device, or a file that cannot be read.

    Why: reading it could hang, or give something else each time.
    Bad: `content/briefs/new.md` made by `mkfifo`
    Good: an ordinary file that the builder may read
    """,
)
reading_rule(
    "file-name",
    """A file whose name is not UTF-8; it is not read.

    Why: its address on the site could not be written down.
    Bad: a name in Latin-1
    Good: `cafe-talks.md`
    """,
    WARNING,
)
reading_rule(
    "file-unexpected",
    """A file that nothing reads; it is not published.

    Why: only what a released record names is copied, so a stray file is a mistake or a leak prevented.
    Bad: `content/briefs/notes.docx`
    Good: the file moved out of `content/`
    """,
    WARNING,
)
reading_rule(
    "front-matter-missing",
    """A brief or page without YAML between two lines of `---`.

    Why: the entries stand there.
    Bad: a file that begins with `# Situation`
    Good: a file that begins with `---`, `title: Situation`, `---`
    """,
)
reading_rule(
    "yaml-syntax",
    """Text that is not YAML.

    Why: nothing after the fault can be trusted to be read as it was meant.
    Bad: `title: Talks: a first look`
    Good: `title: "Talks: a first look"`
    """,
)
reading_rule(
    "yaml-key-twice",
    """A key that is given twice in one mapping.

    Why: most readers silently keep the last; a second `tlp` could publish a secret.
    Bad: `tlp: RED` and, further down, `tlp: CLEAR`
    Good: `tlp: RED` once
    """,
)
reading_rule(
    "yaml-feature",
    """A tag, an anchor or an alias.

    Why: they are not needed to write a brief, and have been used to run code and to exhaust memory.
    Bad: `place: !!str Vienna`
    Good: `place: Vienna`
    """,
)
reading_rule(
    "yaml-too-deep",
    """Lists and mappings inside one another beyond the limit.

    Why: no record nests so deep.
    Bad: thirty-three brackets in a row
    Good: the levels that the content reference shows
    """,
)
reading_rule(
    "yaml-too-large",
    """More values, or a longer value, than a file may hold.

    Why: a file of that size is an accident or an attack.
    Bad: a title of 70,000 characters
    Good: a title of one line
    """,
)
reading_rule(
    "character-forbidden",
    """A control, bidirectional or invisible command character.

    Why: it can make a text read differently from what it says (CVE-2021-42574), or command a terminal.
    Bad: a title with U+202E RIGHT-TO-LEFT OVERRIDE
    Good: the same title without it; Arabic and Hebrew need no such character
    """,
)
reading_rule(
    "value-cut",
    """A text that ends where a space and `#` begin a comment, right before a number or a tag.

    Why: the words after it would be lost without a word said.
    Bad: `title: Talks #3 begin`
    Good: `title: "Talks #3 begin"`; a comment stands off by two spaces
    """,
    WARNING,
)
reading_rule(
    "key-unknown",
    """A key that the record does not have.

    Why: a misspelt key would silently count for nothing.
    Bad: `tlpp: RED`
    Good: `tlp: RED`
    """,
)
reading_rule(
    "value-missing",
    """A record without a field that it needs.

    Why: the record says nothing without it.
    Bad: a position without `stance`
    Good: `stance: supports`
    """,
)
reading_rule(
    "value-type",
    """A value of the wrong form: text for a list, a list for text, letters for a number.

    Why: guessing what was meant would publish something that nobody wrote.
    Bad: `sources: wsj-2014-06-15`
    Good: `sources: [wsj-2014-06-15]`
    """,
)
reading_rule(
    "value-unknown",
    """A word outside the list of words that the field may hold.

    Why: readers compare statuses and stances; a private word cannot be compared.
    Bad: `stance: agrees`
    Good: `stance: supports`
    """,
)
reading_rule(
    "id-invalid",
    """An id with other signs than small letters, digits and hyphens, or longer than 80.

    Why: ids become addresses, which must be the same on every system and safe to type.
    Bad: `id: Río_Talks`
    Good: `id: rio-talks`
    """,
)
reading_rule(
    "date-invalid",
    """A date that is not EDTF level 1, does not exist, or a range that ends before it begins.

    Why: `2014-02-30` is a slip that no reader can mend.
    Bad: `date: 2014-06-14/2014-06-08`
    Good: `date: 2014-06-08/2014-06-14`
    """,
)
reading_rule(
    "marking-unknown",
    """A marking that TLP 2.0 does not have.

    Why: a label that we cannot rank cannot be kept.
    Bad: `tlp: WHITE`
    Good: `tlp: CLEAR`
    """,
)
reading_rule(
    "schema-version",
    """Content written for another version of the record model.

    Why: the same key may mean something else there.
    Bad: `schema_version: 2` with a briefbook for version 1
    Good: `schema_version: 1`
    """,
)
reading_rule(
    "allow-stale",
    """A comment that silences nothing, gives no reason, or names no rule.

    Why: a stale excuse hides the next mistake.
    Bad: `# briefbook: allow[actor-unused]`
    Good: `# briefbook: allow[actor-unused] she speaks in the next brief`
    """,
    WARNING,
)
