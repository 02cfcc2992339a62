internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import Hummingbird

extension RelayResponder {
  /// Reads a value, or refuses the request.
  func parse<Value>(
    _ body: () throws(DecodingFailure) -> Value
  ) throws(RelayDenial) -> Value {
    do {
      return try body()
    } catch {
      throw RelayDenial(error.reason == .overLimit ? .tooLarge : .malformed)
    }
  }

  /// The whole body of a request whose caller is known.
  func body(of request: Request, limit: Int) async throws -> [UInt8] {
    try await BodyReader(limit: limit).bytes(of: request)
  }
}
