"""A book as its author sees it while writing, for every host alike."""

from briefbook.preview.changes import watch
from briefbook.preview.news import News
from briefbook.preview.preview import FINDINGS, Preview
from briefbook.preview.reply import Reply

__all__ = ["FINDINGS", "News", "Preview", "Reply", "watch"]
