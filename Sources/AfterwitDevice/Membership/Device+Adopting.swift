internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// What a machine wrote that was shut out is set aside, unless somebody in good standing built on
// it. A person who looks at it and wants it does just that: a change that says nothing new goes on
// from the ends of it, and everybody has it from then on.

extension Device {
  /// What of a device that is out is set aside, and would be let in.
  ///
  /// - Parameter typed: its name, or the beginning of its id.
  /// - Throws: ``DeviceFailure/membership(_:)`` if nothing of it is.
  public func adoption(of typed: String) throws(DeviceFailure) -> AdoptionPlan {
    try reading { transaction in try transaction.adoptionPlan(of: typed) }
  }

  /// Lets in what is set aside of a device that is out.
  /// - Throws: as ``adoption(of:)``, if that has changed meanwhile.
  public func adopt(_ plan: AdoptionPlan) throws(DeviceFailure) {
    try writing { transaction in
      guard try transaction.adoptionPlan(of: plan.device.description) == plan else {
        throw DeviceFailure.membership(.incomplete(waiting: 0))
      }
      let author = try Author(environment: environment, transaction: transaction)
      try author.build(on: transaction.endsSetAside(of: plan.device))
    }
  }
}

extension Transaction {
  fileprivate func adoptionPlan(of typed: String) throws -> AdoptionPlan {
    try requireUnderstanding()
    let (roster, identity) = try membership()
    let device = try self.device(named: typed, isOut: true)
    let names = try deviceNames()
    let label = names[device] ?? device.shortText
    guard roster.member(identity.device) != nil else {
      throw DeviceFailure.membership(.ownExclusion)
    }
    let changes = try changesSetAside(of: device)
    guard !changes.isEmpty else {
      throw DeviceFailure.membership(.nothingSetAside(name: label))
    }
    var entries: [EntryID] = []
    var times: [UInt64] = []
    for change in changes {
      times.append(change.timestamp.milliseconds)
      for block in change.blocks where block.key.entry != .journal {
        if !entries.contains(block.key.entry) { entries.append(block.key.entry) }
      }
    }
    return AdoptionPlan(
      device: device, name: names[device], changes: changes.count, entries: entries,
      firstMilliseconds: times.min(), lastMilliseconds: times.max())
  }

  /// The changes of a device that are set aside and can be opened.
  private func changesSetAside(of device: DeviceID) throws -> [Change] {
    let keyring = try keyring()
    return try envelopesSetAside(by: device).compactMap { envelope in
      guard let body = try? Sealer.open(envelope, with: keyring) else { return nil }
      return try? Change(body: body)
    }
  }

  /// The ends of what is set aside of a device.
  fileprivate func endsSetAside(of device: DeviceID) throws -> [EnvelopeID] {
    let envelopes = try envelopesSetAside(by: device)
    let followed = Set(envelopes.map(\.header.previous))
    return envelopes.map(\.id).filter { !followed.contains($0) }.sorted()
  }

  private func envelopesSetAside(by device: DeviceID) throws -> [Envelope] {
    try envelopesSetAside().map { try Envelope(parsing: $0) }.filter {
      $0.header.device == device && $0.header.kind == .change
    }
  }
}

extension Author {
  /// Writes a change that says nothing new and goes on from these envelopes too, so that they have
  /// their effect (AW-SEAL-42).
  fileprivate func build(on ends: [EnvelopeID]) throws {
    guard let epoch = try heldKey() ?? newKey() else { throw DeviceFailure.writing(.noKey) }
    let name = try transaction.deviceNames()[identity.device] ?? ""
    let key = FieldKey(entry: .journal, field: .name(of: identity.device))
    var left = ends
    while !left.isEmpty {
      let version = try transaction.frontierIDs()
      // However many ends there are, a change names no more than it may.
      let room = Change.parentLimit - 1
      let frontier = version.count < room ? version : Array(version.prefix(room / 2))
      let portion = left.prefix(Change.parentLimit - frontier.count)
      left.removeFirst(portion.count)
      let envelope = try sealed(
        [Change.Block(key: key, operations: .register(name))],
        on: frontier + portion, under: epoch
      ).envelope
      var admitter = try Admitter(transaction, identity: identity)
      guard try admitter.admit([IncomingEnvelope(verified: envelope.bytes)]).new > 0 else {
        throw DeviceFailure.writing(.unfit)
      }
      try transaction.setProperty(.ownTip, to: envelope.id.bytes)
      try takeOut(admitter.twins)
    }
  }
}
