import AfterwitProcesses
import Testing

@Suite("find", .hangLimit)
struct FindTests {
  @Test("shows the words that matched, and names their field where it is not the main text")
  func excerpts() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new reflection 'They asked about C++ 🎉 and queues.' --tag onsite --title Acme
        {first}
        desk$ afterwit edit @ --add feelings=shame --add feelings=anger
        Changed {first}: Acme
        desk$ afterwit new reflection 'I can code.'
        {second}
        desk$ afterwit find C++
        {first}  {day}  reflection  happened: They asked about C++ 🎉 and queues.  #onsite
        desk$ afterwit find 🎉
        {first}  {day}  reflection  happened: They asked about C++ 🎉 and queues.  #onsite
        desk$ afterwit find '#onsite'
        {first}  {day}  reflection  tags: #onsite  #onsite
        desk$ afterwit find anger queues
        {first}  {day}  reflection  feelings: anger, shame  #onsite
        desk$ afterwit find acme
        {first}  {day}  reflection  title: Acme  #onsite
        desk$ afterwit find C#
        desk$ afterwit find '#onsite' --json | grep -o '"match":.*'
        "match":"#onsite","matched":"tags"}
        """#
      ).play(on: stage)
    }
  }

  @Test("takes one tag for one, in whichever form it is typed")
  func tags() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new mantra 'Again.'
        {id}
        desk$ afterwit tag @ "$(printf 'cafe\314\201')" "$(printf 'caf\303\251')"
        Changed {id}: Again.
        desk$ afterwit list --tag "$(printf 'Cafe\314\201')"
        {id}  {day}  mantra  Again.  #café
        desk$ afterwit untag @ "$(printf 'cafe\314\201')"
        Changed {id}: Again.
        desk$ afterwit list --tag café
        desk$ afterwit list
        {id}  {day}  mantra  Again.
        """#
      ).play(on: stage)
    }
  }
}
