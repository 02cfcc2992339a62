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

  /// The address of the home's relay.
  ///
  /// - Throws: a usage failure if none is set.
  static func address(of device: Device, insecure: Bool) throws -> RelayAddress {
    guard let text = try device.relayAddress() else {
      throw CommandFailure.usage(
        "No relay is set for this home.", next: "Type: afterwit relay set URL")
    }
    return try address(text, insecure: insecure)
  }

  /// Runs one session with the home's relay.
  static func sync(
    _ device: Device, timeout: Duration, insecure: Bool
  ) async throws -> SyncReport {
    let address = try address(of: device, insecure: insecure)
    return try await with(address, limit: timeout) { relay in
      try await device.sync(with: relay, timeout: timeout)
    }
  }

  /// Opens the relay at an address for a body, and closes it however the body ends.
  ///
  /// - Parameter limit: How long one call may take.
  static func with<Result>(
    _ address: RelayAddress, limit: Duration = callLimit,
    _ body: (any Relay) async throws -> Result
  ) async throws -> Result {
    let opened = try open(address, limit: limit)
    do {
      let result = try await body(opened.relay)
      await opened.close()
      return result
    } catch {
      await opened.close()
      throw error
    }
  }

  /// Opens the relay at an address; the caller closes it.
  static func open(
    _ address: RelayAddress, limit: Duration = callLimit
  ) throws(CommandFailure) -> Network.OpenRelay {
    try network().open(address, limit)
  }

  /// The network of this process; one that has none becomes the executable that has.
  static func network() throws(CommandFailure) -> Network {
    guard let network = Network.present else { try NetworkExecutable.become() }
    return network
  }
}
