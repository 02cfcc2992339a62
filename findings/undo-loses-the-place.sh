#!/usr/bin/env bash
# loro 1.17.1 and pycrdt 0.14.13 (PyPI): a word that one person wrote into a sentence ends up before the next
# sentence when another, who had deleted that sentence meanwhile, takes the deletion back by the undo
# manager and nothing else.
#
# Behaviour: the undo of a deletion inserts the deleted words anew, as new characters in front of the
# deleted ones. What others wrote between the deleted ones still hangs on these, and so stands behind
# the whole sentence. Nobody wrote what stands then, on any device; all devices agree on it.
#
# Seen, with "Calm. I asked the team. I left." on two devices: one deletes "I asked the team. " and
# undoes that, the other writes "whole " before "team"; then both exchange everything:
#     loro     Calm. I asked the team. whole I left.
#     pycrdt   Calm. I asked the team. whole I left.
#
# Runs without Afterwit; needs python3 with venv. Exits with 0 while both do this, else with 1.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet install loro==1.17.1 pycrdt==0.14.13

"$folder/venv/bin/python" - <<'END'
import sys

import loro
import pycrdt

TEXT = "Calm. I asked the team. I left."
GONE = "I asked the team. "
SEEN = "Calm. I asked the team. whole I left."


def with_loro():
    first, second = loro.LoroDoc(), loro.LoroDoc()
    first.peer_id, second.peer_id = 1, 2
    first.get_text("text").insert(0, TEXT)
    first.commit()
    second.import_(first.export(loro.ExportMode.Snapshot()))
    undo = loro.UndoManager(first)
    first.get_text("text").delete(TEXT.index(GONE), len(GONE))
    first.commit()
    undo.undo()
    second.get_text("text").insert(TEXT.index("team"), "whole ")
    second.commit()
    first.import_(second.export(loro.ExportMode.Snapshot()))
    second.import_(first.export(loro.ExportMode.Snapshot()))
    return first.get_text("text").to_string(), second.get_text("text").to_string()


def with_pycrdt():
    first, second = pycrdt.Doc(client_id=1), pycrdt.Doc(client_id=2)
    first["text"], second["text"] = pycrdt.Text(), pycrdt.Text()
    first["text"] += TEXT
    second.apply_update(first.get_update())
    undo = pycrdt.UndoManager(scopes=[first["text"]], capture_timeout_millis=0)
    start = TEXT.index(GONE)
    del first["text"][start : start + len(GONE)]
    undo.undo()
    second["text"].insert(TEXT.index("team"), "whole ")
    first.apply_update(second.get_update())
    second.apply_update(first.get_update())
    return str(first["text"]), str(second["text"])


failed = 0
for name, play in [("loro", with_loro), ("pycrdt", with_pycrdt)]:
    texts = play()
    print(f"{name:8} {' / '.join(sorted(set(texts)))}")
    failed |= set(texts) != {SEEN}
sys.exit(failed)
END
