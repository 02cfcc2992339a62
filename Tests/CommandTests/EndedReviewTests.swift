import AfterwitProcesses
import Foundation
import Testing

@Suite("Reviews that have ended", .hangLimit)
struct EndedReviewTests {
  /// What a device shows of a review that has ended: its answers' heads, and from the end on.
  private static func looked(_ device: String, _ name: String) -> String {
    device + #"$ afterwit review show "$"# + name
      + #"" 2>/dev/null | grep -vE '^(    .*|)$' | sed -E 's/, [0-9-]{10} [0-9:]{5}/, TIME/g'"#
  }

  @Test("log calls what decided a review a decision, and why says whose words were taken")
  func toldAsDecisions() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit set "$id" role=x 2>/dev/null
        laptop$ afterwit review resolve "$overlap" mine 2>/dev/null
        laptop$ afterwit review resolve "$value" theirs 2>/dev/null
        laptop$ afterwit review resolve "$deletion" keep 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit log -n 3 | awk '{ print $4, $5 }'
        resolve {other}
        resolve {id}
        resolve {id}
        desk$ afterwit log --json -n 4 | grep -o '"verb":"[a-z]*"' | sort | uniq -c | sed 's/ *//'
        1 "verb":"edit"
        3 "verb":"resolve"
        desk$ afterwit why "$id.happened" | grep decided
        A review of happened was decided by laptop on {*}: theirs, with “{*}”.
        laptop$ afterwit why "$id.happened" | grep decided
        A review of happened was decided by this machine on {*}: mine, with “{*}”.
        laptop$ afterwit why "$id.happened" --json | grep -o '"answers":."mine".'
        "answers":["mine"]
        laptop$ afterwit undo | head -1
        Taken back: resolve {other} “No offer.” (just now).
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("What each machine decided is told on both, in the words of either")
  func decided() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        laptop$ afterwit review resolve "$overlap" mine 2>/dev/null
        laptop$ afterwit review resolve "$value" base 2>/dev/null
        laptop$ afterwit review resolve "$deletion" keep 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        \#(Self.looked("desk", "overlap"))
        Onsite
        {overlap} · entry {id} · happened
        This machine and laptop rewrote “I talked too fast.” in happened.
        mine · this machine, TIME
        theirs · laptop, TIME · decided
        both
        base · what stood before
        Decided: theirs, by laptop, TIME.
        That stands now.
        \#(Self.looked("laptop", "overlap")) | tail -2
        Decided: mine, by this machine, TIME.
        That stands now.
        \#(Self.looked("desk", "value")) | tail -5
        mine · this machine, TIME
        theirs · laptop, TIME
        base · what stood before · decided
        Decided: base, by laptop, TIME.
        That stands now.
        \#(Self.looked("desk", "deletion")) | tail -2
        Decided: keep, by laptop, TIME.
        It is in sight now.
        desk$ afterwit review show "$overlap" 2>&1 >/dev/null

        To change it: afterwit edit {id}
        # It is decided all the same.
        desk$ afterwit review resolve "$overlap" mine
        The review “{overlap}” is decided already, here or on another machine.
        Nothing was changed.
        How it was decided: afterwit review show {overlap}
        [9]
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Own words are told as such, and what was made of them since")
  func ownWords() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$overlap" --text 'I came late. I talked at the wrong pace.' 2>/dev/null
        \#(Self.looked("desk", "overlap")) | tail -3
        own words · decided
        Decided: own words, by this machine, TIME.
        That stands now.
        desk$ afterwit edit "$id" --append 'So it was.' 2>/dev/null
        desk$ afterwit review show "$overlap" 2>/dev/null | sed -n '/^It was changed/,$p' | tr '{}' '<>'
        It was changed since, and reads now:
            I came late. I talked at the wrong pace.<+↵+>
            <+↵+>
            <+So it was.+>
        # A value that is set by whoever has seen both ends the question too.
        desk$ afterwit edit "$id" --set mood=5
        Changed {id}: Onsite
        That decided the review of mood.
        \#(Self.looked("desk", "value")) | tail -3
        own words · decided
        Decided: another value, by this machine, TIME.
        That stands now.
        desk$ afterwit rm "$other" 2>/dev/null
        \#(Self.looked("desk", "deletion")) | tail -2
        Decided: remove, by this machine, TIME.
        It is out of sight now.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("One whose entry was removed ended without an answer, and opens again with it")
  func removed() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit rm "$id" 2>/dev/null
        \#(Self.looked("desk", "overlap")) | tail -2
        It ended without an answer: this machine removed the entry it was in, TIME.
        It is out of sight now.
        \#(Self.looked("desk", "value")) | tail -2
        It ended without an answer: this machine removed the entry it was in, TIME.
        It is out of sight now.
        desk$ afterwit review show "$overlap" 2>&1 >/dev/null | tail -1
        Bring it back: afterwit restore {id}
        desk$ afterwit restore "$id" 2>/dev/null
        desk$ afterwit review show "$overlap" 2>&1 >/dev/null | tail -1
        Decide: afterwit review resolve {overlap} mine (or theirs, both, base, edit, --text TEXT)
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Parts that were decided together are told together; JSON tells the same")
  func documents() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$overlap" theirs 2>/dev/null
        desk$ afterwit review resolve "$value" --text 1 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      for (name, answer) in [("overlap", "theirs"), ("value", nil)] {
        let id = try #require(words[name])
        let documents = try await stage.documents("review show \(id) --json", at: "desk")
        #expect(documents.count == 1)
        for document in documents {
          try SchemaFile("review").expect(document)
          let ended = try #require(document["ended"] as? [String: Any])
          #expect(ended["how"] as? String == "decided")
          #expect(ended["answer"] as? String == answer)
          #expect((ended["machine"] as? [String: Any])?["name"] as? String == "desk")
          #expect(ended["now"] as? String == document["current"] as? String)
        }
      }
      let open = try await stage.documents("review --json", at: "desk")
      #expect(open.allSatisfy { $0["ended"] is NSNull })
    }
  }
}
