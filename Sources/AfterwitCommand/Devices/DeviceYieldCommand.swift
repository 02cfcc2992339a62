internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit device yield`.
struct DeviceYieldCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "yield",
    abstract: "Puts another machine before this one, so that it can shut this one out.",
    discussion: """
      Only who was let in before a machine can shut it out. Yield on the machine that founded the
      journal, if it is carried about: should it be stolen, the other one can shut it out. This
      machine goes on under new keys, after all others.

      For example:
        afterwit device yield desk
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The other device's name, or the beginning of its id.")
  var device: String
  @Flag(help: "Do not ask.")
  var yes = false

  func perform() async throws {
    let own = try options.openDevice()
    try Connection.prepareToSpread(own)
    let name = Escaping.oneLine(device)
    let question = try Question(
      yes: yes, what: "There is no terminal to ask at.", otherwise: "Add --yes.")
    guard question.agrees(to: "From now on \(name) can shut this machine out. Go on?") else {
      throw CommandFailure(
        .failed, "You did not say yes.", safe: "Nothing was changed.",
        next: "Type: afterwit device")
    }
    guard try own.yield(to: device) else {
      return Output.talk("\(name) could do so already. Nothing was changed.")
    }
    let present = try own.devices().first { $0.isThis }
    Output.talk(
      "\(name) comes before this machine now, which is \(Escaping.oneLine(present?.label ?? "")).")
    try await Connection.spread(own, insecure: options.insecure)
  }
}
