import AfterwitProcesses
import Testing

@Suite("Where a home lies, and how secrets come to it", .hangLimit)
struct PlaceTests {
  @Test("A home that others can open is used, and its person is told")
  func open() async throws {
    try await Scene.alone.play { stage, _ in
      for (mode, isTold) in [("777", true), ("755", true), ("700", false), ("500", false)] {
        let line = #"chmod \#(mode) "$AFTERWIT_HOME"; afterwit list"#
        let outcome = try await stage.run(line, at: "desk")
        #expect(outcome.code == 0)
        let home = stage.scratch.path + "/desk"
        #expect(
          outcome.talkLines
            == (isTold
              ? [
                "Other users of this machine can open \(home) (its mode is \(mode)). "
                  + "Type: chmod 700 \(home)"
              ] : []))
      }
    }
  }

  @Test("Two homes that link to one database take turns under the lock that lies beside it")
  func linked() async throws {
    try await Scene.alone.play { stage, _ in
      let line = #"""
        mkdir -m 700 "$T/other"; ln -s "$T/desk/journal.sqlite" "$T/other/journal.sqlite"
        for n in $(seq 10); do
          afterwit new mantra "Here $n." >/dev/null & afterwit --home "$T/other" new mantra "There $n." >/dev/null 2>"$T/talk"
          wait
        done
        cat "$T/talk" | sed "s=$T==g"; ls -A "$T/other"; afterwit list | wc -l; afterwit store check | head -1
        """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(
        outcome.output.split(separator: "\n") == [
          "/other/journal.sqlite is a link; the journal lies in /desk/journal.sqlite.",
          "journal.sqlite", "20", "file      sound",
        ], "\(outcome.output) \(outcome.talk)")
      let named = try await stage.run(
        #"mkdir -m 700 "$T/third"; ln "$T/desk/journal.sqlite" "$T/third/journal.sqlite"; afterwit --home "$T/third" list >/dev/null"#,
        at: "desk")
      #expect(named.talk.contains("has another name elsewhere"), "\(named.talk)")
    }
  }

  @Test("A code comes through a file or stdin, and no list of processes shows it")
  func code() async throws {
    try await Stage.withRelay { stage in
      let line = #"""
        afterwit-relay code --data "$T/relay" > "$T/code"
        afterwit init --name desk --relay "$RELAY" --code-file "$T/code" --recovery-file "$T/recovery" 2>/dev/null; echo $?
        afterwit-relay code --data "$T/relay" | afterwit --home "$T/other" init --name other --relay "$RELAY" --code - --recovery-file "$T/paper" 2>/dev/null; echo $?
        afterwit relay set "$RELAY" --code a --code-file "$T/code" 2>/dev/null; echo $?
        echo two words | afterwit relay set "$RELAY" --code - 2>/dev/null; echo $?
        afterwit relay set "$RELAY" --code-file "$T/none" 2>/dev/null; echo $?
        """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.output == "0\n0\n2\n2\n2\n", "\(outcome.output) \(outcome.talk)")
    }
  }

  @Test("An address that is too long for an invite is refused where it is set")
  func longAddress() async throws {
    try await Scene.alone.play { stage, _ in
      let outcome = try await stage.run(
        #"afterwit relay set "https://relay.example/$(head -c 512 /dev/zero | tr '\0' a)""#,
        at: "desk")
      #expect(outcome.code == 2)
      #expect(
        outcome.talkLines.first
          == "A relay's address has at most 512 bytes: an invite carries it.", "\(outcome.talk)")
    }
  }
}
