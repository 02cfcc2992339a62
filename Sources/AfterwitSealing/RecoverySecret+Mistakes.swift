internal import AfterwitEncoding

extension RecoverySecret {
  /// The groups of a mistyped secret that have the mistake, counted from 1 behind the first hyphen;
  /// none where that cannot be told.
  ///
  /// A group of another length, or with a character that has no meaning, has one. Else one character
  /// may be another: where the checksum is right with one of all others in its place, it is that one.
  public static func mistakenGroups(in text: String) -> [Int] {
    let groups = text.split { $0 == "-" || $0.isWhitespace }.map(String.init)
    guard RecoverySecret(text: text) == nil, let first = groups.first,
      let count = groupCounts[first.lowercased()], groups.count == count + 1
    else { return [] }
    let rest = groups.dropFirst()
    let shapes = rest.enumerated().filter { place, group in
      let length = first.lowercased() == "awr2" && place == count - 1 ? 2 : 4
      return group.count != length || Base32.normalize(group) == nil
    }.map { $0.offset + 1 }
    guard shapes.isEmpty else { return shapes }
    let found = (1...count).filter { place in
      groups[place].indices.contains { index in
        "0123456789abcdefghjkmnpqrstvwxyz".contains { character in
          var changed = groups
          changed[place].replaceSubrange(index...index, with: String(character))
          return RecoverySecret(text: changed.joined(separator: "-")) != nil
        }
      }
    }
    return found.count == 1 ? found : []
  }

  private static let groupCounts = ["awr1": 8, "awr2": 15]
}
