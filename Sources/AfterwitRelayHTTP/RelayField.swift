internal import AfterwitWire
internal import HTTPTypes

/// The names of the header fields that only this protocol has.
enum RelayField {
  /// ``RelayCall/generationHeader``.
  static let generation: HTTPField.Name = named(RelayCall.generationHeader)
  /// ``RelayCall/refusalHeader``.
  static let refusal: HTTPField.Name = named(RelayCall.refusalHeader)

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("the protocol names valid fields")
    }
    return name
  }
}
