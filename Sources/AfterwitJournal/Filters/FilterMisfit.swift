/// Why what was typed is no filter.
public enum FilterMisfit: Error, Hashable, Sendable {
  /// Nothing is asked for by this name.
  case unknownKey(String, in: String)
  /// Nothing stands behind the colon.
  case noValue(FilterKey)
  /// The key takes one of a few values, and this is none.
  case unknownValue(FilterKey, String)
  /// The mood is a number from 1 to 5, or two with `..` between them.
  case noMood(String)
  /// The words name no day.
  case noDay(FilterKey, String, DateMisfit)
  /// The range ends before it begins.
  case emptyRange(FilterKey, String)
  /// Nothing of the word is seen.
  case blank
  /// `not` is the last word, and binds none.
  case looseNot
}
