internal import AfterwitStore

/// A file of a person's that is replaced as a whole, and is theirs alone.
public enum PrivateText {
  /// Why a file could not be replaced; it is as it was.
  public struct Failure: Error, Hashable, Sendable {
    /// The reason, in the system's words.
    public let reason: String
  }

  /// Gives a file other bytes, durably; whatever happens, it holds the one or the other.
  public static func replace(_ path: String, by bytes: [UInt8]) throws(Failure) {
    do throws(FileFailure) {
      try PrivateFile.replace(path, by: bytes)
    } catch {
      throw Failure(reason: error.reason)
    }
  }
}
