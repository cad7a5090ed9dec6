"""XLSX: one workbook with a sheet a table, for people who read in Excel.

Enters: Extractions. Leaves: a workbook with fixed header rows, filters and sensible widths. Cells hold text, never
formulas. Excel holds 32,767 characters a cell, 15 digits a number and no control characters: longer text ends in
``…``, longer numbers are text, control characters become U+FFFD, and the sheet ``reports`` leaves ``text`` out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from unionie.errors import InputError
from unionie.io.atomic import replaced_file
from unionie.io.formats.cells import flatten
from unionie.io.rows import TABLES, Column, Row, get_columns, to_rows
from unionie.records import Extraction

__all__ = ["write", "write_sheets"]

_LONGEST_TEXT = 32_767
_LONGEST_NUMBER = 15
_ROWS = 1_048_576 - 1
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTHS = {
    "string": 18, "category": 11, "decimal": 14, "integer": 8, "float": 11, "boolean": 8, "date": 12, "struct": 24,
}  # fmt: skip
_WIDE = {"indicator": 28, "award": 28, "evidence_text": 60, "title": 40, "error": 40}


def write(extractions: Iterable[Extraction], target: Path) -> None:
    """Write the workbook ``target``."""
    book = Workbook(write_only=True)
    with replaced_file(target) as path:
        sheets = {table: _add_sheet(book, table, _get_sheet_columns(table)) for table in TABLES}
        try:
            _fill(sheets, extractions, target)
        finally:  # also when a report breaks the run off: openpyxl keeps temporary files open
            for sheet in sheets.values():
                sheet.close()
        _save(book, path)


def write_sheets(target: Path, tables: Mapping[str, tuple[tuple[Column, ...], Iterable[Row]]]) -> None:
    """Write a workbook of tables given as columns and rows, sheet by sheet."""
    book = Workbook(write_only=True)
    with replaced_file(target) as path:
        for table, (every, rows) in tables.items():
            columns = tuple(column for column in every if (table, column.name) != ("reports", "text"))
            sheet = _add_sheet(book, table, columns)
            try:
                count = _append_rows(sheet, columns, rows, f"{target}: a sheet holds {_ROWS:,} rows, {table} has more")
            finally:  # as above
                sheet.close()
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"
        _save(book, path)


def _save(book: Workbook, path: Path) -> None:
    """Write the workbook as its own ``save`` does, but close the file where the disk is full."""
    with ZipFile(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(book, archive).save()


def _append_rows(sheet: Any, columns: tuple[Column, ...], rows: Iterable[Row], too_many: str) -> int:
    count = 0
    for row in rows:
        count += 1
        if count > _ROWS:
            raise InputError(f"{too_many}; write csv")
        sheet.append([_make_cell(sheet, cell) for cell in flatten(row, columns)])
    return count


def _fill(sheets: dict[str, Any], extractions: Iterable[Extraction], target: Path) -> None:
    counts = dict.fromkeys(TABLES, 0)
    for group in to_rows(extractions):
        for table, sheet in sheets.items():
            for row in group.tables[table]:
                sheet.append([_make_cell(sheet, cell) for cell in flatten(row, _get_sheet_columns(table))])
            counts[table] += len(group.tables[table])
            if counts[table] > _ROWS:
                raise InputError(f"{target}: a sheet holds {_ROWS:,} rows, {table} has more; write csv or parquet")
    for table, sheet in sheets.items():
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(_get_sheet_columns(table)))}{counts[table] + 1}"


@cache
def _get_sheet_columns(table: str) -> tuple[Column, ...]:
    return tuple(column for column in get_columns(table) if (table, column.name) != ("reports", "text"))


def _add_sheet(book: Any, table: str, columns: tuple[Column, ...]) -> Any:
    sheet = book.create_sheet(table)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        width = _WIDE.get(column.name, _WIDTHS[column.kind])
        sheet.column_dimensions[get_column_letter(number)].width = width
    header = [WriteOnlyCell(sheet, value=column.name) for column in columns]
    for cell in header:
        cell.font = Font(bold=True)
    sheet.append(header)
    return sheet


def _make_cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, Decimal):
        _, digits, exponent = value.as_tuple()
        fits = isinstance(exponent, int) and len(digits) + max(exponent, 0) <= _LONGEST_NUMBER
        return value if fits else str(value)
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("\ufffd", value)
    if len(text) > _LONGEST_TEXT:
        text = text[: _LONGEST_TEXT - 1] + "…"
    if not text.startswith(("=", "#")):
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # text, not a formula or an error value
    return cell
