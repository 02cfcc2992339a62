public import AfterwitEncoding
public import AfterwitWire

/// What a device remembers of one relay between sessions; to lose it costs time, never data.
public struct RelayState: Hashable, Sendable {
  /// The life of the relay's storage that the rest belongs to.
  public var generation: Generation?
  /// The place in the relay's order before which everything has been admitted.
  public var cursor: RelayCursor?
  /// The token of the last session; a secret.
  public var token: Token?
  /// The key of the relay at this address, 32 bytes; another one is another relay's.
  public var relayKey: [UInt8]?
  /// An operator's code that has not been used yet; a secret.
  public var code: String?

  /// A memory of given parts; of a relay that was never reached there are none.
  public init(
    generation: Generation? = nil, cursor: RelayCursor? = nil, token: Token? = nil,
    relayKey: [UInt8]? = nil, code: String? = nil
  ) {
    self.generation = generation
    self.cursor = cursor
    self.token = token
    self.relayKey = relayKey
    self.code = code
  }
}
