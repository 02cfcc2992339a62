internal import AfterwitDocument
internal import AfterwitStore

/// Which changes of an entry wrote to which of its fields.
struct TouchedFields {
  /// The places of the changes that have a block of a field, ascending.
  private(set) var places: [FieldKey: [Int]] = [:]

  /// - Parameter standing: the places of the changes that are looked at.
  init(_ history: EntryHistory, _ standing: [Int]) throws {
    // Most changes write to the field that the one before wrote to.
    var (last, row): (FieldKey?, [Int]) = (nil, [])
    for place in standing {
      for key in try history.changes.keys(at: place) where key.entry == history.entry {
        if key != last {
          if let last { places[last, default: []] += row }
          (last, row) = (key, [])
        }
        row.append(place)
      }
    }
    if let last { places[last, default: []] += row }
  }
}
