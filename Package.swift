// swift-tools-version:6.3
// The manifest is the architecture diagram: targets by floor, lowest first.

import PackageDescription

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")

// What is installed carries neither symbols nor what a debugger reads: half of its size.
let stripped: LinkerSetting = .unsafeFlags(
  ["-Xlinker", "--strip-all"], .when(platforms: [.linux], configuration: .release))

let package = Package(
  name: "afterwit",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "afterwit", targets: ["AfterwitLocalCommand"]),
    .executable(name: "afterwit-network", targets: ["AfterwitNetworkCommand"]),
    .executable(name: "afterwit-relay", targets: ["AfterwitRelayCommand"]),
  ],
  traits: [
    .trait(
      name: "StaticExecutable",
      description: "Links afterwit without shared libraries, for the fastest start.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit.git", exact: "0.6.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2"),
  ],
  targets: [
    // Floor 0: canonical bytes.
    .target(name: "AfterwitEncoding"),

    // Beside the floors: a command's help as a manual page, and as what its lines are completed by.
    .target(name: "AfterwitManual"),

    // Floor 1: who did what after what; what devices and relay say to each other.
    .target(name: "AfterwitCausality", dependencies: ["AfterwitEncoding"]),
    .target(
      name: "AfterwitWire",
      dependencies: ["AfterwitEncoding", crypto]),

    // Floor 1½: one text: its engine, differences, overlap; its stored forms.
    .target(name: "AfterwitText", dependencies: ["AfterwitCausality", "AfterwitEncoding"]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "AfterwitTextArchive",
      dependencies: ["AfterwitText", "AfterwitCausality", "AfterwitEncoding", "CZlib"]),

    // Floor 2: changes, families of fields, merging; the keys.
    .target(
      name: "AfterwitDocument",
      dependencies: ["AfterwitText", "AfterwitCausality", "AfterwitEncoding"]),
    .target(
      name: "AfterwitSealing",
      dependencies: [
        "AfterwitWire", "AfterwitEncoding", crypto, cryptoExtras,
      ]),

    // Floor 3: the domain; other formats of it; the device's database; the session; what a relay
    // decides, what it keeps.
    .target(
      name: "AfterwitJournal",
      dependencies: ["AfterwitDocument", "AfterwitText", "AfterwitCausality", "AfterwitEncoding"]),
    .target(
      name: "AfterwitExchange",
      dependencies: [
        "AfterwitJournal", "AfterwitDocument", "AfterwitText", "AfterwitCausality",
        "AfterwitEncoding", "CZlib", sqlite, yaml,
      ]),
    .target(
      name: "AfterwitStore",
      dependencies: [
        "AfterwitDocument", "AfterwitWire", "AfterwitText", "AfterwitCausality", "AfterwitEncoding",
        grdb, sqlite,
      ]),
    .target(name: "AfterwitSync", dependencies: ["AfterwitWire", "AfterwitEncoding"]),
    .target(
      name: "AfterwitRelay", dependencies: ["AfterwitWire", "AfterwitEncoding", crypto]),
    .target(
      name: "AfterwitRelaySQLite",
      dependencies: ["AfterwitRelay", "AfterwitWire", "AfterwitEncoding", grdb]),

    // Floor 4: the composition root of a device; HTTP, of a device and of a relay.
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(
      name: "AfterwitDevice",
      dependencies: [
        "AfterwitJournal", "AfterwitExchange", "AfterwitStore", "AfterwitSync", "AfterwitSealing",
        "AfterwitDocument", "AfterwitWire", "AfterwitText", "AfterwitCausality", "AfterwitEncoding",
      ]),
    .target(
      name: "AfterwitHTTP",
      dependencies: ["AfterwitSync", "AfterwitWire", "AfterwitEncoding", "CCurl"]),
    .target(
      name: "AfterwitRelayHTTP",
      dependencies: [
        "AfterwitRelay", "AfterwitWire", "AfterwitEncoding",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        logging, nioCore, lifecycle,
      ]),

    // Floor 5: the two commands: parse, call, print; that of the device as two executables, of
    // which only the second carries HTTP.
    .target(
      name: "AfterwitCommand",
      dependencies: [
        "AfterwitDevice", "AfterwitJournal", "AfterwitExchange", "AfterwitSync",
        "AfterwitDocument", "AfterwitText", "AfterwitCausality", "AfterwitEncoding",
        "AfterwitManual", argumentParser, subprocess, toml,
      ]),
    .executableTarget(
      name: "AfterwitLocalCommand", dependencies: ["AfterwitCommand"],
      linkerSettings: [
        .unsafeFlags(
          ["-static-executable"],
          .when(platforms: [.linux], configuration: .release, traits: ["StaticExecutable"])),
        stripped,
      ]),
    .executableTarget(
      name: "AfterwitNetworkCommand", dependencies: ["AfterwitCommand", "AfterwitHTTP"],
      linkerSettings: [
        // It starts for one request and is loaded anywhere in memory. 130,000 addresses to set right
        // are 3 MB to read at each start, or 45 KB where they are packed (glibc 2.36); 38,000 symbols
        // that nobody asks an executable for are as much again to search.
        .unsafeFlags(
          [
            "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
            "-Xlinker", "--no-export-dynamic",
          ],
          .when(platforms: [.linux], configuration: .release)),
        stripped,
      ]),
    .executableTarget(
      name: "AfterwitRelayCommand",
      dependencies: [
        "AfterwitRelayHTTP", "AfterwitRelaySQLite", "AfterwitRelay", "AfterwitWire",
        "AfterwitManual", argumentParser, logging,
      ], exclude: ["README.md"], linkerSettings: [stripped]),

    // What tests share: randomness, the naive reference, vectors, relays, households, processes.
    .target(name: "AfterwitTestRandomness", path: "Tests/Support/Randomness"),
    .target(name: "AfterwitTestThreads", path: "Tests/Support/Threads"),
    .target(
      name: "AfterwitMergePairs", dependencies: ["AfterwitTestRandomness"],
      path: "Tests/Support/MergePairs"),
    .target(
      name: "AfterwitReference",
      dependencies: ["AfterwitDocument", "AfterwitText"],
      path: "Tests/Support/Reference"),
    .target(
      name: "AfterwitTraces",
      dependencies: ["AfterwitDocument", "AfterwitText", "AfterwitEncoding"],
      path: "Tests/Support/Traces"),
    .target(
      name: "AfterwitVectors", dependencies: [crypto, cryptoExtras], path: "Tests/Support/Vectors"),
    .target(
      name: "AfterwitReader",
      dependencies: [
        "AfterwitReference", "AfterwitVectors", "AfterwitDocument", "AfterwitText",
        "AfterwitEncoding", crypto,
      ], path: "Tests/Support/Reader"),
    .target(
      name: "AfterwitRelayContract",
      dependencies: [
        "AfterwitTestRandomness", "AfterwitSync", "AfterwitWire", "AfterwitEncoding", crypto,
      ], path: "Tests/Support/RelayContract"),
    .target(
      name: "AfterwitStorageContract",
      dependencies: [
        "AfterwitRelayContract", "AfterwitTestRandomness", "AfterwitRelay", "AfterwitWire",
        "AfterwitEncoding",
      ], path: "Tests/Support/StorageContract"),
    .target(
      name: "AfterwitTestRelay",
      dependencies: [
        "AfterwitTestRandomness", "AfterwitRelaySQLite", "AfterwitRelay", "AfterwitWire",
        "AfterwitEncoding", crypto,
      ], path: "Tests/Support/TestRelay"),
    .target(
      name: "AfterwitMemoryRelay",
      dependencies: [
        "AfterwitTestRandomness", "AfterwitSync", "AfterwitWire", "AfterwitEncoding", crypto,
      ], path: "Tests/Support/MemoryRelay"),
    .target(
      name: "AfterwitHousehold",
      dependencies: [
        "AfterwitTestRandomness", "AfterwitDevice", "AfterwitHTTP", "AfterwitRelayHTTP",
        "AfterwitRelaySQLite", "AfterwitRelay", "AfterwitJournal", "AfterwitSync",
        "AfterwitEncoding", logging, lifecycle,
      ], path: "Tests/Support/Household"),

    .target(
      name: "AfterwitSimulator",
      dependencies: [
        "AfterwitTestRandomness", "AfterwitDevice", "AfterwitStore", "AfterwitSealing",
        "AfterwitRelaySQLite", "AfterwitRelay", "AfterwitJournal", "AfterwitSync",
        "AfterwitDocument", "AfterwitWire", "AfterwitText", "AfterwitEncoding", sqlite,
      ], path: "Tests/Support/Simulator"),
    .executableTarget(
      name: "sim", dependencies: ["AfterwitSimulator", argumentParser], path: "Tests/Simulation"),
    .target(
      name: "AfterwitMemberModel",
      dependencies: ["AfterwitTestRandomness", "AfterwitWire", "AfterwitEncoding", crypto],
      path: "Tests/Support/MemberModel"),
    .target(
      name: "AfterwitProcesses", dependencies: [subprocess], path: "Tests/Support/Processes"),

    // What is measured, and how.
    .executableTarget(
      name: "EngineBenchmark",
      dependencies: [
        "AfterwitMeter", "AfterwitTestRandomness", "AfterwitTraces", "AfterwitDocument",
        "AfterwitText", "AfterwitTextArchive", "AfterwitCausality", "AfterwitEncoding",
      ], path: "Tests/Benchmarks/Engine"),
    .executableTarget(
      name: "ListBenchmark",
      dependencies: [
        "AfterwitMeter", "AfterwitTestRandomness", "AfterwitDocument",
        "AfterwitText", "AfterwitCausality", "AfterwitEncoding",
      ], path: "Tests/Benchmarks/Lists", exclude: ["peers.py"]),
    .executableTarget(
      name: "MergeBenchmark",
      dependencies: [
        "AfterwitMergePairs", "AfterwitText", "AfterwitCausality", "AfterwitEncoding",
      ], path: "Tests/Benchmarks/Merges", exclude: ["peers.py"]),
    .executableTarget(
      name: "MemberBenchmark",
      dependencies: [
        "AfterwitMeter", "AfterwitMemberModel", "AfterwitTestRandomness", "AfterwitWire",
        "AfterwitEncoding", crypto,
      ], path: "Tests/Benchmarks/Members"),
    .target(name: "AfterwitMeter", path: "Tests/Benchmarks/Meter"),
    .executableTarget(
      name: "StoreBenchmark",
      dependencies: [
        "AfterwitMeter", "AfterwitHousehold", "AfterwitDevice", "AfterwitJournal", "AfterwitSync",
        "AfterwitEncoding",
      ], path: "Tests/Benchmarks/Store"),
    .executableTarget(
      name: "SyncBenchmark",
      dependencies: [
        "AfterwitMeter", "AfterwitHousehold", "AfterwitRelayContract", "AfterwitTestRandomness",
        "AfterwitDevice", "AfterwitHTTP", "AfterwitSync", "AfterwitWire", "AfterwitEncoding",
        nioCore,
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ], path: "Tests/Benchmarks/Sync"),

    // One suite a module, then those that span modules.
    .testTarget(
      name: "EncodingTests", dependencies: ["AfterwitEncoding", "AfterwitTestRandomness"]),
    .testTarget(
      name: "CausalityTests",
      dependencies: ["AfterwitCausality", "AfterwitTestRandomness"]),
    .testTarget(
      name: "WireTests",
      dependencies: [
        "AfterwitMemberModel", "AfterwitTestRandomness", "AfterwitWire", "AfterwitEncoding", crypto,
      ]),
    .testTarget(
      name: "TextTests",
      dependencies: [
        "AfterwitTestThreads",
        "AfterwitText", "AfterwitTextArchive", "AfterwitCausality", "AfterwitEncoding",
        "AfterwitTestRandomness",
      ]),
    .testTarget(
      name: "DocumentTests",
      dependencies: [
        "AfterwitDocument", "AfterwitText", "AfterwitCausality",
        "AfterwitEncoding", "AfterwitTestRandomness",
      ]),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "AfterwitTestRandomness",
        "AfterwitJournal", "AfterwitDocument", "AfterwitText", "AfterwitCausality",
        "AfterwitEncoding",
      ], exclude: ["dates.py", "dates.tsv"]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "AfterwitExchange", "AfterwitJournal", "AfterwitDocument", "AfterwitText",
        "AfterwitCausality", "AfterwitEncoding", grdb,
      ]),
    .testTarget(
      name: "SealingTests",
      dependencies: [
        "AfterwitSealing", "AfterwitWire", "AfterwitEncoding", "AfterwitTestRandomness", crypto,
      ]),
    .testTarget(
      name: "SyncTests",
      dependencies: [
        "AfterwitMemoryRelay", "AfterwitRelayContract", "AfterwitTestRandomness", "AfterwitSync",
        "AfterwitWire", "AfterwitEncoding", crypto,
      ]),
    .testTarget(
      name: "RelayTests",
      dependencies: [
        "AfterwitTestRelay", "AfterwitRelaySQLite", "AfterwitRelay", "AfterwitWire",
        "AfterwitEncoding", "AfterwitTestRandomness",
      ]),
    .testTarget(
      name: "RelaySQLiteTests",
      dependencies: [
        "AfterwitStorageContract", "AfterwitTestRelay", "AfterwitTestRandomness",
        "AfterwitRelaySQLite", "AfterwitRelay",
        "AfterwitWire", "AfterwitEncoding", grdb,
      ]),
    .testTarget(
      name: "RelayHTTPTests",
      dependencies: [
        "AfterwitTestThreads",
        "AfterwitTestRelay", "AfterwitRelayHTTP", "AfterwitRelay", "AfterwitWire",
        "AfterwitEncoding", logging, lifecycle,
      ]),
    .testTarget(
      name: "HTTPTests",
      dependencies: [
        "AfterwitHTTP", "AfterwitSync", "AfterwitWire", "AfterwitEncoding", nioCore,
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(
      name: "DeviceTests",
      dependencies: [
        "AfterwitHousehold", "AfterwitTraces", "AfterwitRelayContract", "AfterwitDevice",
        "AfterwitHTTP", "AfterwitJournal", "AfterwitExchange", "AfterwitSync", "AfterwitDocument",
        "AfterwitSealing", "AfterwitStore", "AfterwitText", "AfterwitCausality", "AfterwitWire",
        "AfterwitEncoding",
        "AfterwitTestRandomness", crypto, grdb,
      ]),
    .testTarget(
      name: "ConvergenceTests",
      dependencies: [
        "AfterwitMergePairs", "AfterwitTestThreads",
        "AfterwitReference", "AfterwitTraces", "AfterwitJournal", "AfterwitDocument",
        "AfterwitText", "AfterwitTextArchive", "AfterwitCausality", "AfterwitEncoding",
        "AfterwitTestRandomness",
      ]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "sim", "AfterwitSimulator", "AfterwitRelayContract", "AfterwitTestRandomness",
        "AfterwitTestThreads", "AfterwitDevice", "AfterwitJournal",
        "AfterwitSync", "AfterwitWire", "AfterwitEncoding", sqlite,
      ]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "AfterwitVectors", "AfterwitReader", "AfterwitReference", "AfterwitTestRandomness",
        "AfterwitDevice", "AfterwitStore", "AfterwitJournal", "AfterwitSealing",
        "AfterwitDocument", "AfterwitTextArchive", "AfterwitText", "AfterwitCausality",
        "AfterwitWire", "AfterwitEncoding", crypto,
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "AfterwitTestThreads",
        "AfterwitCommand", "AfterwitLocalCommand", "AfterwitNetworkCommand",
        "AfterwitRelayCommand", "AfterwitManual", "AfterwitProcesses", "AfterwitTestRandomness",
        "AfterwitDevice", "AfterwitJournal", "AfterwitSync", "AfterwitDocument", "AfterwitText",
        "AfterwitEncoding",
        grdb,
      ]),
    .testTarget(
      name: "ExampleTests",
      dependencies: [
        "AfterwitDevice", "AfterwitExchange", "AfterwitHTTP", "AfterwitSync", "AfterwitStore",
        "AfterwitJournal",
        "AfterwitSealing", "AfterwitDocument", "AfterwitTextArchive", "AfterwitText",
        "AfterwitWire", "AfterwitCausality", "AfterwitEncoding", crypto,
      ]),
    .testTarget(name: "ArchitectureTests"),
  ]
)

// Language mode 6 and the stricter of the upcoming rules, everywhere alike.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
  ]
}
