/// The content of `Protocol/vectors/journal.json`.
public enum JournalVectors {
  /// The id of the journal.
  static let journal = [UInt8](repeating: 0x33, count: 16)
  /// The keys of epochs 1 and 2.
  static let epochKeys = [UInt8(0x22), 0x2a].map { [UInt8](repeating: $0, count: 32) }
  static let recovery = PlainMember(recoverySecret: EnvelopeVectors.recoverySecret)
  /// Who writes, and one who is no member.
  static let authors: [String: JournalLog.Author] = [
    "desk": JournalLog.Author(signing: 0x11, agreement: 0x55),
    "phone": JournalLog.Author(signing: 0x12, agreement: 0x56),
    "laptop": JournalLog.Author(signing: 0x13, agreement: 0x57),
    "stranger": JournalLog.Author(signing: 0x1f, agreement: 0x5f),
  ]

  /// A reader: what the envelopes show to a member of the journal that this one founded.
  public typealias Reader = (
    _ envelopes: [[UInt8]], _ genesis: [UInt8], _ member: PlainMember
  ) -> Account

  /// Makes the document; what each stage must show is what the reader finds in the bytes.
  ///
  /// - Parameter kept: the envelopes of an earlier run by name, for the keys that are wrapped in them.
  public static func document(keeping kept: [String: [UInt8]], by reader: Reader) throws
    -> VectorValue
  {
    let story = try JournalStory(keeping: kept.mapValues(wraps))
    let items = story.log.items
    let phone = story.member("phone")
    return .object([
      ("format", .text("afterwit.vectors/1")), ("chapter", .text("4-documents")),
      (
        "about",
        .text(
          "One journal as bytes. Whoever reads all envelopes that have arrived by a stage, in any "
            + "order, with the keys of a member, must be shown what the stage says. Envelopes are "
            + "named by their places. Wrapped keys were drawn once and are kept.")
      ),
      ("genesis", .bytes(items[0].id)),
      ("members", .list(try members(of: story))),
      (
        "epochs",
        .list(
          epochKeys.enumerated().map {
            .object([("epoch", .count($0.offset + 1)), ("key", .bytes($0.element))])
          })
      ),
      (
        "envelopes",
        .list(
          items.map { item in
            .object([
              ("name", .text(item.name)), ("id", .bytes(item.id)), ("bytes", .bytes(item.bytes)),
            ])
          })
      ),
      (
        "stages",
        .list(
          story.stages.map { stage in
            let account = reader(stage.arrived.map { items[$0].bytes }, items[0].id, phone)
            return value(stage, account, places: items.map(\.id))
          })
      ),
    ])
  }

  private static func members(of story: JournalStory) throws -> [VectorValue] {
    try ["desk", "phone", "laptop", "recovery"].map { name in
      let member = story.member(name)
      return .object([
        ("name", .text(name)), ("rank", .count(Int(member.rank))),
        ("device", .bytes(try member.device())), ("signingSeed", .bytes(member.signingSeed)),
        ("agreementSeed", .bytes(member.agreementSeed)),
      ])
    }
  }

  /// The wrapped keys with which a control envelope ends, in their order.
  private static func wraps(of envelope: [UInt8]) -> [PlainWrap] {
    let length = 3 + 1236
    var found: [PlainWrap] = []
    var end = envelope.count
    while end - length >= 264, envelope[end - length..<end - length + 3] == [3, 0xd4, 0x09] {
      let wrap = envelope[end - 1168..<end]
      found.insert(
        PlainWrap(
          encapsulatedKey: Array(wrap.prefix(1120)), ciphertext: Array(wrap.suffix(48))), at: 0)
      end -= length
    }
    return found
  }
}
