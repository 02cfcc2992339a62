internal import FoundationEssentials

/// What a machine may lack, or may not let its tests do; such a test is skipped and says why.
public enum Machinery {
  /// Whether a program is installed.
  public static func finds(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { folder in
      FileManager.default.isExecutableFile(atPath: folder + "/" + program)
    }
  }

  /// Whether `strace` is there and may trace.
  public static func traces() async -> Bool {
    let outcome = try? await Shell().run("strace -f -o /dev/null true")
    return outcome?.code == 0
  }

  /// Whether a small file system can be mounted where nobody else sees it.
  public static func mounts() async -> Bool {
    let outcome = try? await Shell().run(
      "unshare -m sh -c 'mount --make-rprivate / && mount -t tmpfs -o size=64k tmpfs /mnt'")
    return outcome?.code == 0
  }

  /// Whether systemd is there to look at its units.
  public static func hasSystemd() async -> Bool {
    let outcome = try? await Shell().run("command -v systemd-analyze")
    return outcome?.code == 0
  }
}
