import AfterwitProcesses
import Testing

@Suite("Two machines pair, or do not", .hangLimit)
struct PairingTests {
  private static let alone = Scene(
    hasRelay: true,
    Transcript(
      #"""
      desk$ code=$(afterwit-relay code --data "$T/relay") && afterwit init --name desk --relay "$RELAY" --code "$code" --recovery-file "$T/recovery"
      ...
      """#))

  @Test("The person who invited says no: the other machine says so, and neither asks for a code")
  func declined() async throws {
    try await Self.alone.play { stage, _ in
      // The terminal is one of `script`; the no is typed ahead.
      let line = #"""
        echo n | script -qec 'afterwit device invite' /dev/null | stdbuf -oL tr -d '\r' | tee "$T/there" |
        grep --line-buffered -o 'awi1-[0-9a-z]*' | afterwit --home "$T/laptop" device join --yes
        """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.code == 6)
      #expect(
        outcome.talkLines.suffix(3) == [
          "The other machine said no.", "No device was admitted.",
          "If the words differed, somebody else has the invite: make a new one and send it another "
            + "way.",
        ], "\(outcome.talk)")
      let there = String(decoding: Scratch.bytes(of: stage.scratch.path + "/there"), as: UTF8.self)
      #expect(there.contains("The words were not confirmed."), "\(there)")
      #expect(try await stage.run("afterwit device list | wc -l", at: "desk").output == "1\n")
    }
  }

  @Test("Who joins says what it waits for, and what to do there")
  func waiting() async throws {
    try await Self.alone.play { stage, _ in
      let line = #"""
        (sleep 2; echo y) | script -qec 'afterwit device invite' /dev/null | stdbuf -oL tr -d '\r' |
        grep --line-buffered -o 'awi1-[0-9a-z]*' | afterwit --home "$T/laptop" device join --name laptop --yes
        """#
      let outcome = try await stage.run(line, at: "desk")
      let waits = [
        "Waiting for the other machine: confirm the same four words there, too.",
        "The other machine said yes; the journal is coming.",
        "This machine is in, as laptop. Type: afterwit sync",
      ]
      #expect(outcome.code == 0 && outcome.talkLines.suffix(3) == waits, "\(outcome.talk)")
    }
  }

  @Test(
    "Who gives up an invite with ^C takes it back at the relay (AW-SEAL-29)",
    arguments: ["INT", "TERM"])
  func givenUp(signal: String) async throws {
    try await Self.alone.play { stage, _ in
      let line = #"""
        mkfifo "$T/pipe"; env --default-signal=INT afterwit device invite --yes > "$T/pipe" 2>/dev/null & job=$!
        read -r invite < "$T/pipe"; kill -\#(signal) $job; wait $job; echo "$?"
        echo "$invite" | afterwit --home "$T/laptop" device join --yes
        """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.output == (signal == "INT" ? "130" : "143") + "\n", "\(outcome.output)")
      #expect(outcome.code == 6)
      #expect(
        outcome.talkLines.suffix(3).first == "The invite has expired or was used before.",
        "\(outcome.talk)")
    }
  }

  @Test("An invite that was broken on its way is read, and half of one is no expired one")
  func broken() async throws {
    try await Self.alone.play { stage, _ in
      let line = #"""
        afterwit device invite --yes 2>/dev/null |
        stdbuf -oL sed -E 's/(.{7})(.{20})(.{15})/  \1 \n\n> \2\t\n\3 \r\n/; s/> / /' |
        afterwit --home "$T/laptop" device join --name laptop --yes
        """#
      let joined = try await stage.run(line, at: "desk")
      #expect(joined.code == 0, "\(joined.talk)")
      for half in ["head -c 60", "tail -c 60"] {
        let outcome = try await stage.run(
          #"printf 'awi1-%0400d\n' 0 | \#(half) | afterwit --home "$T/tower" device join --yes"#,
          at: "desk")
        #expect(outcome.code == 6)
        #expect(
          outcome.talkLines == [
            "This is not an invite, or not the whole of one.", "Nothing was changed.",
            "Copy all that afterwit device invite shows on the other machine, from awi1- on.",
          ], "\(outcome.talk)")
      }
      #expect(stage.scratch.paths(below: "tower").count == 1, "something was made")
    }
  }

  @Test("At a terminal it asks for the invite, and for the rest of half of one")
  func asking() async throws {
    try await Self.alone.play { stage, _ in
      let outcome = try await stage.run(
        #"(printf 'awi1-0000\n'; sleep 1; printf '\004') | script -qec 'afterwit --home "$T/laptop" device join --yes' /dev/null"#,
        at: "desk")
      for says in [
        "Paste what afterwit device invite shows on the other machine:",
        "This is not the whole invite, or it has a mistake: paste the rest, or end with Ctrl-D.",
        "This is not an invite, or not the whole of one.",
      ] {
        #expect(outcome.output.contains(says), "\(outcome.output)")
      }
      #expect(outcome.code == 6)
    }
  }
}
