/// Two versions of an entry to be compared, as a person names them.
public struct VersionRange: Hashable, Sendable {
  /// The earlier one; `nil` for the one before the later one.
  public let first: VersionName?
  /// The later one; `nil` for what stands now.
  public let last: VersionName?
  /// What was typed.
  public let typed: String

  /// The last change alone.
  public static let lastChange = VersionRange(first: nil, last: nil, typed: "")

  private init(first: VersionName?, last: VersionName?, typed: String) {
    self.first = first
    self.last = last
    self.typed = typed
  }

  /// Reads `A..B`, `A..` for all since, `..B` for the one change that made it.
  /// - Throws: ``DeviceFailure`` of the code `usage` where it is none of these.
  public init(_ typed: String) throws(DeviceFailure) {
    guard let dots = typed.firstRange(of: "..") else { throw .history(.noRange(typed)) }
    let ends = [String(typed[..<dots.lowerBound]), String(typed[dots.upperBound...])]
    guard ends.contains(where: { !$0.isEmpty }), !ends[1].contains("..") else {
      throw .history(.noRange(typed))
    }
    self.init(
      first: ends[0].isEmpty ? nil : VersionName(ends[0]),
      last: ends[1].isEmpty ? nil : VersionName(ends[1]), typed: typed)
  }
}
