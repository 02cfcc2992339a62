internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension Author {
  /// Leaves one copy of what two changes wrote alike, where this device may write.
  static func takeOut(
    _ twins: [FieldKey: [TextConflict]], environment: Environment, transaction: Transaction
  ) throws {
    guard !twins.isEmpty,
      try !Succession(environment: environment, transaction: transaction).isBarred()
    else { return }
    try Author(environment: environment, transaction: transaction).takeOut(twins)
  }

  /// Leaves one copy of what two changes wrote alike, before anybody is shown both.
  func takeOut(_ twins: [FieldKey: [TextConflict]]) throws {
    let removal = try transaction.removal(of: twins)
    // Without the journal's key both copies stand until a device that has it takes one out.
    if !removal.isEmpty, try writingKey() != nil {
      try record(removal, on: try transaction.frontierIDs())
    }
  }
}
