extension Store {
  /// A value that is another after any process has written into the database.
  public var state: [FileState] { [FileState(of: path), FileState(of: path + "-wal")] }
}
