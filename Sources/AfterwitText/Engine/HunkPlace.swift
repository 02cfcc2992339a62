/// A hunk by its event in a history and its number there.
package struct HunkPlace: Hashable, Comparable, Sendable {
  /// The event's index.
  package var event: Int
  /// The hunk's number among those of the event.
  package var number: Int

  /// A hunk of given parts.
  package init(event: Int, number: Int) {
    self.event = event
    self.number = number
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.event, left.number) < (right.event, right.number)
  }
}
