internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitTestRandomness
internal import Synchronization

/// A text that stands open in an editor.
struct OpenDraft {
  let draft: Draft
  let version: Set<EnvelopeID>
  /// What saving it decides, where it is the text of a review.
  var decided: Deed.Effect?
}

/// One machine of the person: its disk, its wall clock, its randomness, and the device that runs.
final class Machine {
  /// Its number; also its folder.
  let index: Int
  let path: String
  let disk: SimulatedDisk
  /// The machine whose randomness it repeats: itself, or the one that it was copied from.
  let twin: Int
  /// The device, where it runs.
  private(set) var device: Device?
  var drafts: [OpenDraft] = []
  /// The reviews that its person looked at last.
  var looked: [Review] = []
  /// Everything that the device has told its person is saved.
  var acknowledged: Set<EnvelopeID> = []
  /// How many envelopes the relay lacked when the device was last asked.
  var pending = 0
  /// The step before which the network is gone.
  var cutUntil = 0
  /// The step before which the disk takes no more.
  var fullUntil = 0

  private let randomness = Randomness(seed: 0)
  private let clock: WallClock
  let environment: Environment

  /// Begins with the files of a home; with none, no device runs yet.
  init(
    index: Int, files: [String: [UInt8]], twin: Int, in folder: String, time: SimulatedTime
  ) throws {
    self.index = index
    self.twin = twin
    path = "\(folder)/\(index)"
    try Scratch.fill(path, with: files)
    disk = SimulatedDisk(folder: path)
    let wall = WallClock(time: time)
    clock = wall
    environment = Environment(
      nowMilliseconds: { wall.milliseconds },
      randomBytes: { [randomness] in randomness.bytes($0) },
      localTime: { LocalTime(universal: $0) })
    if !files.isEmpty { try open() }
  }

  /// Starts the device.
  func open() throws {
    device = try Device(opening: Home(path: path), environment: environment)
  }

  /// Ends the device, which closes its files.
  func close() {
    device = nil
  }

  /// The device, which runs between two steps.
  func running() throws -> Device {
    guard let device else { throw Violation(nil, "machine \(index) does not run") }
    return device
  }

  /// Makes the randomness of a step that of the step's seed, the same for twins.
  func begin(_ step: Step) {
    randomness.restart(seed: Step.mix(step.seed, UInt64(twin) + 1))
  }

  /// Whether the disk may take no more.
  var isFull: Bool { fullUntil > 0 }

  /// Makes room on the disk.
  func emptyDisk() {
    fullUntil = 0
    disk.setFaults { $0.room = nil }
  }

  /// Moves the wall clock.
  func jump(by milliseconds: Int64) {
    clock.jump(by: milliseconds)
  }
}

/// A clock on a wall: as far from the right time as it was put.
private final class WallClock: Sendable {
  private let time: SimulatedTime
  private let offset = Mutex<Int64>(0)

  init(time: SimulatedTime) {
    self.time = time
  }

  var milliseconds: UInt64 {
    UInt64(max(0, Int64(time.milliseconds) + offset.withLock { $0 }))
  }

  func jump(by milliseconds: Int64) {
    offset.withLock { $0 += milliseconds }
  }
}
