/// What the world does to devices, by the names that a repeated run may switch off.
package enum Fault: String, CaseIterable, Hashable, Sendable {
  /// A request does not arrive.
  case drop
  /// A request is performed and its answer does not arrive.
  case lostAnswer = "lost-answer"
  /// A request is performed twice.
  case duplicate
  /// A page that was appended long ago arrives once more.
  case replay
  /// A request takes up to a minute.
  case delay
  /// Half an answer arrives.
  case garble
  /// The relay says that it is busy.
  case busy
  /// The network between a device and the relay is gone for some steps.
  case partition
  /// Several sessions run at once, their calls in any order.
  case reorder
  /// A process dies, at any call or at any write to its disk.
  case crash
  /// A crash takes the machine along: what was not synced is lost, by torn pages.
  case tear
  /// A disk takes no more for some steps.
  case fullDisk = "full-disk"
  /// A sync to the disk fails.
  case failedSync = "failed-sync"
  /// The relay's machine loses power.
  case relayCrash = "relay-crash"
  /// The relay begins anew with nothing.
  case wipe
  /// The relay goes back to an earlier copy of its storage.
  case restore
  /// A home is copied and goes on as two.
  case clone
  /// A wall clock jumps by up to days, either way.
  case clockJump = "clock-jump"
  /// A second process of a device writes while the first syncs.
  case beside
  /// A further machine joins over a mailbox.
  case pairing
  /// A machine is shut out, and comes back.
  case exclusion
}

/// How often each fault happens where it can, in a thousand.
package struct FaultRates: Hashable, Sendable {
  private var rates: [Fault: Int] = [:]

  /// A world without faults.
  package init() {}

  /// The rate of a fault.
  package subscript(fault: Fault) -> Int {
    get { rates[fault] ?? 0 }
    set { rates[fault] = newValue }
  }

  /// The faults that happen, by name.
  package var faults: [Fault] {
    Fault.allCases.filter { self[$0] > 0 }
  }

  /// Switches faults off.
  package func without(_ faults: Set<Fault>) -> FaultRates {
    var rates = self
    for fault in faults { rates[fault] = 0 }
    return rates
  }

  /// Whether a fault happens now.
  func strike(_ fault: Fault, using random: inout some RandomNumberGenerator) -> Bool {
    let rate = self[fault]
    return Int.random(in: 0..<1000, using: &random) < rate
  }
}
