internal import FoundationEssentials
internal import Glibc

/// The program through which long output goes on a terminal, as the person has chosen it; else `less`
/// where it is there.
struct Pager: Hashable {
  /// What the shell runs; it may contain arguments.
  let command: String

  /// The person's pager; `nil` where there is none, or none is wanted.
  static var standard: Pager? {
    let environment = ProcessInfo.processInfo.environment
    let command = Preferences.present.pager
    guard environment["PAGER"] != "", command != "cat" else { return nil }
    let folders = environment["PATH", default: ""].split(separator: ":")
    guard command != "less" || folders.contains(where: { access("\($0)/less", X_OK) == 0 }) else {
      return nil
    }
    return Pager(command: command)
  }

  /// A pager that runs, and the pipe to it.
  struct Running {
    private let process: pid_t
    /// Where to write what it shows.
    let input: Int32
    private let command: String

    fileprivate init(process: pid_t, input: Int32, command: String) {
      self.process = process
      self.input = input
      self.command = command
    }

    /// Says that nothing more comes, and waits until the person has seen enough.
    /// - Throws: a failure where the pager did not do its part.
    func finish() throws(CommandFailure) {
      close(input)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      signal(SIGINT, SIG_DFL)
      guard status != 0 else { return }
      throw CommandFailure(
        .failed, "The pager \"\(command)\" failed.", safe: "Nothing was changed.",
        next: "Set PAGER to another one, or add --no-pager.")
    }
  }

  /// Starts it; `nil` where no process can be started.
  ///
  /// Without `LESS` in the environment it behaves as `less -FRX`: what fits on one screen stays there,
  /// and colours are colours.
  func start() -> Running? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, ends[0], STDIN_FILENO)
    // The pager gets the keys that interrupt, and the signals as they were.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    setenv("LESS", "FRX", 0)
    var process: pid_t = 0
    let arguments: [UnsafeMutablePointer<CChar>?] =
      [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&process, "/bin/sh", &files, &attributes, arguments, environ) == 0 else {
      ends.forEach { close($0) }
      return nil
    }
    close(ends[0])
    signal(SIGINT, SIG_IGN)
    return Running(process: process, input: ends[1], command: command)
  }
}
