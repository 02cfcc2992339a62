internal import Foundation
internal import Glibc
internal import Synchronization

// All tests run side by side, and Swift runs them on as many threads as there are cores.
//
// Problem: a test that computes for seconds without waiting for anything holds one of the threads, and
// whoever waits for a process, a relay or a clock is answered late: a long chain of commands takes
// minutes, and a deadline passes that was kept. Idea: who computes does so on threads of its own, which
// give way to everything else; who looks at a clock has threads that nobody else uses. Cost: no time
// is lost, as what gives way fills every pause of the others.

/// Threads that run the tests of some suites, apart from those of all others.
final class TestThreads: TaskExecutor {
  /// For tests that compute for long: they give way, in the kernel too.
  ///
  /// They are one more than the cores, as now and then one waits for a database's thread.
  static let patient = TestThreads(
    count: ProcessInfo.processInfo.activeProcessorCount + 1, niceness: 5)
  /// For tests that measure time.
  static let timely = TestThreads(count: ProcessInfo.processInfo.activeProcessorCount, niceness: 0)

  private let jobs = Mutex<[UnownedJob]>([])
  private let waiting = DispatchSemaphore(value: 0)

  private init(count: Int, niceness: Int32) {
    for _ in 0..<count {
      Thread.detachNewThread { [self] in
        // On Linux each thread has a niceness of its own, and 0 is the one that asks.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
        run()
      }
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    waiting.signal()
  }

  private func run() {
    while true {
      waiting.wait()
      jobs.withLock { $0.removeFirst() }.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
