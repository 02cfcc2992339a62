internal import Glibc

/// A lock on a draft's sidecar, held until the last copy of this reference is gone.
final class DraftLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; an exclusive one does not wait, and is `nil` if others hold the lock.
  init?(_ path: String, _ mode: Int32) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    // Exclusive locks are held only for a moment, to look or to end, so a shared one may wait.
    guard flock(file, mode == LOCK_EX ? LOCK_EX | LOCK_NB : mode) == 0 else {
      close(file)
      return nil
    }
    // Set only now: from here on, `deinit` closes it, even if the initialiser were to fail.
    descriptor = file
  }

  deinit { close(descriptor) }
}
