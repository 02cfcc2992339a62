internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension Transaction {
  /// Who made the changes of these indices: each device once, with the first of its changes.
  func writers(of indices: [Int], by all: Writers) throws -> [Writer] {
    var writers: [Writer] = []
    for index in indices {
      let writer = try all.writer(of: changeStamp(at: index))
      let isKnown = writers.contains {
        $0.device == writer.device && $0.isLocal == writer.isLocal
      }
      if !isKnown { writers.append(writer) }
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
    let writers = try writers(of: indices, by: Writers(self))
    return writers.filter(\.isLocal) + writers.filter { !$0.isLocal }
  }
}
