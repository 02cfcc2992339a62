/// Where something stands in a source.
public struct SourcePlace: Hashable, Sendable {
  /// The file, by its path in the folder that is read.
  public let file: String
  /// The line, from 1; `nil` where it is about the whole file.
  public let line: Int?

  /// A place of given parts.
  public init(_ file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }
}
