package import AfterwitDocument
package import AfterwitEncoding
internal import AfterwitStore
package import AfterwitText

extension Device {
  /// Records a change made on everything this device shows; returns its envelope.
  @discardableResult
  func record(
    _ blocks: [Change.Block], touching entry: EntryID, _ transaction: Transaction
  ) throws -> EnvelopeID {
    let author = try Author(environment: environment, transaction: transaction)
    let envelope = try author.record(blocks, on: try transaction.frontierIDs())
    try transaction.setProperty(.lastEntry, to: entry.bytes)
    return envelope
  }

  /// Records operations on a text on the version that they were made on, as when a session is
  /// replayed.
  package func record(
    _ operations: [TextOperation], in key: FieldKey, on version: [EnvelopeID]
  ) throws(DeviceFailure) -> EnvelopeID {
    try writing { transaction in
      try Author(environment: environment, transaction: transaction)
        .record([Change.Block(key: key, operations: .text(operations))], on: version)
    }
  }

  /// The version that this device shows.
  package func shownVersion() throws(DeviceFailure) -> [EnvelopeID] {
    try reading { transaction in try transaction.frontierIDs() }
  }
}
