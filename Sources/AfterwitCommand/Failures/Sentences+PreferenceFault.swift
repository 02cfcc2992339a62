extension Sentences {
  /// The words for what is wrong with a person's preferences.
  init(_ fault: PreferenceFault) {
    let place = fault.line.map { "\(fault.path), line \($0)" } ?? fault.path
    let left = "The file was left as it is."
    let elsewhere = "or name another file with AFTERWIT_CONFIG."
    switch fault.fact {
    case .notReadable(let reason):
      self.init(
        "\(place) cannot be read: \(reason).", safe: left,
        next: "Check whose it is and its permissions, \(elsewhere)")
    case .folder:
      self.init(
        "\(place) is a folder, and not a file of preferences.", safe: left,
        next: "Move it away, \(elsewhere)")
    case .special:
      self.init(
        "\(place) is no file.", safe: left, next: "Move it away, \(elsewhere)")
    case .long:
      self.init(
        "\(place) is too long for a file of preferences.", safe: left,
        next: "Look what it is, \(elsewhere)")
    case .notText:
      self.init(
        "\(place): this is not UTF-8.", safe: left,
        next: "Convert the file, for example: iconv -f latin1 -t utf-8")
    case .notTOML(let reason):
      self.init(
        "\(place): this is no TOML (\(reason)).", safe: left, next: "Mend the line in your editor.")
    case .misfit(let key):
      self.init(
        "\(place): \(key.rawValue) takes \(key.definition.form.words).", safe: left,
        next: "Mend the line, or take it out: afterwit config unset \(key.rawValue)")
    case .notWritable(let reason):
      self.init(
        "\(place) cannot be written: \(reason).", safe: left,
        next: "Check whose folder it is and its permissions, \(elsewhere)")
    case .unreachable(let key):
      self.init(
        "\(place): \(key.rawValue) cannot be changed in the form that the file has here.",
        safe: left, next: "Change it in your editor: \(fault.path)")
    }
  }
}
