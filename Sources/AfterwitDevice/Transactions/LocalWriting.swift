internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// A person calls *mine* what was written on this machine. The identity alone does not tell: if a
// home exists twice, both branches of its old log carry it. This home's branch is the one that ends
// in the envelope that admits its next identity; under the present identity, it is the one that
// ends in the last envelope that the home wrote itself.

/// Which changes were written in this home.
struct LocalWriting {
  private let transaction: Transaction
  private let devices: Set<DeviceID>
  /// The end of this home's branch, for each of its identities whose log has forked.
  private var ends: [DeviceID: EnvelopeID] = [:]

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    devices = try transaction.localDevices()
    let forked = try devices.filter { try transaction.tips(of: $0).count > 1 }
    guard !forked.isEmpty else { return }
    for bytes in try transaction.controlEnvelopes() {
      let envelope = try Envelope(parsing: bytes)
      guard forked.contains(envelope.header.device) else { continue }
      for case .member(let member) in (try? ControlRecord.decode(envelope.payload)) ?? []
      where devices.contains(member.device) && member.device != envelope.header.device {
        ends[envelope.header.device] = envelope.id
      }
    }
    let device = try transaction.identity().device
    if forked.contains(device), let own = try transaction.ownTip(), own != .zero {
      ends[device] = own
    }
  }

  /// Whether a device is this home's, under its present identity or an earlier one.
  func isOf(_ device: DeviceID) -> Bool { devices.contains(device) }

  /// Whether only the changes themselves tell which of a device are this home's.
  func isForked(_ device: DeviceID) -> Bool { ends[device] != nil }

  /// Whether a change is this home's.
  func contains(_ change: TextOrder) throws -> Bool {
    guard devices.contains(change.device) else { return false }
    guard let end = ends[change.device] else { return true }
    return try transaction.descends(end, from: change.envelope)
  }
}
