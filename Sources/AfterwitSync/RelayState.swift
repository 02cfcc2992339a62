public import AfterwitEncoding
public import AfterwitWire

/// What a device remembers of one relay between sessions; losing it costs time, never data.
public struct RelayState: Hashable, Sendable {
  /// The life of the relay's storage in which the rest was learnt.
  public var generation: Generation?
  /// The place in the relay's order up to which everything was admitted.
  public var cursor: RelayCursor?
  /// The token of the last session; a secret.
  public var token: Token?
  /// An operator's code that has not been used yet; a secret.
  public var code: String?

  /// A memory of given parts; a relay that was never spoken to has none.
  public init(
    generation: Generation? = nil, cursor: RelayCursor? = nil, token: Token? = nil,
    code: String? = nil
  ) {
    self.generation = generation
    self.cursor = cursor
    self.token = token
    self.code = code
  }
}
