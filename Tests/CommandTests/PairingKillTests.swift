import AfterwitProcesses
import Testing

@Suite("A pairing of which a machine dies", .hangLimit)
struct PairingKillTests {
  private static let alone = Scene(
    hasRelay: true,
    Transcript(
      #"""
      desk$ code=$(afterwit-relay code --data "$T/relay") && afterwit init --name desk --relay "$RELAY" --code "$code" --recovery-file "$T/recovery"
      ...
      """#))

  /// Joins anew, with what is left or with a further invite, and tells what the journal is then.
  private static let mended = #"""
    kill -9 $joiner $inviter 2>/dev/null; wait $joiner $inviter 2>/dev/null
    afterwit sync 2>/dev/null
    afterwit --home "$T/laptop" list >/dev/null 2>&1 ||
      timeout 5 afterwit --home "$T/laptop" device join --name laptop --yes < /dev/null 2>/dev/null ||
      timeout 60 afterwit device invite --yes 2>/dev/null | afterwit --home "$T/laptop" device join --name laptop --yes 2>/dev/null
    afterwit --home "$T/laptop" sync 2>/dev/null
    afterwit --home "$T/laptop" new mantra "In" >/dev/null 2>&1; afterwit --home "$T/laptop" sync 2>/dev/null
    afterwit sync 2>/dev/null
    afterwit device list --json | grep -c '"name":"'; afterwit device list --json | wc -l; afterwit list | wc -l
    """#

  private static let started = #"""
    mkfifo "$T/pipe"; afterwit device invite --yes > "$T/pipe" 2>/dev/null & inviter=$!
    read -r invite < "$T/pipe"
    echo "$invite" | afterwit --home "$T/laptop" device join --name laptop --yes 2>/dev/null & joiner=$!
    """#

  @Test(
    "leaves no member without a machine, whichever dies and when (AW-SEAL-32)",
    arguments: ["joiner", "inviter"], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1])
  func killed(_ who: String, after seconds: Double) async throws {
    try await Self.alone.play { stage, _ in
      let line = Self.started + "\nsleep \(seconds); kill -9 $\(who)\nsleep 0.5\n" + Self.mended
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.output == "2\n2\n1\n", "\(outcome.output) \(outcome.talk)")
    }
  }

  @Test("Invites that were killed make room for the next (AW-SEAL-34)")
  func killedInvites() async throws {
    try await Self.alone.play { stage, _ in
      let line = #"""
        mkfifo "$T/pipe"
        for n in 1 2 3 4 5 6 7 8 9; do
          afterwit device invite --yes > "$T/pipe" 2>/dev/null & inviter=$!
          read -r invite < "$T/pipe"; kill -9 $inviter; wait $inviter
        done 2>/dev/null
        afterwit device invite --yes 2>/dev/null | afterwit --home "$T/laptop" device join --name laptop --yes
        """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.code == 0, "\(outcome.talk)")
    }
  }

  @Test("A machine that has begun to join says so, and what to type")
  func begun() async throws {
    try await Self.alone.play { stage, _ in
      let line =
        Self.started.replacing("invite --yes", with: "invite").replacing(
          "afterwit device invite", with: "script -qec 'afterwit device invite' /dev/null")
          + #"""

          sleep 2; kill -9 $joiner; wait $joiner 2>/dev/null; pkill -P $inviter; kill $inviter; wait $inviter
          afterwit --home "$T/laptop" list
          """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.code == 2)
      #expect(
        outcome.talkLines.suffix(3).map { $0.replacing(stage.scratch.path, with: "") } == [
          "The machine of /laptop has begun to join a journal, and is not in yet.",
          "Its keys are kept.",
          "Type: afterwit device join. If it came by the paper: afterwit recover URL",
        ], "\(outcome.talk)")
    }
  }
}
