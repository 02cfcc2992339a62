internal import AfterwitCausality
internal import AfterwitEncoding
public import AfterwitText

/// The events of a text or a list, ready to be merged with, and to be compared for reviews.
public struct FieldHistory: Sendable {
  /// What a concurrent event met.
  struct Meetings {
    var conflicts: [TextConflict] = []
    var twins: [TextConflict] = []
  }

  private struct Content {
    var indices: [Int]
    var reviewed: ReviewedHistory
  }

  /// One element: a history is handed from merge to merge, and its parts are counted by dozens of
  /// references, of which so each hand touches one.
  private var content: [Content]

  /// The indices of each event's change.
  public var indices: [Int] { content[0].indices }
  /// The events and the text.
  public var text: TextHistory { content[0].reviewed.text }

  /// A history of given parts; `indices` has one element for each event.
  public init(indices: [Int], text: TextHistory) {
    precondition(indices.count == text.events.count)
    content = [Content(indices: indices, reviewed: ReviewedHistory(text))]
  }

  /// The position of a change's event; indices ascend with positions.
  func position(of index: Int) -> Int? {
    let position = indices.partitioningIndex { $0 >= index }
    return position < indices.count && indices[position] == index ? position : nil
  }

  /// Merges an event, and finds what it meets in concurrent ones.
  mutating func append(_ event: TextEvent, index: Int) throws(TextMisfit) -> Meetings {
    let met = try content[0].reviewed.append(event)
    content[0].indices.append(index)
    return Meetings(
      conflicts: met.conflicts.map { conflict($0) }, twins: met.twins.map { conflict($0) })
  }

  /// Merges an event that no review is about; tells what it does to what stood.
  mutating func appendUnread(
    _ event: TextEvent, index: Int
  ) throws(TextMisfit) -> [TextOperation] {
    let patches = try content[0].reviewed.appendUnread(event)
    content[0].indices.append(index)
    return patches
  }

  /// Derives what stands where changes met, and which parts are open, from a field's conflicts.
  /// - Complexity: that of replaying the history.
  public func deriveParts(of field: inout TextField) {
    guard !field.conflicts.isEmpty else { return field.setStanding([]) }
    var reviews = TextReviews(text)
    field.setStanding(reviews.standing(amid: field.conflicts.hunks))
  }

  /// Whether a change decided about hunks of this text.
  func isAnswer(_ index: Int) -> Bool {
    position(of: index).map { position in
      text.events.marks(of: position).contains { $0.operation != .same }
    } ?? false
  }

  /// Whether a change is an event of this text that is not taken back.
  func stands(_ index: Int) -> Bool {
    position(of: index).map { !text.events.undos.isVoid($0) } ?? false
  }

  /// The changes that are taken back; what others wrote into stands nevertheless.
  var void: [Int] {
    let undos = text.events.undos
    return undos.known.filter { undos.isVoid($0) }.map { indices[$0] }
  }

  /// All conflicts that no answer settles which still stands, and all twins that stand, found anew.
  /// - Complexity: that of replaying the history, and of comparing all that is concurrent.
  func meetings() -> Meetings {
    var reviews = TextReviews(text)
    let indices = Dictionary(
      uniqueKeysWithValues: self.indices.indices.map {
        (text.events.order(of: $0).envelope, self.indices[$0])
      })
    func known(_ pair: TextReviews.Pair) -> TextConflict? {
      guard let left = indices[pair.left.envelope], let right = indices[pair.right.envelope] else {
        return nil
      }
      return TextConflict(
        left: KnownHunk(index: left, id: pair.left), right: KnownHunk(index: right, id: pair.right))
    }
    let found = reviews.meetings()
    return Meetings(
      conflicts: found.conflicts.compactMap(known),
      twins: found.twins.filter { !reviews.isVoid($0.left) && !reviews.isVoid($0.right) }
        .compactMap(known))
  }

  private func conflict(_ pair: ZonePair) -> TextConflict {
    TextConflict(left: hunk(pair.left), right: hunk(pair.right))
  }

  private func hunk(_ end: HunkPlace) -> KnownHunk {
    KnownHunk(
      index: content[0].indices[end.event],
      id: HunkID(
        envelope: content[0].reviewed.text.events.order(of: end.event).envelope,
        number: end.number))
  }
}
