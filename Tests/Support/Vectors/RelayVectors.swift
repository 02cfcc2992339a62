/// The content of `Protocol/vectors/relay.json`: what a device and a relay say to each other.
public enum RelayVectors {
  static let ids = (1...3).map { [UInt8](repeating: UInt8($0), count: 32) }
  static let low = [UInt8](repeating: 0x0a, count: 32)
  static let high = [UInt8](repeating: 0xfa, count: 32)

  /// Makes the document from nothing but the specification.
  public static func document() throws -> VectorValue {
    .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("6-relay")),
      (
        "about",
        .text(
          "Bytes are hexadecimal, numbers of envelopes and places decimal strings. What stands in a "
            + "list of its own under 'refused' must be refused; 'targets' are requests over HTTP.")
      ),
      ("mailbox", mailbox), ("challenges", .list([try challenge()])),
      ("logins", .list(try logins())), ("foundings", .list(try foundings())),
      ("heads", .list(heads.map { headsValue($0.0, $0.1) })), ("cursors", .list(cursors)),
      ("pages", .list(pages)), ("appends", .list(appends)), ("pulls", .list(pulls)),
      ("messages", .list(messages)), ("refused", refused), ("targets", .list(targets)),
    ])
  }

  private static var mailbox: VectorValue {
    let token = [UInt8](repeating: 0x6d, count: 32)
    return .object([
      ("token", .bytes(token)),
      ("id", .bytes(PlainEncoder.sha256(PlainEncoder.domain("mailbox-id") + token))),
    ])
  }

  // Sessions.

  private static let relay = PlainMember(
    rank: 0, signingSeed: [UInt8](repeating: 0x91, count: 32), agreementSeed: [])
  private static let nonce = [UInt8](repeating: 0x92, count: 32)

  private static func request(_ member: PlainMember) throws -> [UInt8] {
    EnvelopeVectors.journal + (try member.device())
  }

  private static func challenge() throws -> VectorValue {
    let request = try request(EnvelopeVectors.founder)
    let key = try PlainEnvelope(seed: relay.signingSeed).signingKey()
    let signature = try relay.sign(PlainEncoder.domain("challenge") + request + nonce)
    return .object([
      ("relaySeed", .bytes(relay.signingSeed)), ("relayKey", .bytes(key)),
      ("journal", .bytes(EnvelopeVectors.journal)),
      ("device", .bytes(try EnvelopeVectors.founder.device())), ("request", .bytes(request)),
      ("nonce", .bytes(nonce)), ("answer", .bytes(nonce + key + signature)),
    ])
  }

  private static func logins() throws -> [VectorValue] {
    let key = try PlainEnvelope(seed: relay.signingSeed).signingKey()
    var admission = PlainEnvelope(seed: EnvelopeVectors.seed)
    let zeros = [UInt8](repeating: 0, count: 32)
    (admission.kind, admission.epoch, admission.salt, admission.commitment) = (3, 0, zeros, zeros)
    (admission.number, admission.previous) = (2, ids[0])
    admission.payload = PlainRecord(1, try EnvelopeVectors.joiner.bytes()).bytes
    let cases = [
      ("a member that is known", EnvelopeVectors.founder, "https://relay.example", []),
      (
        "a member that introduces itself", EnvelopeVectors.joiner,
        "http://127.0.0.1:8787/journal", [try admission.bytes()]
      ),
    ]
    return try cases.map { name, member, address, introduction in
      let start = try request(member) + nonce
      let dialled = PlainEncoder.blob(Array(address.utf8))
      let signature = try member.sign(
        PlainEncoder.domain("login") + key + start + dialled)
      return .object([
        ("name", .text(name)), ("signingSeed", .bytes(member.signingSeed)),
        ("relayKey", .bytes(key)), ("journal", .bytes(EnvelopeVectors.journal)),
        ("device", .bytes(try member.device())), ("nonce", .bytes(nonce)),
        ("address", .text(address)), ("introduction", .list(introduction.map { .bytes($0) })),
        ("request", .bytes(start + signature + dialled + page(introduction))),
      ])
    }
  }

  private static func foundings() throws -> [VectorValue] {
    let key = try PlainEnvelope(seed: relay.signingSeed).signingKey()
    let member = EnvelopeVectors.founder
    let genesis = [UInt8](repeating: 0x41, count: 12)
    let codes = ["", "0123-4567-89ab-cdef", String(repeating: "x", count: 64)]
    return try codes.enumerated().map { index, code in
      let start = try request(member) + nonce
      let address = "https://relay.example"
      let strings =
        PlainEncoder.blob(Array(address.utf8)) + PlainEncoder.blob(Array(code.utf8))
      let signature = try member.sign(
        PlainEncoder.domain("founding") + key + start + strings)
      let introduction = (0..<index).map { [UInt8](repeating: UInt8($0), count: 5 + $0) }
      return .object([
        ("signingSeed", .bytes(member.signingSeed)), ("relayKey", .bytes(key)),
        ("journal", .bytes(EnvelopeVectors.journal)), ("device", .bytes(try member.device())),
        ("nonce", .bytes(nonce)), ("address", .text(address)), ("code", .text(code)),
        ("genesis", .bytes(genesis)), ("introduction", .list(introduction.map { .bytes($0) })),
        ("request", .bytes(start + signature + strings + page([genesis] + introduction))),
      ])
    }
  }

  // What is held.

  /// A device, and the number and id of each of its tips.
  typealias Tips = (device: [UInt8], tips: [(number: UInt64, id: [UInt8])])

  static let heads: [(String, [Tips])] = [
    ("nothing", []), ("one log", [(low, [(1, ids[0])])]),
    (
      "a fork beside the greatest number",
      [(low, [(7, ids[0]), (7, ids[1])]), (high, [(.max, ids[2])])]
    ),
    ("an older tip first", [(high, [(2, ids[2]), (9, ids[0])])]),
  ]

  static func bytes(_ heads: [Tips]) -> [UInt8] {
    PlainEncoder.varint(UInt64(heads.count))
      + heads.flatMap { log in
        log.device + PlainEncoder.varint(UInt64(log.tips.count))
          + log.tips.flatMap { PlainEncoder.integer($0.number, width: 64) + $0.id }
      }
  }

  static func value(_ heads: [Tips]) -> VectorValue {
    .list(
      heads.map { log in
        .object([
          ("device", .bytes(log.device)),
          (
            "tips",
            .list(
              log.tips.map {
                .object([("number", .text(String($0.number))), ("id", .bytes($0.id))])
              })
          ),
        ])
      })
  }

  private static func headsValue(_ name: String, _ heads: [Tips]) -> VectorValue {
    .object([("name", .text(name)), ("heads", value(heads)), ("bytes", .bytes(bytes(heads)))])
  }

  /// The place after some ids: the position and the running hash.
  static func cursor(_ ids: [[UInt8]]) -> [UInt8] {
    PlainEncoder.integer(UInt64(ids.count), width: 64)
      + ids.reduce([UInt8](repeating: 0, count: 32)) { hash, id in
        PlainEncoder.sha256(PlainEncoder.domain("cursor") + hash + id)
      }
  }

  static func text(_ cursor: [UInt8], _ count: Int) -> String {
    "\(count)-" + PlainEncoder.hexadecimal(Array(cursor.dropFirst(8)))
  }

  private static var cursors: [VectorValue] {
    (0...3).map { count in
      let cursor = cursor(Array(ids.prefix(count)))
      return .object([
        ("ids", .list(ids.prefix(count).map { .bytes($0) })), ("position", .count(count)),
        ("hash", .bytes(Array(cursor.dropFirst(8)))), ("bytes", .bytes(cursor)),
        ("text", .text(text(cursor, count))),
      ])
    }
  }

  static func page(_ envelopes: [[UInt8]]) -> [UInt8] {
    envelopes.flatMap { PlainEncoder.integer(UInt64($0.count), width: 32) + $0 }
  }

  private static var pages: [VectorValue] {
    [[], [[1, 2, 3]], [[1, 2, 3], [], [4]]].map { envelopes in
      .object([
        ("envelopes", .list(envelopes.map { .bytes($0) })), ("bytes", .bytes(page(envelopes))),
      ])
    }
  }
}
