internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// Who only reads would never be known to hold a copy. So a device says now and then what it holds:
// where there is a change of somebody else that none of its own was made on, and once a day at most.
// What it has said, or found that its changes say, is kept beside the journal, so that an exchange
// that brings nothing new compares a few tips and is done (AW-SEAL-52).

extension Transaction {
  /// How long a device says nothing after it has said what it holds, in milliseconds.
  private static var pause: UInt64 { 24 * 60 * 60 * 1000 }

  /// Whether something came from another device since it was last looked whether to say so, or this
  /// is the first look.
  /// - Complexity: O(*logs*).
  func mayAcknowledge(at now: UInt64) throws -> Bool {
    guard let said = try acknowledged() else { return true }
    if said.milliseconds <= now, now - said.milliseconds < Self.pause { return false }
    return try othersHeads() != said.held && !needsNewerVersion()
  }

  /// Writes what this device holds, where that is due; returns whether it was.
  func acknowledge(environment: Environment) throws -> Bool {
    let now = environment.nowMilliseconds()
    guard try mayAcknowledge(at: now) else { return false }
    // Who came in just now says so tomorrow: by then, most have written something that tells it.
    guard try acknowledged() != nil else {
      try setAcknowledged(Acknowledgement(milliseconds: now, held: Heads()))
      return false
    }
    guard let roster = try roster(genesis: identity().genesis) else { return false }
    let author = try Author(environment: environment, transaction: self)
    let identity = author.identity
    guard roster.member(identity.device) != nil,
      try missingKeyCount(genesis: identity.genesis) == 0, let key = try author.heldKey()
    else { return false }
    guard try holdsMoreThanItSaid(identity.device) else {
      try setAcknowledged(
        Acknowledgement(milliseconds: try acknowledged()?.milliseconds ?? 0, held: othersHeads()))
      return false
    }
    try author.record(Acknowledgement(milliseconds: now, held: try heads()), under: key)
    try setAcknowledged(Acknowledgement(milliseconds: now, held: try othersHeads()))
    return true
  }

  /// Whether a change of somebody else is held of which neither the device's changes nor its last
  /// heads envelope tell.
  private func holdsMoreThanItSaid(_ device: DeviceID) throws -> Bool {
    let own = try localDevices()
    return try envelopesLacking(in: try heads(knownOf: device))
      .contains { $0.kind == .change && !own.contains($0.device) }
  }

  /// The tips of all logs but those of this home.
  private func othersHeads() throws -> Heads {
    let own = try localDevices()
    return Heads(tips: try heads().tips.filter { !own.contains($0.key) })
  }

  /// What this device is known to have said, under its present identity.
  private func acknowledged() throws -> Acknowledgement? {
    guard let bytes = try property(.acknowledged),
      DeviceID(bytes.prefix(DeviceID.byteCount)) == (try identity().device)
    else { return nil }
    return try? Acknowledgement(decoding: Array(bytes.dropFirst(DeviceID.byteCount)))
  }

  private func setAcknowledged(_ said: Acknowledgement) throws {
    try setProperty(.acknowledged, to: identity().device.bytes + said.bytes)
  }
}

extension Author {
  /// Records a heads envelope.
  fileprivate func record(_ said: Acknowledgement, under epoch: EpochKey) throws {
    let tip = try transaction.writingTip(of: identity.device)
    try transaction.insertOwn(
      Sealer.seal(
        body: said.bytes, kind: .heads, journal: identity.journal, number: (tip?.number ?? 0) + 1,
        previous: tip?.id ?? .zero, epoch: epoch, keys: identity.keys,
        randomness: environment.randomBytes(Sealer.randomByteCount)))
  }
}
