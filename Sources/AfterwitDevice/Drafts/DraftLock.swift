internal import Glibc

/// A lock on a draft's sidecar, held until the last copy of this reference is gone.
final class DraftLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; `nil` where others hold it, for one who would be alone and does not wait.
  init?(_ path: String, _ mode: Int32) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    // Those who want to be alone are looking or ending, so that sharing waits for a moment at most.
    guard flock(file, mode == LOCK_EX ? LOCK_EX | LOCK_NB : mode) == 0 else {
      close(file)
      return nil
    }
    // Only now: a reference that has its descriptor closes it, though it was never handed out.
    descriptor = file
  }

  deinit { close(descriptor) }
}
