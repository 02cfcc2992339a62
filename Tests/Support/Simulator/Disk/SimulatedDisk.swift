internal import GRDBSQLite
internal import Synchronization

// A disk that can be pulled out of a running machine.
//
// Problem: what was reported as saved must survive a crash at any instruction, and a test can only
// kill a process where it happens to stand. Idea: SQLite writes through functions of ours. They
// hand every call on to the real file system, and keep beside it what has not been synced: where it
// was written, what stood there before and what stands there now. Pulling the plug fails every call
// from then on; when the machine's connections are closed, the unsynced writes are undone, last
// first, and a random part of them is done again, by sectors of 512 bytes: pages tear. A process
// that is only killed leaves what the system has in its memory. Invariant: after a sync has
// returned, nothing before it is ever undone, unless the disk is told to lie. Cost: each write also
// reads what it replaces.

/// The disk of one home or one relay: a folder whose SQLite files can fail and be cut off.
package final class SimulatedDisk: Sendable {
  /// The folder, without links in its path.
  package let folder: String

  /// What the disk does wrong.
  package struct Faults: Sendable {
    /// How many writes and syncs are still done before the plug is pulled; `nil` for any number.
    package var movesUntilCrash: Int?
    /// How many bytes can still be written; `nil` for any number.
    package var room: Int?
    /// How many of the next syncs fail, each leaving what it should have kept in doubt.
    package var failingSyncs = 0
    /// Whether syncs only say that they are done.
    package var isLying = false

    /// A disk that does nothing wrong.
    package init() {}
  }

  /// A write, or the cutting of a file's end, that no sync has confirmed.
  struct Piece: Sendable {
    let offset: Int
    let before: [UInt8]
    /// What was written; `nil` where the file was cut at ``offset``.
    let after: [UInt8]?
    /// Whether a sync failed after it: the system may have dropped it and says nothing.
    var isDoubtful = false
  }

  /// What has not been synced of one file.
  struct Unsynced: Sendable {
    var pieces: [Piece] = []
    /// The file's size before the first piece.
    var size = 0
  }

  struct State: Sendable {
    var faults = Faults()
    var isDead = false
    var moves = 0
    var openFiles = 0
    var unsynced: [String: Unsynced] = [:]
  }

  let state = Mutex(State())

  /// Takes over the files of a folder that exists.
  package init(folder: String) {
    self.folder = folder
    SimulatedFileSystem.shared.add(self)
  }

  /// Gives the folder back to the real file system.
  package func remove() {
    SimulatedFileSystem.shared.remove(self)
  }

  /// Whether the plug is pulled.
  package var isDead: Bool { state.withLock { $0.isDead } }

  /// How many writes and syncs were done.
  package var moves: Int { state.withLock { $0.moves } }

  /// Changes what the disk does wrong from now on.
  package func setFaults(_ change: (inout Faults) -> Void) {
    state.withLock { change(&$0.faults) }
  }

  /// Pulls the plug: every call fails until the disk is revived.
  package func die() {
    state.withLock { $0.isDead = true }
  }

  /// What the disk has done wrong ends, but for a plug that is pulled.
  package func heal() {
    setFaults { faults in
      faults = Faults()
    }
  }
}

extension SimulatedDisk {
  /// What becomes of a write.
  enum WriteFate: Equatable {
    case done
    /// Only so many bytes fit.
    case full(Int)
    case dead
  }

  /// Counts a write; the one before the crash is still done, and may tear.
  func admitWrite(of count: Int) -> WriteFate {
    state.withLock { state in
      guard state.countMove() else { return .dead }
      guard let room = state.faults.room else { return .done }
      guard count <= room else {
        state.faults.room = 0
        return .full(room / 512 * 512)
      }
      state.faults.room = room - count
      return .done
    }
  }

  /// Keeps what a write or a cut replaces.
  func keep(_ piece: Piece, of file: String, size: Int) {
    state.withLock { state in
      if state.unsynced[file] == nil { state.unsynced[file] = Unsynced(size: size) }
      state.unsynced[file]?.pieces.append(piece)
    }
  }

  /// Counts a sync and what it confirms; an SQLite result code.
  func sync(_ file: String) -> Int32 {
    state.withLock { state in
      guard state.countMove() else { return SQLITE_IOERR | (4 << 8) }
      if state.faults.failingSyncs > 0 {
        state.faults.failingSyncs -= 1
        state.unsynced[file]?.doubt()
        return SQLITE_IOERR | (4 << 8)
      }
      if !state.faults.isLying { state.unsynced[file] = state.unsynced[file]?.confirmed }
      return SQLITE_OK
    }
  }

  /// Counts a call that changes nothing; `false` where the plug is pulled.
  func isAlive() -> Bool {
    state.withLock { !$0.isDead }
  }

  /// Counts the opening of a file; `false` where the plug is pulled.
  func open() -> Bool {
    state.withLock { state in
      guard !state.isDead else { return false }
      state.openFiles += 1
      return true
    }
  }

  /// Counts the closing of a file.
  func close() {
    state.withLock { $0.openFiles -= 1 }
  }

  /// Forgets a file that is deleted; `false` where the plug is pulled.
  func delete(_ file: String) -> Bool {
    state.withLock { state in
      guard state.countMove() else { return false }
      state.unsynced[file] = nil
      return true
    }
  }
}

extension SimulatedDisk.State {
  /// Whether the disk still does this; the last move before the crash is done.
  fileprivate mutating func countMove() -> Bool {
    guard !isDead else { return false }
    moves += 1
    if let left = faults.movesUntilCrash {
      faults.movesUntilCrash = left - 1
      if left <= 0 { isDead = true }
    }
    return true
  }
}

extension SimulatedDisk.Unsynced {
  fileprivate mutating func doubt() {
    for index in pieces.indices { pieces[index].isDoubtful = true }
  }

  /// What is left after a sync: what an earlier one had failed for and nothing has written again.
  fileprivate var confirmed: SimulatedDisk.Unsynced? {
    guard pieces.contains(where: \.isDoubtful) else { return nil }
    var left: [SimulatedDisk.Piece] = []
    var confirmed: [Range<Int>] = []
    for piece in pieces.reversed() {
      let isWrittenAgain = confirmed.contains { $0.overlaps(piece.range) }
      if piece.isDoubtful, !isWrittenAgain {
        left.insert(piece, at: 0)
      } else {
        confirmed.append(piece.range)
      }
    }
    return left.isEmpty ? nil : SimulatedDisk.Unsynced(pieces: left, size: Int.max)
  }
}

extension SimulatedDisk.Piece {
  fileprivate var range: Range<Int> {
    after.map { offset..<offset + $0.count } ?? offset..<Int.max
  }
}
