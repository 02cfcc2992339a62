internal import Glibc

extension Home {
  /// Other folders to keep a text in if the home's own disk does not take it, the best first; the
  /// last lies in memory.
  static var otherPlaces: [String] {
    [getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR")].compactMap { $0.map { String(cString: $0) } }
      + ["/tmp", "/dev/shm"]
  }
}
