// A filter stands behind `--`, so that no word of it is taken for an id or a tag. The parser tells no
// difference between what stands before and behind these dashes, so the filter is spelled as options.

/// The filter of a command that changes all entries of one, behind `--`.
enum FilterBehindDashes {
  /// The same line, with each argument behind `--` as a `--filter`.
  static func spelled(_ arguments: [String]) -> [String] {
    switch arguments.first {
    case "tag", "untag", "set", "rm", "restore": break
    default: return arguments
    }
    guard let dashes = arguments.firstIndex(of: "--") else { return arguments }
    return arguments[..<dashes] + arguments[(dashes + 1)...].flatMap { ["--filter", $0] }
  }
}
