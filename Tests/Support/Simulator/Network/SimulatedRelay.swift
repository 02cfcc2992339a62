package import AfterwitSync

/// A relay of the simulator by itself, for the contract that every relay keeps.
package enum SimulatedRelay {
  /// Runs a body with a new relay and its operator's way to make codes.
  package static func with<Value>(
    _ body: (any Relay, @escaping @Sendable () async throws -> String) async throws -> Value
  ) async throws -> Value {
    let folder = try Scratch.make()
    defer { Scratch.remove(folder) }
    let host = try RelayHost(
      folder: folder + "/relay", files: [:], seed: 1, time: SimulatedTime())
    defer { host.remove() }
    return try await body(DirectRelay(host: host)) { try await host.makeCode() }
  }
}
