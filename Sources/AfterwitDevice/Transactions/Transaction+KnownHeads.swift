internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// What another machine holds is known from two things. What it wrote names what it was made on, and
// it held all of that, with all that comes before it in those logs (AW-BUNDLE-2). And
// once a day at most it says itself what it holds, in a heads envelope (AW-SEAL-51).

extension Transaction {
  /// The ends of all that a device is known to hold.
  ///
  /// A log that has several ends counts for nothing.
  /// - Complexity: O(*logs* + ``lookBack``), whatever the journal holds.
  func heads(knownOf device: DeviceID) throws -> Heads {
    var known = try heads(saidBy: device)
    let ours = try heads().tips.filter { $0.value.count == 1 }
    for (log, tip) in try tipsBuiltOn(by: device, among: Set(ours.keys)) {
      if known.tips[log]?.first.map({ $0.number < tip.number }) ?? true { known.tips[log] = [tip] }
    }
    if let own = ours[device] { known.tips[device] = own }
    return known
  }

  /// The ends that a device's last heads envelope names, as far as they are held here.
  func heads(saidBy device: DeviceID) throws -> Heads {
    var said = Heads()
    for (log, tips) in try acknowledgement(of: device)?.held.tips ?? [:] {
      guard let tip = tips.last, tips.count == 1, try self.tips(of: log).count == 1,
        let entry = try logEntry(tip.id), entry.device == log, entry.number == tip.number
      else { continue }
      said.tips[log] = [tip]
    }
    return said
  }

  /// What a device said last that it holds; `nil` where it said nothing that can be read.
  func acknowledgement(of device: DeviceID) throws -> Acknowledgement? {
    guard let bytes = try lastHeadsEnvelope(of: device),
      let envelope = try? Envelope(parsing: bytes),
      let body = try? Sealer.open(envelope, with: try keyring())
    else { return nil }
    return try? Acknowledgement(decoding: body)
  }

  /// How many changes are looked at to tell what the last ones of a device were made on.
  private static var lookBack: Int { 1024 }

  /// The last change of each log that the last changes of a device were made on, directly or not.
  private func tipsBuiltOn(
    by device: DeviceID, among logs: Set<DeviceID>
  ) throws -> [DeviceID: Heads.Tip] {
    var found: [DeviceID: Heads.Tip] = [:]
    var left = logs
    var queue = Set(try lastChangeIndices(of: device, limit: 8))
    for _ in 0..<Self.lookBack {
      guard !left.isEmpty, let index = queue.max() else { break }
      queue.remove(index)
      let stamp = try changeStamp(at: index)
      // What comes later in the graph may lie earlier in its log, but only in one that is forked.
      if left.remove(stamp.order.device) != nil {
        found[stamp.order.device] = Heads.Tip(
          number: stamp.order.number, id: stamp.order.envelope)
      }
      queue.formUnion(stamp.parents)
    }
    return found
  }
}
