public import AfterwitSync

/// What a relay did not do; what is written on this machine is safe in every case.
public enum RelayFact: Hashable, Sendable {
  /// No relay is set for this home.
  case notSet
  /// The relay's address cannot be used.
  case address(RelayAddress.Failure)
  /// The relay cannot be reached, and what is in the way.
  case unreachable(RelayObstacle)
  /// What answers is not a relay; the reason in words.
  case notARelay(String)
  /// A relay answers, but the path of the address is not where its calls begin.
  case wrongPath
  /// The relay did not answer in the time that was given.
  case outOfTime
  /// The relay at this address does not know the journal, or this device of it.
  case unknownJournal(address: String?)
  /// The relay does not know the journal, and this device holds nothing that could be brought there.
  case unknownNewcomer
  /// This device was shut out of the journal, and by which others, as far as that is known.
  case shutOut(by: [String])
  /// The relay at this address does not accept the operator's code.
  case codeRefused(address: String?)
  /// What answers at this address shows another key than the relay that was there before.
  case otherKey(address: String?)
  /// The relay is not known by this address.
  case otherAddress(String?)
  /// The relay's disk is full.
  case full
  /// The bytes that the relay's operator gives this journal are used up, but for those that are kept
  /// back for devices.
  case bytesUsedUp(used: UInt64, limit: UInt64)
  /// The changes that the relay's operator gives this journal are used up.
  case changesUsedUp(used: UInt64, limit: UInt64)
  /// There were too many requests.
  case tooManyRequests
  /// The relay is busy.
  case busy
  /// A request is larger than the relay takes.
  case requestTooLarge
  /// The relay refused what a relay does; its own word for it.
  case disobedient(String)

  var code: DeviceFailure.Code {
    switch self {
    case .notSet, .address: .usage
    case .unknownJournal, .unknownNewcomer, .shutOut, .codeRefused, .otherKey: .authentication
    case .bytesUsedUp, .changesUsedUp: .quota
    case .unreachable, .notARelay, .wrongPath, .otherAddress, .outOfTime, .tooManyRequests, .busy,
      .full, .requestTooLarge, .disobedient:
      .relay
    }
  }
}
