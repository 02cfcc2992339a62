internal import AfterwitDevice
internal import AfterwitTestRandomness

// A commit whose sync fails is settled by the store, so that a command that failed is never found
// later. Where the next sync fails too, nobody can know, and the device says so: then the machine
// is ended and begun again, and what is found is what the person looks for.

extension Machine {
  /// Draws what befalls the disk during one command or session.
  ///
  /// - Parameter moves: how many writes and syncs are done at most before a crash.
  func arm(
    crashWithin moves: Int, _ rates: FaultRates, using random: inout SeededGenerator
  ) {
    if rates.strike(.crash, using: &random) {
      let moves = Int.random(in: 0...moves, using: &random)
      disk.setFaults { $0.movesUntilCrash = moves }
    }
    if rates.strike(.failedSync, using: &random) {
      let count = [1, 1, 2, 3].randomElement(using: &random) ?? 1
      disk.setFaults { $0.failingSyncs = count }
    }
  }

  /// Takes back what was drawn; a machine that is in doubt about what it saved is switched off.
  func disarm<Value>(after result: Result<Value, any Error>?) {
    disk.setFaults { faults in
      faults.movesUntilCrash = nil
      faults.failingSyncs = 0
    }
    if case .failure(let failure as DeviceFailure)? = result, failure.isOfDoubt { disk.die() }
  }
}

extension DeviceFailure {
  /// Whether it says that nobody knows if something is saved.
  fileprivate var isOfDoubt: Bool {
    if case .storage(.inDoubt) = cause { true } else { false }
  }
}
