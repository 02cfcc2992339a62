internal import AfterwitDevice
internal import Synchronization

// A device is closed when nobody holds it any more. A process that ends has no use for the rest of
// what its going takes: GRDB asks Foundation's centre of notifications to forget it, for which
// Foundation sets up its bridges, a tenth of a `list`. So the command's device is closed before the
// process ends, and never let go.

/// The device that the command of this process works on.
enum OpenedDevice {
  private static let kept = Mutex<Device?>(nil)

  /// Keeps a device until the process ends.
  static func keep(_ device: Device) {
    kept.withLock { $0 = device }
  }

  /// Closes the device, if one was opened.
  static func close() {
    kept.withLock { $0?.close() }
  }
}
