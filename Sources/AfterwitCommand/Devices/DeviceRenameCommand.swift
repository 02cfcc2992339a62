internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit device rename`.
struct DeviceRenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Calls this machine otherwise, or another one.",
    discussion: """
      For example:
        afterwit device rename attic
        afterwit device rename laptop "old laptop"
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      "The new name; before it, the device where it is not this one.", valueName: "name"))
  var names: [String]

  func validate() throws {
    guard (1...2).contains(names.count) else {
      throw ValidationError("Give a name, or a device and its new name.")
    }
  }

  func run() throws {
    guard let name = names.last else { return }
    let device = try options.openDevice()
    let other = names.count == 2 ? names.first : nil
    try device.rename(other, to: name)
    let subject = other.map { Escaping.oneLine($0) } ?? "This machine"
    Output.talk("\(subject) is called \(Escaping.oneLine(name)) now.")
  }
}
