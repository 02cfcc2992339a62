public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

extension Device {
  /// What `status` tells.
  public func status() throws(DeviceFailure) -> Status {
    try reading { transaction in
      let digest = try transaction.digest()
      let pending = try transaction.envelopesLacking(in: try transaction.relayHeads())
        .filter { $0.kind != .heads }
      return Status(
        journal: journal, device: try transaction.identity().device,
        entries: try transaction.entryCount(), reviews: try transaction.reviewCount(),
        drafts: home.leftDrafts().count,
        pending: pending.count,
        copies: try transaction.copies(at: environment.nowMilliseconds()),
        waiting: try transaction.count(standing: .waiting),
        missingKeys: try transaction.missingKeyCount(genesis: genesis),
        owedKeys: try transaction.owedKeyCount(),
        untoldRevocations: try transaction.revocationCount(among: pending.map(\.id)),
        needsNewerVersion: try transaction.needsNewerVersion(),
        setAside: try transaction.count(standing: .setAside),
        quarantined: try transaction.count(standing: .quarantined)
          + transaction.count(standing: .unknown),
        relay: try transaction.relayAddress(), relayAnswered: try transaction.relayAnswered(),
        generation: try transaction.property(.relayGeneration).flatMap(Generation.init),
        automaticSync: try transaction.property(.automaticSync).flatMap(
          AutomaticSyncResult.init(decoding:)),
        restored: try transaction.restored(),
        backupMade: try transaction.moment(of: .backupMade),
        backupChecked: try transaction.moment(of: .backupChecked),
        digest: digest,
        digestWords: PairingWords.words(of: digest), held: try transaction.held())
    }
  }

  /// One entry, deleted or not.
  public func entry(_ id: EntryID) throws(DeviceFailure) -> EntryView {
    let view = try reading { transaction in try transaction.view(of: id) }
    guard let view else { throw .entry(.absent(id.shortText)) }
    return view
  }

  /// The entry that a person means by a unique prefix of its id, or by `@`: the last one touched.
  public func entryID(_ typed: String) throws(DeviceFailure) -> EntryID {
    try reading { transaction in try transaction.entryID(typed) }
  }

  /// The entry that a person means to change; a beginning of its id must not be too short.
  public func entryID(toChange typed: String) throws(DeviceFailure) -> EntryID {
    try reading { transaction in try transaction.entryID(toChange: typed) }
  }

  /// The entry or element that a person means by a unique prefix of its id.
  public func subject(_ typed: String) throws(DeviceFailure) -> Subject {
    try reading { transaction in try transaction.subject(typed) }
  }

  /// The entry or element that a person means to change; a beginning of its id must not be too short.
  public func subject(toChange typed: String) throws(DeviceFailure) -> Subject {
    try reading { transaction in try transaction.subject(toChange: typed) }
  }
}
