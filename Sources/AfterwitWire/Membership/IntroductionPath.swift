public import AfterwitEncoding

/// Which of some control envelopes show that a device is a member to one who lacks them.
///
/// An admission counts only where it had seen that of its author (AW-SEAL-37), directly or not. So
/// the path leads from each admission, through what had been seen, to its author's, up to somebody
/// who is known.
public struct IntroductionPath: Sendable {
  private struct Step: Sendable {
    let bytes: [UInt8]
    let author: DeviceID
    let seen: [EnvelopeID]?
    let admitted: [Member]
  }

  private var steps: [EnvelopeID: Step] = [:]
  private var admissions: [DeviceID: EnvelopeID] = [:]

  /// Reads the envelopes; what is none, or no control envelope, is passed over.
  public init(_ envelopes: [[UInt8]]) {
    for bytes in envelopes {
      guard let envelope = try? Envelope(parsing: bytes), envelope.header.kind == .control,
        let records = try? ControlRecord.decode(envelope.payload)
      else { continue }
      let node = ControlNode(envelope, records, keepsKeys: false)
      steps[node.id] = Step(
        bytes: bytes, author: node.author, seen: node.seen, admitted: node.admitted)
      for member in node.admitted where admissions[member.device] == nil {
        admissions[member.device] = node.id
      }
    }
  }

  /// What they say of a device, unchecked.
  public func member(_ device: DeviceID) -> Member? {
    admissions[device].flatMap { steps[$0] }?.admitted.first { $0.device == device }
  }

  /// The envelopes that lead to a device, the oldest first; none where no path does, or one that is
  /// longer than `limit`.
  ///
  /// - Complexity: O(*envelopes and what they name*) for each admission on the path.
  public func envelopes(
    to device: DeviceID, limit: Int = .max, from isKnown: (DeviceID) -> Bool
  ) -> [[UInt8]] {
    var path: [EnvelopeID] = []
    var next = admissions[device]
    if isKnown(device) { return [] }
    while let admission = next, let step = steps[admission] {
      guard path.count <= limit, !path.contains(admission) else { return [] }
      path.append(admission)
      if isKnown(step.author) { break }
      let way = between(admission, step.author)
      path += way.dropLast()
      next = way.last ?? admissions[step.author]
    }
    guard let last = path.last.flatMap({ steps[$0] }), isKnown(last.author) else { return [] }
    guard path.count <= limit else { return [] }
    var taken: Set<EnvelopeID> = []
    return path.reversed().filter { taken.insert($0).inserted }.compactMap { steps[$0]?.bytes }
  }

  /// What lies between an envelope and one that it had seen by which a device was let in, that one
  /// included, the newest first.
  private func between(_ start: EnvelopeID, _ device: DeviceID) -> [EnvelopeID] {
    var from: [EnvelopeID: EnvelopeID] = [:]
    var queue = [start]
    var place = 0
    while place < queue.count {
      let id = queue[place]
      place += 1
      for seen in steps[id]?.seen ?? [] where from[seen] == nil && seen != start {
        from[seen] = id
        if steps[seen]?.admitted.contains(where: { $0.device == device }) == true {
          var way = [seen]
          var step = from[seen]
          while let id = step, id != start {
            way.append(id)
            step = from[id]
          }
          return way.reversed()
        }
        if steps[seen] != nil { queue.append(seen) }
      }
    }
    return []
  }
}
