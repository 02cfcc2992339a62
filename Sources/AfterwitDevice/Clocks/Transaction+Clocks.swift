internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

extension Transaction {
  /// How many of a device's last changes are looked through for one that was made on one of ours.
  private static let answerReach = 32

  /// What this home has noticed about clocks.
  func clockNotes() throws -> ClockNotes {
    try property(.clockNotes).map { bytes in try ClockNotes(decoding: bytes) } ?? ClockNotes()
  }

  /// Keeps what this home has noticed about clocks.
  func setClockNotes(_ notes: ClockNotes) throws {
    try setProperty(.clockNotes, to: notes.bytes)
  }

  /// Notes that this machine's clock has jumped, if it has, for who writes a change now.
  func noteClockJump(after own: Timestamp?, now: UInt64) throws {
    guard let jump = ClockJump(after: own, newest: try newestTimestamp(), now: now) else { return }
    var notes = try clockNotes()
    notes.jump = jump
    try setClockNotes(notes)
  }

  /// The notes after a comparison of this machine's clock with that of each other device.
  func comparedClocks(now: UInt64) throws -> ClockNotes {
    var notes = try clockNotes()
    let identity = try identity()
    let local = try localDevices()
    let own = try lastTimestamp(of: identity.device)
    // What this machine wrote while its clock was ahead tells nothing of the others.
    let bound =
      min(own?.milliseconds ?? now, now, Timestamp.lastMillisecond) + UInt64(ClockJump.tolerance)
    for member in try roster(genesis: identity.genesis)?.members ?? []
    where member.rank == Member.deviceRank && !local.contains(member.device) {
      let changes = try lastChanges(of: member.device, limit: Self.answerReach)
      guard let last = changes.first else { continue }
      var answer: (theirs: Timestamp, ours: Timestamp)?
      for change in changes where answer == nil {
        let ours = try change.parents.map { try changeStamp(at: $0) }.filter {
          local.contains($0.order.device) && $0.timestamp.milliseconds <= bound
        }.map(\.timestamp).max()
        answer = ours.map { (change.timestamp, $0) }
      }
      let comparison = ClockComparison(last: last.timestamp, answer: answer, now: now)
      notes.note(comparison.finding, of: member.device)
    }
    return notes
  }
}
