import AfterwitProcesses
import Testing

@Suite("A relay that lies", .hangLimit)
struct IntegrityTests {
  /// Offsets of the envelope's header (Protocol/5-sealing).
  private static let device = 24..<56
  private static let number = 56..<64
  private static let signature = 200

  @Test("A forged envelope is refused and counted, the rest arrives, and the code is 5")
  func forged() async throws {
    try await Scene.paired.play { stage in
      try await Transcript(
        #"""
        desk$ afterwit new reflection 'The first.'
        {first}
        desk$ afterwit new reflection 'The second.'
        {second}
        desk$ afterwit sync 2>/dev/null
        """#
      ).play(on: stage)
    } then: { stage, port in
      try Self.forgeLastEnvelope(
        of: try await stage.run("afterwit status --all | sed -n 's/^device  *//p'", at: "desk")
          .output,
        below: "relay", on: stage)
      try await stage.withRelay(listen: "127.0.0.1:\(port)") { stage in
        try await Transcript(
          #"""
          laptop$ afterwit sync
          {*}1 forged and refused{*}
          1 of the envelopes that came were forged, and refused.
          Your journal holds only what your devices wrote.
          Ask who runs the relay; afterwit sync can be repeated.
          [5]
          laptop$ afterwit list
          {*}The first.
          desk$ afterwit list
          {*}The second.
          {*}The first.
          """#
        ).play(on: stage)
      }
    }
  }

  /// Breaks the signature of a device's last envelope in the relay's database.
  ///
  /// A relay that has stopped has written its log of pages back; that log guards its pages with
  /// checksums, so it goes.
  private static func forgeLastEnvelope(
    of device: String, below folder: String, on stage: Stage
  ) throws {
    let name = device.filter(\.isHexDigit)
    var places: [(file: String, offset: Int, number: [UInt8])] = []
    for file in stage.scratch.paths(below: folder) {
      if file.hasSuffix("-wal") || file.hasSuffix("-shm") {
        try Scratch.remove(file)
        continue
      }
      let bytes = Scratch.bytes(of: file)
      for range in bytes.ranges(of: Array("AWE1".utf8)) {
        let header = bytes[range.lowerBound...].prefix(signature + 64)
        guard header.count == signature + 64 else { continue }
        let start = range.lowerBound
        let author = header[start + Self.device.lowerBound..<start + Self.device.upperBound]
        guard author.map({ hexadecimal($0) }).joined() == name else { continue }
        let number = header[start + Self.number.lowerBound..<start + Self.number.upperBound]
        places.append((file, start, Array(number)))
      }
    }
    let last = places.map(\.number).max { $0.lexicographicallyPrecedes($1) }
    try #require(last != nil, "the relay holds no envelope of the device")
    for place in places where place.number == last {
      var bytes = Scratch.bytes(of: place.file)
      bytes[place.offset + signature] ^= 1
      try Scratch.write(bytes, at: place.file)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
