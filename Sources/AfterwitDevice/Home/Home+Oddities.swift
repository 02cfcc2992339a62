internal import AfterwitStore

extension Home {
  /// What is unusual about the home.
  public var oddities: [HomeOddity] {
    Store.oddities(inFolder: path).map(HomeOddity.init)
  }
}
