"""Merges pairs of edits with Yjs (pycrdt) and Loro, those of them that can be imported.

Reads a JSON document a line: "base", a text, and "mine" and "theirs", lists of saves, each a list
of steps with a "position" in Unicode scalars and "insert" (a text) or "delete" (a count). Prints a
document a line: for each engine, by its name, the text that both sides show once they have met.
"""

import json
import sys

ENGINES = {}

try:
    from pycrdt import Doc, Text

    def with_pycrdt(base, sides):
        # Both begin with the state of one document, and have ids in the order of the sides.
        first = Doc(client_id=1)
        first["text"] = Text(base)
        state = first.get_update()
        documents = []
        for number, saves in enumerate(sides):
            document = Doc(client_id=number + 2)
            text = document.get("text", type=Text)
            document.apply_update(state)
            for step in (step for save in saves for step in save):
                # The positions of pycrdt count bytes of UTF-8.
                shown = str(text)
                start = len(shown[: step["position"]].encode())
                if step.get("insert") is not None:
                    text.insert(start, step["insert"])
                else:
                    cut = shown[step["position"] : step["position"] + step["delete"]]
                    del text[start : start + len(cut.encode())]
            documents.append(document)
        documents[0].apply_update(documents[1].get_update())
        return str(documents[0].get("text", type=Text))

    ENGINES["pycrdt"] = with_pycrdt
except ImportError:
    pass

try:
    from loro import ExportMode, LoroDoc

    def with_loro(base, sides):
        first = LoroDoc()
        first.peer_id = 1
        first.get_text("text").insert(0, base)
        first.commit()
        state = first.export(ExportMode.Snapshot())
        documents = []
        for number, saves in enumerate(sides):
            document = LoroDoc()
            document.peer_id = number + 2
            document.import_(state)
            text = document.get_text("text")
            for step in (step for save in saves for step in save):
                if step.get("insert") is not None:
                    text.insert(step["position"], step["insert"])
                else:
                    text.delete(step["position"], step["delete"])
            document.commit()
            documents.append(document)
        documents[0].import_(documents[1].export(ExportMode.Snapshot()))
        return documents[0].get_text("text").to_string()

    ENGINES["loro"] = with_loro
except ImportError:
    pass

for line in sys.stdin:
    pair = json.loads(line)
    sides = [pair["mine"], pair["theirs"]]
    print(json.dumps({name: merge(pair["base"], sides) for name, merge in ENGINES.items()}))
