#!/usr/bin/env python3
"""Writes the table of columns, ColumnTable+Changes.swift, from Unicode's own files.

    python3 Tests/columns.py [FOLDER]      FOLDER: what Debian's package unicode-data puts there

A scalar takes the columns that most terminals give it: none for marks, format characters, controls
and the vowels and finals of decomposed Hangul; two for what Unicode calls wide or fullwidth, circled
numbers on black squares and hexagrams; one for all others, the soft hyphen, the signs that span
digits and unassigned scalars among them.
"""

import os
import sys

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLE = os.path.join(
    HERE, "Sources/AfterwitCommand/Rendering/ColumnTable+Changes.swift")
COUNT = 0x110000
# Where EastAsianWidth.txt tells the value of what it does not list, in prose.
WIDE_UNLISTED = [
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]
WIDE_IN_TERMINALS = [(0x3248, 0x324F), (0x4DC0, 0x4DFF)]
SOFT_HYPHEN = 0xAD


def properties(name):
    """The ranges of a file of properties, with the value of each."""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        for line in file:
            parts = [part.strip() for part in line.split("#")[0].split(";")]
            if len(parts) > 1:
                first, _, last = parts[0].partition("..")
                yield range(int(first, 16), int(last or first, 16) + 1), parts[1]


def categories():
    """The general category of each scalar."""
    found = ["Cn"] * COUNT
    with open(os.path.join(FOLDER, "UnicodeData.txt"), encoding="utf-8") as file:
        first = None
        for line in file:
            number, name, category = line.split(";")[:3]
            number = int(number, 16)
            for scalar in range(number if first is None else first, number + 1):
                found[scalar] = category
            first = number if name.endswith("First>") else None
    return found


def version():
    """The version that the files name."""
    with open(os.path.join(FOLDER, "EastAsianWidth.txt"), encoding="utf-8") as file:
        return file.readline().strip("# \n").removeprefix("EastAsianWidth-").removesuffix(".txt")


def columns():
    """The columns of each scalar."""
    found = [1] * COUNT
    for first, last in WIDE_UNLISTED:
        found[first:last + 1] = [2] * (last + 1 - first)
    for scalars, width in properties("EastAsianWidth.txt"):
        for scalar in scalars:
            found[scalar] = 2 if width in ("W", "F") else 1
    for first, last in WIDE_IN_TERMINALS:
        found[first:last + 1] = [2] * (last + 1 - first)
    for scalar, category in enumerate(categories()):
        if category in ("Cc", "Mn", "Me", "Cf"):
            found[scalar] = 0
    for scalars, kind in properties("HangulSyllableType.txt"):
        if kind in ("V", "T"):
            for scalar in scalars:
                found[scalar] = 0
    for scalars, name in properties("PropList.txt"):
        if name == "Prepended_Concatenation_Mark":
            for scalar in scalars:
                found[scalar] = 1
    found[SOFT_HYPHEN] = 1
    return found


def main():
    found = columns()
    changes = [f"0x{scalar:x}_{found[scalar]}" for scalar in range(COUNT)
               if scalar == 0 or found[scalar] != found[scalar - 1]]
    lines, line = [], "   "
    for change in changes:
        if len(line) + len(change) + 2 > 100:
            lines.append(line)
            line = "   "
        line += f" {change},"
    with open(TABLE, "w", encoding="utf-8") as file:
        file.write("// Written by Tests/columns.py; not by hand.\n\n"
                   "extension ColumnTable {\n"
                   f"  /// The version of Unicode whose files the table was made from.\n"
                   f'  static let version = "{version()}"\n\n'
                   "  /// Each scalar from which on the columns are others, and, as the last digit, how many.\n"
                   "  static let changes: [UInt32] = [\n" + "\n".join(lines + [line]) +
                   "\n  ]\n}\n")


main()
