internal import AfterwitDevice
internal import AfterwitSync

extension SyncReport {
  /// Fails if something was forged, if the journal needs a newer version, if this home was copied, or
  /// if relay and device still differ.
  func check() throws(CommandFailure) {
    guard forged == 0 else {
      throw CommandFailure(
        .integrity, "\(forged) of the envelopes that came were forged, and refused.",
        safe: "Your journal holds only what your devices wrote.",
        next: "Ask who runs the relay; afterwit sync can be repeated.")
    }
    guard !needsNewerVersion else {
      throw CommandFailure(DeviceFailure.membership(.newerVersion))
    }
    guard ownForks.isEmpty else { throw .forked }
    guard damaged == 0 else {
      let changes = damaged == 1 ? "1 change" : "\(damaged) changes"
      throw CommandFailure(
        .failed,
        "\(changes) in this machine's own file \(damaged == 1 ? "is" : "are") damaged and "
          + "cannot be sent.",
        safe: "Everything else was exchanged, but for what follows in the same log.",
        next: "Type: afterwit store check, then: afterwit store salvage")
    }
    guard declined == 0 else { throw refusal }
    guard agreed else {
      throw CommandFailure(
        .relay, "The relay and this device do not hold the same yet.",
        safe: "What came and what you wrote is saved here.", next: "Type: afterwit sync")
    }
  }
}
