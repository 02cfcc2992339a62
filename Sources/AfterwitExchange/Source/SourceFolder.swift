/// A folder that is read: it never leads out of itself, and follows no link.
public protocol SourceFolder: Sendable {
  /// The paths of the files in it, ascending by bytes.
  var paths: [String] { get }

  /// All bytes of a file.
  /// - Throws: ``SourceFailure`` where it cannot be read, or is too large.
  func bytes(of path: String) throws -> [UInt8]
}
