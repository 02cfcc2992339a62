import AfterwitProcesses
import Foundation
import Testing

@Suite("Importing", .hangLimit)
struct ImportTests {
  private static let journal = """
    [2024-01-02 09:00] Phone call @panel *
    They asked about queues.

    [2024-01-02 09:00] Alike
    Twice.

    [2024-01-02 09:00] Alike
    Twice.

    [2024-01-03 18:30] They said no
    I went blank.

    """

  private func write(_ text: String, as name: String = "j.txt", on stage: Stage) throws -> String {
    let path = stage.scratch.path + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("An import comes once, in one command that undo takes back whole [AW-EXCH-1] [AW-EXCH-4]")
  func once() async throws {
    try await Scene.alone.play { stage, _ in
      let path = try write(Self.journal, on: stage)
      try await Transcript(
        #"""
        desk$ afterwit import --dry-run '\#(path)'
        This is read as jrnl.
        4 entries would come.
        desk$ afterwit list
        desk$ afterwit import --from jrnl '\#(path)' --tag old
        4 entries came.
        desk$ afterwit import '\#(path)'
        This is read as jrnl.
        0 entries came.
        4 entries are there already.
        desk$ afterwit import - <'\#(path)'
        This is read as jrnl.
        0 entries came.
        4 entries are there already.
        desk$ afterwit tags
        4  #old
        1  #panel
        desk$ afterwit list is:starred --json | grep -o '"at":"09:00"'
        "at":"09:00"
        desk$ afterwit undo
        Taken back: new 4 entries ({*}).
        desk$ afterwit list
        desk$ afterwit import --from jrnl '\#(path)'
        4 entries came.
        """#
      ).play(on: stage)
    }
  }

  @Test(
    "What was edited in the source changes its entry, and what was edited here stays [AW-EXCH-2]")
  func edited() async throws {
    try await Scene.alone.play { stage, _ in
      let path = try write(Self.journal, on: stage)
      _ = try await stage.run("afterwit import '\(path)'", at: "desk")
      let listed = try await stage.run("afterwit find blank --json", at: "desk").output
      let id = try #require(listed.firstMatch(of: #/"id":"([0-9a-z]{16})"/#)?.1)
      _ = try await stage.run("afterwit edit \(id) --append 'Mine.'", at: "desk")
      let newer = Self.journal
        .replacing("I went blank.", with: "I went quite blank.")
        .replacing("They asked about queues.", with: "They asked about two queues.")
        .replacing("Phone call @panel *", with: "Long phone call @panel *")
      try await Transcript(
        #"""
        desk$ afterwit import '\#(try write(newer, on: stage))'
        This is read as jrnl.
        0 entries came.
        2 entries are there already.
        1 entry got what was edited there since.
        1 entry was edited here and there, and stays as here.
        One thing to know:
          j.txt:10: \#(id.prefix(8)) was edited here too (happened), and stays as it is.
        desk$ afterwit find 'two queues' --json | grep -o '"title":"[^"]*"' | head -1
        "title":"Long phone call @panel"
        desk$ afterwit show \#(id) --field happened
        I went blank.

        Mine.
        desk$ afterwit rm \#(id) 2>/dev/null; afterwit import '\#(path)' | tail -2
        One thing to know:
          j.txt:10: \#(id.prefix(8)) was removed here, and stays so.
        desk$ afterwit list | wc -l
        3
        """#
      ).play(on: stage)
    }
  }

  @Test("What cannot be read is told in three lines, and changes nothing")
  func bad() async throws {
    try await Scene.alone.play { stage, _ in
      _ = try write("words", as: "other", on: stage)
      _ = try write("[{\"uuid\":\"a\",", as: "half.json", on: stage)
      _ = try write("Jan 2, 2024 x\n", as: "diary", on: stage)
      _ = try await stage.run(#"printf '[2024-01-02 09:00] \344\n' > "$T/latin.txt""#, at: "desk")
      _ = try await stage.run(#"truncate -s 2G "$T/large.txt"; mkdir "$T/empty""#, at: "desk")
      for line in [
        "other", "half.json --from taskwarrior", "diary --from diary", "latin.txt --from jrnl",
        "large.txt", "empty", "none", "other --timezone Nowhere", "other --from jrnl",
        "half.json --from ical",
      ] {
        let outcome = try await stage.run(#"afterwit import "$T"/\#(line)"#, at: "desk")
        #expect([1, 2].contains(outcome.code), "\(line): \(outcome)")
        #expect(outcome.talk.split(separator: "\n").count == 3, "\(line): \(outcome.talk)")
      }
      #expect(try await stage.run("afterwit log", at: "desk").output.isEmpty)
    }
  }

  @Test(
    "Two machines import alike, edit, import what the source says since, and are one [AW-EXCH-3]")
  func twoMachines() async throws {
    try await Scene.paired.play { stage, _ in
      var journal = ""
      for number in 0..<40 {
        journal +=
          "[2024-01-\(number % 28 + 10 > 28 ? 28 : number % 28 + 10) 09:\(10 + number)]"
          + " Entry \(number)\nIt was the day of number \(number), w\(number)x, and it rained.\n\n"
      }
      let path = try write(journal, on: stage)
      let newer = try write(
        journal.replacing("number 7,", with: "number seven,")
          .replacing("number 9,", with: "number nine,"), as: "newer.txt", on: stage)
      for device in ["desk", "laptop"] {
        #expect(try await stage.run("afterwit import '\(path)'", at: device).code == 0)
      }
      for (device, number) in [("desk", 3), ("laptop", 5)] {
        let found = try await stage.run("afterwit find w\(number)x --json", at: device)
        let id = try #require(found.output.firstMatch(of: #/"id":"([0-9a-z]{16})"/#)?.1)
        _ = try await stage.run(
          "afterwit edit \(id) --field lesson --text 'By \(device).'", at: device)
        _ = try await stage.run("afterwit tag \(id) \(device)", at: device)
      }
      for device in ["desk", "laptop"] {
        #expect(try await stage.run("afterwit import '\(newer)'", at: device).code == 0)
      }
      for device in ["desk", "laptop", "desk", "laptop", "desk"] {
        #expect(try await stage.run("afterwit sync", at: device).code == 0)
      }
      let digests = try await ["desk", "laptop"].asyncMap { device in
        try await stage.run("afterwit status --json", at: device).output
          .firstMatch(of: #/"digest":"([0-9a-f]+)"/#)?.1
      }
      #expect(digests[0] == digests[1] && digests[0] != nil)
      #expect(try await stage.run("afterwit list -n 100 | wc -l", at: "desk").output == "40\n")
      #expect(try await stage.run("afterwit review --json", at: "desk").output.isEmpty)
      let all = try await stage.run("afterwit export", at: "desk").output
      for words in ["number seven,", "number nine,", "number 8,", "By desk.", "By laptop."] {
        #expect(all.ranges(of: words).count == 1, "\(words)")
      }
    }
  }
}

extension Array {
  /// The results of a closure for each element, one after another.
  fileprivate func asyncMap<Value>(
    _ body: (Element) async throws -> Value
  ) async throws -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await body(element)) }
    return values
  }
}
