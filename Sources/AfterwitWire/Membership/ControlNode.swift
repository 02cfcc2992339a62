package import AfterwitEncoding

/// A control envelope as far as it decides who is a member and which epochs there are.
package struct ControlNode: Sendable {
  package let id: EnvelopeID
  let author: DeviceID
  /// The control envelope before this one on its branch; zeros if there is none or none is named.
  let before: EnvelopeID
  /// The control envelopes that its author knew; `nil` where it does not say.
  let seen: [EnvelopeID]?
  let admitted: [Member]
  let revocations: [Revocation]
  let epochs: [Epoch]
  let wrappedKeys: [WrappedKey]
  /// The tags of its records that must not be passed over, and that this version does not know.
  let criticalTags: [UInt64]

  /// - Parameter keepsKeys: whether epochs and wrapped keys are kept.
  init(_ envelope: Envelope, _ records: [ControlRecord], keepsKeys: Bool) {
    self.init(
      id: envelope.id, author: envelope.header.device, records, keepsKeys: keepsKeys)
  }

  /// One of given records, signed or not.
  package init(id: EnvelopeID, author: DeviceID, _ records: [ControlRecord], keepsKeys: Bool) {
    self.id = id
    self.author = author
    if case .seen(let seen)? = records.first {
      before = seen.before
      self.seen = seen.all
    } else {
      before = .zero
      seen = nil
    }
    var admitted: [Member] = []
    var revocations: [Revocation] = []
    var epochs: [Epoch] = []
    var wrappedKeys: [WrappedKey] = []
    var criticalTags: [UInt64] = []
    for record in records {
      switch record {
      case .member(let member): admitted.append(member)
      case .revocation(let revocation): revocations.append(revocation)
      case .epoch(let epoch): if keepsKeys { epochs.append(epoch) }
      case .wrappedKey(let key): if keepsKeys { wrappedKeys.append(key) }
      case .unknown(let tag, _):
        if ControlRecord.isCriticalAndUnknown(tag) { criticalTags.append(tag) }
      case .seen, .proof: continue
      }
    }
    self.admitted = admitted
    self.revocations = revocations
    self.epochs = epochs
    self.wrappedKeys = wrappedKeys
    self.criticalTags = criticalTags
  }
}
