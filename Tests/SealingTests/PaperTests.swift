import AfterwitEncoding
import AfterwitSealing
import AfterwitWire
import Testing

@Suite("What is written on paper")
struct PaperTests {
  var samples: Samples

  init() throws {
    samples = try Samples()
  }

  @Test("a later secret names its journal, and the first one its own [AW-SEAL-50]")
  mutating func later() throws {
    let first = RecoverySecret(using: &samples.random)
    let second = RecoverySecret(of: first.journal, using: &samples.random)
    #expect(first.text.hasPrefix("awr1-") && second.text.hasPrefix("awr2-"))
    let read = try #require(RecoverySecret(text: second.text.uppercased()))
    #expect(read.journal == first.journal && read.device == second.device)
    #expect(read.device != first.device)
    #expect(RecoverySecret(text: first.text)?.journal == first.journal)
    let swapped = second.text.replacing("awr2", with: "awr1")
    #expect(RecoverySecret(text: swapped) == nil)
    let below = RecoverySecret(of: first.journal, rank: Member.deviceRank, using: &samples.random)
    #expect(below.member.rank == Member.deviceRank)
  }

  @Test("a typo is told by its group, wherever it is [AW-SEAL-15] [AW-SEAL-50]")
  mutating func typos() throws {
    let journal = RecoverySecret(using: &samples.random).journal
    for text in [
      RecoverySecret(using: &samples.random).text,
      RecoverySecret(of: journal, using: &samples.random).text,
    ] {
      #expect(RecoverySecret.mistakenGroups(in: text).isEmpty)
      let characters = Array(text)
      for place in characters.indices.dropFirst(5) where characters[place] != "-" {
        var typed = characters
        typed[place] = typed[place] == "q" ? "r" : "q"
        let group = typed[..<place].count { $0 == "-" }
        // Of the last character some bits say nothing, and must be zero.
        guard RecoverySecret(text: String(typed)) == nil else { continue }
        #expect(RecoverySecret.mistakenGroups(in: String(typed)) == [group], samples.comment)
        typed[place] = "u"
        #expect(RecoverySecret.mistakenGroups(in: String(typed)) == [group], samples.comment)
        typed.remove(at: place)
        #expect(RecoverySecret.mistakenGroups(in: String(typed)) == [group], samples.comment)
      }
      #expect(RecoverySecret.mistakenGroups(in: "awr1-0000").isEmpty)
    }
  }
}
