internal import FoundationEssentials

/// The executables under test.
public enum Executables {
  /// The folder that holds them: `AFTERWIT_BIN`, else where this test's own executable lies.
  public static let folder: String = {
    if let named = ProcessInfo.processInfo.environment["AFTERWIT_BIN"], !named.isEmpty {
      return named
    }
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)])
  }()
}
