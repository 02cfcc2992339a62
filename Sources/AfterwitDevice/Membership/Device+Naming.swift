public import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Device {
  /// Calls a device otherwise, on every machine.
  ///
  /// - Parameter typed: its name, or the beginning of its id; `nil` for this one.
  /// - Throws: ``DeviceFailure/membership(_:)``; ``DeviceFailure`` of the code `usage` for a name that
  ///   does not fit.
  public func rename(_ typed: String?, to name: String) throws(DeviceFailure) {
    try DeviceName.requireFitting(name)
    try writing { transaction in
      let device = try typed.map { try transaction.device(named: $0) }
      let author = try Author(environment: environment, transaction: transaction)
      try author.record(name: name, of: device ?? author.identity.device)
    }
  }

  /// Lists a device no longer on this machine: one that is out, or that this machine itself was.
  /// - Throws: ``DeviceFailure/membership(_:)``
  public func forget(_ typed: String) throws(DeviceFailure) -> DeviceID {
    try writing { transaction in
      let (roster, identity) = try transaction.membership()
      let device = try transaction.device(named: typed, isOut: true)
      guard device != identity.device else { throw DeviceFailure.membership(.oneself) }
      let isFormer = try transaction.localDevices().contains(device)
      guard isFormer || roster.member(device) == nil else {
        let name = try transaction.deviceNames()[device] ?? device.shortText
        throw DeviceFailure.membership(.stillMember(name: name))
      }
      try transaction.add([device], to: .forgottenDevices)
      return device
    }
  }

  /// Puts another device before this one, which goes on under new keys that are younger: so the other
  /// can shut this machine out, should it be stolen.
  ///
  /// - Returns: Whether anything was done; `false` where the other is before this one already.
  public func yield(to typed: String) throws(DeviceFailure) -> Bool {
    try writing { transaction in
      try transaction.requireUnderstanding()
      let (roster, identity) = try transaction.membership()
      let device = try transaction.device(named: typed)
      guard device != identity.device else { throw DeviceFailure.membership(.oneself) }
      guard roster.member(identity.device) != nil else {
        throw DeviceFailure.membership(.ownExclusion)
      }
      guard roster.member(device) != nil else {
        throw DeviceFailure.membership(
          .isOut(name: try transaction.deviceNames()[device] ?? typed))
      }
      let revocation = try transaction.revocation(of: identity.device, in: roster)
      guard roster.trying([.revocation(revocation)], by: device).member(identity.device) != nil
      else { return false }
      _ = try Succession(environment: environment, transaction: transaction).perform()
      return true
    }
  }
}
