internal import AfterwitDevice

extension JSONValue {
  /// What a check found, as `afterwit.store/1`.
  static func document(_ check: StoreCheck) -> JSONValue {
    .members([
      "schema": .string("afterwit.store/1"),
      "sound": .flag(check.isSound),
      "keys": .flag(check.hasKeys),
      "intact": .integer(check.intact),
      "joined": .integer(check.joined),
      "readable": .integer(check.readable),
      "lost": .integer(check.lost),
      "view": check.isViewSound.map { .flag($0) } ?? .null,
      "problems": .list(check.problems.map { .string($0) }),
    ])
  }
}
