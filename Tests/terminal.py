#!/usr/bin/env python3
"""Compares the table of columns with what a real tmux does, on strings of all scripts and of emoji.

    python3 Tests/terminal.py [COUNT [SEED [FOLDER]]]      1,000 strings, seed 1

FOLDER is what Debian's package unicode-data puts at /usr/share/unicode. Each string is printed at the
left edge of a pane, and tmux is asked where the cursor stands then. Prints how many strings of how
many it agrees on, and for each script or kind of emoji where it does not how many, with an example.
"""

import bisect
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import termios
import time
import tty

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLE = os.path.join(HERE, "Sources/AfterwitCommand/Rendering/ColumnTable+Changes.swift")
EMOJI = ["emoji-sequences.txt", "emoji-zwj-sequences.txt"]
LONGEST = 8
WIDTH = 200


def lines(path):
    """The fields of each line of a Unicode file."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            parts = [part.strip() for part in line.split("#")[0].split(";")]
            if len(parts) > 1:
                yield parts


def scalars(text):
    """A range, or a sequence, of the scalars that a file names."""
    first, _, last = text.partition("..")
    return [chr(number) for number in range(int(first, 16), int(last or first, 16) + 1)]


def scripts(folder):
    """For each script its letters, marks and signs."""
    unseen = set()
    for number, _, category, *_ in lines(os.path.join(folder, "UnicodeData.txt")):
        if category in ("Cc", "Cf", "Zl", "Zp"):
            unseen.add(chr(int(number, 16)))
    found = collections.defaultdict(list)
    for place, script in lines(os.path.join(folder, "Scripts.txt")):
        found[script] += [sign for sign in scalars(place) if sign not in unseen]
    return found


def emoji(folder):
    """For each kind of emoji its emoji."""
    found = collections.defaultdict(list)
    for name in EMOJI:
        for place, kind, *_ in lines(os.path.join(folder, "emoji", name)):
            found[kind] += scalars(place) if ".." in place else [
                "".join(chr(int(number, 16)) for number in place.split())]
    return found


def strings(count, seed, folder):
    """Strings with their classes: two of three in a script, one of emoji, all classes in turn."""
    chance = random.Random(seed)
    letters, signs = scripts(folder), emoji(folder)
    for number in range(count):
        kinds = signs if number % 3 == 2 else letters
        turn = number // 3 if number % 3 == 2 else number // 3 * 2 + number % 3
        kind = sorted(kinds)[turn % len(kinds)]
        length = chance.randint(1, LONGEST)
        yield kind, "".join(chance.choice(kinds[kind]) for _ in range(length))


def columns(texts):
    """What the table says of each text: the sum of its scalars."""
    with open(TABLE, encoding="utf-8") as file:
        changes = [(int(first, 16), int(width)) for first, width
                   in re.findall(r"\b0x([0-9a-f]+)_([012])\b", file.read())]
    starts = [first for first, _ in changes]
    return [sum(changes[bisect.bisect_right(starts, ord(sign)) - 1][1] for sign in text)
            for text in texts]


def ask(source, target):
    """Runs in the pane: prints each string, asks where the cursor stands, and writes that down."""
    tty.setraw(0, termios.TCSANOW)
    with open(source, encoding="utf-8") as file:
        texts = json.load(file)
    found = []
    for text in texts:
        os.write(1, b"\x1b[2J\x1b[H" + text.encode() + b"\x1b[6n")
        answer = b""
        while not answer.endswith(b"R"):
            answer += os.read(0, 1)
        found.append(int(answer[answer.rindex(b";") + 1:-1]) - 1)
    with open(target + ".part", "w", encoding="utf-8") as file:
        json.dump(found, file)
    os.rename(target + ".part", target)


def measured(texts):
    """The columns that tmux gives each text."""
    with tempfile.TemporaryDirectory() as folder:
        source, target, socket = (os.path.join(folder, name) for name in ("in", "out", "tmux"))
        with open(source, "w", encoding="utf-8") as file:
            json.dump(texts, file)
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        tmux = ["tmux", "-u", "-S", socket, "-f", "/dev/null"]
        subprocess.run(
            [*tmux, "new-session", "-d", "-x", str(WIDTH), "-y", "8",
             sys.executable, os.path.abspath(__file__), "--ask", source, target],
            check=True, env=environment)
        try:
            for _ in range(1200):
                if os.path.exists(target):
                    break
                time.sleep(0.1)
            with open(target, encoding="utf-8") as file:
                return json.load(file)
        finally:
            subprocess.run([*tmux, "kill-server"], stderr=subprocess.DEVNULL)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = sys.argv[3] if len(sys.argv) > 3 else "/usr/share/unicode"
    examples = list(strings(count, seed, folder))
    texts = [text for _, text in examples]
    differ, totals = collections.defaultdict(list), collections.Counter()
    for (kind, text), ours, theirs in zip(examples, columns(texts), measured(texts)):
        totals[kind] += 1
        if ours != theirs:
            differ[kind].append((text, ours, theirs))
    version = subprocess.run(["tmux", "-V"], capture_output=True, text=True).stdout.strip()
    agreed = count - sum(map(len, differ.values()))
    print(f"{version}: agrees on {agreed} of {count} strings in {len(totals)} classes, seed {seed}")
    for kind, found in sorted(differ.items(), key=lambda item: (-len(item[1]), item[0])):
        text, ours, theirs = min(found, key=lambda item: len(item[0]))
        numbers = " ".join(f"{ord(sign):04X}" for sign in text)
        print(f"  {kind}: {len(found)} of {totals[kind]}, as {numbers}: {ours}, tmux {theirs}")


if sys.argv[1:2] == ["--ask"]:
    ask(*sys.argv[2:])
else:
    main()
