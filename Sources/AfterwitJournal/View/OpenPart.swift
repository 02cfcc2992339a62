public import AfterwitDocument
public import AfterwitText

/// A part of a review that waits for a decision, as the hash of an entry covers it.
public struct OpenPart: Hashable, Comparable, Sendable {
  /// The field; that of the entry's presence for a deletion.
  public let field: FieldName
  /// What met.
  public let kind: ReviewKind
  /// What names the part: its hunks, or one for each change where there are none, ascending.
  public let hunks: [HunkID]

  /// A part of given parts.
  public init(field: FieldName, kind: ReviewKind, hunks: [HunkID]) {
    self.field = field
    self.kind = kind
    self.hunks = hunks.sorted()
  }

  /// The open parts of a field.
  static func all(in field: FieldName, _ state: FieldState) -> [OpenPart] {
    switch state.value {
    case .text(let text):
      return text.openParts.map { OpenPart(field: field, kind: .overlap, hunks: $0) }
    case .register(let register) where !register.others.isEmpty:
      let hunks = register.writes.map { HunkID(envelope: $0.envelope, number: 0) }
      return [OpenPart(field: field, kind: .value, hunks: hunks)]
    default:
      return []
    }
  }

  /// The open part of an entry's deletion.
  static func all(in presence: Presence) -> [OpenPart] {
    let contested = presence.contested
    guard !contested.isEmpty else { return [] }
    let changes = contested.flatMap { [$0.change] + $0.contestants }
    let hunks = Set(changes.map { HunkID(envelope: $0.envelope, number: 0) })
    return [OpenPart(field: .presence, kind: .deletion, hunks: Array(hunks))]
  }

  /// Orders by field, then by kind, then by hunks.
  public static func < (left: Self, right: Self) -> Bool {
    if left.field != right.field { return left.field < right.field }
    if left.kind != right.kind { return left.kind < right.kind }
    return left.hunks.lexicographicallyPrecedes(right.hunks)
  }
}
