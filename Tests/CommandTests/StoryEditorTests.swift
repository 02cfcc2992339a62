import AfterwitProcesses
import Testing

@Suite("A story in the editor", .hangLimit)
struct StoryEditorTests {
  @Test("What is proposed is stored when it is saved, changed or as it stands, and else not")
  func saving() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new interview 'I went blank.' --org Acme --on 2026-11-20
        {id}
        desk$ afterwit edit "$id" --field lesson --text 'I ask first.' --field next --text 'Sleep.'
        Changed {id}: I went blank.
        # Closed without saving: nothing is stored, and nothing is left.
        desk$ EDITOR='sleep 2; grep -A2 story-turn' afterwit story "$id" --editor
        ...
        Nothing was saved, and nothing is stored.
        desk$ afterwit story list
        There is no story yet. Type: afterwit story ID
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        # Saved with other words for one part.
        desk$ EDITOR='sed -i /story-turn/,/story-result/s/^Sleep.$/Then,I,asked./' afterwit story "$id" --editor
        Changed {id}: I went blank.
        desk$ afterwit story show "$id"
        Acme
        situation
          I went blank.
        turn
          Then,I,asked.
        learning
          I ask first.
        desk$ afterwit show "$id" --field next
        Sleep.
        # Another, saved as it stands.
        desk$ afterwit new interview 'It went on.' --org Globex --on 2026-11-21
        {next}
        desk$ EDITOR='sleep 1; touch' afterwit story "$next" --editor
        Changed {next}: It went on.
        desk$ afterwit show "$next" --field story-situation
        It went on.
        """#
      ).play(on: stage)
    }
  }
}
