public import AfterwitDocument

/// Where elements of a list are to go.
public enum ListPlace: Hashable, Sendable {
  /// Before all others.
  case first
  /// Behind all others.
  case last
  /// Directly before an element of the same list.
  case before(ElementKey)
  /// Directly behind an element of the same list.
  case after(ElementKey)
}
