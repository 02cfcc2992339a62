/// Why a document cannot be read as an entry; nothing was changed.
public enum DocumentMisfit: Error, Hashable, Sendable {
  /// A heading that was shown is not there any more.
  case headingMissing(String)
  /// A heading stands twice.
  case headingDoubled(String)
  /// A heading names no field or list of the kind.
  case headingUnknown(String, in: Kind)
  /// Words stand before the first heading.
  case beforeHeadings(String)
  /// The line that parts what is only for reading from the rest is gone, and that not.
  case lineMissing
  /// A line below the heading of a list, or of several values, is no item.
  case noItem(String, heading: String)
}
