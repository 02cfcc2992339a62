#!/usr/bin/env python3
"""Scenes of undo and redo on two and three machines: Afterwit's beside the undo managers of Loro and pycrdt.

    python3 Tests/undo.py [BIN]         BIN: where the executables are; .build/debug by default

Needs the packages loro 1.17.1 and pycrdt 0.14.13 (PyPI). Every machine of Afterwit is a home of its own
with real commands and a relay on loopback; every machine of the others is a document with an undo
manager. Prints what each scene leaves on every machine (`=` where that is what it should be), and ends
with 1 where one of Afterwit's is not what it should be. Nobody else names a change of another machine, so
there the scene says `-`.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else HERE + "/.build/debug")
TEXT = "I was calm. I asked about the team. I left."
ITEMS = ["Write", "Ask", "Sleep"]


class Unable(Exception):
    """What a scene needs and the other cannot do."""


def splice(old, new):
    """The place, the length taken out and the words put in that make one text of the other."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - start - end, new[start : len(new) - end]


class Afterwit:
    name = "Afterwit"

    def __init__(self, count):
        self.folder = tempfile.mkdtemp()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.relay = subprocess.Popen(
            [BIN + "/afterwit-relay", "serve", "--data", self.folder + "/relay", "--listen", f"127.0.0.1:{port}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        code = subprocess.run(
            [BIN + "/afterwit-relay", "code", "--data", self.folder + "/relay"],
            capture_output=True, text=True, check=True).stdout.strip()
        self.count = count
        self.run(0, "init", "--name", "m0", "--relay", address, "--code", code, "--recovery-file", self.folder + "/paper")
        for machine in range(1, count):
            invite = subprocess.Popen(
                self.line(0, "device", "invite", "--yes"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            subprocess.run(
                self.line(machine, "device", "join", "--name", f"m{machine}", "--yes"), stdin=invite.stdout,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            invite.wait()
        self.entry = self.run(0, "new", "reflection", TEXT, "--mood", "3", "--tag", "team")
        self.goal = self.run(0, "new", "goal", "Prepare")
        self.items = {text: self.run(0, "add", self.goal, "step", text) for text in ITEMS}
        self.mantra = self.run(0, "new", "mantra", "I prepare.")
        self.sync()

    def line(self, machine, *arguments):
        return [BIN + "/afterwit", "--home", f"{self.folder}/m{machine}", *arguments]

    def run(self, machine, *arguments):
        done = subprocess.run(self.line(machine, *arguments), capture_output=True, text=True)
        if done.returncode not in (0, 3):
            raise RuntimeError(f"{arguments}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def write(self, m, old, new):
        self.run(m, "edit", self.entry, "--text", self.run(m, "show", self.entry, "--field", "happened").replace(old, new))

    def mood(self, m, value):
        self.run(m, "edit", self.entry, "--set", f"mood={value}")

    def tag(self, m, word):
        self.run(m, "tag", self.entry, word)

    def untag(self, m, word):
        self.run(m, "untag", self.entry, word)

    def recite(self, m):
        self.run(m, "recite", self.mantra)

    def remove(self, m, item):
        self.run(m, "rm", self.items[item])

    def first(self, m, item):
        self.run(m, "move", self.items[item], "--first")

    def last(self, m, item):
        self.run(m, "move", self.items[item], "--last")

    def reword(self, m, item, text):
        self.run(m, "edit", self.items[item], "--text", text)

    def undo(self, m):
        self.run(m, "undo")

    def redo(self, m):
        self.run(m, "redo")

    def last_change(self, m):
        return self.run(m, "log", "-n", "1")[:8]

    def undo_named(self, m, change):
        self.run(m, "undo", change)

    def restart(self, m):
        pass  # Every command is a process of its own.

    def sync(self):
        for _ in range(2):
            for machine in range(self.count):
                self.run(machine, "sync")

    def view(self, m):
        shown = self.run(m, "show", self.goal).splitlines()
        items = [line.split("]  ", 1)[1] for line in shown if "]  " in line]
        text = self.run(m, "show", self.entry, "--field", "happened")
        mood = self.run(m, "show", self.entry, "--field", "mood")
        tags = ",".join(sorted(self.run(m, "show", self.entry, "--field", "tags").split()))
        count = json.loads(self.run(m, "show", self.mantra, "--json"))["fields"].get("recited", 0)
        reviews = len(self.run(m, "review").splitlines())
        return state(text, mood, tags, items, int(count), reviews)

    def close(self):
        self.relay.terminate()
        self.relay.wait()
        shutil.rmtree(self.folder)


class Peers:
    """Documents, each with an undo manager; all changes go to everybody at a sync."""

    def __init__(self, count):
        self.count = count
        self.machines = []
        first = self.fresh(1)
        self.fill(first)
        for number in range(count):
            machine = self.fresh(number + 10)
            self.take(machine, self.snapshot(first))
            self.watch(machine)
            self.machines.append(machine)

    def sync(self):
        for _ in range(2):
            for source in self.machines:
                for target in self.machines:
                    if source is not target:
                        self.take(target, self.snapshot(source))

    def restart(self, m):
        machine = self.fresh(m + 30)
        self.take(machine, self.snapshot(self.machines[m]))
        self.watch(machine)
        self.machines[m] = machine

    def last_change(self, m):
        raise Unable

    def undo_named(self, m, change):
        raise Unable

    def close(self):
        pass


class Loro(Peers):
    name = "Loro"

    def fresh(self, peer):
        import loro

        document = loro.LoroDoc()
        document.peer_id = peer
        return {"doc": document}

    def parts(self, m):
        machine = self.machines[m] if isinstance(m, int) else m
        document = machine["doc"]
        return (document.get_text("text"), document.get_map("values"), document.get_map("tags"),
                document.get_movable_list("items"), document.get_counter("count"), document)

    def fill(self, machine):
        text, values, tags, items, _, document = self.parts(machine)
        text.insert(0, TEXT)
        values.insert("mood", "3")
        tags.insert("team", True)
        for place, item in enumerate(ITEMS):
            items.insert(place, item)
        document.commit()

    def watch(self, machine):
        import loro

        machine["undo"] = loro.UndoManager(machine["doc"])
        machine["undo"].set_merge_interval(0)

    def snapshot(self, machine):
        import loro

        return machine["doc"].export(loro.ExportMode.Snapshot())

    def take(self, machine, data):
        machine["doc"].import_(data)

    def write(self, m, old, new):
        text, *_, document = self.parts(m)
        start, gone, words = splice(text.to_string(), text.to_string().replace(old, new))
        if gone:
            text.delete(start, gone)
        if words:
            text.insert(start, words)
        document.commit()

    def mood(self, m, value):
        self.parts(m)[1].insert("mood", str(value))
        self.parts(m)[5].commit()

    def tag(self, m, word):
        self.parts(m)[2].insert(word, True)
        self.parts(m)[5].commit()

    def untag(self, m, word):
        self.parts(m)[2].delete(word)
        self.parts(m)[5].commit()

    def recite(self, m):
        self.parts(m)[4].increment(1)
        self.parts(m)[5].commit()

    def place(self, m, item):
        return self.parts(m)[3].get_deep_value().index(item)

    def remove(self, m, item):
        self.parts(m)[3].delete(self.place(m, item), 1)
        self.parts(m)[5].commit()

    def first(self, m, item):
        self.parts(m)[3].mov(self.place(m, item), 0)
        self.parts(m)[5].commit()

    def last(self, m, item):
        self.parts(m)[3].mov(self.place(m, item), len(self.parts(m)[3].get_deep_value()) - 1)
        self.parts(m)[5].commit()

    def reword(self, m, item, text):
        self.parts(m)[3].set(self.place(m, item), text)
        self.parts(m)[5].commit()

    def undo(self, m):
        self.machines[m]["undo"].undo()

    def redo(self, m):
        self.machines[m]["undo"].redo()

    def view(self, m):
        text, values, tags, items, count, _ = self.parts(m)
        return state(
            text.to_string(), str(values.get_deep_value().get("mood", "")),
            ",".join(sorted(tags.get_deep_value())), items.get_deep_value(), int(count.value), 0)


class Yrs(Peers):
    name = "pycrdt"

    def fresh(self, peer):
        import pycrdt

        document = pycrdt.Doc(client_id=peer)
        for name, kind in [("text", pycrdt.Text), ("values", pycrdt.Map), ("tags", pycrdt.Map), ("items", pycrdt.Array)]:
            document[name] = kind()
        return {"doc": document}

    def document(self, m):
        return (self.machines[m] if isinstance(m, int) else m)["doc"]

    def fill(self, machine):
        document = machine["doc"]
        document["text"] += TEXT
        document["values"]["mood"] = "3"
        document["tags"]["team"] = True
        document["items"].extend(ITEMS)

    def watch(self, machine):
        import pycrdt

        document = machine["doc"]
        machine["undo"] = pycrdt.UndoManager(
            scopes=[document[name] for name in ("text", "values", "tags", "items")], capture_timeout_millis=0)
        machine["undo"].include_origin("own")

    def snapshot(self, machine):
        return machine["doc"].get_update()

    def take(self, machine, data):
        with machine["doc"].transaction(origin="remote"):
            machine["doc"].apply_update(data)

    def own(self, m):
        return self.document(m).transaction(origin="own")

    def write(self, m, old, new):
        text = self.document(m)["text"]
        start, gone, words = splice(str(text), str(text).replace(old, new))
        with self.own(m):
            if gone:
                del text[start : start + gone]
            if words:
                text.insert(start, words)

    def mood(self, m, value):
        with self.own(m):
            self.document(m)["values"]["mood"] = str(value)

    def tag(self, m, word):
        with self.own(m):
            self.document(m)["tags"][word] = True

    def untag(self, m, word):
        with self.own(m):
            del self.document(m)["tags"][word]

    def recite(self, m):
        raise Unable

    def place(self, m, item):
        return self.document(m)["items"].to_py().index(item)

    def remove(self, m, item):
        with self.own(m):
            self.document(m)["items"].pop(self.place(m, item))

    def put(self, m, item, place):
        # There is no move: what goes elsewhere is taken out and put in anew.
        with self.own(m):
            self.document(m)["items"].pop(self.place(m, item))
            self.document(m)["items"].insert(place, item)

    def first(self, m, item):
        self.put(m, item, 0)

    def last(self, m, item):
        self.put(m, item, len(ITEMS) - 1)

    def reword(self, m, item, text):
        place = self.place(m, item)
        with self.own(m):
            self.document(m)["items"].pop(place)
            self.document(m)["items"].insert(place, text)

    def undo(self, m):
        self.machines[m]["undo"].undo()

    def redo(self, m):
        self.machines[m]["undo"].redo()

    def view(self, m):
        document = self.document(m)
        return state(
            str(document["text"]), str(document["values"].to_py().get("mood", "")),
            ",".join(sorted(document["tags"].to_py())), document["items"].to_py(), 0, 0)


def state(text=TEXT, mood="3", tags="team", items=ITEMS, count=0, reviews=0):
    """What a machine shows, as far as it is not what it began with."""
    parts = []
    for name, value, begin in [
        ("text", text, TEXT), ("mood", mood, "3"), ("tags", tags, "team"), ("items", ",".join(items), ",".join(ITEMS)),
        ("count", count, 0), ("reviews", reviews, 0),
    ]:
        if value != begin:
            parts.append(f"{name}: {value}")
    return "; ".join(parts) or "as it began"


def word_back(w):
    w.write(0, "about the ", ""); w.undo(0); w.sync()

def word_back_edited(w):
    w.write(0, "I asked about the team. ", ""); w.write(1, "the team", "the whole team"); w.undo(0); w.sync()

def word_back_twice(w):
    w.write(0, " about the team", ""); w.write(1, " about the team", ""); w.sync(); w.undo(0); w.undo(1); w.sync()

def value_and_other(w):
    w.mood(0, 1); w.undo(0); w.mood(1, 5); w.sync()

def later_value(w):
    w.mood(0, 1); w.sync(); w.mood(1, 5); w.sync(); w.undo(0); w.sync()

def winner_undone(w):
    w.mood(1, 5); time.sleep(0.01); w.mood(0, 1); w.undo(0); w.sync(); w.sync()

def both_values_undone(w):
    w.mood(0, 1); w.mood(1, 5); w.sync(); w.undo(0); w.undo(1); w.sync()

def tag_of_both(w):
    w.tag(0, "pace"); w.tag(1, "pace"); w.sync(); w.undo(0); w.sync()

def tag_back(w):
    w.untag(0, "team"); w.sync(); w.undo(0); w.sync()

def item_back_moved(w):
    w.remove(0, "Sleep"); w.first(1, "Sleep"); w.undo(0); w.sync()

def item_back_twice(w):
    w.remove(0, "Ask"); w.remove(1, "Ask"); w.sync(); w.undo(0); w.undo(1); w.sync()

def item_back_reworded(w):
    w.remove(0, "Ask"); w.reword(1, "Ask", "Ask twice"); w.undo(0); w.sync()

def move_back(w):
    w.first(0, "Sleep"); w.last(1, "Write"); w.sync(); w.undo(0); w.sync()

def counts_back(w):
    w.recite(0); w.recite(1); w.recite(1); w.sync(); w.undo(0); w.undo(1); w.sync()

def quick_steps(w):
    w.mood(0, 1); w.tag(0, "pace"); w.undo(0); w.sync()

def between_own(w):
    w.mood(0, 1); w.sync(); w.tag(1, "pace"); w.sync(); w.write(0, "calm", "loud"); w.undo(0); w.undo(0); w.sync()

def after_restart(w):
    w.mood(0, 1); w.restart(0); w.undo(0); w.sync()

def redo_after_restart(w):
    w.mood(0, 1); w.write(0, "calm", "loud"); w.undo(0); w.undo(0); w.restart(0); w.redo(0); w.redo(0); w.sync()

def written_into(w):
    w.write(0, "I left.", "I thanked them all. I left."); w.sync(); w.write(1, "them all", "them one and all"); w.sync()
    w.undo(0); w.sync()

def written_over(w):
    w.write(0, "calm", "loud"); w.sync(); w.write(1, "loud", "quiet"); w.sync(); w.undo(0); w.sync()

def others_change(w):
    w.write(0, " about the team", ""); w.sync(); change = w.last_change(1)
    w.undo_named(1, change); w.undo_named(2, w.last_change(2)); w.sync()

def out_of_order(w):
    w.write(0, "calm", "loud"); change = w.last_change(0); w.write(0, "left", "ran"); w.undo_named(0, change); w.sync()


SCENES = [
    ("a word is taken out, and comes back", 2, word_back, state()),
    ("the same; another wrote into it meanwhile", 2, word_back_edited, state(text=TEXT.replace("the team", "the whole team"))),
    ("two take out the same, both bring it back", 2, word_back_twice, state()),
    ("a value is set and taken back; another sets one", 2, value_and_other, state(mood="5")),
    ("a value is taken back that another has overwritten", 2, later_value, state(mood="5")),
    ("a value that would win is taken back", 2, winner_undone, state(mood="5")),
    ("two values at once, both taken back", 2, both_values_undone, state()),
    ("a tag of both; one takes it back", 2, tag_of_both, state(tags="pace,team")),
    ("a tag is taken off, and comes back", 2, tag_back, state()),
    ("an item is removed, and comes back; another moved it", 2, item_back_moved, state(items=["Sleep", "Write", "Ask"])),
    ("two remove one item, both bring it back", 2, item_back_twice, state()),
    ("an item comes back that another has reworded", 2, item_back_reworded, state(items=["Write", "Ask twice", "Sleep"])),
    ("a move is taken back, and another is not", 2, move_back, state(items=["Ask", "Sleep", "Write"])),
    ("counted on both, taken back on both", 2, counts_back, state(count=1)),
    ("two commands in a row; one is taken back", 2, quick_steps, state(mood="1")),
    ("another's change between two own ones", 2, between_own, state(tags="pace,team")),
    ("taken back after a restart", 2, after_restart, state()),
    ("brought back after a restart", 2, redo_after_restart, state(text=TEXT.replace("calm", "loud"), mood="1")),
    ("a sentence is taken back that another wrote into", 2, written_into, state(text=TEXT.replace("I left.", "I thanked them one and all. I left."))),
    ("a word is taken back that another replaced", 2, written_over, state(text=TEXT.replace("calm", "quiet"))),
    ("two take back what a third did", 3, others_change, state()),
    ("an earlier change is taken back, the later stays", 2, out_of_order, state(text=TEXT.replace("left", "ran"))),
]


def main():
    failed = 0
    systems = [Afterwit, Loro, Yrs]
    print("| scene | should leave | " + " | ".join(system.name for system in systems) + " |")
    print("|---|---|" + "---|" * len(systems))
    for title, count, play, expected in SCENES:
        cells = []
        for system in systems:
            world = system(count)
            try:
                play(world)
                views = [world.view(machine) for machine in range(count)]
                seen = " / ".join(dict.fromkeys(views))
                cells.append("=" if seen == expected else seen)
                failed += system is Afterwit and seen != expected
            except Unable:
                cells.append("-")
            except Exception as error:  # An undo manager that raises leaves nothing to show.
                cells.append(f"{type(error).__name__}: {error}"[:80])
                failed += system is Afterwit
            finally:
                world.close()
        print(f"| {title} | {expected} | " + " | ".join(cells) + " |", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
