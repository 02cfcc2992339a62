internal import AfterwitDevice
internal import AfterwitTestRandomness

extension World {
  /// Does one step.
  func perform(_ step: Step) async throws {
    if let fault = step.fault, rates[fault] == 0 { return }
    var random = SeededGenerator(seed: step.seed)
    let machine = machine(of: step)
    trace.note("\(step.number) \(step.kind) \(machine.index)")
    time.advance(by: .milliseconds([0, 1, 1000, 60_000].randomElement(using: &random) ?? 0))
    for machine in machines where machine.fullUntil <= step.number { machine.emptyDisk() }
    machine.begin(step)
    do {
      try await perform(step, on: machine, using: &random)
    } catch let failure as DeviceFailure where failure.code == .failed && machine.isFull {
      trace.note("  the disk is full")
    }
  }

  private func perform(
    _ step: Step, on machine: Machine, using random: inout SeededGenerator
  ) async throws {
    switch step.kind {
    case .write:
      let order = try order(for: try machine.running(), using: &random)
      try execute(order, on: machine, using: &random)
    case .list: try writeList(on: machine, using: &random)
    case .clash: try clash(machine, using: &random)
    case .undo: try takeBack(on: machine, using: &random)
    case .look: try look(on: machine)
    case .decide: try decide(on: machine, using: &random)
    case .open: try openDraft(on: machine, using: &random)
    case .save: try saveDraft(on: machine, using: &random)
    case .sync:
      var group = [machine]
      if rates.strike(.reorder, using: &random) {
        group += machines.filter { $0 !== machine && Bool.random(using: &random) }
      }
      _ = try await sync(group, rates: rates, step: step, using: &random)
    case .rest: time.advance(by: .seconds(Int64.random(in: 1...100_000, using: &random)))
    case .rebuild: try rebuild(machine, using: &random)
    case .crash:
      machine.disk.die()
      try recover(machine, using: &random)
    case .cut: machine.cutUntil = step.number + Int.random(in: 2...8, using: &random)
    case .fill:
      machine.fullUntil = step.number + Int.random(in: 1...5, using: &random)
      let room = Int.random(in: 0...60_000, using: &random)
      machine.disk.setFaults { $0.room = room }
    case .jump: machine.jump(by: Self.leap(using: &random))
    case .copy: relayCopy = try host.copy()
    case .restore:
      guard let relayCopy else { return }
      try host.restore(relayCopy, isRenewed: Bool.random(using: &random))
    case .wipe: try host.wipe()
    case .code:
      try machine.running().setRelay(Membership.address, code: try await host.makeCode())
    case .clone:
      if machines.count < plan.machines + 2 { try clone(machine) }
    case .exclude: try exclude(by: machine, using: &random)
    case .rejoin: try await rejoin(machine, step: step, using: &random)
    case .adopt: try adopt(on: machine, using: &random)
    case .pair:
      if machines.count < plan.machines + 2 {
        try await pair(machine, step: step, using: &random)
      }
    }
  }

  private func rebuild(_ machine: Machine, using random: inout SeededGenerator) throws {
    if rates.strike(.crash, using: &random) {
      let moves = Int.random(in: 0...30, using: &random)
      machine.disk.setFaults { $0.movesUntilCrash = moves }
    }
    let result = Result { try machine.running().rebuild() }
    machine.disk.setFaults { $0.movesUntilCrash = nil }
    if machine.disk.isDead { return try recover(machine, using: &random) }
    if case .failure(let failure) = result, !machine.isFull {
      throw Violation(.convergence, "a rebuild fails: \(failure)")
    }
  }

  /// Seconds, hours or days, either way.
  private static func leap(using random: inout SeededGenerator) -> Int64 {
    let unit: Int64 = [1000, 3_600_000, 86_400_000].randomElement(using: &random) ?? 1000
    return unit * Int64.random(in: -40...40, using: &random)
  }
}
