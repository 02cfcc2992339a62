internal import AfterwitWire
internal import HTTPTypes

/// The names of the header fields that only this protocol has, and of one that proxies know.
enum RelayField {
  /// ``RelayCall/generationHeader``.
  static let generation: HTTPField.Name = named(RelayCall.generationHeader)
  /// ``RelayCall/outByHeader``.
  static let outBy: HTTPField.Name = named(RelayCall.outByHeader)
  /// ``RelayCall/refusalHeader``.
  static let refusal: HTTPField.Name = named(RelayCall.refusalHeader)
  /// ``RelayCall/heartbeatHeader``.
  static let heartbeat: HTTPField.Name = named(RelayCall.heartbeatHeader)
  /// What tells nginx to pass on each piece of an answer as it comes.
  static let buffering: HTTPField.Name = named("x-accel-buffering")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("the names here are valid")
    }
    return name
  }
}
