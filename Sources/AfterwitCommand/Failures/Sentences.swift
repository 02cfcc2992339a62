internal import AfterwitDevice

/// The three lines of a failure.
struct Sentences: Hashable {
  /// What happened, in one sentence.
  let happened: String
  /// What is safe nevertheless, in one sentence.
  let safe: String
  /// What to type or do next, in one sentence.
  let next: String

  /// Three given lines.
  init(_ happened: String, safe: String, next: String) {
    self.happened = happened
    self.safe = safe
    self.next = next
  }

  /// The words for a failure of the device.
  init(_ failure: DeviceFailure) {
    switch failure {
    case .home(let fact): self.init(fact)
    case .storage(let fact): self.init(fact)
    case .entry(let fact): self.init(fact)
    case .edit(let misfit): self.init(misfit)
    case .writing(let fact): self.init(fact)
    case .draft(let fact): self.init(fact)
    case .document(let misfit): self.init(misfit)
    case .recovery(let fact): self.init(fact)
    case .review(let fact): self.init(fact)
    case .history(let fact): self.init(fact)
    case .change(let fact): self.init(fact)
    case .answer(let fact): self.init(fact)
    case .relay(let fact): self.init(fact)
    case .pairing(let fact): self.init(fact)
    case .membership(let fact): self.init(fact)
    case .source(let failure): self.init(failure)
    case .backup(let fact): self.init(fact)
    case .bundle(let fact): self.init(fact)
    case .keeping(let words, let failure): self = Sentences(failure).keeping(words)
    }
  }
}
