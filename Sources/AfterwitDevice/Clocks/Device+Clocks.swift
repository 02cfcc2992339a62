internal import AfterwitStore

extension Device {
  /// What a person should know of clocks and has not been told; it is told from here on.
  public func takeClockFacts() throws(DeviceFailure) -> [ClockFact] {
    guard try reading({ transaction in try transaction.clockNotes() }).isUntold else { return [] }
    return try writing { transaction in
      var notes = try transaction.clockNotes()
      let facts = notes.take(naming: try transaction.deviceNames())
      try transaction.setClockNotes(notes)
      return facts
    }
  }

  /// Compares this machine's clock with those of the other devices, by what came from them.
  func compareClocks() throws {
    let now = environment.nowMilliseconds()
    let isNews = try store.read { transaction in
      try transaction.comparedClocks(now: now) != transaction.clockNotes()
    }
    guard isNews else { return }
    try store.write { transaction in
      try transaction.setClockNotes(try transaction.comparedClocks(now: now))
    }
  }
}
