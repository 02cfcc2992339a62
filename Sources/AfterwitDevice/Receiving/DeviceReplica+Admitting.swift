internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// Most of a page is stored in a moment. But changes to one text that two machines wrote over each
// other cost more the longer that went on, and a member can make what costs most. So a page is
// admitted in parts: each is one transaction, and between two of them a session can end. What was
// admitted stays; the cursor moves with the last part, so the next session goes on where this one
// ended.

extension DeviceReplica {
  func admit(
    _ page: [IncomingEnvelope], remembering state: RelayState, while hasTime: @Sendable () -> Bool
  ) async throws -> Admission {
    try admit(page, from: .relay(state), while: hasTime)
  }

  /// Admits envelopes that a file brought, of which no relay has to know.
  func admit(carried page: [IncomingEnvelope]) async throws -> Admission {
    try admit(page, from: .file, while: { true })
  }

  /// From where envelopes come.
  private enum Origin {
    /// From the relay, of which a state is to be remembered when all of them are in.
    case relay(RelayState)
    case file
  }

  private func admit(
    _ page: [IncomingEnvelope], from origin: Origin, while hasTime: @Sendable () -> Bool
  ) throws -> Admission {
    let clock = ContinuousClock()
    var total = Admission()
    var (start, size) = (0, PartSize())
    let first = size.count
    repeat {
      let end = min(start + size.count, page.count)
      var part = Admission()
      let time = try clock.measure {
        part = try admit(page[start..<end], from: origin, isLast: end == page.count)
      }
      total.add(part)
      size.note(time, of: end - start)
      start = end
      if start < page.count, !hasTime() { return total }
    } while start < page.count
    guard page.count > first, !total.strangers.isEmpty || !total.gaps.isEmpty else {
      return total
    }
    // What came before it could be placed is looked at once more, now that the others are there.
    let last = try admit(page[...], from: origin, isLast: false)
    total.admitted += last.admitted
    total.waiting += last.waiting
    total.unknown += last.unknown
    total.acknowledgements += last.acknowledgements
    total.forkedDevices.formUnion(last.forkedDevices)
    (total.strangers, total.gaps) = (last.strangers, last.gaps)
    return total
  }

  /// Admits a part of a page in one transaction, which remembers the relay's state with the last one.
  private func admit(
    _ part: ArraySlice<IncomingEnvelope>, from origin: Origin, isLast: Bool
  ) throws -> Admission {
    try store.write { transaction in
      var admitter = try Admitter(transaction, identity: transaction.identity())
      let admission = try admitter.admit(Array(part))
      members.roster = admitter.roster
      try transaction.add(admission.forkedDevices, to: .untoldForks)
      if case .relay(let state) = origin {
        try transaction.extendHeads(of: .relayHeld, past: part.compactMap(\.envelope))
        if isLast { try transaction.remember(state) }
      }
      try Author.takeOut(admitter.twins, environment: environment, transaction: transaction)
      return admission
    }
  }
}
