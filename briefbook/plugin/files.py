"""Our files among those of MkDocs: where each stands, what it is made from, and when it is written."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from briefbook.derive.links import published_picture
from briefbook.derive.place import file_of
from briefbook.model.book import Book
from briefbook.pipeline import Site
from briefbook.publish import Publication, PublishError
from briefbook.render.render import TemplateFaultError


class SiteFile(File):
    """A file of ours, made and written when MkDocs comes to copying it."""

    def __init__(self, src_uri: str, dest_uri: str, config: MkDocsConfig, inclusion: InclusionLevel) -> None:
        """`src_uri` is what a free page writes to link here, so it may begin with `../`."""
        directories = config.use_directory_urls
        super().__init__(src_uri, None, config.site_dir, directories, dest_uri=dest_uri, inclusion=inclusion)
        self.abs_src_path = posixpath.normpath(f"{config.docs_dir}/{src_uri}")
        self.make: Callable[[], bytes] = bytes

    def is_documentation_page(self) -> bool:
        """False, though a brief ends in `.md`: MkDocs would convert it, at 7 ms a page."""
        return False

    @property
    def content_bytes(self) -> bytes:
        """Its bytes; or those that another plugin gave it."""
        return self.make()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.make = lambda: value

    @property
    def content_string(self) -> str:
        """Its bytes as text."""
        return self.make().decode()

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.content_bytes = value.encode()


class PublishedFile(SiteFile):
    """A file of ours that is written into the publication itself."""

    def __init__(
        self,
        src_uri: str,
        dest_uri: str,
        config: MkDocsConfig,
        make: Callable[[], bytes],
        publication: Publication,
    ) -> None:
        """As SiteFile; `make` gives its bytes."""
        super().__init__(src_uri, dest_uri, config, InclusionLevel.INCLUDED)
        self.make = make
        self._publication = publication

    def copy_file(self, dirty: bool = False) -> None:
        """Write it.

        Raises:
            PluginError: it cannot be made or written.
        """
        try:
            self._publication.write(self.dest_uri, self.content_bytes)
        except (PublishError, TemplateFaultError) as error:
            raise PluginError(str(error)) from error


def drop_files(files: Files, folders: Collection[str], keep: Collection[str] = ()) -> None:
    """Take out of `files` all that MkDocs found in some folders, but for a few by their `src_uri`.

    MkDocs would publish every file of docs_dir as it stands, withheld and unexpected ones too.
    """
    for file in list(files):
        if file.src_dir in folders and file.src_uri not in keep:
            files.remove(file)


def page_ids(released: Book) -> dict[str, str]:
    """The id of each free page that is published, by its path in docs_dir."""
    return {posixpath.basename(file): id for file, id in released.files.items() if id in released.pages}


def add_files(files: Files, config: MkDocsConfig, site: Site, book: Book, publication: Publication) -> None:
    """Put in what is ours, under the paths by which free pages link to it.

    A withheld record is known to MkDocs too, as excluded: a link to it is printed as words, and no mistake.
    """
    released = site.situation.released
    directories = config.use_directory_urls
    origins = dict(_iter_origins(released, directories))
    pages = {file_of(id, directories) for id in released.pages}
    for src_uri in page_ids(released):
        page = files.get_file_from_path(src_uri)
        if page is not None and page.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT):
            page.inclusion = InclusionLevel.NOT_IN_NAV  # the book says what is published, in every host
    for out, make in site.makers().items():
        if out not in pages:
            source = posixpath.relpath(site.root / origins[out], config.docs_dir) if out in origins else out
            _put(files, PublishedFile(source, out, config, make, publication))
    for withheld in sorted({*book.files, *book.pictures} - {*released.files, *released.pictures}):
        source = posixpath.relpath(site.root / withheld, config.docs_dir)
        _put(files, SiteFile(source, withheld, config, InclusionLevel.EXCLUDED))


def _iter_origins(released: Book, directories: bool) -> Iterator[tuple[str, str]]:
    """Output path and content file of each page that a record's own file gives, and of each picture."""
    for file, id in released.files.items():
        folder = file.split("/")[-2]
        yield file_of(f"{'sources' if folder == 'seeds' else folder}/{id}", directories), file
    for picture in released.pictures:
        yield published_picture(picture), picture


def _put(files: Files, file: File) -> None:
    """Adds a file; ours comes before another of its name."""
    if files.get_file_from_path(file.src_uri) is not None:
        files.remove(file)
    files.append(file)
