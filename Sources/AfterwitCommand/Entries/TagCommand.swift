internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// `afterwit tag`.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Adds tags to an entry.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry: the start of its id, or @ for the last one touched.")
  var id: String
  @Argument(help: "The tags.")
  var tags: [String]

  func run() throws {
    let device = try options.openDevice()
    let edits = tags.map { FieldEdit.add(field: "tags", value: $0) }
    _ = try device.edit(try device.entryID(id), edits: edits)
  }
}

/// `afterwit untag`.
struct UntagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Takes tags off an entry.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry: the start of its id, or @ for the last one touched.")
  var id: String
  @Argument(help: "The tags.")
  var tags: [String]

  func run() throws {
    let device = try options.openDevice()
    let edits = tags.map { FieldEdit.remove(field: "tags", value: $0) }
    _ = try device.edit(try device.entryID(id), edits: edits)
  }
}
