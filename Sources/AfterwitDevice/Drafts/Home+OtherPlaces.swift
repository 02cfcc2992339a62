internal import Glibc

extension Home {
  /// Where a text may be kept when the home's own disk does not take it, best first.
  static var otherPlaces: [String] {
    [getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR")].compactMap { $0.map { String(cString: $0) } }
      + ["/tmp"]
  }
}
