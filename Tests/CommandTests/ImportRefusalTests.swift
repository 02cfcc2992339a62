import AfterwitProcesses
import Foundation
import Testing

@Suite("Sources that harm, and outputs that are there", .hangLimit)
struct ImportRefusalTests {
  /// Runs a line that must be refused in three lines, of which the first has these words.
  private func refused(
    _ line: String, _ words: String, code: Int32 = 2, on stage: Stage
  ) async throws {
    let outcome = try await stage.run(line, at: "desk")
    #expect(outcome.code == code, "\(line): \(outcome)")
    let talk = outcome.talk.split(separator: "\n")
    #expect(talk.count == 3 && talk[0].contains(words), "\(line): \(outcome.talk)")
  }

  @Test("A zip in a zip, one that would grow, and one that ends in the middle are refused")
  func archives() async throws {
    try await Scene.alone.play { stage, _ in
      let script = """
        import io, os, zipfile
        def archive(name, files):
          with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as file:
            for path, data in files: file.writestr(path, data)
        inner = io.BytesIO()
        archive(inner, [('a.json', '{"entries": []}')])
        os.chdir(os.environ['T'])
        archive('nested.zip', [('inner.zip', inner.getvalue())])
        archive('named.zip', [('inner.json', inner.getvalue())])
        archive('bomb.zip', [('a.json', b' ' * (65 << 20))])
        archive('whole.zip', [('a.json', '{"entries": [' + ' ' * 9000 + ']}')])
        data = open('whole.zip', 'rb').read()
        open('half.zip', 'wb').write(data[:len(data) // 2])
        """
      _ = try await stage.run("python3 -c '\(script.replacing("'", with: #"'"'"'"#))'", at: "desk")
      for (name, words) in [
        ("nested.zip", "cannot be read as dayone"), ("named.zip", "inner.json"),
        ("bomb.zip", "larger than the 64 MiB"), ("half.zip", "cannot be read as dayone"),
      ] {
        try await refused(#"afterwit import "$T/\#(name)""#, words, on: stage)
      }
      #expect(try await stage.run("afterwit log", at: "desk").output.isEmpty)
    }
  }

  @Test("A folder of more files than are read is refused")
  func manyFiles() async throws {
    try await Scene.alone.play { stage, _ in
      _ = try await stage.run(
        #"mkdir "$T/many" && cd "$T/many" && seq -f '%06g.md' 50001 | xargs touch"#, at: "desk")
      try await refused(
        #"afterwit import "$T/many""#, "than the 50000 files", on: stage)
    }
  }

  @Test("Two entries with one id stay two, and come once")
  func oneID() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ mkdir "$T/notes"; for n in a b; do printf -- '---\nid: same\ntitle: T\n---\n%s words\n' $n >"$T/notes/$n.md"; done
        desk$ afterwit import --from markdown "$T/notes"
        2 entries came.
        desk$ afterwit import --from markdown "$T/notes"
        0 entries came.
        2 entries are there already.
        desk$ sed -i 's/b words/b newer words/' "$T/notes/b.md"; afterwit import --from markdown "$T/notes"
        0 entries came.
        1 entry is there already.
        1 entry got what was edited there since.
        desk$ afterwit find words --json | wc -l
        2
        """#
      ).play(on: stage)
    }
  }

  @Test("Of one name and title, each gets the same id on every machine [AW-EXCH-1]")
  func sameNumbers() async throws {
    try await Scene.alone.play { stage, _ in
      let texts = (1...8).map { "[2024-01-02 09:00] Alike\nNumber \($0).\n\n" }
      try texts.joined().write(
        toFile: stage.scratch.path + "/a.txt", atomically: true, encoding: .utf8)
      try texts.reversed().joined().write(
        toFile: stage.scratch.path + "/b.txt", atomically: true, encoding: .utf8)
      var found: Set<String> = []
      for (device, name) in [("one", "a"), ("two", "b"), ("three", "b")] {
        let outcome = try await stage.run(
          #"afterwit init --name x --recovery-file "$T/r-\#(device)" && afterwit import "$T/\#(name).txt" && "#
            + #"afterwit export | grep -o '"id":"[0-9a-z]*"\|Number [0-9]' | sort -u | wc -l"#,
          at: device)
        #expect(outcome.code == 0 && outcome.output.hasSuffix("16\n"), "\(outcome)")
        found.insert(
          try await stage.run(
            #"afterwit export | sed 's/.*"id":"\([0-9a-z]*\)","kind.*\(Number [0-9]\).*/\1 \2/' | sort"#,
            at: device
          ).output)
      }
      #expect(found.count == 1)
    }
  }

  @Test("What ends in the middle, and what is Latin-1, is named, and nothing of it comes")
  func halves() async throws {
    try await Scene.alone.play { stage, _ in
      let entry = #"{"uuid":"%s","creationDate":"2024-01-02T09:00:00Z","text":"w"}"#
      _ = try await stage.run(
        #"printf '{"entries":[\#(entry),\#(entry),{"uu' a b >"$T/dayone.json""#, at: "desk")
      _ = try await stage.run(
        #"afterwit new note A >/dev/null 2>&1; afterwit export | head -c -9 >"$T/own.json"; afterwit undo"#,
        at: "desk")
      _ = try await stage.run(
        #"printf '[2024-01-02 09:00] Caf\351\n' >"$T/latin.txt""#, at: "desk")
      let log = try await stage.run("afterwit log", at: "desk").output
      try await refused(
        #"afterwit import "$T/dayone.json""#, "ends in the middle", on: stage)
      try await refused(#"afterwit import "$T/own.json""#, "ends in the middle", on: stage)
      try await refused(#"afterwit import "$T/latin.txt""#, "it may be Latin-1", on: stage)
      #expect(try await stage.run("afterwit log", at: "desk").output == log)
    }
  }

  @Test("An output that is there, or is a folder, is left as it is")
  func outputs() async throws {
    try await Scene.alone.play { stage, _ in
      _ = try await stage.run(
        #"afterwit new note A >/dev/null 2>&1; echo mine >"$T/file"; mkdir "$T/folder""#, at: "desk"
      )
      for format in ["json", "md", "html", "jrnl"] {
        for name in ["file", "folder"] {
          let outcome = try await stage.run(
            #"afterwit export --format \#(format) -o "$T/\#(name)""#, at: "desk")
          #expect([1, 2].contains(outcome.code), "\(format) \(name): \(outcome)")
          #expect(outcome.talk.split(separator: "\n").count == 3, "\(outcome.talk)")
        }
      }
      #expect(try await stage.run(#"cat "$T/file"; ls "$T/folder""#, at: "desk").output == "mine\n")
      #expect(try await stage.run(#"ls "$T" | grep -c part"#, at: "desk").output == "0\n")
    }
  }

  @Test(
    "An import of several changes is one line of the log, and is taken back and brought back whole")
  func portions() async throws {
    try await Scene.alone.play { stage, _ in
      let words = String(repeating: "words of a day and more ", count: 20)
      let journal = (0..<1_200).map { number in
        "[2024-01-02 09:00] Day \(number)\n\(words)\n\n"
      }.joined()
      try journal.write(
        toFile: stage.scratch.path + "/j.txt", atomically: true, encoding: .utf8)
      try await Transcript(
        #"""
        desk$ afterwit new note Before >/dev/null 2>&1; afterwit import --from jrnl "$T/j.txt"
        1200 entries came.
        desk$ afterwit export | wc -l
        1201
        desk$ afterwit log | grep -o 'new .*entries'
        new      1200 entries
        desk$ afterwit log | wc -l
        2
        desk$ afterwit undo | head -1
        Taken back: new 1200 entries ({*}).
        desk$ afterwit list | wc -l
        1
        desk$ afterwit redo | head -1
        Brought back: new 1200 entries ({*}).
        desk$ afterwit list -n 5000 | wc -l
        1201
        """#
      ).play(on: stage)
    }
  }
}
