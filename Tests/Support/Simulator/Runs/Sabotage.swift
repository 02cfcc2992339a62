package import AfterwitDevice
package import AfterwitSync

/// What is made dishonest in a run, to show that a checker finds it.
package struct Sabotage: Sendable {
  /// Whether disks only say that they have synced.
  package var disksLie = false
  /// Whether syncs are not held at all.
  package var nobodySyncs = false
  /// What stands between the devices and the relay.
  package var relay: @Sendable (any Relay) -> any Relay = { $0 }
  /// What the first device does in the end without anybody knowing.
  package var device: @Sendable (Device) throws -> Void = { _ in }
  /// What happens to the first home, by its path, before the run is judged.
  package var home: @Sendable (String) throws -> Void = { _ in }
  /// What happens to the relay's folder, by its path, before the run is judged.
  package var relayFolder: @Sendable (String) throws -> Void = { _ in }

  /// An honest world.
  package init() {}
}
