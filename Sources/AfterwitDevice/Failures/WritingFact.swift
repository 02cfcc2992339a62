/// Why this device cannot write a change.
public enum WritingFact: Hashable, Sendable {
  /// It has not received the journal's key yet.
  case noKey
  /// It was restored from a backup, and nobody has let it in yet.
  case restored
  /// The operations do not fit the version that they were made on.
  case unfit
  /// The change has more bytes than one change may have.
  case tooLarge(bytes: Int, limit: Int)
  /// Another machine writes under the same keys, and the journal has no room for a new identity.
  case noRoomForSuccessor

  var code: DeviceFailure.Code {
    switch self {
    case .noKey, .restored: .authentication
    case .unfit: .failed
    case .tooLarge: .usage
    case .noRoomForSuccessor: .quota
    }
  }
}
