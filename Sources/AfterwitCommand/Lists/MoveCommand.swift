internal import AfterwitDevice
internal import AfterwitDocument
internal import ArgumentParser

/// `afterwit move`.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Moves items of a list to another place in it, as one run.",
    discussion: "For example: afterwit move 4k2t 9mwx --before 61nv")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The items, in the order that they are to have.")
  var elements: [String]
  @Option(help: ArgumentHelp("The item before which they are to stand.", valueName: "item"))
  var before: String?
  @Option(help: ArgumentHelp("The item behind which they are to stand.", valueName: "item"))
  var after: String?
  @Flag(help: "To the beginning of the list.")
  var first = false
  @Flag(help: "To the end of the list.")
  var last = false

  func run() throws {
    guard [before != nil, after != nil, first, last].filter({ $0 }).count == 1 else {
      throw CommandFailure.usage(
        "Say where the items are to go, once.",
        next: "Add --before ITEM, --after ITEM, --first or --last.")
    }
    let device = try options.openDevice()
    let keys = try device.elements(toChange: elements)
    let isChange = try device.move(keys, to: try place(on: device))
    try device.talk(
      of: keys.map(Subject.element), changed: isChange ? Set(keys.map(Subject.element)) : [],
      verb: "Moved", options.invocation)
  }

  private func place(on device: Device) throws -> ListPlace {
    if first { return .first }
    if last { return .last }
    let place = try device.elements(toChange: [before ?? after ?? ""])[0]
    return before == nil ? .after(place) : .before(place)
  }
}
