internal import Synchronization

/// What a person has chosen in their file, with what the environment says before it.
///
/// A file with a fault stops nothing: what it does not say well is as if it were not said.
struct Preferences: Hashable {
  /// The file.
  let file: PreferenceFile
  /// What it says of keys that are known.
  private(set) var chosen: [PreferenceKey: PreferenceValue] = [:]
  /// The names in it that are no keys.
  private(set) var unknown: [String] = []
  /// What is wrong with it.
  private(set) var faults: [PreferenceFault] = []

  /// Reads a file.
  init(_ file: PreferenceFile) {
    self.file = file
    do throws(PreferenceFault) {
      guard let text = try file.text() else { return }
      try read(text)
    } catch {
      faults = [error]
    }
  }

  private mutating func read(_ text: String) throws(PreferenceFault) {
    for leaf in try PreferenceTable(text, of: file.path).leaves {
      let name = leaf.path.joined(separator: ".")
      guard let key = PreferenceKey(name), key.path == leaf.path else {
        unknown.append(name)
        continue
      }
      if let value = leaf.value, key.definition.form.takes(value) {
        chosen[key] = value
      } else {
        let line = PreferenceText(text).line(of: leaf.path)
        faults.append(PreferenceFault(path: file.path, line: line, fact: .misfit(key)))
      }
    }
  }

  private static let kept = Mutex<Preferences?>(nil)

  /// Those of this process, which are read once, when they are first asked for.
  static var present: Preferences {
    kept.withLock { kept in
      let present = kept ?? Preferences(PreferenceFile(environment: PreferenceFile.variable))
      kept = present
      return present
    }
  }

  /// What is wrong with the file, where this process has read it and a person was not told.
  static func takeFaults() -> [PreferenceFault] {
    kept.withLock { kept in
      let faults = kept?.faults ?? []
      kept?.faults = []
      return faults
    }
  }
}
