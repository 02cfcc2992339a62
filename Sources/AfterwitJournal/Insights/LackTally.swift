internal import AfterwitDocument

/// What to work on, of one kind.
public struct LackTally: Hashable, Sendable {
  /// The kind, as it is stored; empty for what was given none.
  public let kind: String
  /// How often it was named.
  public let count: Int
  /// The words in which it was named last.
  public let latest: String

  /// Counts what reflections lacked by its kind; what was named most comes first, of these the
  /// newest.
  ///
  /// - Parameter entries: the reflections, the newest first.
  static func all(in entries: [EntryView]) -> [LackTally] {
    var order: [String] = []
    var found: [String: [String]] = [:]
    for entry in entries {
      for element in entry.list(.lacks) {
        let kind = element.words(of: FieldName(ofElement: .kind))
        let words = EntryView.firstLine(of: element.words(of: FieldName(ofElement: .of)))
        if found[kind] == nil { order.append(kind) }
        found[kind, default: []].append(words)
      }
    }
    return order.enumerated().map { place, kind in
      let words = found[kind] ?? []
      return (
        place,
        LackTally(kind: kind, count: words.count, latest: words.first { !$0.isEmpty } ?? "")
      )
    }.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.map(\.1)
  }
}
