public import AfterwitEncoding
public import AfterwitSync
public import AfterwitWire

extension MemoryRelay {
  /// A page stored, one envelope after the other.
  public func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    try begin(.append)
    let size = envelopes.reduce(0) { $0 + Page.byteCount(of: $1) }
    guard size <= faults.appendLimit, envelopes.count <= Limits.pageCount else {
      throw .refused(.tooLarge, retryAfterSeconds: nil)
    }
    var shelf = try shelf(of: token)
    let before = shelf.cursors.last ?? .start
    let outcomes = envelopes.map { shelf.append($0, quota: faults.quota) }
    storage.shelves[shelf.roster.journal] = shelf
    return try answer(
      .append,
      AppendAnswer(
        outcomes: outcomes, before: before, after: shelf.cursors.last ?? .start,
        heads: shown(shelf.heads)))
  }

  /// The order after a cursor.
  public func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    try begin(.pull)
    let shelf = try shelf(of: token)
    if faults.isEndless { return try answer(.pull, endless(after: cursor)) }
    guard cursor.position < UInt64(shelf.cursors.count),
      shelf.cursors[Int(cursor.position)] == cursor
    else { throw .refused(.cursor, retryAfterSeconds: nil) }
    let rest = shelf.order[Int(cursor.position)...]
    let page = fit(rest.compactMap { shelf.envelopes[$0]?.bytes })
    let end = Int(cursor.position) + page.count
    var shown = zip(rest, page).filter { !faults.hiddenFromOrder.contains($0.0) }
      .map { faults.replaced[$0.0] ?? $0.1 }
    if faults.isReversed { shown.reverse() }
    return try answer(
      .pull,
      PullAnswer(
        cursor: shelf.cursors[end], heads: page.count == rest.count ? self.shown(shelf.heads) : nil,
        envelopes: faults.injected + shown))
  }

  private func endless(after cursor: RelayCursor) -> PullAnswer {
    PullAnswer(
      cursor: RelayCursor(position: cursor.position + 1, hash: cursor.hash), heads: nil,
      envelopes: faults.injected)
  }

  /// The tips of every log.
  public func heads(as token: Token) async throws(RelayFailure) -> RelayAnswer<HeadsAnswer> {
    try begin(.heads)
    let shelf = try shelf(of: token)
    return try answer(
      .heads,
      HeadsAnswer(cursor: shelf.cursors.last ?? .start, heads: shown(shelf.heads)))
  }

  /// A part of one log.
  public func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer> {
    try begin(.log)
    let shelf = try shelf(of: token)
    let part = (shelf.logs[device] ?? []).filter { first <= $0.number && $0.number <= last }
    let bytes = part.compactMap { tip in
      faults.replaced[tip.id] ?? shelf.envelopes[tip.id]?.bytes
    }
    return try answer(.log, LogAnswer(envelopes: fit(bytes)))
  }

  private func shown(_ heads: Heads) -> Heads { faults.heads?(heads) ?? heads }

  /// The first envelopes that fit a page, at least one.
  private func fit(_ envelopes: [[UInt8]]) -> [[UInt8]] {
    var size = 0
    var page: [[UInt8]] = []
    for envelope in envelopes {
      size += Page.byteCount(of: envelope)
      guard page.isEmpty || size <= pageLimit, page.count < Limits.pageCount else { break }
      page.append(envelope)
    }
    return page
  }
}
