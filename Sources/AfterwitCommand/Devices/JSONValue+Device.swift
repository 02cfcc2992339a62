internal import AfterwitDevice
internal import AfterwitEncoding

extension JSONValue {
  /// One device, as `afterwit.device/1`.
  static func document(_ report: DeviceReport) -> JSONValue {
    .members([
      "schema": .string("afterwit.device/1"),
      "device": .string(report.device.description),
      "name": JSONValue(report.name),
      "this": .flag(report.isThis),
      "sponsor": JSONValue(report.sponsor?.description),
      "out": .flag(report.isOut),
      "outBy": .list(report.outBy.map { .string($0.description) }),
      "former": .flag(report.isFormer),
      "forgotten": .flag(report.isForgotten),
      "clock": report.clockDistance.map { .integer(Int($0)) } ?? .null,
      "last": JSONValue(report.lastMilliseconds.map { Moment(milliseconds: $0).iso8601 }),
    ])
  }
}
