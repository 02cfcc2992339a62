import AfterwitProcesses
import AfterwitTestRandomness
import Testing

@Suite("Killed in the middle of who is a member", .hangLimit)
struct KeysKillTests {
  /// An act, and what shows that it was done, by the whole.
  struct Act: Sendable, CustomTestStringConvertible {
    let command: String
    let isDone: String

    var testDescription: String { command }
  }

  static let acts = [
    Act(command: "device revoke laptop --yes", isDone: "device | grep -q 'laptop  (shut out)'"),
    Act(command: "device yield tower --yes", isDone: "device | grep -q '(this one before)'"),
    Act(
      command: #"recovery new --recovery-file "$T/second-$N" <"$T/recovery""#,
      isDone: #"recovery new --recovery-file "$T/probe" <"$T/recovery" 2>&1 | grep -q replaced"#),
  ]

  @Test(
    "at each write system call, it is done or it is not, and goes on [AW-SEAL-38] [AW-SEAL-50]",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() },
    arguments: acts, ["pwrite64", "fdatasync", "write"])
  func everyCall(act: Act, call: String) async throws {
    let isFull = Effort.kills >= 500
    try await Scene.three.play { stage, _ in
      for device in ["desk", "laptop", "tower", "desk"] {
        _ = try await stage.run("afterwit sync", at: device)
      }
      // Nobody hears of what is tried.
      _ = try await stage.run("afterwit relay set http://127.0.0.1:9", at: "desk")
      var number = 1
      var reached = 0
      while true {
        let home = "\(call)\(number)"
        _ = try await stage.run(#"cp -r "$T/desk" "$T/\#(home)""#, at: "desk")
        let outcome = try await stage.run(
          """
          export N=\(home); strace -f -o /dev/null -e trace=\(call) \
          -e inject=\(call):signal=KILL:when=\(number) afterwit \(act.command)
          """, at: home)
        #expect(try StoreProbe.integrity(of: home, on: stage) == "ok", "\(call) \(number)")
        if try await !isDone(act, at: home, on: stage) {
          let again = try await stage.run(
            "export N=again-\(home); afterwit \(act.command)", at: home)
          #expect(again.code == 0, "\(call) \(number): \(again.talk)")
          #expect(try await isDone(act, at: home, on: stage), "\(call) \(number)")
        }
        let next = try await stage.run("afterwit new mantra after", at: home)
        #expect(next.code == 0, "\(call) \(number): \(next.talk)")
        if outcome.code == 0 { break }
        reached += 1
        number += isFull || number < 4 ? 1 : 8
      }
      #expect(reached > 0, "\(call) is not called")
    }
  }

  /// Asks in a copy of the home, because the answer may be an act.
  private func isDone(_ act: Act, at home: String, on stage: Stage) async throws -> Bool {
    let copy = "copy-\(home)"
    _ = try await stage.run(#"rm -rf "$T/\#(copy)"; cp -r "$T/\#(home)" "$T/\#(copy)""#, at: "desk")
    let command = #"rm -f "$T/probe"; afterwit \#(act.isDone)"#
    return try await stage.run(command, at: copy).code == 0
  }
}
