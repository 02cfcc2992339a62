import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import Testing

@Suite("The body of a change")
struct ChangeTests {
  static let seed = Effort.seed ?? 20_261_121

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) swift test --filter ChangeTests"
  }

  @Test("is read as it was written [AW-DOC-1]")
  func roundTrip() throws {
    for seed in Self.seed..<Self.seed + 500 {
      var random = RandomChange(seed: seed)
      let change = random.next()
      try #require(try Change(body: change.body) == change, Self.repeatCommand(seed))
      let prefix = try ChangePrefix(body: change.body)
      #expect(prefix.parents == change.parents && prefix.timestamp == change.timestamp)
      #expect(prefix.followsPredecessor == change.followsPredecessor)
    }
  }

  @Test("is read for one field as in whole")
  func oneField() throws {
    for seed in Self.seed..<Self.seed + 500 {
      var random = RandomChange(seed: seed)
      let change = random.next()
      let body = change.body
      for block in change.blocks {
        let read = try Operations(on: block.key, inBody: body)
        try #require(read == block.operations, Self.repeatCommand(seed))
        #expect(change.operations(on: block.key) == block.operations)
      }
      let other = FieldKey(entry: .journal, field: FieldName(.steps))
      #expect(try Operations(on: other, inBody: body) == nil)
      #expect(change.operations(on: other) == nil)
      for list in change.blocks where list.key.element != nil {
        let own = FieldKey(entry: list.key.entry, field: list.key.entryField)
        #expect(try Operations(on: own, inBody: body) == change.operations(on: own))
      }
    }
  }

  @Test("cut short is refused, unless the cut is between two blocks [AW-DOC-2]")
  func truncation() throws {
    for seed in Self.seed..<Self.seed + 60 {
      var random = RandomChange(seed: seed)
      let change = random.next()
      let body = change.body
      var whole = 0
      for count in 0..<body.count {
        guard let read = try? Change(body: Array(body.prefix(count))) else { continue }
        whole += 1
        try #require(read.body == Array(body.prefix(count)), Self.repeatCommand(seed))
      }
      // A text, a set or a list may end earlier too, where its block's length says so; a cut never does.
      let blocks = Set(
        change.blocks.map { FieldKey(entry: $0.key.entry, field: $0.key.entryField) })
      #expect(whole == blocks.count - 1, Self.repeatCommand(seed))
    }
  }

  @Test("with any byte changed is refused or has its only form [AW-DOC-1] [AW-DOC-2]")
  func corruption() throws {
    var (read, refused) = (0, 0)
    for seed in Self.seed..<Self.seed + 12 {
      var random = RandomChange(seed: seed)
      let body = random.next().body
      for offset in body.indices {
        for bits in [0x01, 0x02, 0x80, 0xff] as [UInt8] {
          var corrupted = body
          corrupted[offset] ^= bits
          guard let change = try? Change(body: corrupted) else {
            refused += 1
            continue
          }
          read += 1
          try #require(change.body == corrupted, Self.repeatCommand(seed))
        }
      }
    }
    #expect(read > 0 && refused > 0)
  }

  @Test("of random bytes is refused or has its only form [AW-DOC-1]")
  func noise() throws {
    var random = SeededGenerator(seed: Self.seed)
    for _ in 0..<20_000 {
      let head = [UInt8](repeating: 0, count: 9) + [UInt8](repeating: 7, count: 10)
      let code = UInt8.random(in: 0...8, using: &random)
      let content = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        UInt8.random(in: 0...12, using: &random)
      }
      let body = head + [code, UInt8(content.count)] + content
      guard let change = try? Change(body: body) else { continue }
      try #require(change.body == body, Self.repeatCommand(Self.seed))
    }
  }

  @Test("holds parents and blocks in one order, however they were given [AW-DOC-2] [AW-CAUS-2]")
  func order() throws {
    let entry = try #require(EntryID([UInt8](repeating: 9, count: 10)))
    let parents = try [3, 1, 2].map {
      try #require(EnvelopeID([UInt8](repeating: $0, count: 32)))
    }
    let blocks = ["title", "mood", "zest", "on"].map { name in
      Change.Block(
        key: FieldKey(entry: entry, field: FieldName(name, family: .register)),
        operations: .register("1"))
    }
    let time = Timestamp(rawValue: 1)
    let change = Change(
      timestamp: time, followsPredecessor: true, parents: parents, blocks: blocks)
    let other = Change(
      timestamp: time, followsPredecessor: true, parents: parents.sorted(),
      blocks: blocks.reversed())
    #expect(change == other && change.body == other.body)
    #expect(change.blocks.map(\.key.field.name.string) == ["mood", "on", "title", "zest"])
    #expect(change.parents == parents.sorted())
  }

  @Test("names at most 256 parents [AW-CAUS-2]")
  func parentLimit() throws {
    let parents = (1...257).map { number in
      EnvelopeID([UInt8](repeating: 0, count: 30) + [UInt8(number >> 8), UInt8(number & 255)])
        ?? .zero
    }
    let block = Change.Block(
      key: FieldKey(entry: .journal, field: .kind), operations: .register("goal"))
    let time = Timestamp(rawValue: 0)
    let most = Change(
      timestamp: time, followsPredecessor: true, parents: Array(parents.dropLast()),
      blocks: [block])
    #expect(try Change(body: most.body) == most)
    let beyond = Change(
      timestamp: time, followsPredecessor: false, parents: parents, blocks: [block])
    let failure = #expect(throws: DecodingFailure.self) { try Change(body: beyond.body) }
    #expect(failure == DecodingFailure(offset: 8, reason: .overLimit))
  }
}
