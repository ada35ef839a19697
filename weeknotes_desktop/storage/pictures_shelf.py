"""The pictures of the library, each kept once."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import col, delete, select

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.storage.hashes import attachment_hash
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row
from weeknotes_desktop.storage.tables import AttachmentRow, ContentRow
from weeknotes_desktop.storage.unnamed_pictures import unnamed_pictures


class PicturesShelf(Shelf):
    """The pictures of the library."""

    def keep_picture(self, picture: Picture) -> None:
        """Keep a picture; one that is there already stays as it is."""
        mark = sha256(picture.content).hexdigest()
        values = {
            "id": picture.id,
            "content_sha256": mark,
            "media_type": picture.media_type,
            "size": len(picture.content),
            "name": picture.name,
            "description": picture.description,
            "rev": 1,
        }
        attachment = insert_or(AttachmentRow).values(**values, sha256=attachment_hash(values))
        content = insert_or(ContentRow).values(sha256=mark, content=picture.content)
        with self._open_session() as session:
            session.exec(content.on_conflict_do_nothing())
            session.exec(attachment.on_conflict_do_nothing())

    def picture(self, picture_id: str) -> Picture:
        """One picture, with its bytes."""
        reading = (
            columns(
                col(AttachmentRow.id),
                col(AttachmentRow.media_type),
                col(AttachmentRow.name),
                col(AttachmentRow.description),
                col(ContentRow.content),
            )
            .join(ContentRow, col(ContentRow.sha256) == col(AttachmentRow.content_sha256))
            .where(col(AttachmentRow.id) == picture_id)
        )
        with self._open_session() as session:
            row = first_row(session, reading)
        if row is None:
            raise NotFoundError("That picture is not in the library.", "Paste it again.")
        return Picture(**row)

    def unnamed_pictures(self) -> tuple[str, ...]:
        """The ids of those that no text names, also none in the trash and no earlier one."""
        with self._open_session() as session:
            return tuple(unnamed_pictures(self._make_sure_of(session)))

    def remove_picture(self, picture_id: str) -> None:
        """Remove a picture for good, if it is there; its bytes go with the last that has them."""
        with self._open_session() as session:
            session.exec(delete(AttachmentRow).where(col(AttachmentRow.id) == picture_id))
            shown = select(AttachmentRow.content_sha256)
            session.exec(delete(ContentRow).where(col(ContentRow.sha256).not_in(shown)))
