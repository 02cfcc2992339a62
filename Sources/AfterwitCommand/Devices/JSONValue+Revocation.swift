internal import AfterwitDevice
internal import AfterwitEncoding

extension JSONValue {
  /// What shutting a device out comes to, as `afterwit.revocation/1`.
  static func document(_ plan: RevocationPlan) -> JSONValue {
    func others(_ list: [RevocationPlan.Other]) -> JSONValue {
      .list(
        list.map {
          .members(["device": .string($0.device.description), "name": JSONValue($0.name)])
        })
    }
    return .members([
      "schema": .string("afterwit.revocation/1"),
      "device": .string(plan.device.description),
      "name": JSONValue(plan.name),
      "last": JSONValue(plan.lastMilliseconds.map { Moment(milliseconds: $0).iso8601 }),
      "until": JSONValue(plan.endMilliseconds.map { Moment(milliseconds: $0).iso8601 }),
      "changesBeyond": .integer(plan.changesBeyond),
      "entries": .list(plan.entries.map { .string($0.text) }),
      "sponsored": others(plan.sponsored),
      "lost": others(plan.lost),
    ])
  }
}
