/// The keys as aligned lines: key, value, and where the value comes from.
struct PreferencePage {
  /// How the lines are dressed.
  let style: Style
  /// What was chosen.
  let preferences: Preferences

  /// One line a key.
  var lines: [String] {
    let settings = PreferenceKey.allCases.map { ($0.rawValue, preferences.setting($0)) }
    let values = settings.map { style.line($0.1.value?.typed ?? "-") }
    let nameWidth = settings.map(\.0.columns).max() ?? 0
    let valueWidth = values.map(\.columns).max() ?? 0
    return zip(settings, values).map { setting, value in
      [
        style.bold(setting.0.padded(to: nameWidth)), value.padded(to: valueWidth),
        style.faint(setting.1.origin.words),
      ].joined(separator: "  ")
    }
  }
}

extension Preferences.Origin {
  /// Where a value comes from, in a person's words.
  fileprivate var words: String {
    switch self {
    case .initial: "default"
    case .file: "file"
    case .environment(let name): "environment \(name)"
    }
  }
}
