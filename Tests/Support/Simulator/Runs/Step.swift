internal import AfterwitTestRandomness

/// One thing that a person or the world does; everything in it follows from its own seed.
package struct Step: Hashable, Sendable {
  /// What is done.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A command that writes.
    case write
    /// One or two people write at a list or a counter.
    case list
    /// A text is opened in an editor.
    case open
    /// A text is saved from an editor.
    case save
    /// Two people, neither knowing of the other, write over the same thing.
    case clash
    /// A person takes something back, or brings it back.
    case undo
    /// A person looks at the open reviews.
    case look
    /// A person decides about a review, as it was looked at or as it is.
    case decide
    /// One device syncs, or several at once.
    case sync
    /// Time passes.
    case rest
    /// A device derives everything anew.
    case rebuild
    /// A machine crashes while nothing is done.
    case crash
    /// The network of a device goes away for some steps.
    case cut
    /// A disk is full for some steps.
    case fill
    /// A wall clock jumps.
    case jump
    /// The relay's storage is copied.
    case copy
    /// The relay goes back to the copy.
    case restore
    /// The relay begins anew.
    case wipe
    /// A person gives a device a code of the relay's operator.
    case code
    /// A home is copied and goes on as two.
    case clone
    /// A further machine joins over a mailbox.
    case pair
    /// A machine shuts another one out, or steps behind it.
    case exclude
    /// A machine that is out comes back over a mailbox.
    case rejoin
    /// A person lets in what is set aside.
    case adopt
  }

  /// Its place in the run.
  package let number: Int
  /// What is done.
  package let kind: Kind
  /// Whose turn it is; counted around where there are fewer machines.
  let machine: Int
  let seed: UInt64

  /// The fault that has to be switched on for it.
  var fault: Fault? {
    switch kind {
    case .write, .list, .open, .save, .clash, .undo, .look, .decide, .sync, .rest, .rebuild, .code:
      nil
    case .crash: .crash
    case .cut: .partition
    case .fill: .fullDisk
    case .jump: .clockJump
    case .copy, .restore: .restore
    case .wipe: .wipe
    case .clone: .clone
    case .pair: .pairing
    case .exclude, .rejoin, .adopt: .exclusion
    }
  }

  /// Two numbers made one, so that neighbours have nothing in common.
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var generator = SeededGenerator(seed: left ^ right &* 0x9e37_79b9_7f4a_7c15)
    return generator.next()
  }
}
