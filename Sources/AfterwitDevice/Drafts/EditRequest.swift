public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal

/// What a command asks for in one change: an entry to be made or edited, and the edits.
public struct EditRequest: Hashable, Sendable {
  /// What the edits are made on.
  public enum Target: Hashable, Sendable {
    /// A new entry of a kind.
    case new(Kind)
    /// An entry that exists.
    case edit(EntryID)
    /// A new element at the end of a list of an entry.
    case add(list: FieldName, to: EntryID)
    /// An element that exists.
    case editElement(ElementKey)
  }

  /// What the edits are made on.
  public let target: Target
  /// The edits, in the order in which they were given.
  public var edits: [FieldEdit]
  /// The index of the edit whose text is still to come, or has come, through stdin; `nil` if none
  /// has.
  ///
  /// Such a text may exist nowhere else, so it is kept however short it is.
  public let awaited: Int?

  /// A request of given parts.
  public init(_ target: Target, _ edits: [FieldEdit], awaiting awaited: Int? = nil) {
    self.target = target
    self.edits = edits
    self.awaited = awaited
  }

  /// A request for edits of an entry or element that exists.
  public init(_ subject: Subject, _ edits: [FieldEdit], awaiting awaited: Int? = nil) {
    switch subject {
    case .entry(let id): self.init(.edit(id), edits, awaiting: awaited)
    case .element(let key): self.init(.editElement(key), edits, awaiting: awaited)
    }
  }

  /// The same request with the text that was awaited.
  public func with(text: String) -> EditRequest {
    var request = self
    if let awaited { request.edits[awaited] = edits[awaited].with(text: text) }
    return request
  }

  /// The index of the edit whose text a draft holds as a file: the awaited one, else the longest;
  /// `nil` if no edit gives a text.
  var place: Int? {
    awaited
      ?? edits.indices.filter { edits[$0].text != nil }.max { left, right in
        edits[left].text?.utf8.count ?? 0 < edits[right].text?.utf8.count ?? 0
      }
  }

  /// The entry, if it exists.
  var entry: EntryID? {
    switch target {
    case .new: nil
    case .edit(let entry), .add(_, to: let entry): entry
    case .editElement(let key): key.entry
    }
  }

  /// The kind of the entry that was to be made.
  var kind: Kind? {
    guard case .new(let kind) = target else { return nil }
    return kind
  }
}
