import Foundation

/// The repository that these tests read: its files as they lie there, without what is built.
enum Repository {
  /// A file and its text.
  struct File: Sendable {
    /// The path from the top.
    let path: String
    /// Its text.
    let text: String

    /// Its lines.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// How many lines it has.
    var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
    /// The name of the module, where the file is a module's.
    var module: String {
      let parts = path.split(separator: "/")
      return parts.count > 1 ? String(parts[1]) : ""
    }
  }

  /// The top folder: three above this file, wherever links have led to it.
  static let root: String = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().path
    return "/" + file.split(separator: "/").dropLast(3).joined(separator: "/")
  }()

  /// The Swift files of `Sources`.
  static let sources = files(below: "Sources", ending: ".swift")
  /// The Swift files of `Tests`.
  static let tests = files(below: "Tests", ending: ".swift")
  /// The pages of `Protocol`, and the README.
  static let pages =
    files(below: "Protocol", ending: ".md") + [file("README.md")].compactMap { $0 }

  /// One file, or `nil` where it is absent.
  static func file(_ path: String) -> File? {
    FileManager.default.contents(atPath: root + "/" + path).map {
      File(path: path, text: String(decoding: $0, as: UTF8.self))
    }
  }

  /// Whether a path from the top exists.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }

  /// The names at the top, those that begin with a dot left out.
  static var topLevel: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The files below a folder, by path; a folder or file whose name begins with a dot is left out.
  static func files(below folder: String, ending: String) -> [File] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)) ?? []
    return paths.sorted().compactMap { path in
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      return path.hasSuffix(ending) && !isHidden ? file(folder + "/" + path) : nil
    }
  }
}
