internal import AfterwitWire

// A signature takes longer to check than all else that is done with an envelope, and needs nothing
// of the database. So those of a page are checked before its transaction begins, on all cores.
//
// A device's id is the hash of its key, so a signature is good or not whoever is a member. Who is
// one is known for sure within the transaction only: there the admitter decides, and checks itself
// what nobody has checked.

/// Envelopes of unknown origin, parsed, with what is known of their signatures.
struct Arrivals: Sendable {
  /// An envelope that parses.
  struct Arrival: Sendable {
    let envelope: Envelope
    /// Whether it was checked that the device it names signed it.
    let isSigned: Bool
  }

  /// So many are checked by one task; no more than these are left to the admitter.
  static let portion = 64

  /// Those that parse, in the order they came.
  let parsed: [Arrival]
  /// How many do not.
  let malformedCount: Int
}

extension Arrivals {
  /// Parses envelopes; their signatures are left to the admitter.
  init(_ envelopes: some Sequence<[UInt8]>) {
    self.init(envelopes, checkedBy: nil)
  }

  /// Parses envelopes and checks their signatures by the members that a roster names.
  init(_ envelopes: [[UInt8]], checkedBy roster: Roster?) async {
    guard let roster, envelopes.count > Self.portion else {
      self.init(envelopes)
      return
    }
    let starts = stride(from: 0, to: envelopes.count, by: Self.portion)
    let portions = await withTaskGroup(of: (Int, Arrivals).self) { tasks in
      for start in starts {
        let portion = envelopes[start..<min(start + Self.portion, envelopes.count)]
        tasks.addTask { (start, Arrivals(portion, checkedBy: roster)) }
      }
      return await tasks.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    let inOrder = starts.compactMap { portions[$0] }
    self.init(
      parsed: inOrder.flatMap(\.parsed),
      malformedCount: inOrder.reduce(0) { $0 + $1.malformedCount })
  }

  private init(_ envelopes: some Sequence<[UInt8]>, checkedBy roster: Roster?) {
    var (parsed, malformedCount) = ([Arrival](), 0)
    for bytes in envelopes {
      guard let envelope = try? Envelope(parsing: bytes) else {
        malformedCount += 1
        continue
      }
      let isSigned = roster.map { (try? $0.verify(envelope)) != nil } ?? false
      parsed.append(Arrival(envelope: envelope, isSigned: isSigned))
    }
    self.init(parsed: parsed, malformedCount: malformedCount)
  }
}
