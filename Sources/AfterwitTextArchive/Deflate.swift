internal import AfterwitEncoding
internal import CZlib

/// Raw DEFLATE (RFC 1951) by the system's zlib.
enum Deflate {
  /// How hard zlib looks for what repeats.
  enum Effort: Int32 {
    /// As it does at most.
    case most = 9
    /// For text beyond ASCII. Zlib looks up places by three bytes, which are but a letter or two of
    /// other scripts, and so goes through thousands of places that have nothing else alike: that is
    /// three to sixteen times the work, for a tenth of the bytes at best.
    case text = 6
  }

  /// DEFLATE never makes more than this many bytes of one.
  private static let greatestRatio = 1032

  /// The bytes, compressed; `nil` where that saves nothing.
  static func compress(_ bytes: [UInt8], _ effort: Effort) -> [UInt8]? {
    guard bytes.count > 8 else { return nil }
    var stream = z_stream()
    let version = deflateInit2_(
      &stream, effort.rawValue, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard version == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var source = bytes
    var target = [UInt8](repeating: 0, count: bytes.count - 1)
    let status = run(&stream, from: &source, into: &target) { deflate($0, Z_FINISH) }
    guard status == Z_STREAM_END else { return nil }
    return Array(target.prefix(Int(stream.total_out)))
  }

  /// The bytes that these were compressed from.
  ///
  /// - Parameter count: how many there must be.
  /// - Throws: `notCanonical` where they are not what ``compress(_:)`` gives for that many.
  static func expand(
    _ bytes: ArraySlice<UInt8>, to count: Int
  ) throws(DecodingFailure) -> [UInt8] {
    let failure = DecodingFailure(offset: 0, reason: .notCanonical)
    guard count <= (bytes.count + 1) * greatestRatio else { throw failure }
    var stream = z_stream()
    let version = inflateInit2_(
      &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard version == Z_OK else { throw failure }
    defer { inflateEnd(&stream) }
    var source = Array(bytes)
    var target = [UInt8](repeating: 0, count: count)
    let status = run(&stream, from: &source, into: &target) { inflate($0, Z_FINISH) }
    guard status == Z_STREAM_END, stream.total_out == count, stream.avail_in == 0 else {
      throw failure
    }
    return target
  }

  private static func run(
    _ stream: inout z_stream, from source: inout [UInt8], into target: inout [UInt8],
    _ work: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> Int32 {
    source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
        (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
        defer { (stream.next_in, stream.next_out) = (nil, nil) }
        return work(&stream)
      }
    }
  }

  /// The checksum CRC-32 of some bytes.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
