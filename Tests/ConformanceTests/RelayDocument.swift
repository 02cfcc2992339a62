import AfterwitEncoding
import AfterwitWire
import Testing

/// What `relay.json` holds.
struct RelayDocument: Decodable {
  struct Mailbox: Decodable {
    let token, id: HexBytes
  }
  struct Asked: Decodable {
    let relaySeed, relayKey, journal, device, request, nonce, answer: HexBytes
  }
  struct Login: Decodable {
    let name, address: String
    let signingSeed, relayKey, journal, device, nonce, request: HexBytes
    let introduction: [HexBytes]
  }
  struct Founding: Decodable {
    let address, code: String
    let signingSeed, relayKey, journal, device, nonce, genesis, request: HexBytes
    let introduction: [HexBytes]
  }
  struct Log: Decodable {
    struct Tip: Decodable {
      let number: String
      let id: HexBytes
    }
    let device: HexBytes
    let tips: [Tip]
  }
  struct Held: Decodable {
    let name: String
    let heads: [Log]
    let bytes: HexBytes
  }
  struct Cursor: Decodable {
    let ids: [HexBytes]
    let position: UInt64
    let text: String
    let hash, bytes: HexBytes
  }
  struct Envelopes: Decodable {
    let envelopes: [HexBytes]
    let bytes: HexBytes
  }
  struct Appended: Decodable {
    struct Outcome: Decodable {
      let outcome: Int
      let held: HexBytes?
      let reason, measure: UInt8?
      let used, limit: HexBytes?
    }
    let name: String
    let before, after, bytes: HexBytes
    let heads: [Log]
    let outcomes: [Outcome]
  }
  struct Pulled: Decodable {
    let name: String
    let cursor, bytes: HexBytes
    let heads: [Log]?
    let envelopes: [HexBytes]
  }
  struct Messages: Decodable {
    let messages: [HexBytes]
    let bytes: HexBytes
  }
  struct Refused: Decodable {
    struct Bytes: Decodable {
      let name: String
      let bytes: HexBytes
    }
    let heads, pages, appends, pulls, messages: [Bytes]
    let cursors: [String]
  }
  let mailbox: Mailbox
  let challenges: [Asked]
  let logins: [Login]
  let foundings: [Founding]
  let heads: [Held]
  let cursors: [Cursor]
  let pages: [Envelopes]
  let appends: [Appended]
  let pulls: [Pulled]
  let messages: [Messages]
  let refused: Refused
}

extension Heads {
  /// The heads that a vector lists.
  init(_ logs: [RelayDocument.Log]) throws {
    self.init()
    for log in logs {
      tips[try #require(DeviceID(log.device.bytes))] = try log.tips.map { tip in
        Tip(number: try #require(UInt64(tip.number)), id: try #require(EnvelopeID(tip.id.bytes)))
      }
    }
  }
}

extension RelayCursor {
  /// The cursor whose 40 bytes a vector has.
  init(_ bytes: HexBytes) throws {
    let position = bytes.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self.init(position: position, hash: Array(bytes.bytes.dropFirst(8)))
  }
}

extension AppendOutcome {
  /// The outcome that a vector lists.
  init(_ item: RelayDocument.Appended.Outcome) throws {
    switch item.outcome {
    case 0: self = .stored
    case 1: self = .alreadyHeld
    case 2: self = .forked(held: try #require(item.held).bytes)
    case 4:
      let measure = try #require(item.measure.flatMap(QuotaUse.Measure.init(rawValue:)))
      func number(_ bytes: HexBytes?) throws -> UInt64 {
        try #require(bytes).bytes.reduce(0) { $0 << 8 | UInt64($1) }
      }
      self = .overQuota(
        QuotaUse(measure, used: try number(item.used), limit: try number(item.limit)))
    default:
      let reason = try #require(item.reason)
      self = .refused(try #require(AppendRefusal(rawValue: reason)))
    }
  }
}
