internal import AfterwitEncoding

extension Domain {
  /// SHA-256 of the domain followed by the parts, as an identifier.
  func identifier<Kind>(_ parts: [UInt8]...) -> Identifier32<Kind> {
    var joined: [UInt8] = []
    for part in parts {
      joined += part
    }
    guard let identifier = Identifier32<Kind>(hash(joined)) else {
      preconditionFailure("SHA-256 is 32 bytes")
    }
    return identifier
  }
}
