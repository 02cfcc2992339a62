internal import AfterwitDocument
internal import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// The entries whose ids begin with what a person has typed: where that is nothing, in the order of
  /// the filter, else in the order of their ids.
  ///
  /// - Parameter filter: which of them; the limit is one of all that begin so.
  public func entries(
    beginning typed: String, _ filter: ListFilter
  ) throws(DeviceFailure) -> [EntryView] {
    guard !typed.isEmpty else { return try list(filter).map(\.entry) }
    guard let range = EntryID.range(ofTextPrefix: typed) else { return [] }
    return try reading { transaction in
      try transaction.entries(in: range, limit: filter.limit ?? .max).compactMap { id in
        guard let view = try transaction.view(of: id), view.isDeleted == filter.deleted,
          filter.filter.takes(view, on: environment.day(of: view))
        else { return nil }
        return view
      }
    }
  }

  /// The elements whose ids begin with what a person has typed; where that is nothing, those of the
  /// entries written last.
  public func elements(
    beginning typed: String, limit: Int
  ) throws(DeviceFailure) -> [ElementReport] {
    guard !typed.isEmpty else {
      let entries = try list(ListFilter(order: .written, limit: limit)).map(\.entry)
      return Array(entries.lazy.flatMap(ElementReport.shown).prefix(limit))
    }
    guard let range = ElementID.range(ofTextPrefix: typed) else { return [] }
    return try reading { transaction in
      try transaction.elements(in: range, limit: limit).compactMap { key in
        try transaction.view(of: key.entry).flatMap { entry in
          ElementReport.shown(in: entry).first { $0.key == key }
        }
      }
    }
  }

  /// The tags of entries that are in sight, which begin with what a person has typed.
  public func tags(beginning typed: String, limit: Int) throws(DeviceFailure) -> [String] {
    let range = typed...(typed + "\u{10ffff}")
    return try reading { transaction in
      try transaction.facetValues(EntryFacet.tag.rawValue, in: range, limit: limit)
    }
  }
}
