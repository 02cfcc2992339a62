internal import AfterwitCausality
internal import GRDB

/// The conditions of a query in SQL, all of which must hold, and what stands at their places.
struct EntryConditions {
  /// The conditions, joined.
  var sql: String { parts.joined(separator: " AND ") }
  private(set) var arguments: StatementArguments
  private var parts: [String]

  /// The conditions of a query for the entries that an order has.
  init(_ query: EntryQuery, in order: EntryOrder) {
    parts = ["deleted = ?"]
    arguments = [query.isDeleted]
    for term in query.required { require(term, isExcluded: false) }
    for term in query.excluded { require(term, isExcluded: true) }
    if let due = query.due {
      require("due <= ? AND last_due >= ?", [due.upperBound, due.lowerBound])
    } else if order == .due {
      require("due IS NOT NULL")
    }
    let days = query.days.map { [$0.lowerBound, $0.upperBound] as StatementArguments }
    let created = query.created.map {
      [Int64(clamping: $0.lowerBound.rawValue), Int64(clamping: $0.upperBound.rawValue)]
        as StatementArguments
    }
    switch order {
    case .day:
      if let days { require("day BETWEEN ? AND ?", days) } else { require("day IS NOT NULL") }
    case .undated:
      require("day IS NULL")
      if let created { require("created >= ? AND created < ?", created) }
    case .created, .modified, .due:
      if let days { require("(day IS NULL OR day BETWEEN ? AND ?)", days) }
      if let created { require("(day IS NOT NULL OR created >= ? AND created < ?)", created) }
    }
  }

  /// Adds a condition.
  mutating func require(_ condition: String, _ values: StatementArguments = []) {
    parts.append(condition)
    arguments += values
  }

  private mutating func require(_ term: EntryTerm, isExcluded: Bool) {
    let (condition, values) = Self.condition(term)
    require(isExcluded ? "NOT (\(condition))" : condition, values)
  }

  /// What holds where a term does, and is never unknown.
  private static func condition(_ term: EntryTerm) -> (String, StatementArguments) {
    switch term {
    case .kind(let kind): ("kind = ?", [kind])
    case .occasion(let occasion): ("occasion IS ?", [occasion])
    case .state(let state): ("state IS ?", [state])
    case .mood(let range):
      ("ifnull(mood BETWEEN ? AND ?, 0)", [range.lowerBound, range.upperBound])
    case .starred: ("starred", [])
    case .private: ("private", [])
    case .review: ("reviews > 0", [])
    case .facet(let facet):
      ("entry.rowid IN (SELECT entry FROM facet WHERE name = ? AND value = ?)", facet.arguments)
    }
  }
}
