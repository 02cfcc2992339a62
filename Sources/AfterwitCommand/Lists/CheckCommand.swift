internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Notes that a goal was kept to on a day, or why it was skipped.",
    discussion: "For example: afterwit check 61nv --on yesterday --note \"Twenty minutes\"")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The goal: at least four characters of its id, or @ for the last one touched.")
  var goal: String
  @Option(parsing: .unconditional, help: "The day, as with new --on (default: today).")
  var on: String?
  @Option(parsing: .unconditional, help: "A few words on it.")
  var note: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("It was skipped, and why; that is no miss.", valueName: "reason"))
  var skip: String?

  func run() throws {
    let device = try options.openDevice()
    let entry = try device.entryID(toChange: goal)
    let list = try device.list(CodedField.checkIns.rawValue, of: entry)
    var edits: [FieldEdit] = [.set(field: "on", value: on ?? "today")]
    if let note { edits.append(.replace(field: "note", text: note)) }
    if let skip { edits.append(.set(field: "skipped", value: skip)) }
    let outcome = try device.carryOut(EditRequest(.add(list: list.name, to: entry), edits))
    if let element = outcome.element { Output.line(element.element.id.shortText) }
    if on != nil { options.invocation.talk(outcome.understood.map(\.line)) }
  }
}
