internal import AfterwitEncoding

/// A review as a person names it: the beginning of its id, and the number of a part.
struct ReviewName {
  /// What was typed.
  let typed: String
  /// The beginning of the id.
  let prefix: String
  /// The part, or `nil` for all that are open.
  let part: Int?

  init(_ typed: String) throws(DeviceFailure) {
    self.typed = typed
    let pieces = typed.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = pieces.first, let prefix = Base32.normalize(String(first)), !prefix.isEmpty
    else { throw .review(.unnamed(typed)) }
    self.prefix = prefix
    guard pieces.count > 1 else {
      part = nil
      return
    }
    guard pieces.count == 2, let part = Int(pieces[1]), part > 0 else {
      throw .review(.unnamed(typed))
    }
    self.part = part
  }

  /// The name of a review to decide; the beginning of its id must not be too short.
  init(toDecide typed: String) throws(DeviceFailure) {
    try self.init(typed)
    guard TypedPrefix.isEnough(prefix) else {
      throw .review(.tooShort(typed, atLeast: TypedPrefix.shortest))
    }
  }
}
