package import AfterwitEncoding

extension Change {
  /// What the change does to each entry that it touches (Protocol/4-documents, "What presence
  /// shows").
  ///
  /// A block that only takes out what two devices wrote alike touches nothing; one that is not
  /// understood does, whatever stands in it (AW-DOC-40).
  package var touches: [EntryID: Presence.Touch] {
    var touches: [EntryID: Presence.Touch] = [:]
    for block in blocks where !block.operations.isSame {
      let touch: Presence.Touch =
        switch block.operations {
        case .presence(.deleted): .deletion
        case .presence(.restored): .restoration
        case .text, .register, .set, .unknown: .edit
        }
      touches[block.key.entry] = max(touches[block.key.entry] ?? .edit, touch)
    }
    return touches
  }
}
