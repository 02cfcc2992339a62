internal import AfterwitEncoding

/// The changes that say whether an entry or an element is there.
struct PresenceRecord {
  /// Those by which something was done to it without deleting it; a move is nothing of the kind.
  var touches: [EnvelopeID] = []
  /// Those that delete it.
  var deletions: [EnvelopeID] = []
  /// Those that delete it or show it again.
  var marks: [EnvelopeID] = []

  /// Whether some deletion had seen everything else that was done to it.
  func isHidden(_ ancestry: Ancestry) -> Bool {
    deletions.contains { deletion in touches.allSatisfy { ancestry.saw(deletion, $0) } }
  }

  /// Whether a deletion that nobody has answered met what its author had not seen.
  func isContested(_ ancestry: Ancestry) -> Bool {
    deletions.contains { deletion in
      !marks.contains { ancestry.saw($0, deletion) }
        && touches.contains { !ancestry.saw($0, deletion) && !ancestry.saw(deletion, $0) }
    }
  }
}
