internal import AfterwitDevice
internal import Glibc

// The process that exchanges is started by `posix_spawn`, which copies nothing of this one, and is
// left alone: it has no file of this one but the turn, it takes leave of terminal and folder itself
// (`UnattendedSync`), and nobody waits for it. What it costs is its own time.

/// The exchange that a command leaves behind after it wrote, where a person has chosen `sync.auto`.
enum AutomaticSync {
  /// Whether this command is to leave one behind.
  static var isWanted: Bool {
    OpenedDevice.hasChanged && Preferences.present.syncsByItself && OpenedDevice.hasUnsent
      && access(NetworkExecutable.path, X_OK) == 0
  }

  /// Starts one, or has the one that is under way do one more; whatever goes wrong is left to the
  /// next one.
  static func request() {
    guard let home = OpenedDevice.home, let path = realpath(home.path, nil) else { return }
    defer { free(path) }
    guard let turn = SyncTurn(requestedFor: home) else { return }
    start(in: String(cString: path), with: turn)
  }

  /// Starts the process that exchanges, which goes on with the turn.
  private static func start(in home: String, with turn: SyncTurn) {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, turn.file, SyncTurn.inheritedFile)
    for file in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&files, file, "/dev/null", O_RDWR, 0)
    }
    for file in Self.passedOn { posix_spawn_file_actions_addclose(&files, file) }
    let insecure = CommandLine.arguments.contains("--insecure") ? ["--insecure"] : []
    let line = [NetworkExecutable.path, "sync", "--unattended", "--home", home] + insecure
    var arguments = line.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    _ = posix_spawn(&process, line[0], &files, nil, &arguments, environ)
  }

  /// The files of this process that one that it starts would have too, beside those it is given.
  private static var passedOn: [Int32] {
    guard let folder = opendir("/proc/self/fd") else { return [] }
    defer { closedir(folder) }
    var files: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let file = Int32(name), file > SyncTurn.inheritedFile else { continue }
      let flags = fcntl(file, F_GETFD)
      if flags >= 0, flags & FD_CLOEXEC == 0 { files.append(file) }
    }
    return files
  }
}
