internal import AfterwitWire
internal import HTTPTypes

extension HTTPField.Name {
  /// ``RelayCall/generationHeader``.
  static let generation = named(RelayCall.generationHeader)
  /// ``RelayCall/refusalHeader``.
  static let refusal = named(RelayCall.refusalHeader)

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("the protocol names valid fields")
    }
    return name
  }
}
