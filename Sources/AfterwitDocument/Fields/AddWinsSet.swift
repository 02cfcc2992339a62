/// A set in which an element is present while some add of it has no remove after it.
///
/// A remove takes away the adds it had seen; an add made elsewhere at the same time stays.
public struct AddWinsSet: Hashable, Sendable {
  /// For each element that is present, the indices of the changes whose adds stand.
  public private(set) var adds: [ExactString: [Int]]

  /// A set of given adds; empty at the start.
  public init(adds: [ExactString: [Int]] = [:]) {
    self.adds = adds
  }

  /// The elements that are present, ascending by bytes.
  public var elements: [ExactString] { adds.keys.sorted() }

  /// Merges a change's adds and removes; `covers` tells which earlier changes it had seen.
  mutating func apply(
    added: [ExactString], removed: [ExactString], stamp: ChangeStamp,
    covers: (Int) throws -> Bool
  ) rethrows {
    for element in removed {
      adds[element] = try adds[element]?.filter { try !covers($0) }
      if adds[element]?.isEmpty == true { adds[element] = nil }
    }
    for element in added {
      let concurrent = try adds[element]?.filter { try !covers($0) } ?? []
      adds[element] = concurrent + [stamp.index]
    }
  }
}
