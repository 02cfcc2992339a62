internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit device adopt`.
struct DeviceAdoptCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Lets in what a machine wrote that was shut out, and that is set aside.",
    discussion: """
      The machine itself stays out.

      For example:
        afterwit device adopt laptop --dry-run
        afterwit device adopt laptop
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The device's name, or the beginning of its id.")
  var device: String
  @Flag(help: "Do not ask.")
  var yes = false
  @Flag(help: "Show what it would come to, and change nothing.")
  var dryRun = false

  func perform() async throws {
    let own = try options.openDevice()
    let plan = try own.adoption(of: device)
    if dryRun {
      return try options.invocation.print(
        documents: [.document(plan)], lines: try Self.lines(plan, at: own))
    }
    try Connection.prepareToSpread(own)
    let question = try Question(
      yes: yes, what: "There is no terminal to ask at.",
      otherwise: "Look at what it comes to with --dry-run, then add --yes.")
    for line in try Self.lines(plan, at: own) { Output.talk(line) }
    guard question.agrees(to: "Let it in?") else {
      throw CommandFailure(
        .failed, "You did not say yes.", safe: "Nothing was let in; it stays set aside.",
        next: "Look at what it comes to: afterwit device adopt \(device) --dry-run")
    }
    try own.adopt(plan)
    Output.talk("It is in. To see what it changed in an entry: afterwit history ID")
    try await Connection.spread(own, insecure: options.insecure)
  }

  /// How much there is, from when, and which entries it is about.
  private static func lines(_ plan: AdoptionPlan, at device: Device) throws -> [String] {
    let changes = plan.changes == 1 ? "1 change" : "\(plan.changes) changes"
    let entries = plan.entries.count == 1 ? "1 entry" : "\(plan.entries.count) entries"
    var lines = ["\(changes) of \(Escaping.oneLine(plan.label)) in \(entries) are set aside."]
    if plan.changes == 1 { lines = [lines[0].replacing("are set", with: "is set")] }
    if let first = plan.firstMilliseconds, let last = plan.lastMilliseconds {
      let (from, to) = (Moment(milliseconds: first).local, Moment(milliseconds: last).local)
      lines.append(
        from == to
          ? "It is of \(from), by its own clock:"
          : "They are from \(from) to \(to), by its own clock:")
    }
    for id in plan.entries.prefix(5) {
      let title = (try? device.entry(id)).map { Escaping.oneLine($0.title) } ?? "(not here yet)"
      lines.append("    \(id.shortText)  \(title)")
    }
    if plan.entries.count > 5 { lines.append("    and \(plan.entries.count - 5) more") }
    return lines
  }
}

extension JSONValue {
  /// What is set aside of a device, as `afterwit.adoption/1`.
  fileprivate static func document(_ plan: AdoptionPlan) -> JSONValue {
    .members([
      "schema": .string("afterwit.adoption/1"),
      "device": .string(plan.device.description),
      "name": JSONValue(plan.name),
      "changes": .integer(plan.changes),
      "entries": .list(plan.entries.map { .string($0.text) }),
      "first": JSONValue(plan.firstMilliseconds.map { Moment(milliseconds: $0).iso8601 }),
      "last": JSONValue(plan.lastMilliseconds.map { Moment(milliseconds: $0).iso8601 }),
    ])
  }
}
