internal import Glibc

extension Home {
  /// Other folders to keep a text in if the home's own disk does not take it, the best first.
  static var otherPlaces: [String] {
    [getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR")].compactMap { $0.map { String(cString: $0) } }
      + ["/tmp"]
  }
}
