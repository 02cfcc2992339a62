internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension Transaction {
  /// Who made the changes of these indices: each device once, with the first of its changes.
  func writers(
    of indices: [Int], _ local: LocalWriting, _ names: [DeviceID: String]
  ) throws -> [Writer] {
    var writers: [Writer] = []
    for index in indices {
      let stamp = try changeStamp(at: index)
      let isLocal = try local.contains(stamp.order)
      let isKnown = writers.contains { $0.device == stamp.order.device && $0.isLocal == isLocal }
      guard !isKnown else { continue }
      writers.append(
        Writer(
          device: stamp.order.device, name: names[stamp.order.device], isLocal: isLocal,
          milliseconds: stamp.timestamp.milliseconds))
    }
    return writers
  }

  /// Who has changed a field since a version, this machine first.
  func writers(of key: FieldKey, since version: [EnvelopeID]) throws -> [Writer] {
    let known = try version.compactMap { try changeIndex($0) }
    var shelf = try StoreShelf(reading: self)
    let indices = try changes(of: key.entry).compactMap { placed -> Int? in
      guard placed.change.operations(on: key) != nil,
        try !shelf.isAncestor(placed.stamp.index, orEqualToAnyOf: known)
      else { return nil }
      return placed.stamp.index
    }
    let writers = try writers(of: indices, try LocalWriting(self), try deviceNames())
    return writers.filter(\.isLocal) + writers.filter { !$0.isLocal }
  }
}
