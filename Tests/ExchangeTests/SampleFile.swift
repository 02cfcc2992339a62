import AfterwitExchange
import AfterwitJournal
import Foundation

/// A sample of another program's journal, and the entries that it means.
struct SampleFile: Sendable, CustomStringConvertible {
  /// The folder of all samples: two above this file, in `Samples`.
  static let folder =
    URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Samples/"

  let path: String
  let format: SourceFormat
  /// The name of the file that says what it means, without its ending.
  let meaning: String
  var settings: [String] = []
  var style: SourceOptions.DiaryStyle?
  var zone = "UTC"

  var description: String { path }

  /// The source, read from the disk.
  func source() throws -> Source {
    var isFolder: ObjCBool = false
    let full = Self.folder + path
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
      throw CocoaError(.fileNoSuchFile)
    }
    if isFolder.boolValue { return .folder(try MemoryFolder(full)) }
    return .file(
      SourceFile(String(path.split(separator: "/").last ?? ""), try Self.bytes(path)),
      settings: try settings.map { SourceFile($0, try Self.bytes($0)) })
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + path)))
  }

  /// Everything that the source holds.
  func items() throws -> [SourceItem] {
    try SourceReader(
      source(), format: format,
      options: SourceOptions(style: style, clocks: FoundationClocks(zone: zone))
    ).items()
  }

  static let all = [
    SampleFile(path: "jrnl/plain.txt", format: .jrnl, meaning: "jrnl/plain"),
    SampleFile(path: "jrnl/plain.jrnl-4.6.json", format: .jrnl, meaning: "jrnl/plain"),
    SampleFile(
      path: "jrnl/day-first.txt", format: .jrnl, meaning: "jrnl/day-first",
      settings: ["jrnl/day-first.jrnl.yaml"]),
    SampleFile(path: "jrnl/version-1.txt", format: .jrnl, meaning: "jrnl/version-1"),
    SampleFile(path: "jrnl/export.json", format: .jrnl, meaning: "jrnl/export"),
    SampleFile(path: "jrnl/yaml-export", format: .jrnl, meaning: "jrnl/yaml-export"),
    SampleFile(path: "dayone/job-hunt.json", format: .dayone, meaning: "dayone/job-hunt"),
    SampleFile(path: "markdown", format: .markdown, meaning: "markdown/notes"),
    SampleFile(path: "rednotebook", format: .rednotebook, meaning: "rednotebook/data"),
    SampleFile(path: "org/journal.org", format: .org, meaning: "org/journal"),
    SampleFile(path: "lifeograph/small.diary", format: .lifeograph, meaning: "lifeograph/small"),
    SampleFile(path: "almanah/diary.db", format: .almanah, meaning: "almanah/diary"),
    SampleFile(
      path: "emacs-diary/diary", format: .diary, meaning: "emacs-diary/diary", style: .american),
    SampleFile(path: "joplin", format: .joplin, meaning: "joplin/notes"),
    SampleFile(
      path: "taskwarrior/export.json", format: .taskwarrior, meaning: "taskwarrior/export",
      zone: "Europe/Berlin"),
  ]
}

extension SourceReader {
  /// Everything, in its order.
  func items() throws -> [SourceItem] {
    var items: [SourceItem] = []
    try read { items.append($0) }
    return items
  }
}

/// A folder that was read into memory.
struct MemoryFolder: SourceFolder {
  var files: [String: [UInt8]] = [:]

  var paths: [String] { files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// A folder of given files.
  init(files: [String: [UInt8]]) { self.files = files }

  init(_ root: String) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      if let data = FileManager.default.contents(atPath: root + "/" + path) {
        files[path] = Array(data)
      }
    }
  }

  func bytes(of path: String) throws -> [UInt8] { files[path] ?? [] }
}

/// The clocks of the world as Foundation knows them.
struct FoundationClocks: SourceClocks {
  var zone = "UTC"

  func localTime(_ seconds: Int64, in zone: String?) -> LocalTime? {
    guard let zone = TimeZone(identifier: zone ?? self.zone) else { return nil }
    let date = Date(timeIntervalSince1970: Double(seconds))
    let shown = Int(seconds) + zone.secondsFromGMT(for: date)
    let (days, rest) = shown.quotientAndRemainder(dividingBy: 86_400)
    let (day, second) = rest < 0 ? (days - 1, rest + 86_400) : (days, rest)
    return TimeOfDay(minutes: second / 60).map {
      LocalTime(day: Day(daysSince1970: day), time: $0)
    }
  }
}
