internal import AfterwitDevice
internal import FoundationEssentials

/// A unit and a timer by which a person's systemd exchanges with the relay every quarter of an hour.
struct SystemdUnits {
  private static let folder = "~/.config/systemd/user"
  private static let name = "afterwit-sync"

  private let home: Home

  /// Units for a home.
  init(of home: Home) { self.home = home }

  /// Prints both, and says where they go.
  func show() throws {
    Output.lines(["# \(Self.folder)/\(Self.name).service", service, ""])
    Output.lines(["# \(Self.folder)/\(Self.name).timer", timer])
    Output.talk("Put the two parts into the files that their first lines name; then type:")
    Output.talk(
      "systemctl --user daemon-reload && systemctl --user enable --now \(Self.name).timer")
  }

  /// A machine without a network is no failure: the timer tries again.
  private var service: String {
    """
    [Unit]
    Description=Exchange with the relay of the Afterwit journal
    After=network.target

    [Service]
    Type=oneshot
    ExecStart=\(command)
    SuccessExitStatus=4
    TimeoutStartSec=2min
    Nice=10
    """
  }

  private var timer: String {
    """
    [Unit]
    Description=Exchange with the relay of the Afterwit journal every quarter of an hour

    [Timer]
    OnStartupSec=1min
    OnUnitActiveSec=15min
    RandomizedDelaySec=1min

    [Install]
    WantedBy=timers.target
    """
  }

  private var command: String {
    let words = [
      Self.executable, "sync", "--home", home.path.hasPrefix("/") ? home.path : absolute,
    ]
    return words.map(Self.quoted).joined(separator: " ")
  }

  private var absolute: String {
    FileManager.default.currentDirectoryPath + "/" + home.path
  }

  /// The command beside this executable, which has become the one with the network.
  private static var executable: String {
    let own = Machine.executable
    return own[..<(own.lastIndex(of: "/") ?? own.startIndex)] + "/afterwit"
  }

  /// A word as systemd reads it (systemd.service(5), "Command lines").
  private static func quoted(_ word: String) -> String {
    var result = "\""
    for character in word.unicodeScalars {
      switch character {
      case "\\", "\"": result += "\\" + String(character)
      case "%": result += "%%"
      case "$": result += "$$"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}
