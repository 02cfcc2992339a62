internal import AfterwitEncoding
internal import AfterwitSync

extension RelayFact {
  /// The fact behind a session that could not be held; `nil` if it was held.
  ///
  /// - Parameters:
  ///   - address: the relay's address.
  ///   - holdsJournal: whether this device could bring the journal to a relay.
  ///   - name: what a device is called.
  init?(
    _ report: SyncReport, address: String?, holdsJournal: Bool, name: (DeviceID) -> String
  ) {
    switch report.outcome {
    case .agreed, .disagreed: return nil
    case .interrupted:
      guard let failure = report.pullFailure ?? report.pushFailure else { return nil }
      self.init(failure, address: address)
    // One that has received nothing has nothing to bring: an operator's code is no help to it.
    case .unknownJournal:
      self = holdsJournal ? .unknownJournal(address: address) : .unknownNewcomer
    case .shutOut(let by): self = .shutOut(by: by.map(name))
    case .codeRefused: self = .codeRefused(address: address)
    case .outOfTime: self = .outOfTime
    case .failed(let failure): self.init(failure, address: address)
    }
  }
}
