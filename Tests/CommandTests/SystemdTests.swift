import AfterwitProcesses
import Testing

@Suite("What systemd is given", .hangLimit)
struct SystemdTests {
  @Test("The unit and the timer name the command and the home, and say where they go")
  func printed() async throws {
    try await Scene.alone.play { stage, _ in
      let outcome = try await stage.run("afterwit sync --systemd", at: "desk")
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("# ~/.config/systemd/user/afterwit-sync.service\n[Unit]\n"))
      #expect(outcome.output.contains("# ~/.config/systemd/user/afterwit-sync.timer\n[Unit]\n"))
      #expect(
        outcome.output.contains(
          "/afterwit\" \"sync\" \"--home\" \"\(stage.scratch.path)/desk\"\n"))
      #expect(outcome.talk.contains("systemctl --user enable --now afterwit-sync.timer"))
      let both = try await stage.run("afterwit sync --systemd --watch", at: "desk")
      #expect(both.code == 2)
    }
  }

  @Test(
    "systemd takes them, whatever the home is called",
    .enabled("systemd-analyze is not here") { await Machinery.hasSystemd() },
    arguments: ["desk", #"a "b" 50% $HOME \n;"#])
  func verified(home: String) async throws {
    try await Scene.alone.play { stage, _ in
      let outcome = try await stage.run(
        #"""
        mkdir "$T/run" "$T/units"
        [ "$NAME" = desk ] || mv "$T/desk" "$T/$NAME"
        cd "$T/units" && afterwit --home "$T/$NAME" sync --systemd 2>/dev/null |
          awk '/^# ~/ { n = split($2, parts, "/"); file = parts[n] } { print >file }'
        XDG_RUNTIME_DIR="$T/run" systemd-analyze --user verify ./afterwit-sync.service ./afterwit-sync.timer 2>&1
        """#.replacing("$NAME", with: "'\(home)'"), at: "desk")
      #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.output) \(outcome.talk)")
    }
  }
}
