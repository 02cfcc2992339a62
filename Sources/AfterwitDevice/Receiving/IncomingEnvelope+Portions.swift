internal import AfterwitWire

// Checking signatures needs nothing from the database. So the signatures of a page are checked
// before its transaction begins, on all cores, a portion in each task. A page of one portion is
// left to the admitter.

extension IncomingEnvelope {
  /// How many envelopes one task checks.
  private static let portion = 64

  /// The envelopes of a page in their order; those of a long page are verified.
  ///
  /// - Parameter roster: reads the present members; called only for a long page.
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
