/// What a person calls a machine.
enum DeviceName {
  /// The longest name, in bytes of UTF-8.
  static let limit = 128

  /// The name of the device that succeeds another: `desk 2` after `desk`, or the next that is free.
  static func next(after name: String, besides taken: Set<String>) -> String {
    var stem = name
    if let space = name.lastIndex(of: " "), space > name.startIndex,
      Int(name[name.index(after: space)...]) != nil
    {
      stem = String(name[..<space])
    }
    for number in 2...taken.count + 2 {
      var start = stem
      while start.utf8.count + " \(number)".utf8.count > limit { start.removeLast() }
      let next = "\(start) \(number)"
      if !taken.contains(next) { return next }
    }
    return name
  }
}
