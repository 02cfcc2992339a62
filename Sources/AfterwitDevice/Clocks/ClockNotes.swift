internal import AfterwitCausality
internal import AfterwitEncoding

/// What a home has noticed about clocks.
struct ClockNotes: Hashable {
  /// The clock of another device that is far from this machine's.
  struct Distance: Hashable {
    /// By how many milliseconds it is ahead, at least; below zero where it is behind.
    var milliseconds: Int64
    /// Whether a person knows.
    var isTold: Bool
  }

  /// A jump of this machine's clock that no person knows of.
  var jump: ClockJump?
  /// The devices whose clocks are far from this machine's.
  var distances: [DeviceID: Distance] = [:]

  /// Whether a person is to be told of anything.
  var isUntold: Bool { jump != nil || distances.values.contains { !$0.isTold } }

  /// Takes in what is known of a device's clock; what is uncertain leaves the note as it is.
  mutating func note(_ finding: ClockComparison.Finding, of device: DeviceID) {
    switch finding {
    case .apart(let milliseconds):
      let known = distances[device]
      let isSameSide = known.map { ($0.milliseconds < 0) == (milliseconds < 0) } ?? false
      distances[device] = Distance(
        milliseconds: milliseconds, isTold: isSameSide && known?.isTold == true)
    case .alike: distances[device] = nil
    case .unknown: break
    }
  }

  /// What a person is to be told; nothing is untold afterwards.
  mutating func take(naming names: [DeviceID: String]) -> [ClockFact] {
    var facts: [ClockFact] = []
    if let jump { facts.append(.jumped(before: jump.before, now: jump.now)) }
    jump = nil
    for (device, distance) in distances.sorted(by: { $0.key < $1.key }) where !distance.isTold {
      facts.append(.apart(name: names[device], milliseconds: distance.milliseconds))
      distances[device]?.isTold = true
    }
    return facts
  }
}

// The form in which the store keeps them. It never leaves the device.
extension ClockNotes {
  /// The bytes the store keeps; `nil` where there is nothing to note.
  var bytes: [UInt8]? {
    guard jump != nil || !distances.isEmpty else { return nil }
    var builder = ByteBuilder()
    builder.append(jump == nil ? 0 : 1)
    if let jump {
      builder.append(bigEndian: jump.before)
      builder.append(bigEndian: jump.now)
    }
    for (device, distance) in distances.sorted(by: { $0.key < $1.key }) {
      builder.append(device)
      builder.append(bigEndian: UInt64(bitPattern: distance.milliseconds))
      builder.append(distance.isTold ? 1 : 0)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    if try cursor.readByte() == 1 {
      jump = ClockJump(before: try cursor.readBigEndian(), now: try cursor.readBigEndian())
    }
    while !cursor.isAtEnd {
      let device: DeviceID = try cursor.readIdentifier()
      let milliseconds = Int64(bitPattern: try cursor.readBigEndian())
      distances[device] = Distance(
        milliseconds: milliseconds, isTold: try cursor.readByte() == 1)
    }
  }
}
