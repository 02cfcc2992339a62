import AfterwitProcesses
import Testing

@Suite("What a person has chosen is what commands do", .hangLimit)
struct PreferenceUseTests {
  @Test("The editor of the file opens where the environment names none")
  func editor() async throws {
    try await Scene.alone.play { stage, _ in
      try stage.writeEditor(#"sleep 2; printf '\nIt rained.\n' >>"$1""#)
      try await Transcript(
        #"""
        desk$ afterwit config set editor "sh $T/editor"
        desk$ afterwit new note One line >"$T/id" 2>/dev/null; afterwit edit @ --field happened 2>/dev/null; afterwit show @ --field happened
        One line
        It rained.
        desk$ EDITOR=false afterwit edit @ --field happened 2>&1 | head -n 1
        The editor "false" failed.
        """#
      ).play(on: stage)
    }
  }

  @Test("Colours always are there in a pipe, and NO_COLOR takes them away")
  func colours() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new note One line >/dev/null 2>&1; afterwit show @ | grep -q "$(printf '\033')\["
        [1]
        desk$ afterwit config set colours always; afterwit show @ | grep -q "$(printf '\033')\["
        desk$ NO_COLOR=1 afterwit show @ | grep -q "$(printf '\033')\["
        [1]
        """#
      ).play(on: stage)
    }
  }

  @Test("The week of the file decides what a date means")
  func week() async throws {
    try await Scene.alone.play { stage, _ in
      // 2026-11-29 is a Sunday: with it a week begins, or ends.
      try await Transcript(
        #"""
        desk$ export AFTERWIT_NOW=2026-11-29T12:00 LC_ALL=C; for day in monday sunday; do afterwit config set week-start $day; afterwit new note x --on 'this tuesday' >/dev/null 2>&1; afterwit show @ --field on; done
        2026-11-24
        2026-12-01
        """#
      ).play(on: stage)
    }
  }

  @Test("The template of the file asks where it fits, and the usual one elsewhere")
  func template() async throws {
    try await Scene.alone.play { stage, _ in
      try stage.scratch.write("# lesson\nWhat did the day teach?\n".utf8, to: "evening.md")
      try await Transcript(
        #"""
        desk$ mkdir -p "$T/x/afterwit/templates" && mv "$T/evening.md" "$T/x/afterwit/templates/" && export XDG_CONFIG_HOME="$T/x" && afterwit config set template evening && for line in 'new reflection' 'new goal' 'new reflection --template quick'; do EDITOR='sh -c '\''grep -m 1 -o -E "What[^?]*[?]" "$0"'\' afterwit $line --editor 2>/dev/null; done
        What did the day teach?
        What is the goal, in a few words?
        What happened?
        desk$ echo 'template = "gone"' >"$T/config.toml"; EDITOR='sleep 2; true' afterwit new goal --editor 2>&1 | head -n 1
        There is no template "gone", which your configuration names.
        """#
      ).play(on: stage)
    }
  }
}
