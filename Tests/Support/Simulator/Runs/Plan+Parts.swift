extension Plan {
  /// The plan of a seed without some of its steps and faults; `nil` where it has none of a name.
  ///
  /// - Parameters:
  ///   - steps: the numbers of the steps that are left, with commas; `nil` for all.
  ///   - faults: the names of the faults that are left, with commas, or `none`; `nil` for all.
  package init?(seed: UInt64, onlySteps steps: String?, onlyFaults faults: String?) {
    self.init(seed: seed)
    if let steps {
      let numbers = steps.split(separator: ",").map { Int($0) }
      guard numbers.allSatisfy({ number in self.steps.contains { $0.number == number } }) else {
        return nil
      }
      self.steps.removeAll { !numbers.contains($0.number) }
    }
    if let faults {
      let names = faults == "none" ? [] : faults.split(separator: ",").map(String.init)
      let all = rates.faults
      guard names.allSatisfy({ name in all.contains { $0.rawValue == name } }) else { return nil }
      rates = rates.without(Set(all.filter { !names.contains($0.rawValue) }))
    }
  }

  /// The options of `sim` that name the plan.
  package var options: String {
    let all = Plan(seed: seed)
    var words = ["--seed \(seed)"]
    if steps != all.steps {
      words.append("--steps " + steps.map { String($0.number) }.joined(separator: ","))
    }
    if rates != all.rates {
      let names = rates.faults.map(\.rawValue).joined(separator: ",")
      words.append("--faults " + (names.isEmpty ? "none" : names))
    }
    return words.joined(separator: " ")
  }
}
