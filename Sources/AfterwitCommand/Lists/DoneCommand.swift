internal import AfterwitDevice
internal import AfterwitDocument
internal import ArgumentParser

/// `afterwit done`.
struct DoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Ticks steps and follow-ups off; with --not, opens them again.",
    discussion: "For example: afterwit done 4k2t 9mwx")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The items: at least four characters of each id.")
  var elements: [String]
  @Flag(help: "They are not done yet.")
  var not = false

  func run() throws {
    let device = try options.openDevice()
    let keys = try device.elements(toChange: elements)
    let changed = try device.setDone(!not, of: keys)
    try device.talk(
      of: keys.map(Subject.element), changed: Set(changed.map(Subject.element)),
      verb: not ? "Open again:" : "Done:", options.invocation)
  }
}
