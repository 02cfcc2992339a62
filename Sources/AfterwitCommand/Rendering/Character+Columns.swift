extension Character {
  /// Where a tab leads to: the next multiple of these columns.
  private static let tabStop = 8

  /// How many columns of a terminal the character takes behind so many others of its line.
  ///
  /// It is the sum of its scalars, as in most terminals; only a tab depends on where it stands.
  func columns(after place: Int) -> Int {
    if self == "\t" { return Self.tabStop - place % Self.tabStop }
    return unicodeScalars.reduce(0) { $0 + ColumnTable.columns(of: $1) }
  }
}
