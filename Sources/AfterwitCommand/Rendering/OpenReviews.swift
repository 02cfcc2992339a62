/// How open reviews are counted everywhere: by their open parts.
enum OpenReviews {
  /// The beginning of a sentence: `1 review is` or `3 reviews are`.
  static func count(_ count: Int) -> String {
    count == 1 ? "1 review is" : "\(count) reviews are"
  }

  /// What `list`, `show` and `sync` say beside their data: a line, or none where none is open.
  static func talk(_ count: Int) -> [String] {
    count == 0 ? [] : [Self.count(count) + " open. Type: afterwit review"]
  }

  /// `1 open review` or `3 open reviews`, as a mark beside an entry; empty where none is open.
  static func mark(_ count: Int) -> String {
    count == 0 ? "" : count == 1 ? "1 open review" : "\(count) open reviews"
  }
}
