internal import AfterwitEncoding
public import AfterwitText

/// A text as it is shown, and where its history stands.
///
/// The events themselves stay with the changes; only a concurrent edit reads them.
public struct TextField: Hashable, Sendable {
  /// One of the latest events: its position in the field's history, and its change.
  public struct Head: Hashable, Sendable {
    /// The position in the field's history, from 0.
    public let position: Int
    /// The index of the change.
    public let index: Int

    /// A head of given parts.
    public init(position: Int, index: Int) {
      self.position = position
      self.index = index
    }
  }

  /// The text that the changes give.
  public private(set) var text: String
  /// The events that no other event of the field descends from, ascending.
  public private(set) var heads: [Head]
  /// How many events the field's history has.
  public private(set) var eventCount: Int
  /// The conflicts that no answer has settled.
  public internal(set) var conflicts: TextConflicts
  /// What stands where changes met, ascending; as of the last ``FieldHistory/deriveParts(of:)``.
  public private(set) var standing: [StandingWords]
  /// Whether something was merged since ``standing`` was derived that may alter it.
  public private(set) var isReviewStale = false

  /// A text of given parts; empty at the start.
  public init(
    text: String, heads: [Head] = [], eventCount: Int = 0,
    conflicts: TextConflicts = TextConflicts(),
    standing: [StandingWords] = []
  ) {
    self.text = text
    self.heads = heads
    self.eventCount = eventCount
    self.conflicts = conflicts
    self.standing = standing
  }

  /// The empty text of a field that nobody has touched.
  public init() { self.init(text: "") }

  /// The text as a person is shown it.
  public var shown: ShownText { ShownText(given: text, standing: standing) }

  /// Keeps what an event has made of the text that may have altered what stands anywhere.
  mutating func replace(text: String, conflicts: TextConflicts, heads: [Head]) {
    self.text = text
    self.heads = heads
    self.conflicts = conflicts
    eventCount += 1
    isReviewStale = isReviewStale || !conflicts.isEmpty || !standing.isEmpty
  }

  /// Keeps what stands where changes met, derived from the conflicts that stand.
  mutating func setStanding(_ words: [StandingWords]) {
    standing = words
    isReviewStale = false
  }
}

// The usual edit was made on everything the field holds: then the text is spliced and no history is
// read. Only a concurrent edit loads the history and replays.
extension TextField: Family {
  var value: FieldState.Value { .text(self) }

  init?(_ value: FieldState.Value) {
    guard case .text(let field) = value else { return nil }
    self = field
  }

  static func operations(_ edits: [TextOperation]) -> Operations { .text(edits) }

  static func edits(in operations: Operations) -> [TextOperation]? {
    if case .text(let edits) = operations { edits } else { nil }
  }

  static func encode(_ edits: [TextOperation], into builder: inout ByteBuilder) {
    TextOperation.encode(edits, into: &builder)
  }

  static func decodeEdits(
    _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> [TextOperation]? {
    try TextOperation.decode(&cursor)
  }

  mutating func merge(
    _ edits: [TextOperation], at site: MergeSite, on shelf: inout some FieldShelf
  ) throws -> MergedHistory? {
    var basis = try site.basis(of: heads, giving: text, on: &shelf)
    var twins: [TextConflict] = []
    if basis.history == nil {
      text = try TextHistory.apply(edits, to: text)
    } else {
      // In place: a copy of a long history would cost more than the merge.
      let met = try basis.history?.append(
        TextEvent(order: site.stamp.order, parents: basis.parents, operations: edits),
        index: site.stamp.index)
      text = basis.history?.text.text ?? ""
      conflicts.append(met?.conflicts ?? [])
      twins = met?.twins ?? []
      if let history = basis.history { twins += meetAgain(in: history) }
    }
    isReviewStale = isReviewStale || !conflicts.isEmpty
    try settle(edits, at: site, on: &shelf)
    heads.removeAll { basis.parents.contains($0.position) }
    heads.append(Head(position: eventCount, index: site.stamp.index))
    eventCount += 1
    return MergedHistory(parents: basis.parents, history: basis.history, twins: twins)
  }

  /// Drops the conflicts that an answer names and its author had seen.
  private mutating func settle(
    _ edits: [TextOperation], at site: MergeSite, on shelf: inout some FieldShelf
  ) throws {
    for case .answer(let names) in edits {
      let named = Set(names)
      let isAnySettled = try conflicts.settle { hunk in
        try named.contains(hunk.id) && site.covers(hunk.index, on: &shelf)
      }
      if isAnySettled { isReviewStale = true }
    }
  }

  var view: FieldView? {
    let shown = standing.isEmpty ? text : shown.text
    return shown.utf8.isEmpty ? nil : .text(shown)
  }

  static func encode(shown: String, into builder: inout ByteBuilder) {
    builder.append(string: shown)
  }

  static func decodeView(_ cursor: inout ByteCursor) throws(DecodingFailure) -> FieldView {
    .text(try cursor.readString(limit: cursor.remaining))
  }

  func openParts(of field: FieldName) -> [OpenPart] {
    standing.filter(\.isOpen).map { OpenPart(field: field, kind: .overlap, hunks: $0.hunks) }
  }

  func encode(into builder: inout ByteBuilder) {
    builder.append(list: heads.flatMap { [$0.position, $0.index] })
    builder.append(count: eventCount)
    builder.append(string: text)
    conflicts.encode(into: &builder)
    builder.append(count: standing.count)
    for words in standing { words.encode(into: &builder) }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let heads = try cursor.readList()
    guard heads.count.isMultiple(of: 2) else { throw cursor.failure(.unknownValue) }
    let pairs = stride(from: 0, to: heads.count, by: 2).map {
      Head(position: heads[$0], index: heads[$0 + 1])
    }
    let count = try cursor.readCount(limit: Int(Int32.max))
    let text = try cursor.readString(limit: 1 << 30)
    let conflicts = try TextConflicts(decoding: &cursor)
    var standing: [StandingWords] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      standing.append(try StandingWords(decoding: &cursor))
    }
    guard standing.isApart(in: text) else { throw cursor.failure(.unknownValue) }
    self.init(
      text: text, heads: pairs, eventCount: count, conflicts: conflicts, standing: standing)
  }
}

extension [StandingWords] {
  /// Whether the places ascend in a text and are apart.
  fileprivate func isApart(in text: String) -> Bool {
    guard let last else { return true }
    return zip(self, dropFirst()).allSatisfy { $0.place.upperBound <= $1.place.lowerBound }
      && last.place.upperBound <= text.unicodeScalars.count
  }
}
