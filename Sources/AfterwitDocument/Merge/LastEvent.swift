/// An event of a text, as far as who takes something back needs to know it.
public struct LastEvent: Hashable, Sendable {
  /// Its position in the history of the text.
  public let position: Int
  /// The index of its change.
  public let index: Int
  /// The positions of the events that it was made on.
  public let parents: [Int]

  /// An event of given parts.
  public init(position: Int, index: Int, parents: [Int]) {
    self.position = position
    self.index = index
    self.parents = parents
  }
}
