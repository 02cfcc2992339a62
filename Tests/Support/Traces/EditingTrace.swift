internal import AfterwitDocument
internal import AfterwitEncoding
package import AfterwitText
internal import Foundation

/// A recorded editing history, from the public collection josephg/editing-traces (CC BY 4.0).
///
/// The recordings are not part of the repository: they are looked for in the folder that
/// AFTERWIT_SHARED names, or beside the repository.
package struct EditingTrace {
  /// The changes, parents first; a sequential recording is a chain.
  package let events: [TextEvent]
  /// The text after all of them.
  package let ending: String
  /// Who made each change, from 0.
  package let agents: [Int]

  private static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["AFTERWIT_SHARED"] {
      return URL(filePath: path).appending(path: "traces")
    }
    // The package's root is four levels above this file.
    return URL(filePath: #filePath).appending(path: "../../../../../shared/traces").standardized
  }

  /// Whether a recording is there to be read.
  package static func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name + ".json.gz").path)
  }

  /// Reads a recording.
  package init(named name: String) throws {
    let json = try Self.unpack(Self.folder.appending(path: name + ".json.gz"))
    let recording = try JSONDecoder().decode(Recording.self, from: json)
    ending = recording.endContent
    agents = recording.txns.map { $0.agent ?? 0 }
    var numbers: [Int: UInt64] = [:]
    events = recording.txns.enumerated().map { index, step in
      let agent = step.agent ?? 0
      numbers[agent, default: 0] += 1
      let device = DeviceID([UInt8](repeating: UInt8(agent), count: 32)) ?? .zero
      return TextEvent(
        order: TextOrder(device: device, number: numbers[agent] ?? 0, envelope: .zero),
        parents: step.parents ?? (index == 0 ? [] : [index - 1]),
        operations: step.patches.flatMap(\.operations))
    }
  }

  private static func unpack(_ file: URL) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}

private struct Recording: Decodable {
  struct Step: Decodable {
    var parents: [Int]?
    var agent: Int?
    var patches: [Patch]
  }

  struct Patch: Decodable {
    var operations: [TextOperation]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      let position = try values.decode(Int.self)
      let deleted = try values.decode(Int.self)
      let inserted = try values.decode(String.self)
      operations = deleted > 0 ? [.delete(position: position, count: deleted)] : []
      if !inserted.isEmpty { operations.append(.insert(position: position, text: inserted)) }
    }
  }

  var endContent: String
  var txns: [Step]
}
