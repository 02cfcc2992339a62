internal import FoundationEssentials
internal import Glibc

/// How much the tests try, and from which seeds: all amounts that the environment sets, in one place.
///
/// There are two tiers. The push tier is what every change must pass, in minutes; it is the default.
/// `AFTERWIT_TIER=long` tries what takes a night. A variable of its own sets each amount by itself:
///
/// | Variable | What it counts | push | long |
/// |---|---|---|---|
/// | `AFTERWIT_SEEDS` | runs of the simulator | 500 | 10,000 |
/// | `AFTERWIT_HISTORIES` | random histories of a test of convergence | its own | ten times that |
/// | `AFTERWIT_KILLS` | processes killed at random | 40 | 500 |
/// | `AFTERWIT_ROUNDS` | rounds of three machines that write apart and meet | 4 | 30 |
/// | `AFTERWIT_ENTRIES` | entries that the rounds begin with | 24 | 200 |
/// | | entries that each of sixteen processes writes at once | 10 | 50 |
/// | `AFTERWIT_CHANGES` | changes of a recorded session that devices and a relay repeat | 1,000 | all |
///
/// `AFTERWIT_SEED` is where everything that is drawn begins; the simulator repeats just that seed, and
/// its `Settings` say with what. Other variables say no amounts: `AFTERWIT_BIN` and
/// `AFTERWIT_SHARED` where executables and recordings lie, `AFTERWIT_WRITE_VECTORS=1` that the
/// vectors are to be written anew.
public enum Effort {
  /// The seed that the environment names, or `nil`: then each test begins at a seed of its own.
  public static let seed = environment["AFTERWIT_SEED"].flatMap { UInt64($0) }

  /// How many runs the simulator makes.
  public static let seeds = UInt64(amount("AFTERWIT_SEEDS", push: 500, long: 10_000))
  /// How many processes are killed at random.
  public static let kills = amount("AFTERWIT_KILLS", push: 40, long: 500)
  /// How many rounds three machines play.
  public static let rounds = amount("AFTERWIT_ROUNDS", push: 4, long: 30)
  /// How many entries they begin with.
  public static let entries = amount("AFTERWIT_ENTRIES", push: 24, long: 200)
  /// How many entries each of sixteen processes writes.
  public static let entriesAtOnce = amount("AFTERWIT_ENTRIES", push: 10, long: 50)
  /// How many changes of a recorded session are repeated.
  public static let recordedChanges = amount("AFTERWIT_CHANGES", push: 1000, long: .max)

  /// How many histories a test draws that draws so many on a push.
  public static func histories(_ push: Int) -> Int {
    amount("AFTERWIT_HISTORIES", push: push, long: 10 * push)
  }

  /// Whether some test may take hours.
  public static let isLong =
    tier == .long
    || ["AFTERWIT_KILLS", "AFTERWIT_ROUNDS", "AFTERWIT_ENTRIES"].contains { environment[$0] != nil }

  /// Prints what was tried; a line of its own, though tests print beside each other.
  public static func report(_ sentence: String) {
    let line = Array("tried: \(sentence)\n".utf8)
    _ = line.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  private enum Tier: String {
    case push, long
  }

  private static let tier: Tier = {
    let name = environment["AFTERWIT_TIER"] ?? Tier.push.rawValue
    guard let tier = Tier(rawValue: name) else {
      preconditionFailure("AFTERWIT_TIER is push or long, not \(name)")
    }
    return tier
  }()

  private static let environment = ProcessInfo.processInfo.environment

  private static func amount(_ name: String, push: Int, long: Int) -> Int {
    environment[name].flatMap { Int($0) } ?? (tier == .long ? long : push)
  }
}
