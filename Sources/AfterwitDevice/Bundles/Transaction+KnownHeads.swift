internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// Nobody tells this machine what another one holds. But what a device wrote names what it was made on,
// and it held all of that, with all that comes before it in those logs; so it held its own log too.
// What it holds beyond that is sent once more, and is known there (AW-BUNDLE-2).

extension Transaction {
  /// The ends of all that a device is known to hold.
  ///
  /// A log that has several ends counts for nothing.
  /// - Complexity: that of a walk through the causal graph.
  func heads(knownOf device: DeviceID) throws -> Heads {
    var heads = Heads()
    let graph = try causalGraph()
    var isHeld = [Bool](repeating: false, count: graph.count)
    for entry in try placedLog(of: device, from: 1) {
      if let index = try changeIndex(entry.id) { isHeld[index] = true }
    }
    for index in isHeld.indices.reversed() where isHeld[index] {
      for parent in graph.parents(of: index) { isHeld[parent] = true }
      let change = try changeStamp(at: index).order
      let tip = Heads.Tip(number: change.number, id: change.envelope)
      if let last = heads.tips[change.device]?.first, last.number >= tip.number { continue }
      heads.tips[change.device] = [tip]
    }
    for other in Array(heads.tips.keys) where try tips(of: other).count > 1 {
      heads.tips[other] = nil
    }
    let own = try tips(of: device)
    if own.count == 1 { heads.tips[device] = own }
    return heads
  }
}
