internal import AfterwitSync
internal import AfterwitWire

extension RelayFact {
  /// The fact behind a call that failed, to the relay at an address.
  init(_ failure: RelayFailure, address: String? = nil) {
    switch failure {
    case .unreachable(let obstacle): self = .unreachable(obstacle)
    case .notARelay(let reason): self = .notARelay(reason)
    case .otherKey: self = .otherKey(address: address)
    case .overQuota(let use):
      self =
        switch use.measure {
        case .bytes: .bytesUsedUp(used: use.used, limit: use.limit)
        case .envelopes: .changesUsedUp(used: use.used, limit: use.limit)
        }
    case .shutOut: self = .shutOut(by: [])
    case .refused(let refusal, _):
      switch refusal {
      case .unauthorized, .unknown: self = .unknownJournal(address: address)
      case .path: self = .wrongPath
      case .code: self = .codeRefused(address: address)
      case .out: self = .shutOut(by: [])
      case .address: self = .otherAddress(address)
      case .full: self = .full
      case .tooMany: self = .tooManyRequests
      case .busy: self = .busy
      case .tooLarge: self = .requestTooLarge
      case .cursor, .malformed: self = .disobedient(refusal.rawValue)
      }
    }
  }
}
