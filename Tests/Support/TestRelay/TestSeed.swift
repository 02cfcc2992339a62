internal import Foundation

/// The seed of a run; a failure repeats with `AFTERWIT_SEED=… swift test --filter Relay`.
package let testSeed =
  ProcessInfo.processInfo.environment["AFTERWIT_SEED"].flatMap(UInt64.init) ?? 0xA57
