import AfterwitDocument
import AfterwitEncoding
import AfterwitText
import Foundation

/// One measurement of the engine on one trace.
struct EngineRun {
  let trace: String
  let meter: Meter

  init(trace: String) {
    self.trace = trace
    meter = Meter(trace: trace)
  }

  /// An agent's name: its number, and zeros.
  static func agent(_ number: Int) -> DeviceID {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: (number + 1) >> (8 * $0)) }
    return DeviceID(bytes + [UInt8](repeating: 0, count: DeviceID.byteCount - 4)) ?? .zero
  }

  /// Where a stored history is kept for the measurements of memory.
  func file(_ form: String) throws -> URL {
    let folder = Workplace.folder.appending(path: "enc/afterwit")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: "\(trace).\(form)")
  }

  /// Types a script into an empty text, one commit an edit.
  static func typed(_ patches: [Patch], by agent: DeviceID) throws -> TextHistory {
    var history = TextHistory()
    try history.type(patches, by: agent)
    return history
  }
}

extension TextHistory {
  /// Types a script, one commit an edit.
  mutating func type(_ patches: [Patch], by agent: DeviceID) throws {
    let author = author(agent)
    let patches = patches.span
    for index in patches.indices {
      let (position, deleted) = (patches[index].position, patches[index].deleted)
      if deleted > 0 { try delete(deleted, at: position, by: author) }
      if let scalar = patches[index].scalar {
        try insert(scalar, at: position, by: author)
      } else if !patches[index].text.isEmpty {
        try insert(patches[index].text, at: position, by: author)
      }
    }
  }
}
