internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitSync

extension SyncReport {
  /// What a person should know beyond the counts, one sentence each.
  ///
  /// Most often there is nothing to say, and then the devices are not looked up.
  func sentences(
    naming devices: @autoclosure () throws(DeviceFailure) -> [DeviceReport]
  ) throws(DeviceFailure) -> [String] {
    guard
      !restored.isEmpty || !formerDevices.isEmpty || !forkedDevices.isEmpty || !shutOut.isEmpty
    else { return [] }
    let devices = try devices()
    return [
      restoredSentence(naming: devices), forkedSentence(naming: devices),
      formerSentence(naming: devices),
    ].compactMap { $0 } + shutOutSentences(naming: devices)
  }

  private func restoredSentence(naming devices: [DeviceReport]) -> String? {
    guard !restored.isEmpty else { return nil }
    let count = restored.values.reduce(0, +)
    let names = Self.names(of: Set(restored.keys), naming: devices)
    return "The relay had lost \(count) \(count == 1 ? "change" : "changes") of \(names); "
      + (count == 1 ? "it is there again." : "they are there again.")
  }

  private func forkedSentence(naming devices: [DeviceReport]) -> String? {
    let others = forkedDevices.subtracting(ownForks)
    guard !others.isEmpty else { return nil }
    return
      "The folder of \(Self.names(of: others, naming: devices)) was copied, and both copies were "
      + "written to; each goes on as a device of its own, and nothing is lost."
  }

  private func formerSentence(naming devices: [DeviceReport]) -> String? {
    guard !formerDevices.isEmpty else { return nil }
    let former = Self.names(of: formerDevices, naming: devices)
    let now = devices.first(where: \.isThis)?.name ?? "a new device"
    return "Another machine writes as \(former), as a copied or restored folder does; "
      + "this one goes on as \(now), and nothing is lost."
  }

  private func shutOutSentences(naming devices: [DeviceReport]) -> [String] {
    shutOut.sorted { $0.key < $1.key }.map { device, by in
      if by == [device] { return "The recovery secret was replaced by a newer one." }
      let named = Set(by).isSubset(of: devices.map(\.device))
      return Self.names(of: [device], naming: devices) + " was shut out by "
        + (named ? Self.names(of: Set(by), naming: devices) : "the recovery secret") + "."
    }
  }

  /// The names of some of the devices, as prose.
  private static func names(of some: Set<DeviceID>, naming devices: [DeviceReport]) -> String {
    let known = devices.filter { some.contains($0.device) }.compactMap(\.name).sorted()
    let unnamed = some.count - known.count
    let rest = unnamed == 0 ? [] : [unnamed == 1 ? "another device" : "\(unnamed) other devices"]
    return (known + rest).joinedAsProse
  }
}
