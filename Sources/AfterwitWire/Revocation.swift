public import AfterwitEncoding

/// Shuts a member out, and says up to where what it wrote is good.
public struct Revocation: Hashable, Sendable {
  /// Who is shut out.
  public let target: DeviceID
  /// The last of its control envelopes that stay good, one for each branch, ascending.
  public let controlCut: [EnvelopeID]
  /// The last of all its envelopes that stay good, one for each branch, ascending.
  public let cut: [Heads.Tip]

  /// A revocation; the cuts may come in any order.
  public init(target: DeviceID, controlCut: [EnvelopeID], cut: [Heads.Tip]) {
    self.target = target
    self.controlCut = Set(controlCut).sorted()
    self.cut = Set(cut).sorted()
  }

  /// The member (32), a count and the ids of control envelopes, a count and the tips (40 each).
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(target)
    builder.append(count: controlCut.count)
    for id in controlCut { builder.append(id) }
    builder.append(count: cut.count)
    for tip in cut {
      builder.append(bigEndian: tip.number)
      builder.append(tip.id)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    target = try cursor.readIdentifier()
    var controlCut: [EnvelopeID] = []
    for _ in 0..<(try cursor.readCount(limit: Limits.readTips)) {
      let start = cursor
      let id: EnvelopeID = try cursor.readIdentifier()
      guard id > (controlCut.last ?? .zero) else { throw start.failure(.notCanonical) }
      controlCut.append(id)
    }
    self.controlCut = controlCut
    var cut: [Heads.Tip] = []
    for _ in 0..<(try cursor.readCount(limit: Limits.readTips)) {
      let start = cursor
      let tip = Heads.Tip(number: try cursor.readBigEndian(), id: try cursor.readIdentifier())
      if let last = cut.last, tip <= last { throw start.failure(.notCanonical) }
      cut.append(tip)
    }
    self.cut = cut
  }
}
