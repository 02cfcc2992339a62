package import AfterwitTestRandomness
internal import Glibc
internal import Synchronization

extension SimulatedDisk {
  /// A disk that cannot be revived.
  package struct StillOpen: Error {
    /// How many files are still open.
    package let files: Int
  }

  /// Makes the disk answer again after its plug was pulled and all its files were closed.
  ///
  /// - Parameter random: chooses what is left of the writes that no sync confirmed; `nil` where
  ///   only the process had ended, so that the system still has them all.
  /// - Throws: ``StillOpen``.
  package func revive(tearing random: inout SeededGenerator?) throws(StillOpen) {
    let (open, unsynced) = state.withLock { ($0.openFiles, $0.unsynced) }
    guard open == 0 else { throw StillOpen(files: open) }
    if var generator = random {
      for (file, unsynced) in unsynced.sorted(by: { $0.key < $1.key }) {
        // Most crashes lose little or everything; some tear through the middle.
        let kept = [0, 0, 50, 50, 90, 100].randomElement(using: &generator) ?? 50
        Self.tear(file, unsynced, keeping: kept, using: &generator)
      }
      random = generator
      state.withLock { $0.unsynced = [:] }
    }
    state.withLock { state in
      state.isDead = false
      state.faults.movesUntilCrash = nil
    }
  }

  /// Undoes what was not confirmed, then does so many percent of its sectors again.
  private static func tear(
    _ file: String, _ unsynced: Unsynced, keeping percent: Int,
    using random: inout SeededGenerator
  ) {
    let descriptor = Glibc.open(file, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { Glibc.close(descriptor) }
    for piece in unsynced.pieces.reversed() {
      write(piece.before[...], at: piece.offset, to: descriptor)
    }
    if unsynced.size < Int.max { ftruncate(descriptor, unsynced.size) }
    for piece in unsynced.pieces {
      guard let after = piece.after else {
        if Int.random(in: 0..<100, using: &random) < percent { ftruncate(descriptor, piece.offset) }
        continue
      }
      var start = 0
      while start < after.count {
        let end = min(after.count, start + 512 - (piece.offset + start) % 512)
        if Int.random(in: 0..<100, using: &random) < percent {
          write(after[start..<end], at: piece.offset + start, to: descriptor)
        }
        start = end
      }
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, at offset: Int, to descriptor: Int32) {
    guard !bytes.isEmpty else { return }
    let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, offset) }
    precondition(written == bytes.count, "the real file system takes what it had before")
  }
}
