internal import AfterwitDevice
internal import Glibc

// At most one process of a home exchanges unasked. Its turn is a lock of the kernel, which ends with
// whoever holds it. Who wants an exchange first leaves a mark in the locked file, then tries to take
// the turn. If another has it, that one finds the mark: it looks for marks before it gives the turn
// up, and once more after. So a request is never lost, and a hundred of them are one more exchange.

/// The turn to exchange unasked for a home, and the marks of those who wait for it.
final class SyncTurn: Sendable {
  /// The file where a process finds a turn that the one which started it has taken.
  static let inheritedFile: Int32 = 3

  /// The open file whose lock is the turn.
  let file: Int32

  /// Leaves a mark and takes the turn; `nil` if another has it, or the file cannot be written.
  convenience init?(requestedFor home: Home) {
    self.init(home) { file in
      var mark = UInt8(ascii: ".")
      _ = write(file, &mark, 1)
    }
  }

  /// Takes the turn; `nil` if another has it, or the file cannot be written.
  convenience init?(of home: Home) {
    self.init(home) { _ in }
  }

  /// Goes on with the turn that this process was started with; `nil` if there is none.
  init?(inheritedFor home: Home) {
    var (own, named) = (stat(), stat())
    guard fstat(Self.inheritedFile, &own) == 0, stat(Self.path(in: home), &named) == 0,
      own.st_dev == named.st_dev, own.st_ino == named.st_ino,
      flock(Self.inheritedFile, LOCK_EX | LOCK_NB) == 0
    else { return nil }
    file = Self.inheritedFile
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
  }

  private init?(_ home: Home, before: (Int32) -> Void) {
    let file = open(Self.path(in: home), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    before(file)
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
    self.file = file
  }

  deinit { close(file) }

  /// Whether somebody has left a mark since they were taken.
  var isRequested: Bool {
    var status = stat()
    return fstat(file, &status) == 0 && status.st_size > 0
  }

  /// Takes all marks.
  func takeRequests() { _ = ftruncate(file, 0) }

  /// Lets another have the turn.
  func giveUp() { flock(file, LOCK_UN) }

  /// Takes the turn once more; whether nobody else has it.
  func takeAgain() -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  private static func path(in home: Home) -> String { home.path + "/automatic-sync" }
}
