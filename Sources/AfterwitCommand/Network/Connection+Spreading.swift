internal import AfterwitDevice

extension Connection {
  /// Makes sure that ``spread(_:insecure:)`` will have a network, where a relay is set.
  ///
  /// The executable that has a network runs a command from its beginning, so this comes before
  /// anything is read or changed.
  static func prepareToSpread(_ device: Device) throws {
    if try device.relayAddress() != nil { _ = try network() }
  }

  /// Brings to the relay what was just changed in who is a member, and says how that went; what is
  /// not brought now goes with the next sync.
  static func spread(_ device: Device, insecure: Bool) async throws {
    guard try device.relayAddress() != nil else {
      return Output.talk("No relay is set: the others hear of it once there is one.")
    }
    do {
      let report = try await sync(device, timeout: sessionTime, insecure: insecure)
      Output.talk(report.line)
    } catch {
      Output.talk("The relay has not heard of it yet. Type: afterwit sync")
    }
  }
}
