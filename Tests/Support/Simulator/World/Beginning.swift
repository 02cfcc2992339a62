internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSync
internal import AfterwitTestRandomness

/// The files with which a run begins: homes, and the relay's folder.
struct Beginning: Sendable {
  var homes: [[String: [UInt8]]]
  var relay: [String: [UInt8]]
  /// What was typed before.
  var typing = Typing()
  /// What was done before.
  var deeds: [Deed] = []

  /// The beginning of a plan: members that never synced, or all of whom hold the same.
  static func of(_ plan: Plan) async throws -> Beginning {
    guard let beginning = all[plan.machines] else {
      throw Violation(nil, "no run has \(plan.machines) machines")
    }
    return plan.isFresh ? try await beginning.fresh.value : try await beginning.settled.value
  }

  /// The beginnings by the number of machines, each made once a process.
  private static let all = Dictionary(
    uniqueKeysWithValues: Plan.sizes.map { size in
      let fresh = Task { Beginning(homes: try Membership.make(size), relay: [:]) }
      return (size, (fresh: fresh, settled: Task { try await settle(fresh.value.homes) }))
    })

  /// Lets the founder bring the journal to a relay, and every member sync with it.
  private static func settle(_ homes: [[String: [UInt8]]]) async throws -> Beginning {
    let folder = try Scratch.make()
    defer { Scratch.remove(folder) }
    let time = SimulatedTime()
    let host = try RelayHost(folder: folder + "/relay", files: [:], seed: 1, time: time)
    var machines: [Machine] = []
    for (index, files) in homes.enumerated() {
      machines.append(
        try Machine(index: index, files: files, twin: index, in: folder, time: time))
    }
    try machines[0].running().setRelay(Membership.address, code: try await host.makeCode())
    var typing = Typing()
    let deeds = try write(3, on: try machines[0].running(), &typing)
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
    return Beginning(
      homes: homes, relay: try Scratch.files(of: folder + "/relay"), typing: typing, deeds: deeds)
  }

  /// Writes some entries that everybody will know.
  private static func write(
    _ count: Int, on device: Device, _ typing: inout Typing
  ) throws -> [Deed] {
    var random = SeededGenerator(seed: 1)
    return try (0..<count).map { _ in
      let version = Set(try device.shownVersion())
      let text = typing.run(using: &random).text
      let entry = try device.new(.reflection, edits: [.set(field: "happened", value: text)])
      guard let id = try device.shownVersion().first else { throw Violation(nil, "no version") }
      let effects: [Deed.Effect] = [
        .shown, .text(field: "happened", edit: MarkEdit(from: "", to: text)),
      ]
      return Deed(id: id, entry: entry, effects: effects, version: version)
    }
  }
}
