internal import AfterwitDevice

extension ListFilter.Order {
  /// The order that a person typed; by the day it happened where none was.
  /// - Throws: a usage failure that names the orders.
  init(typed: String?) throws(CommandFailure) {
    guard let order = typed.map({ ListFilter.Order(rawValue: $0) }) ?? .on else {
      throw .usage(
        "Entries are not sorted by \"\(typed ?? "")\".",
        next: "Type one of: " + Self.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self = order
  }

  /// The order in words.
  var words: String {
    switch self {
    case .on: "the newest first by the day it happened"
    case .written: "the newest first by the day of writing"
    case .modified: "the last changed first"
    case .due: "what is due first before the others"
    }
  }
}

extension ListFilter {
  /// The same filter for at most so many entries.
  /// - Throws: a usage failure for a number below zero.
  func limited(to limit: Int?) throws(CommandFailure) -> ListFilter {
    var filter = self
    filter.limit = try TypedLimit.checked(limit)
    return filter
  }
}
