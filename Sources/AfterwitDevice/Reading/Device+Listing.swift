internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// How many views are held at a time while all entries of a filter are handed over.
  private static let portion = 256

  /// The entries of a filter, in its order.
  ///
  /// - Complexity: what ``each(_:_:)`` takes.
  public func list(_ filter: ListFilter) throws(DeviceFailure) -> [ListedEntry] {
    try DeviceFailure.naming {
      var entries: [ListedEntry] = []
      try each(filter) { entries.append($0) }
      return entries
    }
  }

  /// Hands over the entries of a filter one after another, in its order.
  ///
  /// With a limit, all are of one snapshot. Without one, which entries there are is read first, and
  /// then their views in portions, so that a reader who takes long holds nothing up; an entry that is
  /// changed meanwhile is handed over as it is then, if the filter still takes it.
  ///
  /// - Complexity: O(*entries looked at*), in memory O(*entries*) of a few bytes each; with a limit and
  ///   a filter that few entries fail, as many as the limit.
  /// - Throws: ``DeviceFailure``, or what the body throws.
  public func each(_ filter: ListFilter, _ body: (ListedEntry) throws -> Void) throws {
    guard filter.limit == nil else {
      for entry in try first(filter) { try body(entry) }
      return
    }
    var keys = try reading { transaction in try allKeys(filter, transaction) }[...]
    while !keys.isEmpty {
      let portion = keys.prefix(Self.portion)
      let entries = try reading { transaction in
        try transaction.storedViews(of: portion).compactMap { try listed($0, filter) }
      }
      for entry in entries { try body(entry) }
      keys = keys.dropFirst(portion.count)
    }
  }

  private func first(_ filter: ListFilter) throws(DeviceFailure) -> [ListedEntry] {
    try reading { transaction in
      var keys = try orderedKeys(filter, transaction)
      var entries: [ListedEntry] = []
      while entries.count < filter.limit ?? 0, let key = try keys.next() {
        for stored in try transaction.storedViews(of: CollectionOfOne(key)) {
          if let entry = try listed(stored, filter) { entries.append(entry) }
        }
      }
      return entries
    }
  }

  private func allKeys(_ filter: ListFilter, _ transaction: Transaction) throws -> [EntryKey] {
    var keys = try orderedKeys(filter, transaction)
    var all: [EntryKey] = []
    while let key = try keys.next() { all.append(key) }
    return all
  }

  private func orderedKeys(
    _ filter: ListFilter, _ transaction: Transaction
  ) throws -> OrderedKeys {
    try OrderedKeys(
      EntryQuery(filter), order: filter.order, in: environment, transaction)
  }

  /// The entry of a view, if it is there and the filter takes it.
  private func listed(_ stored: StoredView?, _ filter: ListFilter) throws -> ListedEntry? {
    guard let stored else { return nil }
    let view = try EntryView(stored)
    guard view.isDeleted == filter.deleted, filter.includesPrivate || !view.isPrivate else {
      return nil
    }
    let day = environment.day(of: view)
    guard !filter.filter.phrases.isEmpty else {
      return filter.filter.takes(view, on: day)
        ? ListedEntry(entry: view, day: day, excerpt: nil) : nil
    }
    return filter.filter.excerpt(of: view, on: day)
      .map { ListedEntry(entry: view, day: day, excerpt: $0) }
  }
}
