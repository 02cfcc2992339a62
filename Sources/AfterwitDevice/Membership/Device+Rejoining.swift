internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire

// Problem: a machine that was shut out comes back, by mistake or a year later. Its keys are out for
// good, and its person goes on having words there that nobody else shows.
//
// Idea: the home stays, and pairs anew under new keys, which somebody lets in as any newcomer. The
// first thing that they write goes on from all that is here, so a member in good standing builds on
// it, and the words of the old keys are good for everybody.
//
// Invariant: until it is known that the new keys are in, the old ones are kept beside them. As in a
// first join, keys that may have been admitted are never thrown away.
//
// Protocol/5-sealing, "Who is a member": AW-SEAL-49.

extension Device {
  /// Pairs this home anew under new keys, and brings what it holds as its own.
  ///
  /// - Parameters:
  ///   - invite: the line of a member's invite, or nothing to go on with the last one.
  ///   - name: what the machine is called from now on; `nil` for what it was called.
  ///   - headers: what a proxy before the relay wants; `nil` leaves those that are set.
  ///   - makeRelay: opens the relay that an invite names.
  /// - Throws: ``DeviceFailure/membership(_:)`` if this machine is no stranger to the relay;
  ///   ``DeviceFailure/pairing(_:)``.
  public func rejoin(
    invite typed: String, name: String?, headers: [RelayHeader]? = nil,
    clock: some Clock<Duration> = ContinuousClock(),
    makeRelay: (String) throws(RelayAddress.Failure) -> any Relay,
    waiting: (PairingWait) -> Void = { _ in }, confirm: ([String]) async -> Bool
  ) async throws(DeviceFailure) {
    if let name { try DeviceName.requireFitting(name) }
    try await DeviceFailure.naming {
      let left = try store.read { transaction in
        try transaction.requireDevice()
        return try PendingJoin(transaction, in: .pendingRejoin)
      }
      guard let invite = typed.allSatisfy(\.isWhitespace) ? left?.invite : Invite(text: typed)
      else { throw DeviceFailure.pairing(.notAnInvite) }
      guard invite.genesis == genesis else { throw DeviceFailure.membership(.otherInvite) }
      let relay = try makeRelay(invite.relay)
      // Of a relay that is not this home's nothing can be asked yet.
      if left == nil, try relayAddress() == invite.relay {
        try await requireStrange(to: relay, clock: clock)
      }
      let newcomer = Newcomer(
        home: home, store: store, environment: environment, invite: invite, relay: relay,
        clock: clock)
      do {
        if let left, left.invite == invite {
          try await newcomer.resume(left, waiting: waiting)
        } else {
          try await newcomer.meet(
            as: newcomer.keys(after: left), waiting: waiting, confirm: confirm
          ) { identity, pending in
            try store.write { transaction in
              try transaction.wear(
                identity, joiningBy: pending, named: name, headers: headers)
            }
          }
        }
      } catch DeviceFailure.pairing(.declinedThere) {
        try store.write { try $0.takeBackOldKeys() }
        throw DeviceFailure.pairing(.declinedThere)
      }
      try store.write { try $0.throwOldKeysAway() }
      await newcomer.mailbox.close()
      waiting(.journal)
      // This machine is a device by now, even if this sync fails.
      _ = try? await exchange(with: relay, timeout: Self.firstSyncTimeout, clock: clock)
    }
  }

  /// Whether a meeting under new keys was confirmed here, and may still come to something.
  public func isRejoining() throws(DeviceFailure) -> Bool {
    try reading { transaction in try transaction.property(.pendingRejoin) != nil }
  }

  /// Takes note that this machine is in, where a meeting under new keys was pending: a relay that takes
  /// it for a member says so.
  func settleRejoining() throws {
    if try isRejoining() { try store.write { try $0.throwOldKeysAway() } }
  }

  /// Goes back to the old keys, where a meeting under new ones came to nothing.
  public func giveUpRejoining() throws(DeviceFailure) {
    try writing { transaction in
      guard try transaction.property(.pendingRejoin) != nil else {
        throw DeviceFailure.membership(.notRejoining)
      }
      try transaction.takeBackOldKeys()
    }
  }

  /// Refuses a machine that the relay still takes for a member.
  private func requireStrange(to relay: any Relay, clock: some Clock<Duration>) async throws {
    do {
      _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
    } catch DeviceFailure.relay(let fact) {
      switch fact {
      case .shutOut, .unknownJournal: return
      default: throw DeviceFailure.relay(fact)
      }
    }
    throw DeviceFailure.membership(.stillIn)
  }
}

extension Transaction {
  /// Takes new keys for this home's own, and keeps the old ones beside them.
  fileprivate func wear(
    _ new: Identity, joiningBy pending: PendingJoin, named: String?, headers: [RelayHeader]?
  ) throws {
    let old = try identity()
    if try property(.pendingRejoin) == nil {
      try setProperty(.oldKeys, to: old.keys.bytes + (ownTip() ?? .zero).bytes)
      let name = try named ?? deviceNames()[old.device]
      try setProperty(.deviceName, to: name.map { Array($0.utf8) })
      try add([old.device], to: .formerDevices)
    }
    try setProperty(.pendingRejoin, to: pending.bytes)
    try setProperty(.deviceKeys, to: new.keys.bytes)
    try setProperty(.ownTip, to: EnvelopeID.zero.bytes)
    try setProperty(.relayToken, to: nil)
    let isOther = try relayAddress() != pending.invite.relay
    try setRelay(pending.invite.relay, headers: headers)
    if isOther { try setProperty(.relayKey, to: pending.invite.relayKey) }
  }

  /// Goes back to the keys before ``wear(_:joiningBy:named:headers:)``.
  fileprivate func takeBackOldKeys() throws {
    guard let bytes = try property(.oldKeys), bytes.count > EnvelopeID.byteCount else { return }
    let keys = try DeviceKeys(decoding: Array(bytes.dropLast(EnvelopeID.byteCount)))
    try setProperty(.deviceKeys, to: keys.bytes)
    try setProperty(.ownTip, to: Array(bytes.suffix(EnvelopeID.byteCount)))
    let former = try devices(in: .formerDevices).subtracting([keys.device])
    try setProperty(.formerDevices, to: former.isEmpty ? nil : former.sorted().flatMap(\.bytes))
    try setProperty(.deviceName, to: nil)
    try throwOldKeysAway()
  }

  /// Forgets the meeting, and the keys before it.
  fileprivate func throwOldKeysAway() throws {
    try setProperty(.oldKeys, to: nil)
    try setProperty(.pendingRejoin, to: nil)
    try setProperty(.relayToken, to: nil)
  }
}
