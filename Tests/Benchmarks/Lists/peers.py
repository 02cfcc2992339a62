"""Loro's movable list with the operations of a story: the median CPU time of a merge, in ms."""

import json
import sys
import time

import loro

with open(sys.argv[1], encoding="utf-8") as file:
    story = json.load(file)
name, rounds = sys.argv[2], int(sys.argv[3])


def carry_out(doc, steps, texts):
    elements = doc.get_movable_list("list")
    for kind, first, second in steps:
        if kind == 0:
            elements.mov(first, second)
        else:
            texts[first].insert(second, "word ")
        doc.commit()


def beginning():
    doc = loro.LoroDoc()
    doc.peer_id = 1
    elements = doc.get_movable_list("list")
    for number in range(story["elements"]):
        element = elements.insert_container(number, loro.LoroMap())
        element.insert_container("what", loro.LoroText()).insert(0, str(number))
    doc.commit()
    return doc


def texts(doc):
    elements = doc.get_movable_list("list")
    found = []
    for number in range(len(elements)):
        found.append(elements.get(number).container.get("what").container)
    return found


here = beginning()
there = loro.LoroDoc()
there.peer_id = 2
there.import_(here.export(loro.ExportMode.Snapshot()))
before = here.oplog_vv
carry_out(here, story["devices"][0], texts(here))
carry_out(there, story["devices"][1], texts(there))
update = there.export(loro.ExportMode.Updates(before))

times = []
for _ in range(rounds):
    doc = loro.LoroDoc()
    doc.import_(here.export(loro.ExportMode.Snapshot()))
    start = time.process_time()
    doc.import_(update)
    times.append((time.process_time() - start) * 1e3)
median = sorted(times)[rounds // 2]
print(json.dumps({"peer": "loro", "metric": f"{name}: merge, ms", "value": round(median, 3)}))
