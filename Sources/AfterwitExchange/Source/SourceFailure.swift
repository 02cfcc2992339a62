/// Why nothing of a source can be read.
public enum SourceFailure: Error, Hashable, Sendable {
  /// A program that encrypts what it writes.
  public enum Program: String, Hashable, Sendable {
    case jrnl, lifeograph, almanah, joplin
  }

  /// Its bytes are not UTF-8.
  case notUTF8(SourcePlace)
  /// It is encrypted.
  case encrypted(Program)
  /// Days and months cannot be told apart.
  case ambiguousDates(SourcePlace)
  /// How a diary writes its days must be said.
  case styleWanted
  /// It is of no known format.
  case unknownFormat(String)
  /// It is not of the format that was named, or ends in the middle.
  case notOfFormat(SourceFormat, SourcePlace)
  /// There is nothing in it.
  case empty(String)
  /// It is larger than what is read at once.
  case tooLarge(String, limit: Int)
  /// It holds more files or entries than are read at once.
  case tooMany(String, limit: Int)
  /// It is nested deeper than is read.
  case tooDeep(SourcePlace)
  /// The machine cannot read it; the reason in words.
  case unreadable(String, String)
  /// No zone has this name.
  case noZone(String)
}
