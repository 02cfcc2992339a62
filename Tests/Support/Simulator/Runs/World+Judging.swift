internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitSync
internal import AfterwitWire
internal import Glibc

extension World {
  /// Judges the run by all invariants.
  func judge() async throws {
    try sabotage.home(machines[0].path)
    try sabotage.relayFolder(host.folder)
    let archives = try machines.map { try Archive(of: $0.path) }
    try judge(archives, relayHeads: await relayHeads(for: archives[0].token))
  }

  /// What the relay says it holds, or `nil` where it does not say.
  private func relayHeads(for token: Token?) async -> Heads? {
    guard let token else { return nil }
    return try? await DirectRelay(host: host).heads(as: token).value.heads
  }

  private func judge(_ archives: [Archive], relayHeads: Heads?) throws {
    for (machine, archive) in zip(machines, archives) {
      try checkDurability(of: machine, holding: archive.ids)
      try checkCausality(archive, of: machine)
    }
    let statuses = try machines.map { try $0.running().status() }
    try checkCompleteness(archives, statuses, relayHeads)
    try checkIdentities(archives[0].heads, statuses)
    try checkConvergence(statuses)
    try checkNothingLost(archives[0])
    try checkNothingElse(archives[0])
    try checkBlindness(archives[0])
  }

  /// What was reported as failed is not there: every change is a person's, or one that devices make
  /// by themselves.
  private func checkNothingElse(_ archive: Archive) throws {
    let meant = Set(deeds.map(\.id))
    for change in archive.changes where !meant.contains(change.id) {
      guard change.isOfTwins || change.blocks.allSatisfy({ $0.key.entry == .journal }) else {
        throw Violation(.durability, "a change is there that was reported as failed")
      }
    }
  }

  /// No change is shown before those it was made on.
  private func checkCausality(_ archive: Archive, of machine: Machine) throws {
    let places = Dictionary(uniqueKeysWithValues: archive.changes.map { ($0.id, $0.place) })
    for change in archive.changes {
      guard let place = change.place else { continue }
      for parent in change.parents {
        guard let before = places[parent] ?? nil, before < place else {
          throw Violation(
            .causality, "machine \(machine.index) has a change and not what it was made on")
        }
      }
    }
    let changes = Dictionary(uniqueKeysWithValues: archive.changes.map { ($0.id, $0) })
    for deed in deeds {
      guard let change = changes[deed.id] else { continue }
      guard Self.shown(change.parents, among: changes, notBefore: deed.version) == deed.version
      else {
        throw Violation(.causality, "a change was made on another version than was shown")
      }
    }
  }

  /// The version without what a command writes of its own before it: the name of a new identity.
  private static func shown(
    _ parents: Set<EnvelopeID>, among changes: [EnvelopeID: Archive.Entry],
    notBefore version: Set<EnvelopeID>
  ) -> Set<EnvelopeID> {
    var shown: Set<EnvelopeID> = []
    for parent in parents {
      if !version.contains(parent), let change = changes[parent],
        change.blocks.allSatisfy({ $0.key.entry == .journal })
      {
        shown.formUnion(change.parents)
      } else {
        shown.insert(parent)
      }
    }
    return shown
  }

  /// In the end all hold the same.
  private func checkCompleteness(
    _ archives: [Archive], _ statuses: [Status], _ relayHeads: Heads?
  ) throws {
    for (machine, (archive, status)) in zip(machines, zip(archives, statuses)) {
      guard status.waiting == 0, status.quarantined == 0 else {
        throw Violation(
          .completeness,
          "machine \(machine.index) has \(status.waiting) waiting, \(status.quarantined) set aside")
      }
      guard archive.ids == archives[0].ids, archive.heads == archives[0].heads else {
        throw Violation(.completeness, "machines 0 and \(machine.index) hold other envelopes")
      }
      for deed in deeds where !archive.ids.contains(deed.id) {
        throw Violation(.completeness, "machine \(machine.index) lacks a change that was made")
      }
    }
    guard let relayHeads else {
      throw Violation(.completeness, "the relay does not tell its heads")
    }
    guard relayHeads == archives[0].heads else {
      throw Violation(.completeness, "the relay holds other envelopes than the devices")
    }
  }

  /// A home that has learned that another one writes under its identity has taken a new one.
  private func checkIdentities(_ heads: Heads, _ statuses: [Status]) throws {
    for (machine, status) in zip(machines, statuses) {
      guard heads.tips[status.device]?.count ?? 0 < 2 else {
        throw Violation(.durability, "machine \(machine.index) goes on writing beside a fork")
      }
    }
  }

