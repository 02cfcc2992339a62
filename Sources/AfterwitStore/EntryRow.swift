public import AfterwitCausality
public import AfterwitEncoding

/// What the store keeps of an entry's view, so that who reads or looks for it need not derive it.
public struct EntryRow: Sendable {
  /// The entry.
  public let id: EntryID
  /// When it was first touched.
  public let created: Timestamp
  /// When it was last touched.
  public let modified: Timestamp
  /// What lists choose it by.
  public let traits: EntryTraits
  /// The bytes of its view.
  public let view: [UInt8]
  /// The hash of its view.
  public let hash: [UInt8]
  /// What it is chosen by beside that, each once.
  public let facets: [Facet]
  /// All its words for `find`, parted by spaces; the index takes each as it is.
  public let words: String
  /// The bytes of what a list of reviews prints of each open part.
  public let partLines: [[UInt8]]

  /// A row of given parts.
  public init(
    id: EntryID, created: Timestamp, modified: Timestamp, traits: EntryTraits, view: [UInt8],
    hash: [UInt8], facets: [Facet], words: String, partLines: [[UInt8]] = []
  ) {
    self.id = id
    self.created = created
    self.modified = modified
    self.traits = traits
    self.view = view
    self.hash = hash
    self.facets = facets
    self.words = words
    self.partLines = partLines
  }
}
