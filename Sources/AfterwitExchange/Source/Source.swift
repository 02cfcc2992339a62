/// What is read: the bytes of one file, or a folder.
public enum Source: Sendable {
  /// One file, and what lies beside it and tells how it is to be read.
  case file(SourceFile, settings: [SourceFile])
  /// A folder.
  case folder(any SourceFolder)
}

/// The bytes of a file under its name.
public struct SourceFile: Sendable {
  /// Its name, or its path in a folder.
  public let name: String
  /// Its bytes, without the mark that says that they are UTF-8.
  public let bytes: [UInt8]

  /// A file of a name and its bytes.
  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// The name without the folders before it.
  var lastName: Substring { name.split(separator: "/").last ?? "" }
  /// What stands behind the last dot of the name, in lower case.
  var ending: String {
    guard let dot = lastName.lastIndex(of: ".") else { return "" }
    return lastName[dot...].dropFirst().lowercased()
  }

  /// The text of the file.
  /// - Throws: ``SourceFailure/notUTF8(_:)``.
  func text() throws(SourceFailure) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8 }
    return text
  }

  /// Says where the bytes are no UTF-8.
  var notUTF8: SourceFailure {
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    return .notUTF8(SourcePlace(name, line: line))
  }
}
