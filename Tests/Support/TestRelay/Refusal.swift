internal import AfterwitRelay
package import AfterwitWire

/// The refusal that a call ends with, or `nil` when it succeeds.
package func refusal(_ call: () async throws -> Void) async -> RelayRefusal? {
  do {
    try await call()
    return nil
  } catch {
    return (error as? RelayDenial)?.refusal
  }
}
