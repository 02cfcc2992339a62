internal import AfterwitSealing

extension RecoverySecret {
  /// The secret that a person has typed.
  /// - Throws: ``DeviceFailure/membership(_:)`` with the groups that have a mistake.
  init(typed: String) throws(DeviceFailure) {
    guard let secret = RecoverySecret(text: typed) else {
      throw .membership(.mistypedSecret(groups: RecoverySecret.mistakenGroups(in: typed)))
    }
    self = secret
  }
}
