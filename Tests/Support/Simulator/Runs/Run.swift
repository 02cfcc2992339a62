internal import AfterwitDevice

/// One run of a plan: what happened, and what was wrong with it.
package struct Run: Sendable {
  /// What was done.
  package let plan: Plan
  /// The lines and the hash of what happened.
  package let trace: Trace
  /// What was not kept, or `nil`.
  package let violation: Violation?

  /// Runs a plan to its end, or to the first thing that is wrong.
  package init(_ plan: Plan, sabotage: Sabotage = Sabotage()) async throws {
    self.plan = plan
    let world = try await World(plan, sabotage: sabotage)
    defer { world.remove() }
    trace = world.trace
    do {
      for step in plan.steps { try await world.perform(step) }
      try await world.heal()
      try await world.judge()
      violation = nil
    } catch let found as Violation {
      violation = found
    } catch {
      violation = Violation(unexpected: error, in: "the run")
    }
    if let violation { trace.note(violation.description) }
  }

  /// The line that repeats the run.
  package var line: String { "swift run sim " + plan.options }

  /// The smallest plan found that breaks the same invariant: steps are left out, then faults.
  package func shrunk(sabotage: Sabotage = Sabotage()) async throws -> Run {
    var best = self
    var size = max(1, plan.steps.count / 2)
    while size > 0 {
      var start = 0
      while start < best.plan.steps.count {
        var smaller = best.plan
        smaller.steps.removeSubrange(start..<min(start + size, smaller.steps.count))
        if let run = try await again(smaller, sabotage) { best = run } else { start += size }
      }
      size /= 2
    }
    for fault in best.plan.rates.faults {
      var smaller = best.plan
      smaller.rates = smaller.rates.without([fault])
      if let run = try await again(smaller, sabotage) { best = run }
    }
    return best
  }

  private func again(_ plan: Plan, _ sabotage: Sabotage) async throws -> Run? {
    let run = try await Run(plan, sabotage: sabotage)
    return run.violation != nil && run.violation?.invariant == violation?.invariant ? run : nil
  }
}
