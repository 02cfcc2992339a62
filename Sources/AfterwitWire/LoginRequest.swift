public import AfterwitEncoding

/// Answers a challenge; a member's signature opens a session.
///
/// If the relay has lost the envelope that admits the member, the introduction brings it.
public struct LoginRequest: Hashable, Sendable {
  /// Who answers which challenge; signed is ``Challenge/loginBytes(for:at:)``.
  public let start: SessionStart
  /// The address at which the device dialled the relay.
  public let address: String
  /// The control envelopes that lead from the genesis to the device's admission, oldest first.
  public let introduction: [[UInt8]]

  /// A login of given parts; a known member needs no introduction.
  public init(start: SessionStart, address: String, introduction: [[UInt8]] = []) {
    self.start = start
    self.address = address
    self.introduction = introduction
  }

  /// The start (144), the address (string), and the introduction as a page.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: start.bytes)
    builder.append(string: address)
    Page.encode(introduction, into: &builder)
    return builder.bytes
  }

  /// Reads exactly what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let opening = try Self.opening(of: &cursor)
    self.init(
      start: opening.start, address: opening.address, introduction: try Page.decode(&cursor))
  }

  /// Reads what stands before the introduction.
  public static func opening(of cursor: inout ByteCursor) throws(DecodingFailure) -> LoginRequest {
    LoginRequest(
      start: try SessionStart(decoding: &cursor),
      address: try cursor.readString(limit: Limits.relayAddress))
  }
}
