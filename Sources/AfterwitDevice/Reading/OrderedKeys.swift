internal import AfterwitCausality
internal import AfterwitJournal
internal import AfterwitStore

// Entries are sorted by days where the person is. A day that an entry tells of is the same everywhere,
// but on which day it was written depends on the time zone of who asks, so no index can hold it. The
// entries of either sort come out of an index in order; here the two are merged.

/// The keys of a query in the order of a list, read one after another while its transaction lasts.
struct OrderedKeys {
  /// A key and the day by which it is sorted.
  typealias Dated = (key: EntryKey, day: Day)

  private let environment: Environment
  private var keys: EntryKeys
  /// Those that tell of no day, where they are sorted among others.
  private var undated: EntryKeys?
  private var nextKey: Dated?
  private var nextUndated: Dated?

  /// The keys of a query.
  init(
    _ query: EntryQuery, order: ListFilter.Order, in environment: Environment,
    _ transaction: Transaction
  ) throws {
    self.environment = environment
    let orders = [EntryOrder(order)] + (order == .on ? [.undated] : [])
    let streams = try transaction.entryKeys(query, in: orders)
    keys = streams[0]
    undated = streams.count > 1 ? streams[1] : nil
    nextKey = try dated(keys.next())
    nextUndated = try dated(undated?.next())
  }

  /// The next key; `nil` behind the last.
  mutating func next() throws -> EntryKey? {
    guard let other = nextUndated else { return try takeKey() }
    guard let first = nextKey,
      (first.day, first.key.created) >= (other.day, other.key.created)
    else {
      nextUndated = try dated(undated?.next())
      return other.key
    }
    return try takeKey()
  }

  private mutating func takeKey() throws -> EntryKey? {
    let key = nextKey?.key
    if key != nil { nextKey = try dated(keys.next()) }
    return key
  }

  private func dated(_ key: EntryKey?) -> Dated? {
    key.map { key in
      (key, key.day.flatMap { Day($0) } ?? environment.localTime(key.created.milliseconds).day)
    }
  }
}

extension EntryOrder {
  /// The order of what comes first out of the store for a list.
  fileprivate init(_ order: ListFilter.Order) {
    self =
      switch order {
      case .on: .day
      case .written: .created
      case .modified: .modified
      case .due: .due
      }
  }
}
