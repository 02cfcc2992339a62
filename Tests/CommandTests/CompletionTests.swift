import AfterwitManual
import AfterwitProcesses
import Testing

@testable import AfterwitCommand
@testable import AfterwitRelayCommand

@Suite("What a command line is completed by", .hangLimit)
struct CompletionTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection It rained. --title 'A wet day' --tag weather --tag work
      {id}
      desk$ afterwit new goal Buy boots. --tag gear
      {goal}
      desk$ afterwit new note Nobody knows. --tag secret --private
      {private}
      desk$ afterwit new note Gone. --tag lost
      {gone}
      desk$ afterwit rm "$gone" 2>/dev/null
      desk$ afterwit new interview They asked. --org 'Acme Corp' --people 'Ana Lima' --people Ben --support Cleo
      {interview}
      desk$ afterwit new note Short. --set 'organisation=Globex' 2>/dev/null
      {globex}
      desk$ afterwit add "$goal" step 'Try them on.'
      {step}
      desk$ afterwit add "$goal" step 'Pay.'
      {paid}
      desk$ afterwit rm "$paid" 2>/dev/null
      """#
    ).play(on: stage)
  }

  @Test("The tables know every option and word of both commands, and no other")
  func tables() async throws {
    let dump = " --experimental-dump-help"
    let tree = try CommandTree(dump: try await Shell().run("afterwit" + dump).output)
    #expect(CompletionValue.table.differences(from: tree) == [])
    let relay = try CommandTree(dump: try await Shell().run("afterwit-relay" + dump).output)
    #expect(AfterwitRelayCommand.CompletionAction.table.differences(from: relay) == [])
  }

  @Test("Commands, options, kinds, fields, values, tags, and ids with their titles")
  func candidates() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit complete sta
        status{*}
        desk$ afterwit complete --home "$T/desk" draft ''
        list{*}
        recover{*}
        drop{*}
        desk$ afterwit complete list --de
        --deleted{*}
        desk$ afterwit complete new g
        goal
        desk$ afterwit complete new goal --title x --ta
        --tag{*}
        desk$ afterwit complete list --tag ''
        gear
        weather
        work
        desk$ afterwit complete list --tag=we
        --tag=weather
        desk$ afterwit complete list tag:we
        tag:weather
        desk$ afterwit complete list -- kind:go
        kind:goal
        desk$ afterwit complete new note --set occ
        occasion=
        desk$ afterwit complete new note --set occasion=re
        occasion=rejection
        desk$ afterwit complete add @ que
        question
        desk$ afterwit complete show '' | grep -c "$(printf '\t')"
        6
        desk$ afterwit complete show "$id" | tr '\t' '>'
        {id}>A wet day
        desk$ afterwit complete check '' | tr '\t' '>'
        @>the last one touched
        {goal}>Buy boots.
        desk$ afterwit complete restore '' | tr '\t' '>'
        {gone}>Gone.
        desk$ afterwit complete edit "$id" --field les
        lesson
        desk$ afterwit complete config set colours a
        auto
        always
        desk$ afterwit complete insights --html x
        :files
        desk$ afterwit complete list --home x
        :folders
        desk$ afterwit complete find -- -
        desk$ afterwit complete --home "$T/none" show ''; ls -A "$T/none" 2>/dev/null
        [2]
        desk$ afterwit-relay complete s
        serve{*}
        desk$ afterwit-relay complete serve --data x
        :folders
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Items of lists with what they say, people and organisations")
  func names() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit complete done '' | tr '\t' '>'
        {step}>Try them on.
        desk$ afterwit complete done "${paid%?}"
        desk$ afterwit complete move "$step" --before "${step%???}" | tr '\t' '>'
        {step}>Try them on.
        desk$ afterwit complete edit "${step%?}" | tr '\t' '>'
        {step}>Try them on.
        desk$ afterwit complete new goal --from="${step%?}" | cut -f 1
        --from={step}
        desk$ afterwit complete new note --people ''
        Ana Lima
        Ben
        desk$ afterwit complete new note --people A
        Ana Lima
        desk$ afterwit complete new note --org ''
        Acme Corp
        Globex
        desk$ afterwit complete set "$id" organisation=G
        organisation=Globex
        desk$ afterwit complete set "$id" people=B
        people=Ben
        desk$ afterwit complete list org:A; afterwit list 'org:Acme Corp' | wc -l
        org:Acme Corp
        1
        desk$ afterwit complete list people:
        people:Ana Lima
        people:Ben
        desk$ afterwit complete store salvage --from x
        :folders
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("bash completes", .enabled(if: Machinery.finds("bash"), "bash is not installed"))
  func bash() async throws {
    try await Self.begin.play { stage, words in
      // What the shell itself does before it calls a function: it parts the line at = and :, too.
      try stage.scratch.write(
        Self.bashScript.utf8, to: "complete.bash")
      try await Transcript(
        #"""
        desk$ bash "$T/complete.bash" 'afterwit stat' afterwit stat
        status
        desk$ bash "$T/complete.bash" 'afterwit show ' afterwit show '' | grep -o '(A wet day)'
        (A wet day)
        desk$ bash "$T/complete.bash" "afterwit show $id" afterwit show "$id"
        {id}
        desk$ bash "$T/complete.bash" 'afterwit new note --set occasion=re' afterwit new note --set occasion = re
        rejection
        desk$ bash "$T/complete.bash" 'afterwit list --tag=' afterwit list --tag = ''
        gear
        weather
        work
        desk$ cd "$T" && touch 'a page.html' && bash "$T/complete.bash" 'afterwit insights --html a' afterwit insights --html a
        a page.html
        """#
      ).play(on: stage, knowing: words)
    }
  }

  private static let bashScript = #"""
    source <(afterwit completions bash)
    compopt() { :; }
    COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
    COMP_WORDS=("${@:2}")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _afterwit afterwit
    printf '%s\n' "${COMPREPLY[@]}"
    """# + "\n"

  @Test("fish completes", .enabled(if: Machinery.finds("fish"), "fish is not installed"))
  func fish() async throws {
    try await Self.begin.play { stage, words in
      try stage.scratch.write(
        "afterwit completions fish | source\ncomplete -C $argv[1]\n".utf8, to: "complete.fish")
      try await Transcript(
        #"""
        desk$ export HOME="$T"; fish "$T/complete.fish" 'afterwit stat' | cut -f 1
        status
        desk$ export HOME="$T"; fish "$T/complete.fish" "afterwit show $id" | tr '\t' '>'
        {id}>A wet day
        desk$ export HOME="$T"; fish "$T/complete.fish" 'afterwit list --tag=we'
        --tag=weather
        desk$ cd "$T" && export HOME="$T"; touch page.html; fish "$T/complete.fish" 'afterwit insights --html pa' | cut -f 1
        page.html
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("zsh completes", .enabled(if: Machinery.finds("zsh"), "zsh is not installed"))
  func zsh() async throws {
    try await Self.begin.play { stage, words in
      try stage.scratch.write(Self.zshScript.utf8, to: "complete.zsh")
      try await Transcript(
        #"""
        desk$ export HOME="$T"; zsh -f "$T/complete.zsh" 'afterwit stat'
        afterwit status
        desk$ export HOME="$T"; zsh -f "$T/complete.zsh" "afterwit show ${id%???}"
        afterwit show {id}
        desk$ export HOME="$T"; zsh -f "$T/complete.zsh" 'afterwit list --tag=we'
        afterwit list --tag=weather
        desk$ export HOME="$T"; zsh -f "$T/complete.zsh" 'afterwit new note --set occasion=rej'
        afterwit new note --set occasion=rejection
        """#
      ).play(on: stage, knowing: words)
    }
  }

  /// A real zsh at a terminal of its own: the line is typed, and a key that completes and prints it.
  private static let zshScript = #"""
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell 'autoload -Uz compinit; compinit -u -D; source <(afterwit completions zsh)'
    zpty -w shell 'told() { zle expand-or-complete; print -r -- "<<$BUFFER>>" >"$T/told"; BUFFER=; zle accept-line }; zle -N told; bindkey "^X" told'
    zpty -w shell 'print ready'
    zpty -r -m shell line $'*\nready*'
    zpty -w -n shell "$1"$'\x18'
    for n in {1..300}; do [[ -s $T/told ]] && break; sleep 0.1; done
    cat $T/told | sed 's/^<<//; s/ *>>$//'
    rm -f $T/told
    zpty -d shell
    """# + "\n"
}
