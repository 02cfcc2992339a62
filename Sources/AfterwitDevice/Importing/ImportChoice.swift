public import AfterwitJournal

/// What a person says of all that is imported.
public struct ImportChoice: Hashable, Sendable {
  /// What the entries are to be; `nil` for what their source says.
  public var kind: Kind?
  /// The occasion of reflections, where the source names none.
  public var occasion: String
  /// Tags that each gets beside its own.
  public var tags: [String]

  /// A choice of given parts.
  public init(kind: Kind? = nil, occasion: String = "note", tags: [String] = []) {
    self.kind = kind
    self.occasion = occasion
    self.tags = tags
  }
}
