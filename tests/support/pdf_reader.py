"""Reads a PDF as somebody else's program does: its text, its pages, and what they look like."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page."""

    width: float
    """In points, as the height."""
    height: float
    text: str
    """Its words in the order they were set, with one space between."""
    picture: QImage
    """As it is printed in black ink on white paper, one pixel a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPdf:
    """A whole document."""

    title: str
    pages: tuple[ReadPage, ...]

    @property
    def text(self) -> str:
        """The words of all pages."""
        return " ".join(page.text for page in self.pages)


def read_pdf(data: bytes) -> ReadPdf:
    """Gives what stands in a PDF."""
    document = QPdfDocument()
    # Held here, because the document does not.
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready, document.error()
    read = ReadPdf(
        title=document.metaData(QPdfDocument.MetaDataField.Title),
        pages=tuple(_page(document, number) for number in range(document.pageCount())),
    )
    document.close()
    document.deleteLater()
    return read


def _page(document: QPdfDocument, number: int) -> ReadPage:
    size = document.pagePointSize(number)
    text = document.getAllText(number).text()
    return ReadPage(
        width=size.width(),
        height=size.height(),
        text=" ".join(text.split()),
        picture=_on_paper(document.render(number, size.toSize())),
    )


def _on_paper(picture: QImage) -> QImage:
    paper = QImage(picture.size(), QImage.Format.Format_Grayscale8)
    paper.fill(255)
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    return paper
