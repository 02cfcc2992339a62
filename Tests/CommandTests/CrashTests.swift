import AfterwitProcesses
import AfterwitTestRandomness
import Foundation
import Testing

/// What must hold of a journal whose processes are killed: all that was acknowledged is there.
@Suite("Crashes", .hangLimit)
struct CrashTests {
  private static let kills = Effort.kills
  private static let seed = Effort.seed ?? 3
  private static let again: Comment =
    "AFTERWIT_SEED=\(seed) AFTERWIT_KILLS=\(kills) swift test --filter CrashTests"

  @Test(
    "Killed at random in new, edit and sync: what was acknowledged stands, and the file is sound")
  func random() async throws {
    var random = SeededGenerator(seed: Self.seed)
    var saved: [String: String] = [:]
    try await Scene.paired.play { stage, _ in
      let first = try await stage.run("afterwit new reflection 'The first.'", at: "desk").output
      let id = String(first.prefix(8))
      var killed = 0
      var round = 0
      // About every second process is to be killed, on a fast machine and on a busy one.
      var span = 0.1
      while killed < Self.kills, round < 6 * Self.kills {
        round += 1
        let word = "word\(round)"
        let command =
          switch Int.random(in: 0..<5, using: &random) {
          case 0, 1: "new mantra \(word)"
          case 2, 3: "edit \(id) --append \(word)"
          default: "sync"
          }
        let pause = Double.random(in: 0...span, using: &random)
        let outcome = try await stage.run(
          "afterwit \(command) 2>/dev/null & p=$!; sleep \(pause); kill -9 $p 2>/dev/null; wait $p",
          at: "desk")
        killed += outcome.code == 137 ? 1 : 0
        span *= outcome.code == 137 ? 1.05 : 0.95
        if command.hasPrefix("new"), let new = outcome.output.split(separator: "\n").first {
          saved[word] = String(new)
        } else if command.hasPrefix("edit"), outcome.code == 0 {
          saved[word] = id
        }
        #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok", Self.again)
      }
      #expect(killed == Self.kills, Self.again)
      #expect(saved.count > Self.kills / 8, "so little was acknowledged that nothing was shown")
      try await Self.expect(saved, on: stage, at: "desk")
      // And all of it reaches the other device.
      for device in ["desk", "laptop", "desk"] {
        let outcome = try await stage.run("afterwit sync", at: device)
        #expect(outcome.code == 0, "\(outcome.talk) \(Self.again)")
      }
      try await Self.expect(saved, on: stage, at: "laptop")
    }
  }

  @Test(
    "Killed at each write system call of a new, and then the next new works",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() },
    arguments: ["pwrite64", "write", "fdatasync", "ftruncate", "unlink", "flock", "openat"])
  func everyCall(_ call: String) async throws {
    let isFull = Self.kills >= 500
    var saved: [String: String] = [:]
    try await Stage.alone { stage in
      _ = try await stage.run(#"afterwit init --name d --recovery-file "$T/r""#, at: "desk")
      var number = 1
      var reached = 0
      while true {
        let word = "\(call)\(number)"
        let outcome = try await stage.run(
          """
          strace -f -o /dev/null -e trace=\(call) -e inject=\(call):signal=KILL:when=\(number) \
          afterwit new mantra \(word)
          """, at: "desk")
        if let id = outcome.output.split(separator: "\n").first { saved[word] = String(id) }
        #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok", "\(call) \(number)")
        if outcome.code == 0 { break }
        reached += 1
        let next = try await stage.run("afterwit new mantra next-\(word)", at: "desk")
        #expect(next.code == 0, "\(call) \(number): \(next.talk)")
        saved["next-" + word] = next.output.split(separator: "\n").first.map(String.init)
        number += isFull || number < 4 ? 1 : (call == "openat" ? 24 : 12)
      }
      #expect(reached > 0, "\(call) is not called")
      try await Self.expect(saved, on: stage, at: "desk")
    }
  }

  @Test(
    "A disk that fails to sync: three lines, nothing reported that is not there, the text kept",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() })
  func failingDisk() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit new mantra 'Saved before.'
        {before}
        # The first sync of a command is that of its commit; the second one settles what failed.
        desk$ strace -f -o /dev/null -e trace=fdatasync -e inject=fdatasync:error=EIO:when=1 afterwit new mantra 'Not saved.'
        The disk did not do its part: disk I/O error.
        The text is kept in {kept}.
        Check the disk, then repeat the command. Or: afterwit draft recover {name}
        [1]
        desk$ cat "$kept"
        Not saved.
        desk$ strace -f -o /dev/null -e trace=fdatasync -e inject=fdatasync:error=EIO afterwit edit "$before" --append 'Nor this.'
        The disk did not say whether this is saved: disk I/O error.
        The text is kept in {another}.
        Check the disk, and repeat the command if afterwit list does not show it. Or: afterwit draft recover {second}
        [1]
        desk$ afterwit list | wc -l
        1
        desk$ afterwit draft list | wc -l
        2
        desk$ afterwit draft recover "$second"
        {before}
        Changed {before}: {*}
        desk$ afterwit show "$before" --field words
        Saved before.

        Nor this.
        desk$ afterwit draft recover "$name"
        {id}
        Changed {id}: {*}
        desk$ afterwit show "$id" --field words
        Not saved.
        desk$ afterwit list | wc -l
        2
        desk$ afterwit store check | head -1
        file      sound
        """#
      ).play(on: stage)
    }
  }

  /// Expects each word in the text of the entry under whose id it was acknowledged.
  private static func expect(
    _ saved: [String: String], on stage: Stage, at device: String
  ) async throws {
    let outcome = try await stage.run("afterwit export", at: device)
    #expect(outcome.code == 0, "\(outcome.talk)")
    var words: [String: Set<Substring>] = [:]
    for line in outcome.output.split(separator: "\n") {
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let fields = try #require(document["fields"] as? [[String: Any]])
      let texts = fields.compactMap { $0["text"] as? String }
      words[String(try #require(document["id"] as? String).prefix(8))] =
        Set(texts.joined(separator: "\n").split(whereSeparator: \.isWhitespace))
    }
    for (word, id) in saved {
      #expect(words[id]?.contains(Substring(word)) == true, "\(word) of \(id) is gone; \(again)")
    }
  }
}
