internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension Transaction {
  /// Sets the address of the one relay of this home; what was known of another is forgotten, but for an
  /// unused code of the same origin.
  /// - Parameter headers: what a proxy before the relay wants; `nil` leaves those that are set.
  func setRelay(_ address: String, headers: [RelayHeader]?) throws {
    let before = try relayAddress()
    if before != address {
      let unused = try property(.relayCode)
      try remember(RelayState())
      if before.flatMap(Self.origin) == Self.origin(of: address) {
        try setProperty(.relayCode, to: unused)
      } else {
        try setRelayHeaders([])
      }
      try setRelayAnswered(at: nil)
      try setProperty(.relayHeads, to: nil)
      try setProperty(.relayHeld, to: nil)
    }
    try setProperty(.relayAddress, to: Array(address.utf8))
    if let headers { try setRelayHeaders(headers) }
  }

  /// The relay's address.
  func relayAddress() throws -> String? {
    try property(.relayAddress).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The headers that a proxy before the relay wants.
  ///
  /// They are kept below the scheme, host and port that they are for, and are none for any other.
  func relayHeaders() throws -> [RelayHeader] {
    let lines = try property(.relayHeaders).map { String(decoding: $0, as: UTF8.self) }?
      .split(separator: "\n").map(String.init)
    guard let lines, let address = try relayAddress(),
      lines.first == Self.origin(of: address)
    else { return [] }
    return lines.dropFirst().compactMap { try? RelayHeader($0) }
  }

  /// Replaces the headers that a proxy before the relay wants; its address is set already.
  func setRelayHeaders(_ headers: [RelayHeader]) throws {
    guard !headers.isEmpty, let address = try relayAddress(),
      let origin = Self.origin(of: address)
    else { return try setProperty(.relayHeaders, to: nil) }
    let lines = [origin] + headers.map(\.text)
    try setProperty(.relayHeaders, to: Array(lines.joined(separator: "\n").utf8))
  }

  /// The scheme, host and port of an address.
  static func origin(of address: String) -> String? {
    try? RelayAddress(address, insecure: true).origin
  }

  /// When the last exchange with the relay ended well, in milliseconds since 1970.
  func relayAnswered() throws -> UInt64? {
    try property(.relayAnswered).flatMap { UInt64(String(decoding: $0, as: UTF8.self)) }
  }

  /// Keeps when the last exchange with the relay ended well, or forgets it.
  func setRelayAnswered(at milliseconds: UInt64?) throws {
    try setProperty(.relayAnswered, to: milliseconds.map { Array(String($0).utf8) })
  }

  func remember(_ state: RelayState) throws {
    try setProperty(.relayGeneration, to: state.generation?.bytes)
    try setProperty(.relayCursor, to: state.cursor.map { Array($0.text.utf8) })
    try setProperty(.relayToken, to: state.token?.bytes)
    try setProperty(.relayKey, to: state.relayKey)
    try setProperty(.relayCode, to: state.code.map { Array($0.utf8) })
  }
}
