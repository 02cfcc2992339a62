internal import AfterwitDevice
internal import AfterwitSync

/// The relay of a home, reached over HTTP.
enum Connection {
  /// How long a session may take if nobody says otherwise.
  static let sessionTime = Duration.seconds(30)

  /// How long one call may take, unless more or less is asked for.
  static let callLimit = Duration.seconds(60)

  /// Reads a relay's address.
  static func address(_ text: String, insecure: Bool) throws(CommandFailure) -> RelayAddress {
    do {
      return try RelayAddress(text, insecure: insecure)
    } catch {
      throw CommandFailure(.usage, Sentences(error))
    }
  }

  /// The way to the home's relay.
  ///
  /// - Throws: a usage failure if none is set.
  static func route(of device: Device, insecure: Bool) throws -> RelayRoute {
    guard let text = try device.relayAddress() else {
      throw CommandFailure.usage(
        "No relay is set for this home.", next: "Type: afterwit relay set URL")
    }
    return RelayRoute(
      address: try address(text, insecure: insecure), headers: try device.relayHeaders())
  }

  /// Runs one session with the home's relay.
  static func sync(
    _ device: Device, timeout: Duration, insecure: Bool
  ) async throws -> SyncReport {
    let route = try route(of: device, insecure: insecure)
    return try await with(route, limit: timeout) { relay in
      try await device.sync(with: relay, timeout: timeout)
    }
  }

  /// Opens a relay for a body, and closes it however the body ends.
  ///
  /// - Parameter limit: How long one call may take.
  static func with<Result>(
    _ route: RelayRoute, limit: Duration = callLimit,
    _ body: (any ListenableRelay) async throws -> Result
  ) async throws -> Result {
    let opened = try network().open(route.address, route.headers, limit)
    do {
      let result = try await body(opened.relay)
      await opened.close()
      return result
    } catch {
      await opened.close()
      throw error
    }
  }

  /// The network of this process; one that has none becomes the executable that has.
  static func network() throws(CommandFailure) -> Network {
    guard let network = Network.present else { try NetworkExecutable.become() }
    return network
  }
}
