internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit set`: gives values to fields of entries and items.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Gives values to fields of entries or items, or of all entries of a filter.",
    discussion: """
      An empty value clears the field. All that one command says is one change.
      \(ArgumentHelp.fieldsOfKinds)

      For example:
        afterwit set @ mood=3 organisation=Globex
        afterwit set outcome=ghosted -- org:initech until:2026-09
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      "The entries or items (at least four characters of each id, or @) and the values; with a "
        + "filter, the values alone.", valueName: "id> <name=value"))
  var words: [String]
  @OptionGroup var chosen: ChosenEntries

  func run() throws {
    let ids = Array(words.prefix { !$0.contains("=") })
    let edits = try words.dropFirst(ids.count).map { word in
      let pair = try FieldValue(word)
      return FieldEdit.set(field: pair.field, value: pair.value)
    }
    guard !edits.isEmpty else {
      throw CommandFailure.usage("Nothing is to be set.", next: "Name a value, as in mood=3.")
    }
    guard ids.isEmpty != chosen.filter.isEmpty else {
      throw CommandFailure.usage(
        ids.isEmpty
          ? "Values are given, and no entry." : "Entries are named by ids and by a filter.",
        next: "Name entries by their ids, or by a filter behind --.")
    }
    let device = try options.openDevice()
    guard ids.isEmpty else {
      let subjects = try device.subjects(toChange: ids)
      try device.talk(
        of: subjects, changed: try device.edit(subjects, edits: edits), verb: "Changed",
        options.invocation)
      return
    }
    let values = words.joined(separator: ", ")
    guard let subjects = try chosen.subjects(of: device, { "Set \(values) in \($0)?" }) else {
      return
    }
    let changed = try device.edit(subjects, edits: edits)
    device.talk(ofBulk: subjects, changed: changed, "Changed", options.invocation)
  }
}
