"""Paper: *My page for hard times* as one prints it or keeps it as a PDF.

What the pages call; QtPrintSupport is loaded when something is to be printed. The file is written whole or
not at all, and only its owner can read it. Main thread.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import (
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from kindtimer.core.hard_times import TITLE, HardTimes
from kindtimer.core.help_line import MONTHS, HelpLine, by_country, directories, kind_told, read_told
from kindtimer.core.words import tr
from kindtimer.visuals.measures import (
    LINE_ABOVE,
    NAME_ABOVE,
    PART_ABOVE,
    PART_POINTS,
    QUIET_POINTS,
    TITLE_POINTS,
    WORD_POINTS,
)

LETTER = frozenset({"us", "ca", "mx"})
"""Countries whose printers hold Letter paper."""


def document(page: HardTimes, lines: Sequence[HelpLine], country: str, day: date) -> QTextDocument:
    """The page on paper: title, day, the sections that have words, the lines of the chosen country."""
    made = QTextDocument()
    made.setDocumentMargin(0)
    font = QFont()
    font.setPointSizeF(WORD_POINTS)
    made.setDefaultFont(font)
    made.setDefaultTextOption(_wrapped())
    pen = QTextCursor(made)
    _write(pen, tr(TITLE), TITLE_POINTS, first=True)
    month = tr(MONTHS[day.month - 1])
    _write(pen, tr("{day} {month} {year}", day=day.day, month=month, year=day.year), QUIET_POINTS)
    for section, text in page.filled():
        _write(pen, tr(section.title), PART_POINTS, above=PART_ABOVE)
        for line in text.strip().split("\n"):
            _write(pen, line, WORD_POINTS)
    _write(pen, tr("Numbers"), PART_POINTS, above=PART_ABOVE)
    found = dict(by_country(lines, country)).get(country, [])
    for one in [*directories(lines), *found]:
        _write_line(pen, one)
    return made


def _write_line(pen: QTextCursor, line: HelpLine) -> None:
    name = tr(line.name)
    words = name if line.is_emergency else tr("{name} · {kind}", name=name, kind=kind_told(line))
    _write(pen, words, WORD_POINTS, above=NAME_ABOVE)
    _write(pen, " · ".join(line.numbers), PART_POINTS)
    told = [tr(line.hours), tr(line.languages), read_told(line)]
    _write(pen, ". ".join(one for one in told if one), QUIET_POINTS)


def _write(
    pen: QTextCursor, words: str, points: float, *, above: float = LINE_ABOVE, first: bool = False
) -> None:
    """One paragraph, this many points large, with room `above` it."""
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(above)
    letters.setFontPointSize(points)
    if first:
        pen.setBlockFormat(block)
        pen.setCharFormat(letters)
    else:
        pen.insertBlock(block, letters)
    pen.insertText(words, letters)


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _size(country: str) -> QPageSize:
    return QPageSize(QPageSize.PageSizeId.Letter if country in LETTER else QPageSize.PageSizeId.A4)


def pdf(made: QTextDocument, country: str) -> bytes:
    """The document as the bytes of a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("KindTimer")
    writer.setCreator("KindTimer")
    writer.setPageSize(_size(country))
    writer.setPageMargins(QMarginsF())  # the document brings its own, of 2 cm
    made.print_(writer)
    del writer  # its end is written when it goes
    return bytes(buffer.data().data())


def save_whole(path: str, content: bytes) -> bool:
    """Write a private file whole or leave what was there. Whether it was written."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    file.setPermissions(QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner)
    if file.write(content) != len(content):
        file.cancelWriting()
    return file.commit()


class Paper:
    """The desktop's printers and its dialog for files."""

    def has_printer(self) -> bool:
        """Whether a printer is set up."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def print_it(self, made: QTextDocument, country: str, window: QWidget) -> None:
        """Ask which printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("KindTimer")
        printer.setPageSize(_size(country))
        dialog = QPrintDialog(printer, window)
        if dialog.exec():
            made.print_(printer)
        dialog.deleteLater()

    def where(self, window: QWidget) -> str:
        """Where the file is to stand; empty where the person thought better of it."""
        name = tr("my-page.pdf")
        path, _ = QFileDialog.getSaveFileName(window, tr("Save as PDF"), name, tr("PDF files") + " (*.pdf)")
        return path if not path or path.lower().endswith(".pdf") else f"{path}.pdf"
