internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// A wreck gives candidates; here each must prove itself. The roster is folded from the control
// envelopes, beginning at the genesis envelope that the store names, or at the only one there is.
// An envelope is intact if a member signed it. Keys are the device's own if their public half is a
// member's. The journal's keys need not be found, because control envelopes hold them, wrapped for
// the device.

/// The genuine part of a wreck.
struct Remains {
  let problems: [String]
  private let rows: [EnvelopeID?]
  /// Every intact envelope.
  private(set) var envelopes: [Envelope] = []
  private(set) var roster: Roster?
  /// The identity of the device, if its keys were found.
  private(set) var identity: Identity?
  private(set) var keyring = Keyring()
  /// Other properties of the store that are worth keeping.
  private(set) var properties: [Property: [UInt8]] = [:]
  /// The last envelope that the home wrote itself, if the store still says so.
  let ownTip: EnvelopeID?

  init(_ wreck: Wreck) {
    problems = wreck.problems
    rows = wreck.rows
    ownTip = wreck.values(of: .ownTip).first.flatMap(EnvelopeID.init)
    fold(wreck)
    keepProperties(wreck)
    guard let roster else {
      takeOnTrust(wreck)
      return
    }
    envelopes = wreck.envelopes.filter { (try? roster.verify($0)) != nil }
    // Nobody has let in the keys of a home that was restored.
    let isRestored = properties[.restored] != nil
    let keys = latest(
      among: wreck.values(of: .deviceKeys).compactMap { try? DeviceKeys(decoding: $0) }
        .filter { isRestored || roster.member($0.device) != nil })
    for bytes in wreck.values(of: .keyring) {
      for key in (try? Keyring(decoding: bytes))?.keys ?? []
      where roster.epochs.contains(where: { $0.identity == key.identity }) {
        keyring.insert(key)
      }
    }
    guard let keys else { return }
    keyring.learn(from: roster, with: keys)
    identity = Identity(journal: roster.journal, genesis: roster.genesis, keys: keys)
  }

  /// The keys that no other keys of this home have replaced: when a device takes a new identity,
  /// the old one admits it.
  private func latest(among candidates: [DeviceKeys]) -> DeviceKeys? {
    candidates.first { candidate in
      let admitted = envelopes.filter {
        $0.header.kind == .control && $0.header.device == candidate.device
      }.flatMap { (try? ControlRecord.decode($0.payload)) ?? [] }
      return !candidates.contains { other in
        other.device != candidate.device
          && admitted.contains { record in
            guard case .member(let member) = record else { return false }
            return member.device == other.device
          }
      }
    }
  }

  /// Without a genesis envelope nothing proves who the device was, so what it signed itself counts
  /// as its own.
  ///
  /// A device has none if it has joined and received nothing yet, or if that envelope is lost.
  private mutating func takeOnTrust(_ wreck: Wreck) {
    guard let journal = wreck.values(of: .journal).lazy.compactMap({ JournalID($0) }).first,
      let genesis = wreck.values(of: .genesis).lazy.compactMap({ EnvelopeID($0) }).first,
      let bytes = wreck.values(of: .deviceKeys).first,
      let keys = try? DeviceKeys(decoding: bytes)
    else { return }
    identity = Identity(journal: journal, genesis: genesis, keys: keys)
    envelopes = wreck.envelopes.filter {
      (try? $0.verify(signedBy: keys.member.signingKey)) != nil
    }
    for bytes in wreck.values(of: .keyring) {
      for key in (try? Keyring(decoding: bytes))?.keys ?? [] { keyring.insert(key) }
    }
  }

  private mutating func fold(_ wreck: Wreck) {
    let named = Set(wreck.values(of: .genesis).compactMap { EnvelopeID($0) })
    let controls = wreck.envelopes.filter { $0.header.kind == .control }
    let founding = controls.filter { (try? Roster(genesis: $0)) != nil }
    guard let genesis = founding.first(where: { named.contains($0.id) }) ?? founding.first
    else { return }
    roster = try? Roster(genesis: genesis)
    // Each signer was admitted by an earlier one, so each round can verify more than the last.
    var left = controls.filter { $0.id != genesis.id }
    var before = left.count + 1
    while left.count < before {
      before = left.count
      left = left.filter { (try? roster?.admit($0)) == nil }
    }
  }

  private mutating func keepProperties(_ wreck: Wreck) {
    for property in [
      Property.relayAddress, .relayHeaders, .relayCode, .deviceName, .lastEntry, .shownReviews,
      .finishedDrafts, .restored, .backupMade, .backupChecked,
      .drilled, .drillReminded,
    ] {
      properties[property] = wreck.values(of: property).first
    }
    if let shown = properties[.shownReviews], (try? ShownReviews(decoding: shown)) == nil {
      properties[.shownReviews] = nil
    }
    if let finished = properties[.finishedDrafts],
      (try? FinishedDrafts(decoding: finished)) == nil
    {
      properties[.finishedDrafts] = nil
    }
    // Older lists of devices that lie in the file say less than the newest, but nothing false.
    for property in [Property.formerDevices, .untoldFormerDevices, .untoldForks] {
      let devices = wreck.values(of: property).reduce(into: Set()) { devices, bytes in
        devices.formUnion(DeviceID.list(bytes))
      }.filter { roster?.member($0) != nil }
      properties[property] = devices.isEmpty ? nil : devices.sorted().flatMap(\.bytes)
    }
  }

  /// The intact envelopes whose predecessors in their log are all intact.
  var joined: [Envelope] {
    var held: Set<EnvelopeID> = [.zero]
    return envelopes.sorted { $0.header.number < $1.header.number }.filter { envelope in
      guard held.contains(envelope.header.previous) else { return false }
      return held.insert(envelope.id).inserted
    }
  }

  /// How many rows of the database hold an envelope that is not intact.
  var damagedRows: Int {
    let ids = Set(envelopes.map(\.id))
    return rows.count { row in row.map { !ids.contains($0) } ?? true }
  }

  /// Whether the database's own rows are whole, with none missing between them.
  var areRowsWhole: Bool {
    let ids = Set(rows.compactMap { $0 })
    let previous = envelopes.filter { ids.contains($0.id) }.map(\.header.previous)
    return problems.isEmpty && damagedRows == 0
      && previous.allSatisfy { $0 == .zero || ids.contains($0) }
  }

  var check: StoreCheck {
    let joined = joined
    let ids = Set(envelopes.map(\.id))
    // Each gap is at least one envelope: the one that an intact envelope names as its predecessor.
    let missing = Set(envelopes.map(\.header.previous)).subtracting(ids).subtracting([.zero])
    return StoreCheck(
      problems: problems, intact: ids.count, joined: joined.count,
      readable: envelopes.count {
        $0.header.kind == .change && (try? Sealer.open($0, with: keyring)) != nil
      },
      lost: max(missing.count, damagedRows), hasKeys: identity != nil)
  }
}
