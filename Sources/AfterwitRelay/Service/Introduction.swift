internal import AfterwitEncoding
internal import AfterwitWire

/// Control envelopes that a stranger brings to show that it is a member; nothing of them is believed.
///
/// Whoever listened once can bring thousands that members did sign. So no signature is checked before
/// the chain is known that leads from the device up to a member of the relay's own: each envelope is
/// read once, and only those of the chain are folded. Whom no member admitted fails at its first
/// signature.
struct Introduction {
  private struct Admission {
    let member: Member
    let author: DeviceID
    let bytes: [UInt8]
  }

  private var admissions: [DeviceID: Admission] = [:]

  /// Reads the envelopes; what is none admits nobody.
  init(_ envelopes: [[UInt8]]) {
    for bytes in envelopes {
      guard let envelope = try? Envelope(parsing: bytes), envelope.header.kind == .control,
        let records = try? ControlRecord.decode(envelope.payload)
      else { continue }
      for case .member(let member) in records where admissions[member.device] == nil {
        admissions[member.device] = Admission(
          member: member, author: envelope.header.device, bytes: bytes)
      }
    }
  }

  /// What it says of a device, unchecked.
  func member(_ device: DeviceID) -> Member? { admissions[device]?.member }

  /// The envelopes that lead from a member of the roster to a device, oldest first; none where no
  /// chain does.
  func chain(to device: DeviceID, from roster: Roster) -> [[UInt8]] {
    var chain: [[UInt8]] = []
    var next = device
    while roster.member(next) == nil {
      guard chain.count < Limits.readMembers, let admission = admissions[next] else { return [] }
      chain.append(admission.bytes)
      next = admission.author
    }
    return chain.reversed()
  }
}
