extension [TextPatch] {
  /// Adds a patch of which nobody asks what run it is of.
  mutating func join(_ patch: TextPatch) {
    if isEmpty || !self[count - 1].take(patch) { append(patch) }
  }
}
