internal import AfterwitEncoding
internal import AfterwitWire

// Heads decide: what the relay's heads name and the device lacks is fetched log by log.
extension SyncSession {
  /// The logs that are still to be fetched; the first is being fetched.
  struct Fetch: Sendable {
    let view: RelayView
    var ranges: [LogRange]
    /// The tips that are not held, by device.
    let wanted: [DeviceID: [Heads.Tip]]
    /// Devices whose log is being fetched from its first envelope.
    var fromStart: Set<DeviceID> = []
    /// Whether the log that is being fetched contained a forgery.
    var isTainted = false
  }

  mutating func handle(_ answer: HeadsAnswer, in generation: Generation) -> Effect {
    _ = note(generation)
    return compare(
      RelayView(heads: answer.heads, cursor: memory.cursor == nil ? answer.cursor : nil))
  }

  /// Compares with heads that have just come, a bounded number of times.
  mutating func compare(_ view: RelayView) -> Effect {
    progress.rounds += 1
    guard progress.rounds <= Self.roundLimit else { return end(.disagreed) }
    return compareAgain(view)
  }

  /// Compares with the same heads after something was admitted.
  mutating func compareAgain(_ view: RelayView) -> Effect {
    state = .comparing(view)
    return .compare(view.heads, and: progress.strangers)
  }

  /// Fetches what can be fetched; then remembers the cursor; then pushes.
  mutating func settle(_ view: RelayView, _ comparison: Comparison) -> Effect {
    progress.strangers.formIntersection(comparison.unheld)
    note(comparison.lacking)
    let missing = view.heads.tips.mapValues { tips in
      tips.filter { comparison.unheld.contains($0.id) }
    }
    report.missing = missing.values.reduce(0) { $0 + $1.count }
    report.pending = comparison.lacking.pending.count
    report.damaged = comparison.lacking.damaged.count
    if report.pullFailure == nil {
      let wanted = missing.mapValues { $0.filter { isWorthFetching($0.id) } }
      let ranges = ranges(of: wanted, beside: comparison.ours)
      if !ranges.isEmpty {
        return next(Fetch(view: view, ranges: ranges, wanted: wanted))
      }
      if let cursor = view.cursor {
        memory.cursor = cursor
        return remember(then: .settle(view, comparison))
      }
    }
    return push(view, comparison)
  }

  private func isWorthFetching(_ tip: EnvelopeID) -> Bool {
    guard let new = progress.fetchedInVain[tip] else { return true }
    return new < progress.gained
  }

  /// The parts to fetch: from our tip on if the relay's is beyond it; else the whole log, because
  /// the relay has another branch.
  private func ranges(
    of wanted: [DeviceID: [Heads.Tip]], beside ours: Heads
  ) -> [LogRange] {
    let known = ours.tips
    let ranges = wanted.compactMap { device, tips -> LogRange? in
      guard let last = tips.map(\.number).max(), let least = tips.map(\.number).min() else {
        return nil
      }
      let end = known[device]?.map(\.number).max() ?? 0
      guard last > 0 else { return nil }
      return LogRange(device: device, first: least > end ? end + 1 : 1, last: last)
    }
    return ranges.sorted { left, right in
      let isLeftKnown = known[left.device] != nil
      let isRightKnown = known[right.device] != nil
      return isLeftKnown != isRightKnown ? isLeftKnown : left.device < right.device
    }
  }

  private mutating func next(_ fetch: Fetch) -> Effect {
    guard let range = fetch.ranges.first, let token = memory.token else {
      return compareAgain(fetch.view)
    }
    state = .fetching(fetch)
    return .fetch(range, as: token)
  }

  mutating func handle(
    _ answer: LogAnswer, of fetch: Fetch, in generation: Generation
  ) -> Effect {
    if note(generation) { return exchange() }
    guard let range = fetch.ranges.first, !answer.envelopes.isEmpty else {
      return endLog(of: fetch)
    }
    let greatest = answer.envelopes.compactMap { numbered($0, in: range) }.max()
    let next = greatest.flatMap { $0 < range.last ? $0 + 1 : nil }
    state = .admittingLog(fetch, next: next)
    return .admit(answer.envelopes, remembering: memory)
  }

  /// The number of an envelope of this part of a log; `nil` for anything else.
  private func numbered(_ bytes: [UInt8], in range: LogRange) -> UInt64? {
    guard let header = try? Envelope(parsing: bytes).header, header.device == range.device,
      (range.first...range.last).contains(header.number)
    else { return nil }
    return header.number
  }

  mutating func handle(_ admission: Admission, of fetch: Fetch, next number: UInt64?) -> Effect {
    tally(admission)
    var fetch = fetch
    fetch.isTainted = fetch.isTainted || admission.isTainted
    guard let range = fetch.ranges.first else { return endLog(of: fetch) }
    if admission.gaps.contains(range.device), !fetch.fromStart.contains(range.device) {
      fetch.fromStart.insert(range.device)
      fetch.ranges[0] = LogRange(device: range.device, first: 1, last: range.last)
      return next(fetch)
    }
    guard let number, admission.isUseful else { return endLog(of: fetch) }
    fetch.ranges[0] = LogRange(device: range.device, first: number, last: range.last)
    return next(fetch)
  }

  /// Ends the first log, and notes its tips as fetched, which counts if they are still not held.
  private mutating func endLog(of fetch: Fetch) -> Effect {
    var fetch = fetch
    if !fetch.ranges.isEmpty {
      let range = fetch.ranges.removeFirst()
      for tip in fetch.wanted[range.device] ?? [] {
        progress.fetchedInVain[tip.id] = fetch.isTainted ? .max : progress.gained
      }
    }
    fetch.isTainted = false
    return next(fetch)
  }
}
