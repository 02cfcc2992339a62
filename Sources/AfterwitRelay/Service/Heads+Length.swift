internal import AfterwitEncoding
internal import AfterwitWire

extension Heads {
  /// The length of the encoded heads, in bytes.
  var byteCount: Int {
    var builder = ByteBuilder()
    encode(into: &builder)
    return builder.bytes.count
  }
}
