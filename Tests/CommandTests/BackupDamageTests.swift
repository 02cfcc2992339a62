import AfterwitProcesses
import Foundation
import Testing

/// A backup of which something is not as it was, and one that is made or restored by a process that dies.
@Suite("A backup that was damaged or cut off", .hangLimit)
struct BackupDamageTests {
  /// A journal of several chunks, made for the paper, so that nothing waits for scrypt.
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ for n in 1 2 3 4 5 6; do head -c 30000 /dev/urandom | base64 | afterwit new reflection - >/dev/null; done
      desk$ EDITOR='f() { echo Half a thought. >"$1"; kill -9 $$; }; f' afterwit edit @ --field happened >/dev/null 2>&1; afterwit draft list | wc -l
      1
      desk$ afterwit backup make --paper "$T/b" 2>/dev/null
      """#
    ).play(on: stage)
  }

  @Test("Each bit that is flipped is found, wherever it lies, and nothing is restored")
  func flipped() async throws {
    try await Self.begin.play { stage, _ in
      let path = stage.scratch.path + "/b"
      let sound = try Data(contentsOf: URL(filePath: path))
      let head = 6 + 1168 + 80
      let chunk = 65_536 + 16
      var places = [0, 3, 4, 5, 6, 700, head - 81, head - 48, head - 16, head - 1]
      for start in stride(from: head, to: sound.count, by: chunk) {
        places += [start, min(start + chunk, sound.count) - 1]
        places.append((start + min(start + chunk, sound.count)) / 2)
      }
      #expect(places.count > 18, "so few chunks show nothing")
      for place in places {
        var bytes = sound
        bytes[place] ^= 1 << UInt8(place % 8)
        try bytes.write(to: URL(filePath: path))
        let outcome = try await stage.run(
          #"afterwit backup check "$T/b" < "$T/recovery""#, at: "desk")
        #expect([1, 2].contains(outcome.code), "\(place): \(outcome.output)\(outcome.talk)")
        #expect(outcome.talkLines.count == 3 && !outcome.talk.contains("paper"), "\(outcome.talk)")
      }
      for count in [head - 100, head, head + chunk, head + chunk + 1, sound.count - 1] {
        try sound.prefix(count).write(to: URL(filePath: path))
        let outcome = try await stage.run(
          #"afterwit --home "$T/new" backup restore "$T/b" < "$T/recovery"; ls "$T/new" 2>/dev/null | wc -l"#,
          at: "desk")
        #expect(
          outcome.output == "0\n" && outcome.talkLines.count == 3, "\(count): \(outcome.talk)")
      }
      try (sound + Data([0])).write(to: URL(filePath: path))
      let outcome = try await stage.run(
        #"afterwit backup check "$T/b" < "$T/recovery""#, at: "desk")
      #expect(outcome.code == 1, "\(outcome.talk)")
    }
  }

  @Test(
    "Killed at each system call that writes, making one leaves a whole file or none",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() },
    arguments: ["write", "fsync", "link", "unlink", "openat", "pwrite64"])
  func killedMaking(_ call: String) async throws {
    try await Self.begin.play { stage, _ in
      var number = 1
      var reached = 0
      while true {
        let made = try await stage.run(
          """
          rm -f "$T/c"; strace -f -o /dev/null -e trace=\(call) -e inject=\(call):signal=KILL:when=\(number) \
          afterwit backup make --paper "$T/c" 2>/dev/null
          """, at: "desk")
        let there = try await stage.run(
          #"[ ! -e "$T/c" ] || afterwit backup check "$T/c" < "$T/recovery" | wc -l"#, at: "desk")
        #expect(["", "2\n"].contains(there.output), "\(call) \(number): \(there.talk)")
        if made.code == 0 { break }
        reached += 1
        number += number < 8 ? 1 : (call == "openat" ? 24 : 3)
      }
      #expect(reached > 0, "\(call) is not called")
      // What the killed ones left goes with the next, and the journal is as it was.
      let left = try await stage.run(
        #"rm -f "$T/c"; afterwit backup make --paper "$T/c" 2>/dev/null; ls -A "$T" | grep -c part; afterwit store check | head -1"#,
        at: "desk")
      #expect(left.output == "0\nfile      sound\n", "\(left.output)")
    }
  }

  @Test(
    "Killed at each system call that writes, a restoration leaves all of it or a home that is free",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() },
    arguments: [
      "pwrite64", "write", "fdatasync", "fsync", "rename", "mkdir", "ftruncate", "unlink",
    ])
  func killedRestoring(_ call: String) async throws {
    try await Self.begin.play { stage, _ in
      var number = 1
      var reached = 0
      while true {
        let restored = try await stage.run(
          """
          rm -rf "$T/new"; strace -f -o /dev/null -e trace=\(call) -e inject=\(call):signal=KILL:when=\(number) \
          afterwit --home "$T/new" backup restore "$T/b" < "$T/recovery" 2>/dev/null
          """, at: "desk")
        let after = try await stage.run(
          #"""
          export AFTERWIT_HOME="$T/new"
          afterwit list >/dev/null 2>&1 || afterwit backup restore "$T/b" < "$T/recovery" >/dev/null
          afterwit list | wc -l; afterwit draft list | wc -l; ls "$T/new" | grep -c restoring
          """#, at: "desk")
        #expect(after.output == "6\n1\n0\n", "\(call) \(number): \(after.output)\(after.talk)")
        if restored.code == 0 { break }
        reached += 1
        number += number < 8 ? 1 : 12
      }
      // Not every one of them is called on every system.
      #expect(reached > 0 || ["ftruncate", "unlink", "mkdir"].contains(call), "\(call)")
    }
  }

  @Test(
    "On a full disk three lines say so, and nothing is left there",
    .enabled("nothing can be mounted here") { await Machinery.mounts() })
  func full() async throws {
    try await Self.begin.play { stage, _ in
      let line = #"""
        mount --make-rprivate / && mkdir "$T/small" && mount -t tmpfs -o size=64k tmpfs "$T/small" || exit 99
        afterwit backup make --paper "$T/small/b"; echo $?
        afterwit bundle make "$T/small/b"; echo $?
        ls -A "$T/small" | wc -l
        """#
      let outcome = try await stage.run("unshare -m sh -c '\(line)'", at: "desk")
      #expect(outcome.output == "1\n1\n0\n", "\(outcome.output)\(outcome.talk)")
      #expect(outcome.talkLines.count == 6 && outcome.talk.contains("full"), "\(outcome.talk)")
    }
  }

  @Test(
    "Where a file system has no second names, it is made as well; of two at once, one is",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() })
  func withoutLinks() async throws {
    try await Self.begin.play { stage, _ in
      try await Transcript(
        #"""
        desk$ strace -f -o /dev/null -e trace=link -e inject=link:error=EPERM afterwit backup make --paper "$T/c" 2>/dev/null; afterwit backup check "$T/c" < "$T/recovery" | wc -l; ls "$T" | grep -c part
        2
        0
        [1]
        desk$ for n in 1 2 3 4; do (afterwit backup make --paper "$T/d" >/dev/null 2>&1; echo $? >>"$T/codes") & done; wait; sort "$T/codes"; afterwit backup check "$T/d" < "$T/recovery" | wc -l; ls "$T" | grep -c part
        0
        2
        2
        2
        2
        0
        [1]
        """#
      ).play(on: stage)
    }
  }

  @Test("Made while others write and sync, it is one moment of the journal")
  func beside() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ for n in $(seq 40); do afterwit new mantra "Number $n." >/dev/null; done & (for n in 1 2 3 4; do afterwit sync 2>/dev/null; done) & for n in 1 2 3 4 5; do afterwit backup make --paper "$T/b$n" 2>/dev/null; sleep 0.3; done; wait
        desk$ for n in 1 2 3 4 5; do afterwit backup check "$T/b$n" < "$T/recovery" | grep -c 'opens, and is whole'; done
        1
        1
        1
        1
        1
        desk$ afterwit --home "$T/new" backup restore "$T/b5" < "$T/recovery" 2>/dev/null; afterwit --home "$T/new" store check | head -3
        file      sound
        view      sound
        keys      there
        """#
      ).play(on: stage)
    }
  }
}
