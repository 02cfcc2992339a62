"""Changes one line of the fold of members at a time, and asks whether the model sees it: all histories
of at most three acts, then 20,000 drawn ones of five and six. Run it in a copy of the package:

    python3 Tests/mutants.py [SCRATCH-PATH]
"""

import pathlib
import subprocess
import sys

FOLD, EPOCHS, MEMBERS = (
    f"Sources/AfterwitWire/Membership/{name}.swift"
    for name in ("MembershipFold", "EpochFold", "Membership"))

MUTANTS = [
    ("a younger rank shuts out an older one", FOLD,
     "return ranks[left] > ranks[right] }", "return ranks[left] < ranks[right] }"),
    ("older before one first admission, not before each", FOLD,
     "!first.isEmpty && first.allSatisfy {", "!first.isEmpty && first.contains {"),
    ("all admissions count, not the first ones", FOLD,
     "hasEffect[$0] && !before.holds(member, in: $0)", "hasEffect[$0]"),
    ("an admission without effect makes older", FOLD,
     "admissions[member].filter { hasEffect[$0] &&", "admissions[member].filter {"),
    ("anybody's revocation counts", FOLD,
     "? retires(one) : older.holds(one.author, one.target)", "? retires(one) : true"),
    ("a device can end itself", FOLD,
     "one.author == one.target && ranks[one.author] == Member.recoveryRank",
     "one.author == one.target"),
    ("a paper cannot end itself", FOLD, "? retires(one) : older", "? false : older"),
    ("an envelope has effect without its author's admission", FOLD,
     "(before.holds(authors[node], in: node) && !cut.contains(node))", "!cut.contains(node)"),
    ("nothing is cut off", FOLD,
     "(before.holds(authors[node], in: node) && !cut.contains(node))",
     "before.holds(authors[node], in: node)"),
    ("one of several revocations by others is enough to leave an envelope", FOLD,
     "if others.contains(where: { !$0.kept.contains(node) })",
     "if !others.isEmpty && !others.contains(where: { $0.kept.contains(node) })"),
    ("each retirement must leave an envelope", FOLD,
     "|| !own.isEmpty && !own.contains(where: { $0.kept.contains(node) })",
     "|| own.contains(where: { !$0.kept.contains(node) })"),
    ("a retirement does not leave its own envelope", FOLD,
     "if authors[node] == target { ends.append(nodes[node].id) }", ""),
    ("a cut leaves its ends and not what is before them", FOLD,
     "next = places[nodes[node].before]", "next = nil"),
    ("a device lets a paper in", FOLD, "isFirst || member.rank <= rank", "true"),
    ("what an envelope had seen is not handed on", FOLD,
     "after.formUnion(of: before, node, into: node)", ""),
    ("an admission without effect lets in", FOLD,
     "if hasEffect[node] { for member in admitted[node] { after.insert(member, into: node) } }",
     "for member in admitted[node] { after.insert(member, into: node) }"),
    ("all revocations are decided at once", FOLD,
     "for one in open where !isBlocked(one, by: byTarget, &older) { ready.append(one) }",
     "ready = open"),
    ("a revoked one that was let in is a member", MEMBERS,
     "guard letIn.contains(number), revocations.isEmpty else", "guard letIn.contains(number) else"),
    ("of two admissions the one that came first counts", MEMBERS,
     "? nodes[left.node].id < nodes[right.node].id", "? false"),
    ("an epoch counts from an envelope without effect", EPOCHS,
     "let announced = Set(valid.flatMap { nodes[$0].epochs })",
     "let announced = Set(nodes.flatMap(\\.epochs))"),
    ("an epoch that is wrapped to one who is out can be used", EPOCHS,
     ".filter { excluded.contains($0.recipient) }", ".filter { _ in false }"),
    ("a wrap without effect closes an epoch", EPOCHS,
     "valid.flatMap { nodes[$0].wrappedKeys }.filter", "nodes.flatMap(\\.wrappedKeys).filter"),
    ("an epoch that one who is out made can be used", EPOCHS,
     "where excluded.contains(node.author) && !node.retires {", "where false {"),
    ("an epoch that an open one opens can be used", EPOCHS,
     "for epoch in announced.reversed() where open.contains(EpochName(epoch)) {",
     "for epoch in announced.reversed() where false && open.contains(EpochName(epoch)) {"),
    ("who renews a paper closes its epoch", EPOCHS, " && !node.retires", ""),
]


def run(command):
    return subprocess.run(command, capture_output=True, text=True)


def main():
    scratch = sys.argv[1] if len(sys.argv) > 1 else ".build"
    build = ["swift", "build", "-c", "release", "--product", "MemberBenchmark",
             "--scratch-path", scratch]
    survived = 0
    for name, file, old, new in MUTANTS:
        path = pathlib.Path(file)
        text = path.read_text()
        assert text.count(old) == 1, f"{name}: its line is not there once"
        path.write_text(text.replace(old, new))
        try:
            built = run(build)
            if built.returncode:
                print(f"{name}: does not build", built.stdout[-600:], flush=True)
                survived += 1
                continue
            program = f"{scratch}/release/MemberBenchmark"
            seen = run([program, "all", "3"])
            if not seen.returncode:
                seen = run([program, "sample", "20000", "1"])
        finally:
            path.write_text(text)
        caught = [line.removeprefix("BROKEN ").removesuffix(", first:")
                  for line in seen.stdout.splitlines() if line.startswith("BROKEN")]
        survived += not caught and seen.returncode == 0
        print(f"{name}: {'; '.join(caught) or f'exit {seen.returncode}'}", flush=True)
    print(f"{len(MUTANTS)} mutants, {survived} survived")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
