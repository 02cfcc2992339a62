internal import AfterwitStore

/// Something about a home that a person should know, though it can be used.
public enum HomeOddity: Hashable, Sendable {
  /// Other users of the machine may look into the folder, or write there; its permissions.
  case open(folder: String, mode: UInt32)
  /// The database is a link to a file elsewhere.
  case link(String, to: String)
  /// The database's file has further names, and a home that uses another does not wait for this one.
  case severalNames(String)

  init(_ oddity: StoreOddity) {
    switch oddity {
    case .open(let folder, let mode): self = .open(folder: folder, mode: mode)
    case .link(let path, let target): self = .link(path, to: target)
    case .severalNames(let path): self = .severalNames(path)
    }
  }
}
