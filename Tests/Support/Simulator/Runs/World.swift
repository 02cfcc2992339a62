internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitTestRandomness

/// Everything of one run: the machines, the relay, and what the person meant.
final class World {
  let plan: Plan
  let sabotage: Sabotage
  let trace = Trace()
  let time = SimulatedTime()
  let host: RelayHost
  let past = PastPages()
  var machines: [Machine] = []
  var deeds: [Deed] = []
  var entries: [EntryID] = []
  /// The elements that somebody took off a list.
  var removedElements: [ElementKey] = []
  var typing = Typing()
  /// What devices showed, by what they held.
  var digests: [[UInt8]: [UInt8]] = [:]
  var relayCopy: [String: [UInt8]]?
  let folder: String

  var rates: FaultRates { plan.rates }

  init(_ plan: Plan, sabotage: Sabotage) async throws {
    self.plan = plan
    self.sabotage = sabotage
    let beginning = try await Beginning.of(plan)
    typing = beginning.typing
    deeds = beginning.deeds
    entries = beginning.deeds.map(\.entry)
    folder = try Scratch.make()
    host = try RelayHost(
      folder: folder + "/relay", files: beginning.relay, seed: plan.seed, time: time)
    for index in 0..<plan.machines {
      let machine = try Machine(
        index: index, files: beginning.homes[index], twin: index, in: folder, time: time)
      machine.disk.setFaults { $0.isLying = sabotage.disksLie }
      machines.append(machine)
    }
    if plan.isFresh {
      try machines[0].running().setRelay(Membership.address, code: try await host.makeCode())
    }
  }

  /// Ends everything and removes the folders.
  func remove() {
    // Nobody will read the files again, so closing them need not tidy them.
    host.die()
    for machine in machines {
      machine.disk.die()
      machine.close()
      machine.disk.remove()
    }
    host.remove()
    Scratch.remove(folder)
  }

  /// The machine whose turn a step is.
  func machine(of step: Step) -> Machine {
    machines[step.machine % machines.count]
  }

  /// Copies a home while its device is closed; the copy goes on as a machine of its own.
  func clone(_ machine: Machine) throws {
    machine.close()
    machine.emptyDisk()
    let copy = try Machine(
      index: machines.count, files: try Scratch.files(of: machine.path), twin: machine.twin,
      in: folder, time: time)
    copy.acknowledged = machine.acknowledged
    machines.append(copy)
    try machine.open()
  }

  /// Brings a machine back after a crash and looks whether all is there that it said it had saved.
  func recover(_ machine: Machine, using random: inout SeededGenerator) throws {
    machine.close()
    machine.drafts = []
    machine.fullUntil = 0
    let isTorn = rates.strike(.tear, using: &random)
    var generator: SeededGenerator? = isTorn ? random : nil
    machine.disk.die()
    try machine.disk.revive(tearing: &generator)
    if let generator { random = generator }
    machine.disk.heal()
    machine.disk.setFaults { $0.isLying = sabotage.disksLie }
    trace.note("  machine \(machine.index) comes back" + (isTorn ? " from a power cut" : ""))
    do {
      try machine.open()
      try checkDurability(of: machine, holding: try Archive.ids(of: machine.path))
    } catch let violation as Violation {
      throw violation
    } catch {
      throw Violation(.durability, "machine \(machine.index) does not open: \(error)")
    }
  }

  /// What was reported as saved survives a crash at any instruction.
  func checkDurability(of machine: Machine, holding held: Set<EnvelopeID>) throws {
    let gone = machine.acknowledged.subtracting(held)
    guard gone.isEmpty else {
      throw Violation(
        .durability, "machine \(machine.index) has lost \(gone.count) envelopes that were saved")
    }
  }
}
