public import AfterwitEncoding

/// Brings a journal to a relay: who brings it, an operator's code, and the genesis envelope.
///
/// The code stands for the operator's consent, and the signature for a member: one that the genesis
/// did not admit is introduced as in a ``LoginRequest``.
public struct FoundRequest: Hashable, Sendable {
  /// Who answers which challenge; signed is ``Challenge/foundingBytes(for:at:code:)``.
  public let start: SessionStart
  /// The address at which the device dialled the relay.
  public let address: String
  /// The operator's code, as printed.
  public let code: String
  /// The bytes of the genesis envelope.
  public let genesis: [UInt8]
  /// The control envelopes that lead from the genesis to the device's admission, oldest first.
  public let introduction: [[UInt8]]

  /// A request of given parts.
  public init(
    start: SessionStart, address: String, code: String, genesis: [UInt8],
    introduction: [[UInt8]] = []
  ) {
    self.start = start
    self.address = address
    self.code = code
    self.genesis = genesis
    self.introduction = introduction
  }

  /// The start (144), the address and the code (strings), and a page: the genesis envelope, then the
  /// introduction.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: start.bytes)
    builder.append(string: address)
    builder.append(string: code)
    Page.encode([genesis] + introduction, into: &builder)
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let opening = try Self.opening(of: &cursor)
    let page = try Page.decode(&cursor)
    guard let genesis = page.first else { throw cursor.failure(.truncated) }
    self.init(
      start: opening.start, address: opening.address, code: opening.code, genesis: genesis,
      introduction: Array(page.dropFirst()))
  }

  /// Reads what stands before the genesis.
  public static func opening(of cursor: inout ByteCursor) throws(DecodingFailure) -> FoundRequest {
    FoundRequest(
      start: try SessionStart(decoding: &cursor),
      address: try cursor.readString(limit: Limits.relayAddress),
      code: try cursor.readString(limit: Limits.code), genesis: [])
  }
}
