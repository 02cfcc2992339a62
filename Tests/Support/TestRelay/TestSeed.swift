import AfterwitTestRandomness

/// The seed of a run; a failure repeats with `AFTERWIT_SEED=… swift test --filter Relay`.
package let testSeed = Effort.seed ?? 0xA57
