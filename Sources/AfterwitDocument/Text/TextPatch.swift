/// What a run of units did to the text of all events before it, or a part of that.
struct TextPatch: Hashable, Sendable {
  /// The lowest position that it touched.
  var position: Int
  /// How many scalars it inserted or deleted.
  var count: Int
  /// The numbers of what it inserted among all that was typed; `nil` where it deleted.
  var typed: Range<Int>?
  /// Whether the patch before is of another run.
  var startsRun = true

  /// What the patch adds to the length of the text.
  var growth: Int { typed == nil ? -count : count }
}

extension ScalarBuffer {
  /// Performs what events did.
  mutating func apply(_ patches: [TextPatch], typed: TypedText) {
    for patch in patches {
      if let range = patch.typed {
        typed.insert(range, into: &self, at: patch.position)
      } else {
        delete(patch.count, at: patch.position)
      }
    }
  }
}
