extension EnvelopeVectors {
  /// Tips of one log: its device, and of each tip the number and the id.
  private typealias PlainLog = (device: [UInt8], tips: [(number: UInt64, id: [UInt8])])

  private static let time: UInt64 = 1_764_576_000_000

  /// Heads envelopes: what each says, or that it says nothing.
  static func heads() throws -> VectorValue {
    let one: PlainLog = (
      try founder.device(), [(7, [UInt8](repeating: 0x77, count: 32))]
    )
    let forked: PlainLog = (
      [UInt8](repeating: 0xfe, count: 32),
      [(3, [UInt8](repeating: 1, count: 32)), (UInt64.max, [UInt8](repeating: 0, count: 32))]
    )
    let said: [(String, [PlainLog], [UInt8])] = [
      ("one log", [one], []),
      ("no log", [], []),
      ("two logs, of which one has two ends", [one, forked], []),
      ("a record of a later version that may be passed over", [one], record(2, [0xab])),
      ("two of them", [one], record(2, []) + record(0x80, [1, 2])),
    ]
    let held = record(1, content([one]))
    let clock = PlainEncoder.integer(time, width: 64)
    let nothing: [(String, [UInt8])] = [
      ("an empty body", []), ("a time that is cut short", Array(clock.dropLast())),
      ("no record", clock), ("no record of what is held", clock + record(2, [0xab])),
      ("a critical record of a later version", clock + held + record(3, [])),
      ("the record twice", clock + held + held),
      ("records that do not ascend", clock + record(2, []) + held),
      ("a record that is cut short", clock + held.dropLast()),
      ("bytes behind the last tip", clock + record(1, content([one]) + [0])),
      ("a log without tips", clock + record(1, content([(one.device, [])]))),
      ("logs that do not ascend", clock + record(1, content([forked, one]))),
    ]
    return .list(
      try said.map { name, logs, more in
        try value(
          name, body: clock + record(1, content(logs)) + more,
          [
            ("milliseconds", .text(String(time))),
            (
              "held",
              .list(
                logs.map { log in
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
            ),
          ])
      } + nothing.map { try value($0, body: $1, []) })
  }

  private static func value(
    _ name: String, body: [UInt8], _ rest: [(String, VectorValue)]
  ) throws -> VectorValue {
    var envelope = PlainEnvelope(seed: seed)
    envelope.kind = 4
    try envelope.seal(body: body, epochKey: epochKey)
    return .object(
      [
        ("name", .text(name)), ("epochKey", .bytes(epochKey)), ("body", .bytes(body)),
        ("envelope", .bytes(try envelope.bytes())),
      ] + rest)
  }

  private static func record(_ tag: UInt64, _ content: [UInt8]) -> [UInt8] {
    PlainEncoder.varint(tag) + PlainEncoder.blob(content)
  }

  private static func content(_ logs: [PlainLog]) -> [UInt8] {
    PlainEncoder.varint(UInt64(logs.count))
      + logs.flatMap { log in
        log.device + PlainEncoder.varint(UInt64(log.tips.count))
          + log.tips.flatMap { PlainEncoder.integer($0.number, width: 64) + $0.id }
      }
  }
}
