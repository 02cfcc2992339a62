internal import AfterwitDevice

extension DeviceFailure {
  /// A request that cannot be meant as it stands; nothing was changed.
  static func usage(_ happened: String, next: String = "Type: afterwit --help") -> DeviceFailure {
    DeviceFailure(.usage, happened, safe: "Nothing was changed.", next: next)
  }
}
