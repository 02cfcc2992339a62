internal import AfterwitSync
internal import ArgumentParser
internal import FoundationEssentials

/// The headers that a proxy before the relay wants, as they are typed.
struct HeaderOptions: ParsableArguments {
  @Option(
    name: .customLong("header"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A header that a proxy before the relay wants, \"NAME: VALUE\", or @FILE for a file with one "
        + "a line. This home keeps it, sends it with each request, and never shows its value. It "
        + "may be given several times.", valueName: "header"))
  var typed: [String] = []

  /// What they say.
  /// - Throws: a usage failure, which does not hold a value.
  func headers() throws(CommandFailure) -> [RelayHeader] {
    var headers: [RelayHeader] = []
    for text in typed {
      for line in text.hasPrefix("@") ? try Self.lines(ofFile: String(text.dropFirst())) : [text] {
        headers.append(try Self.header(line))
      }
    }
    guard headers.reduce(0, { $0 + $1.text.utf8.count }) <= RelayHeader.limit else {
      throw .usage(
        "The headers have more than \(RelayHeader.limit) bytes together.",
        next: "Repeat the command with fewer or shorter ones.")
    }
    return headers
  }

  private static func lines(ofFile path: String) throws(CommandFailure) -> [String] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .usage("The file \(path) of headers cannot be read.", next: "Name a file that can be.")
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
  }

  private static func header(_ text: String) throws(CommandFailure) -> RelayHeader {
    do throws(RelayHeader.Failure) {
      return try RelayHeader(text)
    } catch {
      switch error {
      case .malformed:
        throw .usage(
          "A header is \"NAME: VALUE\", in ASCII.", next: "Correct the --header that is not.")
      case .reserved(let name):
        throw .usage(
          "The relay's own requests use the header \(name).",
          next: "Have the proxy take another one.")
      }
    }
  }
}
