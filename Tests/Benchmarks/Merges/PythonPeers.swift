import AfterwitMergePairs
import AfterwitText
import Foundation

/// Yjs (as pycrdt) and Loro, by `peers.py`, with the same differences as the product takes.
struct PythonPeers {
  private static let names = ["pycrdt", "loro"]

  /// What each makes of each pair.
  func outcomes(of pairs: [MergePair]) throws -> [PeerResult] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "merges-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "pairs"), folder.appending(path: "texts"))
    let encoder = JSONEncoder()
    let lines = try pairs.map { String(decoding: try encoder.encode(Story($0)), as: UTF8.self) }
    try Data(lines.joined(separator: "\n").utf8).write(to: input)
    try Data().write(to: output)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.script]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()

    let decoder = JSONDecoder()
    let texts = try Data(contentsOf: output).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode([String: String].self, from: $0)
    }
    return Self.names.map { name in
      let found = texts.compactMap { $0[name] }
      return found.count == pairs.count
        ? .present(name, found.map { MergeOutcome(text: $0) })
        : .absent("\(name) is left out: the python3 of the PATH does not have it.")
    }
  }

  private static var script: String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers.py").path
  }
}

/// A pair as the script reads it: what each save inserts and deletes.
private struct Story: Encodable {
  let base: String
  let mine: [[Step]]
  let theirs: [[Step]]

  init(_ pair: MergePair) {
    let base = pair.base.last ?? ""
    self.base = base
    let steps = { (saves: [String]) in
      zip([base] + saves, saves).map { before, after in
        TextDifference.operations(from: before, to: after).compactMap(Step.init)
      }
    }
    (mine, theirs) = (steps(pair.mine), steps(pair.theirs))
  }

  struct Step: Encodable {
    let position: Int
    var insert: String?
    var delete: Int?

    init?(_ operation: TextOperation) {
      switch operation {
      case .insert(let position, let text): (self.position, insert) = (position, text)
      case .delete(let position, let count): (self.position, delete) = (position, count)
      case .answer, .same: return nil
      }
    }
  }
}
