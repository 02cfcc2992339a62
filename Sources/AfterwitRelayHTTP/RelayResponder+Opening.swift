internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import Hummingbird

// Who asks for a session is a stranger until it is given. So its request is read in steps, and goes on
// only while what has come so far is worth it: the start, then what is signed, then what is brought.

extension RelayResponder {
  /// The longest body of a call that brings an envelope, or some, to open a session.
  private static let openingBody = Limits.payload + Envelope.prefixByteCount + shortBody
  /// As much as the signed part of an opening can be, with the lengths of its strings.
  private static let signedPart =
    SessionStart.byteCount + 2 + Limits.relayAddress + 1 + Limits.code

  private static let reader = BodyReader(
    limit: openingBody, looks: [SessionStart.byteCount, signedPart])

  /// Opens a session for a member.
  func login(_ request: Request) async throws -> Token {
    var isIntroduced = false
    defer { if isIntroduced { introductions.leave() } }
    let bytes = try await Self.reader.bytes(of: request) { look, bytes in
      if look == 1 { return try checkStart(of: bytes) }
      let opening = try parse { () throws(DecodingFailure) in
        var cursor = ByteCursor(bytes)
        return try LoginRequest.opening(of: &cursor)
      }
      guard try await !service.isMember(opening) else { return }
      try introductions.enter()
      isIntroduced = true
    }
    let login = try parse { () throws(DecodingFailure) in try LoginRequest(decoding: bytes) }
    return try await service.login(login)
  }

  /// Opens a session for who brings a journal.
  func found(_ request: Request) async throws -> Token {
    let bytes = try await Self.reader.bytes(of: request) { look, bytes in
      if look == 1 { return try checkStart(of: bytes) }
      let opening = try parse { () throws(DecodingFailure) in
        var cursor = ByteCursor(bytes)
        return try FoundRequest.opening(of: &cursor)
      }
      try service.requireKnown(opening.address)
      try await service.requireGood(code: opening.code)
    }
    let found = try parse { () throws(DecodingFailure) in try FoundRequest(decoding: bytes) }
    return try await service.found(found)
  }

  /// Looks at the start, and ends it there where the relay did not make its challenge.
  private func checkStart(of bytes: [UInt8]) throws(RelayDenial) {
    let start = try parse { () throws(DecodingFailure) in
      var cursor = ByteCursor(bytes)
      return try SessionStart(decoding: &cursor)
    }
    try service.expiry(of: start)
  }
}
