internal import AfterwitCausality
public import AfterwitEncoding

// The form in which the store keeps the presence of an entry. It never leaves the device.
extension Presence {
  /// The bytes the store keeps.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(touches: times.first)
    builder.append(touches: times.last)
    builder.append(changes: edits)
    builder.append(list: hiding)
    builder.append(count: deletions.count)
    for deletion in deletions {
      builder.append(changes: [deletion.change] + deletion.contestants)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let times = EntryTimes(first: try cursor.readTouches(), last: try cursor.readTouches())
    let edits = try cursor.readChanges()
    let hiding = try cursor.readList()
    var deletions: [Deletion] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let changes = try cursor.readChanges()
      guard let change = changes.first else { throw cursor.failure(.truncated) }
      deletions.append(Deletion(change: change, contestants: Array(changes.dropFirst())))
    }
    try cursor.requireEnd()
    self.init(times: times, edits: edits, hiding: hiding, deletions: deletions)
  }
}

extension ByteBuilder {
  fileprivate mutating func append(touches: [EntryTimes.Touch]) {
    append(count: touches.count)
    for touch in touches {
      append(count: touch.index)
      append(bigEndian: touch.timestamp.rawValue)
    }
  }

  fileprivate mutating func append(changes: [Presence.KnownChange]) {
    append(count: changes.count)
    for change in changes {
      append(count: change.index)
      append(change.envelope)
    }
  }
}

extension ByteCursor {
  fileprivate mutating func readTouches() throws(DecodingFailure) -> [EntryTimes.Touch] {
    var touches: [EntryTimes.Touch] = []
    for _ in 0..<(try readCount(limit: remaining)) {
      let index = try readCount(limit: Int(Int32.max))
      touches.append(
        EntryTimes.Touch(index: index, timestamp: Timestamp(rawValue: try readBigEndian())))
    }
    return touches
  }

  fileprivate mutating func readChanges() throws(DecodingFailure) -> [Presence.KnownChange] {
    var changes: [Presence.KnownChange] = []
    for _ in 0..<(try readCount(limit: remaining)) {
      let index = try readCount(limit: Int(Int32.max))
      changes.append(Presence.KnownChange(index: index, envelope: try readIdentifier()))
    }
    return changes
  }
}
