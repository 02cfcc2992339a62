internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// The entries of a filter that a command changes all at once, and the person's consent to it.
struct ChosenEntries: ParsableArguments {
  /// How many entries are shown before the question.
  private static let shown = 6

  @Flag(help: "Change the entries of a filter without asking.")
  var yes = false
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Instead of ids: what holds of the entries to change, as in list; repeatable. A filter behind "
        + "-- does the same.", valueName: "term"))
  var filter: [String] = []

  /// Shows the entries, and asks whether they are to be changed; `nil` where the person says no, and
  /// none where there are none.
  ///
  /// - Parameters:
  ///   - deleted: whether deleted entries are chosen among, instead of the others.
  ///   - question: what is asked, without how many entries there are.
  func subjects(
    of device: Device, deleted: Bool = false, _ question: (_ entries: String) -> String
  ) throws -> [Subject]? {
    let filter = try EntryFilter(typed: filter)
    let entries = try device.list(ListFilter(filter, deleted: deleted))
    guard !entries.isEmpty else {
      Output.talk("No entry is like that. Nothing was changed.")
      return []
    }
    let count = entries.count == 1 ? "1 entry" : "\(entries.count) entries"
    let consent = try Question(
      yes: yes, what: "The filter takes \(count), and there is no terminal to ask at.",
      otherwise: "Look with afterwit list, then add --yes.")
    if !yes {
      for entry in entries.prefix(Self.shown) { Output.talk("  " + entry.entry.label) }
      if entries.count > Self.shown {
        Output.talk("  and \(entries.count - Self.shown) more: afterwit list with the same filter")
      }
      guard consent.agrees(to: question(count)) else {
        Output.talk("Nothing was changed.")
        return nil
      }
    }
    return entries.map { .entry($0.entry.id) }
  }
}
