internal import AfterwitDevice
internal import Glibc

extension PreferenceFile {
  /// What came of a change of the file.
  enum Change: Hashable {
    /// The file says it now.
    case made
    /// It said so before.
    case needless
  }

  /// Sets a key in the file, which is made where there is none, or takes it out.
  ///
  /// - Parameter value: what is set; `nil` takes the key out.
  /// - Throws: a fault; the file is then as it was.
  func set(_ key: PreferenceKey, to value: PreferenceValue?) throws(PreferenceFault) -> Change {
    let target = try target()
    let folder = try folder(of: target)
    defer { close(folder) }
    // Two commands take turns, so that none writes over what the other has set.
    flock(folder, LOCK_EX)
    let before = try text() ?? ""
    let table = try PreferenceTable(before, of: path)
    let isSo = value == nil ? table[key.path] == nil : table[key.path]?.value == value
    guard !isSo else { return .needless }
    let found = PreferenceText(before)
    let after = value.map { found.setting(key.path, to: $0) } ?? found.removing(key.path)
    guard let read = try? PreferenceTable(after, of: path), read.says(value, of: key, else: table)
    else {
      throw PreferenceFault(path: path, line: found.line(of: key.path), fact: .unreachable(key))
    }
    do throws(PrivateText.Failure) {
      try PrivateText.replace(target, by: Array(after.utf8))
    } catch {
      throw PreferenceFault(path: path, fact: .notWritable(error.reason))
    }
    return .made
  }

  /// The file itself, where its name is a link to it.
  private func target() throws(PreferenceFault) -> String {
    guard let resolved = realpath(path, nil) else {
      guard errno == ENOENT else {
        throw PreferenceFault(path: path, fact: .notReadable(String(cString: strerror(errno))))
      }
      return path
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Opens the folder of the file, and makes it where there is none.
  private func folder(of target: String) throws(PreferenceFault) -> Int32 {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    for end in folder.indices where folder[end] == "/" && end > folder.startIndex {
      mkdir(String(folder[..<end]), 0o700)
    }
    let file = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else {
      throw PreferenceFault(path: path, fact: .notWritable(String(cString: strerror(errno))))
    }
    return file
  }
}

extension PreferenceTable {
  /// Whether it says a value of a key, and of all else the same as another.
  fileprivate func says(
    _ value: PreferenceValue?, of key: PreferenceKey, else other: PreferenceTable
  ) -> Bool {
    self[key.path]?.value == value && (value != nil || self[key.path] == nil)
      && leaves.filter { $0.path != key.path } == other.leaves.filter { $0.path != key.path }
  }
}
