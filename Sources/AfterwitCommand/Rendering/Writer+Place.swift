internal import AfterwitDevice
internal import AfterwitEncoding

extension Writer {
  /// The machine, as people call it.
  var place: String {
    isLocal
      ? "this machine"
      : name.map { Escaping.oneLine($0) } ?? "machine \(device.shortText)"
  }
}
