/// Something that an entry is chosen by: a name and a value, as a tag or a day.
public struct Facet: Hashable, Sendable {
  /// What the value is of.
  public let name: String
  /// The value; values are compared by their bytes.
  public let value: String

  /// A facet of given parts.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
