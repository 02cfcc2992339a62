// The logs of several devices, written envelope by envelope from the specification alone. Changes
// are called by names, and each of them names those it was made on.

/// Envelopes of several devices, made one after another.
struct JournalLog {
  /// An envelope, and what it is there for.
  struct Item {
    var name: String
    var id: [UInt8]
    var bytes: [UInt8]
    /// Whether it comes with the last stage only.
    var isLate = false
  }

  /// One of the devices: its keys and where its log ends.
  struct Author {
    let member: PlainMember
    var number: UInt64 = 0
    var tip = [UInt8](repeating: 0, count: 32)
    var tipName = ""

    init(signing: UInt8, agreement: UInt8) {
      member = PlainMember(
        rank: 1, signingSeed: [UInt8](repeating: signing, count: 32),
        agreementSeed: [UInt8](repeating: agreement, count: 32))
    }
  }

  private(set) var items: [Item] = []
  private(set) var authors: [String: Author] = [:]
  private var ids: [String: [UInt8]] = [:]
  private var clock: UInt64 = 1_785_000_000_000

  /// The members by name.
  init(authors: [String: Author]) { self.authors = authors }

  /// The id of an envelope of this name; of one that never comes, made of it.
  func id(_ name: String) -> [UInt8] { ids[name] ?? PlainEncoder.sha256(Array(name.utf8)) }

  /// The next envelope of a device's log.
  func draft(by author: String, _ name: String) -> PlainEnvelope {
    let writer = authors[author] ?? Author(signing: 0, agreement: 0)
    var envelope = PlainEnvelope(seed: writer.member.signingSeed)
    envelope.journal = JournalVectors.journal
    (envelope.number, envelope.previous) = (writer.number + 1, writer.tip)
    envelope.salt = PlainEncoder.sha256(Array("salt of \(name)".utf8))
    return envelope
  }

  /// Puts an envelope at the end of its author's log.
  mutating func append(_ envelope: PlainEnvelope, by author: String, _ name: String) throws {
    try add(envelope, name)
    authors[author]?.number = envelope.number
    authors[author]?.tip = try envelope.id()
    authors[author]?.tipName = name
  }

  /// Puts an envelope beside the logs.
  mutating func add(_ envelope: PlainEnvelope, _ name: String) throws {
    ids[name] = try envelope.id()
    items.append(Item(name: name, id: try envelope.id(), bytes: try envelope.bytes()))
  }

  /// Lets the last envelope come with the last stage only.
  mutating func delay() { items[items.count - 1].isLate = true }

  /// Signs records as the next envelope of a log.
  mutating func control(by author: String, _ name: String, _ payload: [UInt8]) throws {
    var envelope = draft(by: author, name)
    let zeros = [UInt8](repeating: 0, count: 32)
    (envelope.kind, envelope.epoch, envelope.salt, envelope.commitment) = (3, 0, zeros, zeros)
    envelope.payload = payload
    try append(envelope, by: author, name)
  }

  /// The body of a change; each takes a minute unless a time is given.
  mutating func body(
    by author: String, after parents: [String], at time: UInt64? = nil,
    _ blocks: [(entry: [UInt8], field: ChangeBytes.Field, content: ChangeBytes.Content)]
  ) -> [UInt8] {
    clock += 60_000
    let before = authors[author]?.tipName ?? ""
    return ChangeBytes(
      timestamp: (time ?? clock) << 16, followsPredecessor: parents.contains(before),
      parents: parents.filter { $0 != before }.map(id)
        .sorted { $0.lexicographicallyPrecedes($1) },
      blocks: blocks
    ).body
  }

  /// Seals a change as the next envelope of a log.
  mutating func change(
    by author: String, _ name: String, after parents: [String], at time: UInt64? = nil,
    epoch: Int = 1,
    _ blocks: (entry: [UInt8], field: ChangeBytes.Field, content: ChangeBytes.Content)...
  ) throws {
    try seal(body(by: author, after: parents, at: time, blocks), by: author, name, epoch: epoch)
  }

  /// Seals bytes as the next envelope of a log.
  mutating func seal(_ body: [UInt8], by author: String, _ name: String, epoch: Int = 1) throws {
    var envelope = draft(by: author, name)
    envelope.epoch = UInt64(epoch)
    try envelope.seal(body: body, epochKey: JournalVectors.epochKeys[epoch - 1])
    try append(envelope, by: author, name)
  }
}
