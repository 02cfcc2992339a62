internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension Transaction {
  /// The relay's address.
  func relayAddress() throws -> String? {
    try property(.relayAddress).map { String(decoding: $0, as: UTF8.self) }
  }

  func remember(_ state: RelayState) throws {
    try setProperty(.relayGeneration, to: state.generation?.bytes)
    try setProperty(.relayCursor, to: state.cursor.map { Array($0.text.utf8) })
    try setProperty(.relayToken, to: state.token?.bytes)
    try setProperty(.relayCode, to: state.code.map { Array($0.utf8) })
  }
}
