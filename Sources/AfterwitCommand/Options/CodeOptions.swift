internal import ArgumentParser
internal import FoundationEssentials

/// The operator's code.
///
/// What stands on a command line can be read by every user of the machine, so a file or stdin can
/// give it as well.
struct CodeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "The operator's code, which lets the journal in at a new relay; - reads it from stdin.")
  var code: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A file that holds the operator's code.", valueName: "file"))
  var codeFile: String?

  /// Whether a code is given, from wherever it comes.
  var areGiven: Bool { code != nil || codeFile != nil }

  /// The code, from wherever it comes; `nil` where none is given.
  func given() throws -> String? {
    guard code == nil || codeFile == nil else {
      throw CommandFailure.usage("--code and --code-file exclude each other.")
    }
    if let codeFile {
      guard let bytes = FileManager.default.contents(atPath: codeFile) else {
        throw CommandFailure.usage(
          "The file \(codeFile) cannot be read.", next: "Name the file that holds the code.")
      }
      return try Self.code(in: String(decoding: bytes, as: UTF8.self), of: codeFile)
    }
    guard code == "-" else { return code }
    return try Self.code(in: StandardInput.read().text(), of: "stdin")
  }

  private static func code(in text: String, of place: String) throws -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 1 else {
      throw CommandFailure.usage(
        "What \(place) gives is no code: a code is one word.",
        next: "Ask who runs the relay: afterwit-relay code prints one.")
    }
    return String(words[0])
  }
}
