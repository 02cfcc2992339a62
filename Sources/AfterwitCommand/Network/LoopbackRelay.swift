internal import FoundationEssentials
internal import Subprocess

/// A relay of its own on this machine: `afterwit-relay`, which lies beside the running executable.
struct LoopbackRelay: Sendable {
  /// Why there is none.
  enum Fault: Error {
    /// It did not say where it listens.
    case notStarted
    /// It gave no code for a journal.
    case noCode
  }

  /// Where one listens, and the operator's code for one journal.
  struct Place: Hashable, Sendable {
    let address: String
    let code: String
  }

  /// Where it lies, or would.
  static var path: String { Machine.executable(named: "afterwit-relay") }

  /// The folder of what it stores.
  let folder: String

  /// A relay that stores into a folder; `nil` where `afterwit-relay` is not installed.
  init?(storingInto folder: String) {
    guard FileManager.default.isExecutableFile(atPath: Self.path) else { return nil }
    self.folder = folder
  }

  /// Starts it for a body, and stops it however the body ends.
  ///
  /// - Parameter address: where it listens; on a free port if there is none.
  func run<Value: Sendable>(
    at address: String? = nil, _ body: (Place) async throws -> Value
  ) async throws -> Value {
    let listen = address.map { String($0.dropFirst("http://".count)) } ?? "127.0.0.1:0"
    let result = try await Subprocess.run(
      .name("sh"),
      arguments: .exec(Self.path, ["serve", "--data", folder, "--listen", listen]),
      platformOptions: .child, input: .none, output: .sequence, error: .discarded
    ) { execution in
      var lines = execution.standardOutput.strings().makeAsyncIterator()
      let first = try await lines.next()?.trimmed ?? ""
      let result: Result<Value, any Error>
      do {
        guard let address = first.split(separator: " ").last, address.hasPrefix("http") else {
          throw Fault.notStarted
        }
        result = .success(
          try await body(Place(address: String(address), code: try await makeCode())))
      } catch {
        result = .failure(error)
      }
      try? execution.send(signal: .terminate)
      while let _ = try? await lines.next() {}
      return result
    }
    return try result.closureResult.get()
  }

  private func makeCode() async throws -> String {
    let result = try await Subprocess.run(
      .name("sh"), arguments: .exec(Self.path, ["code", "--data", folder]),
      platformOptions: .child, input: .none, output: .string(limit: 1 << 16), error: .discarded)
    guard result.terminationStatus.isSuccess else { throw Fault.noCode }
    return result.standardOutput.trimmed
  }
}
