internal import AfterwitEncoding

extension Change {
  /// Whether it touches anything.
  package var isTouch: Bool { blocks.contains(where: \.operations.isTouch) }

  /// What the change does to the presence of each entry and element that it touches, by the key of that
  /// presence (Protocol/4-documents, "What presence shows" and "What a list shows").
  ///
  /// A block that only takes out what two devices wrote alike touches nothing, nor does one that only
  /// moves elements; one that is not understood touches, whatever stands in it (AW-DOC-40).
  ///
  /// - Parameter setAside: the lists whose own operations have no effect; they touch no element.
  /// - Returns: Each presence once, ascending by key.
  package func touches(
    settingAside setAside: [FieldKey] = []
  ) -> [(key: FieldKey, touch: Presence.Touch)] {
    var touches: [(key: FieldKey, touch: Presence.Touch)] = []
    func note(_ touch: Presence.Touch, _ element: ListElement? = nil, of key: FieldKey) {
      touches.append((FieldKey(entry: key.entry, element: element, field: .presence), touch))
    }
    for block in blocks where block.operations.isTouch {
      let key = block.key
      switch block.operations {
      case .presence(.deleted): note(.deletion, of: key)
      case .presence(.restored): note(.restoration, of: key)
      case .text, .register, .set, .counter, .list, .undo, .unknown: note(.edit, of: key)
      }
      if let element = key.element { note(.edit, element, of: key) }
      guard case .list(let edits) = block.operations, !setAside.contains(key) else { continue }
      for (id, touch) in edits.touches {
        note(touch, ListElement(list: key.field, id: id), of: key)
      }
    }
    return Self.united(touches)
  }

  /// Of each presence the weightiest touch, ascending by key.
  private static func united(
    _ touches: [(key: FieldKey, touch: Presence.Touch)]
  ) -> [(key: FieldKey, touch: Presence.Touch)] {
    var united: [(key: FieldKey, touch: Presence.Touch)] = []
    for touch in touches.sorted(by: { $0.key < $1.key }) {
      if let last = united.last, last.key == touch.key {
        united[united.count - 1].touch = max(last.touch, touch.touch)
      } else {
        united.append(touch)
      }
    }
    return united
  }
}
