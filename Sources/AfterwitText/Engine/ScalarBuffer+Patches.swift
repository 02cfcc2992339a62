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
