internal import AfterwitDevice
internal import AfterwitSync

/// The relay of a home, reached over HTTP.
enum Connection {
  /// Reads a relay's address.
  static func address(_ text: String, insecure: Bool) throws(DeviceFailure) -> RelayAddress {
    do {
      return try RelayAddress(text, insecure: insecure)
    } catch {
      throw failure(error)
    }
  }

  /// The address of the home's relay.
  ///
  /// - Throws: a usage failure if none is set.
  static func address(
    of device: Device, insecure: Bool
  ) throws(DeviceFailure) -> RelayAddress {
    guard let text = try device.relayAddress() else {
      throw .usage("No relay is set for this home.", next: "Type: afterwit relay set URL")
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
    _ address: RelayAddress, limit: Duration = .seconds(60),
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
    _ address: RelayAddress, limit: Duration = .seconds(60)
  ) throws(DeviceFailure) -> Network.OpenRelay {
    guard let network = Network.present else { try NetworkExecutable.become() }
    return network.open(address, limit)
  }

  private static func failure(_ failure: RelayAddress.Failure) -> DeviceFailure {
    let form = "Type an address such as https://relay.example or http://127.0.0.1:8787"
    return switch failure {
    case .malformed: .usage("This is not the address of a relay.", next: form)
    case .scheme(let scheme): .usage("A relay is not reached over \(scheme).", next: form)
    case .credentials: .usage("An address carries no name and no password.", next: form)
    case .query: .usage("An address carries no query and no fragment.", next: form)
    case .plainBeyondLoopback(let host):
      .usage(
        "Plain HTTP to \(host) would leave this machine.",
        next: "Use https://, or add --insecure where the network between is your own.")
    }
  }
}
