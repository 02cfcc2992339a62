// Problem: a person's file is theirs: their comments, their order, and keys of other versions. A
// library that reads TOML and writes it again keeps none of it.
//
// Idea: the library alone says what the file means. Here is only found where each assignment stands
// in the text, so that one of them can be exchanged for another. Invariant: what was written is read
// by the library again before it counts, and must say the same as before but for the one key; a
// form that is not found here (an inline table) is refused, and never guessed. Cost: one pass.

/// The text of a file of preferences, of which the library has said that it is TOML.
struct PreferenceText: Hashable {
  /// An assignment at the begin of a line.
  struct Assignment: Hashable {
    /// The names of its tables and of itself.
    let path: [String]
    /// How many of them a header names.
    let depth: Int
    /// Where its line begins.
    let start: Int
    /// Where its value stands.
    let value: Range<Int>
  }

  /// A header of a table.
  struct Header: Hashable {
    /// The table's names.
    let path: [String]
    /// Whether it is one of several alike.
    let isRepeated: Bool
    /// Where its line begins.
    let start: Int
  }

  /// The bytes.
  let bytes: [UInt8]
  /// The assignments in their order.
  private(set) var assignments: [Assignment] = []
  /// The headers in their order.
  private(set) var headers: [Header] = []

  /// Finds what stands where in a text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var reader = PreferenceReader(bytes)
    var table: [String] = []
    while reader.skipToWord() {
      let start = reader.place
      if reader.takes("[") {
        let isRepeated = reader.takes("[")
        table = reader.path()
        headers.append(Header(path: table, isRepeated: isRepeated, start: start))
      } else {
        let path = reader.path()
        guard reader.takes("=") else { return }
        reader.skipBlanks()
        let begin = reader.place
        reader.skipValue()
        assignments.append(
          Assignment(
            path: table + path, depth: table.count, start: start, value: begin..<reader.place))
      }
      reader.skipLine()
    }
  }

  /// The line, from 1, where a key is set, or else the table that it is in; `nil` where neither is.
  func line(of path: [String]) -> Int? {
    let place =
      assignments.last { path.starts(with: $0.path) }?.start
      ?? headers.last { path.starts(with: $0.path) }?.start
    return place.map { place in bytes[..<place].count { $0 == 0x0a } + 1 }
  }

  /// Where the line ends that holds a place, its line end included.
  func endOfLine(after place: Int) -> Int {
    bytes[place...].firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.count
  }
}
