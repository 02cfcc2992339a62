public import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitStore

extension Device {
  /// What a person types to name open parts of an entry's reviews: `R` for the only part of one,
  /// else `R.PART`; those that are no longer open have no name.
  public func names(of parts: [OpenPart], in entry: EntryID) throws(DeviceFailure) -> [String] {
    guard !parts.isEmpty else { return [] }
    return try reading { transaction in
      let open = try ReviewReader(transaction).reviews(of: entry)
      return parts.compactMap { part in
        for found in open where found.key.field == part.field {
          guard let place = found.hunks.firstIndex(of: part.hunks),
            found.review.kind == Review.Kind(part.kind)
          else { continue }
          return found.review.label(of: found.review.parts[place])
        }
        return nil
      }
    }
  }
}
