internal import AfterwitDevice
internal import AfterwitJournal
internal import AfterwitSync

/// The files with which a run begins: homes, and the relay's folder.
struct Beginning: Sendable {
  var homes: [[String: [UInt8]]]
  var relay: [String: [UInt8]]

  /// The beginning of a plan: members that never synced, or all of whom hold the same.
  static func of(_ plan: Plan) async throws -> Beginning {
    if plan.isFresh { return Beginning(homes: try Membership.homes.get(), relay: [:]) }
    return try await settled.value
  }

  private static let settled = Task { try await settle() }

  /// Lets the founder bring the journal to a relay, and every member sync with it.
  private static func settle() async throws -> Beginning {
    let folder = try Scratch.make()
    defer { Scratch.remove(folder) }
    let time = SimulatedTime()
    let host = try RelayHost(folder: folder + "/relay", files: [:], seed: 1, time: time)
    var machines: [Machine] = []
    for (index, files) in try Membership.homes.get().enumerated() {
      machines.append(
        try Machine(index: index, files: files, twin: index, in: folder, time: time))
    }
    try machines[0].running().setRelay(Membership.address, code: try await host.makeCode())
    for _ in 0..<2 {
      for machine in machines {
        let device = try machine.running()
        _ = try await device.sync(
          with: DirectRelay(host: host), timeout: .seconds(60),
          clock: SimulatedClock(time: time) {})
      }
    }
    for machine in machines { machine.close() }
    host.remove()
    let homes = try machines.map { machine in
      machine.disk.remove()
      return try Scratch.files(of: machine.path)
    }
    return Beginning(homes: homes, relay: try Scratch.files(of: folder + "/relay"))
  }
}
