import AfterwitProcesses
import Testing

@Suite("A file of preferences with a fault", .hangLimit)
struct PreferenceFaultTests {
  /// A way to spoil the file, and what is said of it.
  struct Fault: CustomTestStringConvertible, Sendable {
    let script: String
    let says: String
    var testDescription: String { script }
  }

  private static let faults = [
    Fault(
      script: #"printf 'pager = "x"\ncolours = "blue"\n' >"$T/config.toml""#,
      says: "config.toml, line 2: colours takes auto, always or never."),
    Fault(
      script: #"printf '[list]\n\ncolumns = "id"\n' >"$T/config.toml""#,
      says: "config.toml, line 3: list.columns takes"),
    Fault(
      script: #"printf '\n\neditor vim\n' >"$T/config.toml""#,
      says: "config.toml, line 3: this is no TOML (expected '=', saw 'v')."),
    Fault(
      script: #"printf 'pager = 1\npager = 2\n' >"$T/config.toml""#,
      says: "config.toml, line 2: this is no TOML (cannot redefine"),
    Fault(
      script: #"printf '# \n# caf\351\n' >"$T/config.toml""#,
      says: "config.toml, line 2: this is not UTF-8."),
    Fault(
      script: #"printf 'pager = "x"\n\000\n' >"$T/config.toml""#,
      says: "config.toml, line 2: this is not UTF-8."),
    Fault(
      script: #"mkdir "$T/config.toml""#,
      says: "config.toml is a folder, and not a file of preferences."),
    Fault(script: #"mkfifo "$T/config.toml""#, says: "config.toml is no file."),
    Fault(
      script: #"ln -s config.toml "$T/config.toml""#, says: "config.toml cannot be read: "),
    Fault(
      script: #"head -c 2000000 /dev/zero | tr '\000' '#' >"$T/config.toml""#,
      says: "config.toml is too long for a file of preferences."),
  ]

  @Test("It stops nothing: one line says what and where, and the defaults hold", arguments: faults)
  func stopsNothing(_ fault: Fault) async throws {
    try await Scene.alone.play { stage, _ in
      _ = try await stage.run(fault.script, at: "desk")
      let made = try await stage.run("afterwit new note It rained; afterwit list", at: "desk")
      #expect(made.code == 0)
      #expect(made.output.contains("It rained"))
      #expect(made.talkLines.count { $0.contains(fault.says) } == 2, "\(made.talk)")
      let own = try await stage.run("afterwit config list", at: "desk")
      #expect(own.code == 1)
      #expect(own.output.isEmpty)
      #expect(own.talkLines.count == 3)
      #expect(own.talkLines.first?.contains(fault.says) == true, "\(own.talk)")
    }
  }

  @Test("A wrong value is set right, or taken out, by the command")
  func mending() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ printf 'colours = 3 # x\nsync.auto = true\neditor = ""\n' >"$T/config.toml"
        desk$ afterwit config set colours never && afterwit config unset editor && cat "$T/config.toml"
        colours = "never" # x
        sync.auto = true
        desk$ afterwit config get sync.auto
        on
        """#
      ).play(on: stage)
    }
  }
}
