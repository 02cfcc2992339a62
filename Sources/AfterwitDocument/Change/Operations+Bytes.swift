internal import AfterwitEncoding

extension Operations {
  /// The bytes of the operations as a block holds them (Protocol/4-documents, "Operations").
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    encode(into: &builder)
    return builder.bytes
  }
}
