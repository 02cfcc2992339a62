internal import AfterwitDevice
internal import AfterwitExchange
internal import FoundationEssentials
internal import Glibc

/// The file or folder that a person names to import.
struct TypedSource {
  private static let settingsLimit = 64 * 1024

  private let path: String

  /// Reads what was typed.
  /// - Throws: a usage failure where nothing was.
  init(_ path: String) throws(CommandFailure) {
    guard !path.isEmpty else { throw .usage("import needs the name of a file or a folder.") }
    self.path = path
  }

  /// What is there, read where it is a file.
  /// - Throws: ``DeviceFailure`` where it cannot be read, or is more than is read at once.
  func source() throws -> Source {
    do {
      return try found()
    } catch let failure as SourceFailure {
      throw DeviceFailure.source(failure)
    }
  }

  private func found() throws -> Source {
    guard path != "-" else {
      let input = StandardInput.read()
      if input.end != .complete { _ = try input.text() }
      return .file(SourceFile("stdin", input.bytes), settings: [])
    }
    var found = stat()
    guard stat(path, &found) == 0 else {
      throw DeviceFailure.source(.unreadable(path, String(cString: strerror(errno))))
    }
    if found.st_mode & S_IFMT == S_IFDIR { return .folder(try DiskFolder(path)) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return .file(SourceFile(name, try DiskFile(path).bytes(as: name)), settings: settings(name))
  }

  /// What tells how a journal of jrnl is written: files beside it, and those of the person.
  private func settings(_ name: String) -> [SourceFile] {
    let folder = path.hasSuffix(name) ? String(path.dropLast(name.count)) : ""
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    var files: [SourceFile] = []
    for beside in ["\(stem).jrnl.yaml", "\(stem).yaml", "\(name).yaml", "jrnl.yaml"] {
      guard let bytes = try? DiskFile(folder + beside).bytes(as: beside, limit: Self.settingsLimit)
      else { continue }
      files.append(SourceFile(beside, bytes))
    }
    let variables = ProcessInfo.processInfo.environment
    let places = [
      variables["XDG_CONFIG_HOME"].map { $0 + "/jrnl/jrnl.yaml" },
      variables["HOME"].map { $0 + "/.config/jrnl/jrnl.yaml" },
      variables["HOME"].map { $0 + "/.jrnl_config" },
    ]
    for place in places.compactMap(\.self) {
      guard let bytes = try? DiskFile(place).bytes(as: place, limit: Self.settingsLimit),
        let text = String(validating: bytes, as: UTF8.self), text.contains(name)
      else { continue }
      files.append(SourceFile(place, bytes))
    }
    return files
  }
}
