internal import AfterwitExchange

extension Sentences {
  private static let safe = "Nothing was changed."

  /// The words for why nothing of a source can be read.
  init(_ failure: SourceFailure) {
    let (happened, next) = Self.words(failure)
    self.init(happened, safe: Self.safe, next: next)
  }

  private static func words(_ failure: SourceFailure) -> (happened: String, next: String) {
    switch failure {
    case .notUTF8(let place):
      (
        "\(name(place)) is not UTF-8; it may be Latin-1.",
        "If it is, type: iconv -f latin1 -t utf-8 \(place.file) > converted, and import that."
      )
    case .encrypted(let program): encrypted(program)
    case .ambiguousDates(let place):
      (
        "Nothing tells days from months in \(name(place)).",
        "Say how it writes stamps, for example: --timeformat '%d.%m.%Y %H:%M'"
      )
    case .styleWanted:
      (
        "A diary of Emacs does not say how it writes its days.",
        "Add one of: --style american, --style european, --style iso"
      )
    case .unknownFormat(let name):
      (
        "\(name) is of no format that is recognised.",
        "Say which it is: --from \(SourceFormat.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    case .notOfFormat(let format, let place):
      (
        "\(name(place)) cannot be read as \(format.rawValue), or ends in the middle.",
        "Export it again, or name another format with --from."
      )
    case .empty(let name):
      ("There is no entry in \(name).", "Look at the file, or name another format with --from.")
    case .tooLarge(let name, let limit):
      (
        "\(name) is larger than the \(limit >> 20) MiB that are read at once.",
        "Split it into smaller files, and import one after another."
      )
    case .tooMany(let name, let limit):
      (
        "There is more in \(name) than the \(limit) files that are read at once.",
        "Import its folders one after another."
      )
    case .tooDeep(let place):
      ("\(name(place)) is nested deeper than is read.", "Import a part of it.")
    case .unreadable(let name, let reason):
      ("\(name) cannot be read: \(reason).", "Name a file or a folder that you can read.")
    case .noZone(let zone):
      ("There is no time zone \"\(zone)\".", "Name one such as Europe/Berlin or UTC.")
    }
  }

  private static func encrypted(
    _ program: SourceFailure.Program
  ) -> (happened: String, next: String) {
    switch program {
    case .jrnl:
      (
        "This journal of jrnl is encrypted.",
        "Type: jrnl --decrypt, or jrnl --format json > journal.json, and import that."
      )
    case .lifeograph:
      (
        "This diary of Lifeograph is encrypted.",
        "Open it in Lifeograph, remove the password, save, and import it again."
      )
    case .almanah:
      (
        "This diary of Almanah is encrypted.",
        "Turn encryption off in Almanah's preferences, quit it, and import diary.db."
      )
    case .joplin:
      (
        "These notes of Joplin are encrypted.",
        "Export them from Joplin as a RAW folder, and import that."
      )
    }
  }

  private static func name(_ place: SourcePlace) -> String {
    place.file + (place.line.map { ", line \($0)," } ?? "")
  }
}
