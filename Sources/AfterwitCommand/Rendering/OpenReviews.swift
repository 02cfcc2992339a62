/// How open reviews are counted, everywhere alike: by their open parts.
enum OpenReviews {
  /// `1 review is` or `3 reviews are`, to be continued.
  static func count(_ count: Int) -> String {
    count == 1 ? "1 review is" : "\(count) reviews are"
  }

  /// What `list`, `show` and `sync` say on the side; `nil` where none is open.
  static func talk(_ count: Int) -> String? {
    count == 0 ? nil : Self.count(count) + " open. Type: afterwit review"
  }

  /// `1 open review` or `3 open reviews`, as a mark beside an entry; empty where none is open.
  static func mark(_ count: Int) -> String {
    count == 0 ? "" : count == 1 ? "1 open review" : "\(count) open reviews"
  }
}
