internal import AfterwitCommand
internal import AfterwitHTTP

/// `afterwit-network`: the same command with HTTP in it; `afterwit` becomes it where it must.
@main
enum NetworkCommand {
  static func main() async {
    let network = Network { address, headers, limit in
      let limits = HTTPRelay.TimeLimits(connect: min(limit, .seconds(10)), call: limit)
      let relay = HTTPRelay(at: address, headers: headers, limits: limits)
      return Network.OpenRelay(relay: relay) { await relay.shutdown() }
    }
    await Afterwit.main(over: network)
  }
}
