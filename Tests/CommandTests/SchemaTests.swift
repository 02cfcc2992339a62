import AfterwitProcesses
import Foundation
import Testing

@Suite("JSON documents and their schemas", .hangLimit)
struct SchemaTests {
  /// Reads a folder of schemas, and lines of a schema's name and a document, parted by a tab; prints
  /// what does not fit.
  private static let validator = """
    import json, sys, jsonschema
    folder, failed = sys.argv[1], 0
    for line in sys.stdin:
        name, text = line.rstrip("\\n").split("\\t", 1)
        schema = json.load(open(f"{folder}/{name}.json"))
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        checker = kind(schema, format_checker=kind.FORMAT_CHECKER)
        for error in checker.iter_errors(json.loads(text)):
            failed += 1
            print(name, error.json_path, error.message)
    sys.exit(1 if failed else 0)
    """

  /// Commands that print documents, each with the name of their schema.
  private static let commands = [
    ("list", "list"), ("list", "list --deleted"), ("list", "list goals --by due"),
    ("list", "onthisday"), ("find", "find queue"), ("find", "find mood:..2"), ("show", "show $id"),
    ("show", "show $id --field mood"), ("show", "show $goal"), ("show", "recite"),
    ("item", "show $step"), ("show", "show $id --at 1"), ("item", "show $step --at today"),
    ("history", "history $id"), ("history", "history $step"), ("diff", "diff $id"),
    ("diff", "diff $id 1.."), ("diff", "diff $goal"), ("blame", "show $id --blame"),
    ("why", "why $id"), ("why", "why $goal.steps"), ("why", "why $mantra"), ("export", "export"),
    ("import", "import --from jrnl \"$T/j.txt\""),
    ("export", "export queue tag:onsite"),
    ("status", "status"), ("device", "device list"), ("draft", "draft list"), ("tags", "tags"),
    ("people", "people"), ("orgs", "orgs"), ("questions", "questions"), ("today", "today"),
    ("insights", "insights"), ("prep", "prep acme"), ("trace", "trace $goal"),
    ("story", "story list"),
    ("store", "store check"), ("backup", "backup check \"$T/b\" < \"$T/recovery\""),
    ("drill", "drill --yes < \"$T/recovery\""),
    ("bundle", "bundle take \"$T/changes\""), ("undo", "undo"), ("log", "log"), ("undo", "redo"),
    ("log", "log -n 1"),
    ("undo", "redo"),
  ]

  @Test("A validator finds each document as its schema says, with numbers and flags as such")
  func documents() async throws {
    try await Scene.alone.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ afterwit new interview 'Queues. I went blank.' --org Acme --mood 2 --tag onsite --people Ana
        {id}
        desk$ afterwit set "$id" starred=yes mood-after=4
        Changed {id}: Queues.
        desk$ afterwit edit "$id" --field story-turn --text 'It rained.'
        Changed {id}: Queues.
        desk$ afterwit add "$id" question 'How would you build a queue?' --set 'said=With a table.'
        {question}
        desk$ afterwit add "$id" followup 'Write to Ana' --set due=2026-12-01
        {followup}
        desk$ afterwit new goal 'One a day' --set due=2026-12-24 --from "$id"
        {goal}
        desk$ afterwit add "$goal" step 'Draw a queue'
        {step}
        desk$ afterwit new mantra 'I prepare.'
        {mantra}
        desk$ afterwit new note 'Thrown away.'
        {gone}
        desk$ afterwit rm "$gone"
        Deleted {gone}: Thrown away.
        desk$ printf '[2024-01-02 09:00] Old.\n[2024-02-30 09:00] x\n' >"$T/j.txt"
        desk$ afterwit backup make --paper "$T/b" 2>/dev/null; afterwit bundle make "$T/changes" 2>/dev/null
        """#
      ).play(on: stage)
      var lines = ""
      for (schema, command) in Self.commands {
        let line = words.reduce("afterwit \(command) --json") { line, word in
          line.replacing("$\(word.key)", with: word.value)
        }
        let printed = try await stage.run(line, at: "desk")
        #expect(printed.code == 0, "\(line): \(printed.talk)")
        for document in printed.output.split(separator: "\n") {
          lines += "\(schema)\t\(document)\n"
        }
      }
      let script = stage.scratch.path + "/validate.py"
      try Self.validator.write(toFile: script, atomically: true, encoding: .utf8)
      try lines.write(toFile: stage.scratch.path + "/documents", atomically: true, encoding: .utf8)
      let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Protocol/schemas").path
      let verdict = try await stage.run(
        "python3 '\(script)' '\(folder)' <\"$T/documents\"", at: "desk")
      #expect(
        verdict.code == 0, "./.ci/setup installs the validator. \(verdict.output)\(verdict.talk)")

      let shown = try #require(
        try JSONSerialization.jsonObject(
          with: Data(
            try await stage.run("afterwit show \(words["id"] ?? "") --json", at: "desk")
              .output.utf8)) as? [String: Any])
      let fields = try #require(shown["fields"] as? [String: Any])
      #expect(fields["mood"] as? Int == 2 && fields["mood-after"] as? Int == 4)
      #expect(fields["starred"] as? Bool == true)
      #expect(fields["people"] as? [String] == ["Ana"])
      #expect(fields["happened"] as? String == "Queues. I went blank.")
      // One shape: what list and find print of it is the same.
      for command in ["list", "find queues"] {
        let output = try await stage.run("afterwit \(command) kind:interview --json", at: "desk")
          .output
        let listed = try #require(
          try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        for (name, value) in shown where name != "schema" {
          #expect(
            (listed[name] as? NSObject) == (value as? NSObject), "\(command): \(name)")
        }
      }
    }
  }
}
