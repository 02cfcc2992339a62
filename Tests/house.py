#!/usr/bin/env python3
"""The numbers of the house: how large files and functions are, and whether folders run in circles.

    python3 Tests/house.py [FOLDER]        FOLDER: a checkout; the one that holds this script by default

Prints, for Sources: files, lines, the median and the ninetieth percentile of a file's lines, the
longest file and the longest function, circles between the folders of a module, and extensions that
lie in a file of another name. A folder uses another where a file of it names a type that is declared
only there. An extension is at home in the file that declares its type, in `Type+Topic.swift`, and
anywhere as long as all it holds is private to the file.
"""

import os
import re
import sys

COMMENT = re.compile(r"//[^\n]*")
LITERAL = re.compile(r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"')
TYPE = re.compile(
    r"^(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|final|indirect)\s+)*"
    r"(?:struct|enum|class|actor|protocol|typealias)\s+(\w+)", re.M)
EXTENSION = re.compile(r"^(?:(?:public|package)\s+)?extension\s+([\w.]+)[^{]*\{", re.M)
FUNCTION = re.compile(r"^( *)(?:[\w@()]+ )*(?:func [^\s(<]+|init[?(<])", re.M)
MEMBER = re.compile(
    r"^  (?:@[\w(): ]+ )*((?:[\w()]+ )*?)(?:func|var|let|init|subscript|struct|enum|typealias|class)\b",
    re.M)


def bare(text):
    """A file's text without comments and literals, line for line."""
    text = LITERAL.sub(lambda m: '""' + "\n" * m.group().count("\n"), text)
    return COMMENT.sub("", text)


def block(text, start):
    """What stands between the brace at an offset and the one that closes it."""
    depth = 0
    for end in range(start, len(text)):
        if text[end] == "{":
            depth += 1
        elif text[end] == "}":
            depth -= 1
            if depth == 0:
                return text[start + 1:end]
    return text[start + 1:]


def functions(text):
    """The lines of each function, by its name and the first line's indentation."""
    for match in FUNCTION.finditer(text):
        lines = text[match.start():].split("\n")
        for count, line in enumerate(lines):
            if count > 0 and line.startswith(match.group(1) + "}"):
                yield count + 1, match.group().strip()
                break
            if count > 0 and line and not line.startswith(match.group(1) + " ") \
                    and not line.startswith(match.group(1) + ")"):
                break


def circles(arrows):
    """The sets of folders from each of which every other can be reached."""
    def reach(start):
        seen, todo = set(), [start]
        while todo:
            for target in arrows.get(todo.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
        return seen
    reached = {folder: reach(folder) for folder in arrows}
    return {frozenset(o for o in reached if o in reached[f] and f in reached[o])
            for f in reached if f in reached[f]}


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    top = os.path.join(sys.argv[1] if len(sys.argv) > 1 else here, "Sources")
    files = {}
    for folder, _, names in os.walk(top):
        for name in names:
            if name.endswith(".swift"):
                path = os.path.relpath(os.path.join(folder, name), top)
                with open(os.path.join(top, path), encoding="utf-8") as file:
                    files[path] = file.read()
    sizes = sorted((text.count("\n"), path) for path, text in files.items())
    code = {path: bare(text) for path, text in files.items()}
    longest = max((length, name, path) for path, text in code.items()
                  for length, name in functions(text))
    homes, astray, rings = {}, [], []
    for path, text in code.items():
        for name in TYPE.findall(text):
            homes.setdefault((path.split(os.sep)[0], name), set()).add(path)
    for path, text in code.items():
        module, stem = path.split(os.sep)[0], os.path.basename(path)[:-6]
        for match in EXTENSION.finditer(text):
            name = match.group(1)
            members = MEMBER.findall(block(text, match.end() - 1))
            is_private = members and all(
                word.startswith(("private", "fileprivate")) for word in members)
            outer = name.split(".")[0]
            at_home = stem.split("+")[0] in (name, outer) or any(
                path in homes.get((module, part), ()) for part in (name, outer))
            if not is_private and not at_home and members:
                astray.append(f"{path}: {name}")
    for module in sorted({path.split(os.sep)[0] for path in code}):
        arrows = {}
        for path, text in code.items():
            if path.split(os.sep)[0] != module:
                continue
            folder = os.path.dirname(path)
            for word in set(re.findall(r"\b[A-Z]\w*", text)):
                for home in {os.path.dirname(p) for p in homes.get((module, word), ())}:
                    if len({os.path.dirname(p) for p in homes[(module, word)]}) == 1 \
                            and home != folder:
                        arrows.setdefault(folder, set()).add(home)
                        arrows.setdefault(home, set())
        rings += [f"{module}: " + ", ".join(sorted(f.split(os.sep, 1)[-1] for f in ring))
                  for ring in circles(arrows)]
    print(f"files                        {len(sizes)}")
    print(f"lines                        {sum(size for size, _ in sizes)}")
    print(f"lines of a file, median      {sizes[len(sizes) // 2][0]}")
    print(f"lines of a file, p90         {sizes[len(sizes) * 9 // 10][0]}")
    print(f"longest file                 {sizes[-1][0]}  {sizes[-1][1]}")
    print(f"longest function             {longest[0]}  {longest[2]}: {longest[1]}")
    print(f"circles between folders      {len(rings)}")
    for ring in sorted(rings):
        print(f"    {ring}")
    print(f"extensions in another's file {len(astray)}")
    for line in sorted(astray):
        print(f"    {line}")


main()
