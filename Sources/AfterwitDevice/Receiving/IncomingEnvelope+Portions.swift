internal import AfterwitWire

// The signatures of a page need nothing of the database, so they are checked before its transaction
// begins, a portion by a task, on all cores. A page of one portion is left to the admitter.

extension IncomingEnvelope {
  /// How many one task checks.
  private static let portion = 64

  /// The envelopes of a page in their order, verified where the page is long.
  ///
  /// - Parameter roster: reads the members of now; asked only for a long page.
  static func all(
    of page: [[UInt8]], by roster: () throws -> Roster?
  ) async throws -> [IncomingEnvelope] {
    guard page.count > portion, let roster = try roster() else { return unchecked(page) }
    let starts = stride(from: 0, to: page.count, by: portion)
    return await withTaskGroup(of: (Int, [IncomingEnvelope]).self) { tasks in
      for start in starts {
        let bytes = page[start..<min(start + portion, page.count)]
        tasks.addTask { (start, bytes.map { IncomingEnvelope($0, roster: roster) }) }
      }
      let portions = await tasks.reduce(into: [:]) { $0[$1.0] = $1.1 }
      return starts.flatMap { portions[$0] ?? [] }
    }
  }

  /// Envelopes whose signatures are left to the admitter.
  static func unchecked(_ envelopes: some Sequence<[UInt8]>) -> [IncomingEnvelope] {
    envelopes.map { IncomingEnvelope($0, roster: nil) }
  }
}
