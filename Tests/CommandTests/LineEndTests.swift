import AfterwitProcesses
import Testing

@Suite("Texts whose lines end in CR LF", .hangLimit)
struct LineEndTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ printf 'One.\r\nTwo.\r\n' | afterwit new reflection -
      {id}
      """#
    ).play(on: stage)
  }

  @Test("Opened and closed they are unchanged, however the editor ends lines")
  func unchanged() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit show "$id" --field happened | od -An -c | tr -d ' '
        One.\r\nTwo.\n
        # As Vim writes it, which ends the last line too; as one that knows no CR does; and mixed.
        desk$ EDITOR="printf '\r\n' >>" afterwit edit "$id" --field happened
        Nothing was changed in {id}: One.
        desk$ EDITOR='f() { printf "One.\nTwo.\n" >"$1"; }; f' afterwit edit "$id" --field happened
        Nothing was changed in {id}: One.
        desk$ EDITOR='f() { printf "One.\nTwo.\r\n" >"$1"; }; f' afterwit edit "$id" --field happened
        Nothing was changed in {id}: One.
        # What is changed keeps the line ends of the text, also where the editor ends only new lines so.
        desk$ EDITOR='f() { printf "One.\nTwo.\nThree.\n" >"$1"; }; f' afterwit edit "$id" --field happened
        Changed {id}: One.
        desk$ EDITOR='f() { printf "\nFour.\n" >>"$1"; }; f' afterwit edit "$id" --field happened
        Changed {id}: One.
        desk$ afterwit show "$id" --field happened | od -An -c | tr -d ' \n'
        One.\r\nTwo.\r\nThree.\r\nFour.\n
        desk$ printf 'One.\nTwo.' | afterwit edit "$id" -
        Changed {id}: One.
        desk$ EDITOR='f() { printf "One.\r\nAnd two.\r\n" >"$1"; }; f' afterwit edit "$id" --field happened
        Changed {id}: One.
        desk$ afterwit show "$id" --field happened | od -An -c | tr -d ' \n'
        One.\nAndtwo.\n
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A paragraph that is appended stands apart by one empty line")
  func appended() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit edit "$id" --append 'Three.' --append 'Four.'
        Changed {id}: One.
        desk$ afterwit show "$id" --field happened | od -An -c | tr -d ' \n'
        One.\r\nTwo.\r\n\r\nThree.\r\n\r\nFour.\n
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A terminal shows no escape for them")
  func shown() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit edit "$id" --field felt --text "$(printf 'a\rb')"
        Changed {id}: One.
        desk$ NO_COLOR=1 script -qec 'afterwit show "$id"' /dev/null | tr -d '\r' | tail -5
        One.
        Two.
        felt
        a\u{d}b
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
