package import AfterwitEncoding
package import AfterwitWire

extension RelayService {
  /// Appends a page of envelopes in its order; durable when it returns.
  /// - Throws: ``RelayDenial``: `tooLarge` for a page past its limits, `busy`.
  package func append(
    _ envelopes: [[UInt8]], as session: RelaySession
  ) async throws(RelayDenial) -> AppendAnswer {
    let length = envelopes.reduce(0) { $0 + Page.byteCount(of: $1) }
    guard length <= Limits.page, envelopes.count <= Limits.pageCount else {
      throw RelayDenial(.tooLarge, "The page is larger than \(Limits.page) bytes.")
    }
    // One that is not kept is folded here, where nobody's transaction waits for it.
    let roster =
      if let kept = rosters.kept(of: session.journal) { kept } else {
        try await self.roster(of: session.journal)
      }
    // Who was introduced is none yet; who was shut out brings nothing, though its session lasted.
    guard roster?.membership.excluded[session.device]?.by.isEmpty ?? true else {
      throw RelayDenial(.unauthorized)
    }
    var incoming: [IncomingEnvelope] = []
    for bytes in envelopes {
      // A long page takes its time; others that wait for this thread come in between.
      if incoming.count % RelayLimits.verifiedAtOnce == RelayLimits.verifiedAtOnce - 1 {
        await Task.yield()
      }
      incoming.append(IncomingEnvelope(bytes, roster: roster))
    }
    return try await appends.append(incoming, byteCount: length, to: session.journal)
  }

  /// Gives the page of the order that follows a cursor; heads with the last.
  /// - Throws: ``RelayDenial``: `cursor` for a place that this order never had.
  package func pull(
    after cursor: RelayCursor, as session: RelaySession
  ) async throws(RelayDenial) -> PullAnswer {
    try await read { transaction in
      let journal = try transaction.known(session.journal)
      let expected =
        cursor.position == 0
        ? RelayCursor.start.hash : try transaction.runningHash(at: cursor.position, in: journal)
      guard cursor.hash == expected else { throw RelayDenial(.cursor) }
      let heads = try transaction.heads(of: journal)
      // Heads of many forked logs are long: the page then leaves them room in the message.
      let room = min(Limits.page, Limits.message - heads.byteCount - 64)
      var page = PageFill(byteCount: room)
      try transaction.order(after: cursor.position, of: journal, into: &page)
      let position = cursor.position + UInt64(page.envelopes.count)
      guard position < journal.end.position else {
        return PullAnswer(cursor: journal.end, heads: heads, envelopes: page.envelopes)
      }
      guard let hash = try transaction.runningHash(at: position, in: journal) else {
        throw StorageDamage("the order has a hole")
      }
      return PullAnswer(
        cursor: RelayCursor(position: position, hash: hash), heads: nil,
        envelopes: page.envelopes)
    }
  }

  /// Gives the tips of every log and where the order ends.
  package func heads(as session: RelaySession) async throws(RelayDenial) -> HeadsAnswer {
    try await read { transaction in
      let journal = try transaction.known(session.journal)
      return HeadsAnswer(cursor: journal.end, heads: try transaction.heads(of: journal))
    }
  }

  /// Gives a part of one log by number, both of a fork; as much as fits a page.
  package func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as session: RelaySession
  ) async throws(RelayDenial) -> LogAnswer {
    guard first <= last else { return LogAnswer(envelopes: []) }
    return try await read { transaction in
      let journal = try transaction.known(session.journal)
      var page = PageFill()
      try transaction.log(of: device, numbers: first...last, in: journal, into: &page)
      return LogAnswer(envelopes: page.wholeNumbers)
    }
  }
}
