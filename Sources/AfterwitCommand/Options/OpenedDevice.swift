internal import AfterwitDevice
internal import Synchronization

// A device closes itself when it is released. The release also makes GRDB unregister from
// Foundation's notification centre, and for that Foundation sets up its bridges, which costs a
// tenth of a `list` and is of no use to a process that ends. So the device is closed explicitly
// before the process ends, and never released.

/// The device that this process works on.
enum OpenedDevice {
  private static let kept = Mutex<Device?>(nil)

  /// Keeps a device until the process ends.
  static func keep(_ device: Device) {
    kept.withLock { $0 = device }
  }

  /// Its home.
  static var home: Home? { kept.withLock { $0?.place } }

  /// Whether this process has written into its home.
  static var hasWritten: Bool { kept.withLock { $0?.hasWritten ?? false } }

  /// Whether the relay lacks what its home wrote last.
  static var hasUnsent: Bool { kept.withLock { (try? $0?.hasUnsent()) ?? false } }

  /// What a person should know of where its home lies, a line each.
  static var oddities: [String] { home?.oddities.map(\.sentence) ?? [] }

  /// What a person should know of clocks and has not been told, as the device noticed it.
  static func takeClockFacts() -> [ClockFact] {
    // What cannot be read or marked as told is told by a later command.
    kept.withLock { (try? $0?.takeClockFacts()) ?? [] }
  }

  /// Closes the device, if one was opened.
  static func close() {
    kept.withLock { $0?.close() }
  }
}
