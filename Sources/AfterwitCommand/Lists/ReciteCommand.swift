internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit recite`.
struct ReciteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recite", abstract: "Shows a mantra, and counts that it was recited.",
    discussion:
      "Without a name it is the mantra that was recited least. For example: afterwit recite")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The mantra: at least four characters of its id, or @.")
  var mantra: String?

  func run() throws {
    let device = try options.openDevice()
    let id = try mantra.map { try device.entryID(toChange: $0) } ?? leastRecited(on: device)
    let sum = try device.count(id)
    let entry = try device.entry(id)
    let words = entry.kind == .mantra ? entry.text("words") : entry.title
    try options.invocation.print(
      documents: [
        JSONValue.document(entry, verb: "show", reviews: try device.openReviewIDs(of: entry))
      ],
      lines: [Style.standardOutput.plain(words)])
    options.invocation.talk([sum == 1 ? "Recited once." : "Recited \(sum) times."])
  }

  /// The mantra that was recited least, of these the newest.
  private func leastRecited(on device: Device) throws -> EntryID {
    let mantras = try device.list(
      ListFilter(EntryFilter(.kind(.mantra)), includesPrivate: false, order: .written)
    )
    .map(\.entry).filter { $0.register("retired") != "true" }
    guard let least = mantras.min(by: { $0.count("recited") < $1.count("recited") }) else {
      throw CommandFailure.usage(
        "There is no mantra yet.", next: "Type: afterwit new mantra \"I prepare, then I let go.\"")
    }
    return least.id
  }
}
