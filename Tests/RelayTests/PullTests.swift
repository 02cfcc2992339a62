import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("Pulling, heads and logs")
struct PullTests {
  @Test("Pages follow the order, and only the last has heads (AW-RELAY-20)")
  func pages() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      var sent = [journal.genesis.bytes]
      for _ in 0..<5 {
        let change = try journal.change(400 * 1024)
        sent.append(change.bytes)
        _ = try await relay.service.append([change.bytes], as: session)
      }
      var cursor = RelayCursor.start
      var received: [[UInt8]] = []
      var counts: [Int] = []
      while true {
        let page = try await relay.service.pull(after: cursor, as: session)
        #expect(page.bytes.count <= Limits.message)
        let length = page.envelopes.reduce(0) { $0 + Page.byteCount(of: $1) }
        #expect(length <= Limits.page)
        var expected = cursor
        for bytes in page.envelopes {
          expected = expected.advanced(past: try Envelope(parsing: bytes).id)
        }
        #expect(page.cursor == expected)
        received += page.envelopes
        counts.append(page.envelopes.count)
        cursor = page.cursor
        if page.heads != nil { break }
      }
      #expect(received == sent)
      #expect(counts == [3, 2, 1])
      let heads = try await relay.service.heads(as: session)
      #expect(heads.cursor == cursor)
      let nothing = try await relay.service.pull(after: cursor, as: session)
      #expect(nothing.envelopes.isEmpty)
      #expect(nothing.heads == heads.heads)
    }
  }

  @Test("A page holds at most its count of envelopes (AW-RELAY-20)")
  func pageCount() async throws {
    var page = PageFill()
    for index in 0..<Limits.pageCount {
      let taken = page.take([UInt8(truncatingIfNeeded: index)])
      #expect(taken)
    }
    let tookMore = page.take([0])
    #expect(!tookMore && page.left == [0])
    var small = PageFill(byteCount: 1)
    let outcomes = [small.take([UInt8](repeating: 0, count: 500)), small.take([])]
    #expect(outcomes == [true, false])
  }

  @Test("A cursor that this order never had is refused (AW-RELAY-21)")
  func cursorMismatch() async throws {
    try await TestRelay.with { relay in
      let journal = try TestJournal()
      let session = try await relay.found(journal)
      let wrong = [UInt8](repeating: 5, count: 32)
      for cursor in [
        RelayCursor(position: 0, hash: wrong), RelayCursor(position: 1, hash: wrong),
        RelayCursor(position: 2, hash: wrong), RelayCursor(position: .max, hash: wrong),
      ] {
        #expect(
          await refusal { _ = try await relay.service.pull(after: cursor, as: session) }
            == .cursor)
      }
    }
  }

  @Test("Tips are the envelopes that no other names as previous (AW-RELAY-22)")
  func headsByDefinition() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      var held = [journal.genesis]
      for _ in 0..<60 {
        let parent = try held.randomElement(using: &journal.random).required()
        let envelope = try journal.founder.envelope(
          journal.payload(), number: parent.header.number + 1, previous: parent.id)
        let answer = try await relay.service.append([envelope.bytes], as: session)
        if answer.outcomes != [.refused(.tips)] { held.append(envelope) }
        let named = Set(held.map(\.header.previous))
        let tips = held.filter { !named.contains($0.id) }
          .map { Heads.Tip(number: $0.header.number, id: $0.id) }.sorted()
        #expect(answer.heads.tips == [journal.founder.id: tips], "AFTERWIT_SEED=\(testSeed)")
      }
    }
  }

  @Test("A log comes by number, both ends inclusive, as much as fits a page (AW-RELAY-23)")
  func log() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      var sent = [journal.genesis.bytes]
      for _ in 0..<4 {
        let change = try journal.change(300 * 1024)
        sent.append(change.bytes)
        _ = try await relay.service.append([change.bytes], as: session)
      }
      let device = journal.founder.id
      let part = try await relay.service.log(of: device, from: 2, through: 3, as: session)
      #expect(part.envelopes == Array(sent[1...2]))
      let all = try await relay.service.log(of: device, from: 1, through: .max, as: session)
      #expect(all.envelopes == Array(sent[0...2]))
      let empty = try await relay.service.log(of: device, from: 9, through: 8, as: session)
      #expect(empty.envelopes.isEmpty)
      let fork = try journal.founder.envelope(
        journal.payload(300 * 1024), number: 3, previous: Envelope(parsing: sent[1]).id)
      _ = try await relay.service.append([fork.bytes], as: session)
      let whole = try await relay.service.log(of: device, from: 2, through: 9, as: session)
      #expect(whole.envelopes == [sent[1]])
      let both = try await relay.service.log(of: device, from: 3, through: 9, as: session)
      #expect(Set(both.envelopes) == [sent[2], fork.bytes])
      let other = try journal.newDevice()
      let none = try await relay.service.log(of: other.id, from: 1, through: 9, as: session)
      #expect(none.envelopes.isEmpty)
    }
  }
}
