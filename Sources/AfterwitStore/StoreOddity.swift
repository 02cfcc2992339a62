/// Something about the places of a store that a person should know, though it can be used.
public enum StoreOddity: Hashable, Sendable {
  /// Other users may look into the folder, or write there; its permissions.
  case open(folder: String, mode: UInt32)
  /// The database is a link to a file elsewhere.
  case link(String, to: String)
  /// The database's file has further names, under which others use it with another lock.
  case severalNames(String)
}