  /// What an entry shows, as far as the seed decides it: of values written at one time, and of places
  /// given at one time, the ids of envelopes choose.
  private static func words(of entry: EntryView) -> String {
    let fields = entry.fields.map { name, value in
      switch value {
      case .register(_, let others): "\(name.name.string): \(others.count + 1) values"
      case .list(let elements):
        "\(name.name.string): \(elements.map { "\($0.id) \($0.openParts.count)" }.sorted())"
      case .text, .set, .counter: "\(name.name.string): \(value)"
      }
    }
    return "\(entry.kindName) \(fields) \(entry.openParts.count)"
  }

  /// Devices that admitted the same changes show the same journal, in whatever order they came.
  private func checkConvergence(_ statuses: [Status]) throws {
    let first = statuses[0]
    // The ids of envelopes hang on keys that no seed decides, and so does a digest.
    for listed in try machines[0].running().list(ListFilter()) {
      trace.note("shown: \(listed.entry.id) \(Self.words(of: listed.entry))")
    }
    for (machine, status) in zip(machines, statuses).dropFirst() {
      guard status.held == first.held, status.digest == first.digest else {
        throw Violation(.convergence, "machines 0 and \(machine.index) show other journals")
      }
    }
    let views = try views(on: machines[0])
    for machine in machines.dropFirst() where try self.views(on: machine) != views {
      throw Violation(.convergence, "machines 0 and \(machine.index) keep other views")
    }
    let last = machines[machines.count - 1]
    if plan.seed % 2 == 0 {
      try last.running().rebuild()
      let rebuilt = try last.running().status()
      guard rebuilt.held == first.held, rebuilt.digest == first.digest,
        try self.views(on: last) == views
      else {
        throw Violation(.convergence, "machine \(last.index), rebuilt, shows another journal")
      }
    }
    try checkReviews(counted: first.reviews)
    try checkEndedReviews()
  }

  /// What a machine keeps to show of each entry, which the digest does not cover byte for byte: the
  /// digest is of hashes that were put beside it.
  private func views(on machine: Machine) throws -> [EntryView?] {
    let device = try machine.running()
    return entries.map { try? device.entry($0) }
  }

  /// Every run of typed text is in the view, or was deleted by someone who saw it.
  private func checkNothingLost(_ archive: Archive) throws {
    let ancestry = Ancestry(archive.changes)
    let records = EntryRecord.all(in: archive, ancestry)
    let byEntry = Dictionary(grouping: deeds.filter { !ancestry.isVoid($0.id) }, by: \.entry)
    let device = try machines[0].running()
    let reviews = Dictionary(grouping: try device.reviews(asShown: false), by: \.entry)
    for entry in entries {
      let (record, deeds) = (records[entry] ?? EntryRecord(), byEntry[entry] ?? [])
      let expectation = Expectation(
        of: record, deeds: deeds, ancestry: ancestry, reviews: reviews[entry] ?? [])
      let view: EntryView
      do {
        view = try device.entry(entry)
      } catch {
        if record.isGone { continue }
        throw Violation(.nothingLost, "an entry is gone: \(error)")
      }
      guard !record.isGone else { throw Violation(.nothingLost, "an entry is there again") }
      if let difference = expectation.differences(from: view).first {
        throw Violation(.nothingLost, difference)
      }
      let dispute = Dispute(of: record, deeds: deeds, ancestry: ancestry)
      if let difference = dispute.differences(from: view).first {
        throw Violation(.reviews, difference)
      }
    }
  }

  /// What the relay holds depends on the content only through padded length.
  private func checkBlindness(_ archive: Archive) throws {
    for length in archive.lengths where Padding.paddedCount(bodyCount: length - 20) != length {
      throw Violation(.blindness, "a change of \(length) bytes is not padded")
    }
    let stem = Array(Membership.stem.utf8)
    for (name, bytes) in try host.copy() where Self.holds(bytes, stem) {
      throw Violation(.blindness, "\(name) at the relay holds words that were typed")
    }
  }

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { whole in
      guard let start = whole.baseAddress, let first = part.first else { return false }
      var offset = 0
      while offset + part.count <= whole.count,
        let found = memchr(start + offset, Int32(first), whole.count - part.count - offset + 1)
      {
        offset = UnsafeRawPointer(found) - start
        if memcmp(found, part, part.count) == 0 { return true }
        offset += 1
      }
      return false
    }
  }
}
