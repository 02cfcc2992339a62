internal import AfterwitDevice

/// Shows what became of an entry, or brings a version of it back.
struct HistoryAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The entry, or an item of a list, as it was typed.
  var id: String
  /// The one version that is meant, as it was typed.
  var version: String?
  /// The one field that is meant.
  var field: String?
  /// Whether the version is shown again.
  var restore = false

  /// Does it.
  func run() throws {
    guard restore else { return try show() }
    guard let version else {
      throw CommandFailure.usage(
        "No version is named.", next: "Name the one to bring back: afterwit history ID 3 --restore")
    }
    let device = try invocation.openDevice()
    let id = try device.entryID(toChange: id)
    let outcome = try device.bringBack(VersionName(version), of: id, field: field)
    try invocation.talk(
      RestorationTalk.lines(outcome, of: try device.entry(id), field: field))
  }

  private func show() throws {
    let device = try invocation.openDevice()
    let subject = try device.subject(id)
    var versions = try device.history(of: subject, field: field)
    if let version {
      let number = try device.entry(subject.entry, at: VersionName(version)).version.number
      versions.removeAll { $0.number != number }
    }
    try invocation.print(
      documents: versions.map { JSONValue.document($0, of: subject.entry) },
      lines: HistoryLines(style: .standardOutput).lines(versions),
      nothing: "Nothing has changed it.")
  }
}

extension HistoryAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments, values: ["--field"], flags: ["--restore"]),
      1...2 ~= plain.words.count
    else { return nil }
    self.init(
      invocation: plain.invocation, id: plain.words[0], version: plain.words.dropFirst().first,
      field: plain.value("--field"), restore: plain.has("--restore"))
  }
}
