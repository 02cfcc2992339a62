internal import ArgumentParser
internal import Glibc

/// Where a relay keeps its data: the option that all commands share that use them.
struct DataOption: ParsableArguments {
  @Option(
    name: .long,
    help: "The relay's folder (default: $XDG_DATA_HOME/afterwit-relay).")
  var data: String?

  /// The folder, by the XDG rules where none was given.
  var folder: String {
    get throws {
      if let data {
        guard !data.isEmpty else { throw ValidationError("--data needs a folder.") }
        return data
      }
      if let base = Self.variable("XDG_DATA_HOME"), base.hasPrefix("/") {
        return base + "/afterwit-relay"
      }
      guard let home = Self.variable("HOME"), home.hasPrefix("/") else {
        throw ValidationError("HOME is not set; name a folder with --data DIR.")
      }
      return home + "/.local/share/afterwit-relay"
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
