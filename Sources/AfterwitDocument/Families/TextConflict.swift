public import AfterwitText

/// A hunk, and where its change stands on this device.
public struct KnownHunk: Hashable, Sendable {
  /// The index of the change in the journal's causal graph here.
  public let index: Int
  /// Its name everywhere.
  public let id: HunkID

  /// A hunk of given parts.
  public init(index: Int, id: HunkID) {
    self.index = index
    self.id = id
  }
}

/// Two hunks of concurrent changes that met in one text.
public struct TextConflict: Hashable, Sendable {
  /// The hunk of the change that came first to this device.
  public let left: KnownHunk
  /// The hunk of the later one.
  public let right: KnownHunk

  /// A conflict of given parts.
  public init(left: KnownHunk, right: KnownHunk) {
    self.left = left
    self.right = right
  }
}
