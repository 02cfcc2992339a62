internal import AfterwitDocument
internal import AfterwitStore

extension Author {
  /// Removes one of two copies that two changes wrote alike, if this device may write.
  static func takeOut(
    _ twins: [FieldKey: [TextConflict]], environment: Environment, transaction: Transaction
  ) throws {
    guard !twins.isEmpty, try transaction.restored() == nil,
      try !Succession(environment: environment, transaction: transaction).isBarred()
    else { return }
    try Author(environment: environment, transaction: transaction).takeOut(twins)
  }

  /// Removes one of two copies that two changes wrote alike, before anybody is shown both.
  func takeOut(_ twins: [FieldKey: [TextConflict]]) throws {
    let removal = try transaction.removal(of: twins)
    // Without the journal's key both copies stay until a device that has the key removes one.
    if !removal.isEmpty, try heldKey() != nil {
      try record(removal, on: try transaction.frontierIDs())
    }
  }
}
