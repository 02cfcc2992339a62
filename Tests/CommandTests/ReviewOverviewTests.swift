import AfterwitProcesses
import Testing

@Suite("Bare review", .hangLimit)
struct ReviewOverviewTests {
  @Test("Several are a line each, one is shown whole, none is a sentence")
  func overview() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review 2>"$T/talk" | cut -c1-8 | sort >"$T/lines"; cat "$T/talk"
        Look at one: afterwit review show {some}, or decide one after another: afterwit review next
        desk$ printf '%s\n' "$overlap" "$value" "$deletion" | sort | cmp - "$T/lines"
        desk$ afterwit review resolve "$overlap" mine 2>/dev/null
        desk$ afterwit review resolve "$deletion" keep 2>/dev/null
        desk$ afterwit review 2>"$T/talk" >"$T/page"; afterwit review show "$value" 2>/dev/null | cmp - "$T/page"
        desk$ cat "$T/talk"

        Decide: afterwit review resolve {value} mine (or theirs, base, --text VALUE)
        desk$ afterwit review list 2>/dev/null
        {value}  Onsite  mood  4 or 2  this machine and laptop, {*}
        desk$ afterwit review --json >"$T/json"; afterwit review show "$value" --json | cmp - "$T/json"
        desk$ afterwit review --exit-code >/dev/null 2>&1
        [3]
        desk$ afterwit review resolve "$value" theirs 2>/dev/null
        desk$ afterwit review --exit-code
        No review is open.
        desk$ afterwit review list
        No review is open.
        desk$ afterwit review --json
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Looking at them writes nothing down, but for one that is shown whole")
  func readOnly() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ sum <"$AFTERWIT_HOME/journal.sqlite" >"$T/before"; afterwit review >/dev/null 2>&1; sum <"$AFTERWIT_HOME/journal.sqlite" | cmp - "$T/before"
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
