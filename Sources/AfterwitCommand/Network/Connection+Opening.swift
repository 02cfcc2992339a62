internal import AfterwitSync

extension Connection {
  /// Lets a body open relays by the addresses that an invite names, and closes them however it ends.
  static func openingRelays<Value>(
    headers: [RelayHeader], insecure: Bool,
    _ body: ((String) throws(RelayAddress.Failure) -> any Relay) async throws -> Value
  ) async throws -> Value {
    let network = try network()
    var opened: [Network.OpenRelay] = []
    let result: Result<Value, any Error>
    do {
      result = .success(
        try await body { (text) throws(RelayAddress.Failure) in
          let relay = network.open(
            try RelayAddress(text, insecure: insecure), headers, callLimit)
          opened.append(relay)
          return relay.relay
        })
    } catch {
      result = .failure(error)
    }
    for relay in opened { await relay.close() }
    return try result.get()
  }
}
