internal import Foundation
internal import Synchronization

/// Where a relay stands: it can be stopped and started at one address, and its storage be lost,
/// copied, and put back.
package final class RelaySite: Sendable {
  private let folder: String
  private let port = Mutex(0)

  private init(folder: String) {
    self.folder = folder
  }

  /// Runs a body with a new site and removes its folders.
  package static func with<Value>(
    _ body: (RelaySite) async throws -> Value
  ) async throws -> Value {
    let site = RelaySite(folder: NSTemporaryDirectory() + "relay-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(atPath: site.folder) }
    try FileManager.default.createDirectory(
      atPath: site.folder, withIntermediateDirectories: true)
    return try await body(site)
  }

  /// Serves while a body runs, at the same address each time.
  package func serving<Value: Sendable>(
    _ body: @Sendable @escaping (LiveRelay) async throws -> Value
  ) async throws -> Value {
    try await LiveRelay.with(folder: storage, port: port.withLock { $0 }) { relay in
      self.port.withLock { $0 = relay.port }
      return try await body(relay)
    }
  }

  private var storage: String { folder + "/storage" }
  private var copy: String { folder + "/copy" }

  /// Copies the storage of the relay that has stopped.
  package func backUp() throws {
    try FileManager.default.copyItem(atPath: storage, toPath: copy)
  }

  /// Puts the copy in the place of the storage.
  package func restore() throws {
    try wipe()
    try FileManager.default.copyItem(atPath: copy, toPath: storage)
  }

  /// Loses the storage.
  package func wipe() throws {
    try FileManager.default.removeItem(atPath: storage)
  }
}
