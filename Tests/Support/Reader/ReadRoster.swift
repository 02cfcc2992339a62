internal import AfterwitVectors

/// Who is a member, and which keys are wrapped to whom (Protocol/5-sealing, "Control records").
struct ReadRoster {
  private(set) var members: [Bytes: (rank: UInt8, key: [UInt8])] = [:]
  private var wraps: [(epoch: UInt64, identity: [UInt8], recipient: Bytes, wrap: PlainWrap)] = []

  /// Takes in the records of a control envelope; the author of a genesis may admit any rank.
  mutating func fold(_ payload: [UInt8], by rank: UInt8) throws(Refusal) {
    var cursor = PlainCursor(payload)
    while !cursor.isAtEnd {
      let tag = try cursor.varint()
      var record = PlainCursor(try cursor.blob())
      switch tag {
      case 1:
        let (admitted, key) = (try record.take(1)[0], try record.take(32))
        _ = try record.take(1216)
        let device = Bytes(PlainEncoder.sha256(PlainEncoder.domain("device") + key))
        if admitted <= rank, members[device] == nil { members[device] = (admitted, key) }
      case 3:
        wraps.append(
          (
            try record.integer(4), try record.take(32), Bytes(try record.take(32)),
            PlainWrap(
              encapsulatedKey: try record.take(1120), ciphertext: try record.take(48))
          ))
      default: continue
      }
      try record.requireEnd()
    }
  }

  /// The epoch keys that a member can open.
  func keys(of member: PlainMember, journal: Bytes) -> [(epoch: UInt64, key: [UInt8])] {
    wraps.compactMap { item in
      let info =
        PlainEncoder.domain("wrap") + journal.array
        + PlainEncoder.integer(item.epoch, width: 32) + item.identity + item.recipient.array
      guard let device = try? member.device(), Bytes(device) == item.recipient,
        let key = try? item.wrap.opened(by: member, info: info),
        PlainEncoder.sha256(PlainEncoder.domain("epoch") + key) == item.identity
      else { return nil }
      return (item.epoch, key)
    }
  }
}
