/* Who is a member, and under which epochs one may write: the rules once more, for Spin.
 *
 * D founded the journal under the paper R. Then ACTS envelopes come, of anybody, each on any set of
 * those before it that is closed downwards: it lets L or P in, shuts somebody out, or neither, and
 * with the last two begins an epoch for those who are members on what its author had seen. Spin tries
 * all histories. A cut leaves nothing of its target standing here; papers are not renewed.
 * Protocol/5-sealing, AW-SEAL-37 to 41.
 *
 * Revocations are not decided in rounds here. What has effect is taken as what stands when the rules
 * are read again and again, from all that could stand, oldest reasons first: a reading of its own.
 *
 * To run it (Debian's package spin), in a folder for what it writes:
 *   spin -a membership.pml && cc -O2 -DSAFETY -o pan pan.c && ./pan -m100000
 * Each of these faults must be found: spin -DANYBODY, -DOPEN, -DBASES, -DREFUSE, -DNOCUT -a …
 */
#ifndef ACTS
#define ACTS 3
#endif
#define D 0
#define R 1
#define L 2
#define P 3
#define NOBODY 4
#define BIT(n) (1 << (n))
#define HOLDS(set, n) (((set) >> (n)) & 1)

byte author[ACTS], admits[ACTS], revokes[ACTS], seen[ACTS];
byte wraps[ACTS];   /* to whom the epoch of an act is wrapped; none: it begins none */
byte bases[ACTS];   /* the epochs that it follows */
byte opens[ACTS];   /* those of them whose keys it seals, and whether that of the genesis */
byte given[ACTS];   /* the epochs that are wrapped to whom an act lets in */
byte count;

/* What fold() leaves. */
byte effect, members, usable, last;
bool isFirst;       /* whether the epoch of the genesis is usable */

byte n, k, who, known, held, passed, old, was, out, open, all, keys, a;
byte past[4];       /* whoever was a member before the first admission of each, in all of them */

/* Whether one is older than another, by what is worked out. */
#ifdef ANYBODY
#define OLDER(x, y) ((x) != (y))
#else
#define OLDER(x, y) ((x) != (y) && ((x) == R || ((y) != R && (y) != D && \
  ((x) == D || HOLDS(past[y], x)))))
#endif

/* Who was let in before an act, by acts that have effect. */
inline before(act) {
  was = 3; k = 0;
  do
  :: k < count ->
    if
    :: HOLDS(seen[act], k) && HOLDS(effect, k) && admits[k] != NOBODY ->
      was = was | BIT(admits[k])
    :: else
    fi;
    k++
  :: else -> break
  od
}

/* Works out what `known` comes to. R is above all and D above all devices, so theirs are read first;
 * of L and P one is older than the other at most, and reads before it. */
inline fold(set) {
  effect = 0; members = 3; out = 0; past[L] = 15; past[P] = 15; passed = 0;
  do
  :: passed < 4 ->
    /* Read again: what has effect, given who was shut out so far. */
    effect = 0; members = 3; past[L] = 15; past[P] = 15; n = 0;
    do
    :: n < count ->
      before(n);
      if
#ifdef NOCUT
      :: HOLDS(set, n) && HOLDS(was, author[n]) ->
#else
      :: HOLDS(set, n) && HOLDS(was, author[n]) && !HOLDS(out, author[n]) ->
#endif
        effect = effect | BIT(n);
        if
        :: admits[n] != NOBODY ->
          members = members | BIT(admits[n]);
          if :: !HOLDS(was, admits[n]) -> past[admits[n]] = past[admits[n]] & was :: else fi
        :: else
        fi
      :: else
      fi;
      n++
    :: else -> break
    od;
    /* Whose turn it is to shut out: R, D, then the older of L and P, then the other. */
    who = (passed == 0 -> R : (passed == 1 -> D : 
      ((passed == 2) == HOLDS(past[L], P) -> P : L)));
    n = 0;
    do
    :: n < count ->
      if
      :: HOLDS(effect, n) && author[n] == who && revokes[n] != NOBODY && OLDER(who, revokes[n]) ->
        out = out | BIT(revokes[n])
      :: else
      fi;
      n++
    :: else -> break
    od;
    passed++
  :: else -> break
  od;
  /* Once more, with all that was shut out. */
  n = 0; effect = 0; members = 3;
  do
  :: n < count ->
    before(n);
    if
#ifdef NOCUT
    :: HOLDS(set, n) && HOLDS(was, author[n]) ->
#else
    :: HOLDS(set, n) && HOLDS(was, author[n]) && !HOLDS(out, author[n]) ->
#endif
      effect = effect | BIT(n);
      if :: admits[n] != NOBODY -> members = members | BIT(admits[n]) :: else fi
    :: else
    fi;
    n++
  :: else -> break
  od;
  members = members & ~out & 15;
  /* The epochs that are open: wrapped to one who is no member, or opened by such a one. */
  open = 0; usable = 0; isFirst = HOLDS(members, D); last = 0; held = 0; n = count;
  do
  :: n > 0 ->
    n--;
    if
    :: HOLDS(effect, n) && wraps[n] ->
      k = 0;
      do
      :: k < count ->
        if
        :: HOLDS(effect, k) && admits[k] != NOBODY && HOLDS(given[k], n) && !HOLDS(members, admits[k]) ->
          open = open | BIT(n)
        :: else
        fi;
        k++
      :: else -> break
      od;
#ifndef OPEN
      if
      :: (wraps[n] & ~members & 15) || !HOLDS(members, author[n]) -> open = open | BIT(n)
      :: else
      fi;
#endif
#ifndef BASES
      if :: HOLDS(open, n) -> open = open | opens[n]; if :: HOLDS(opens[n], ACTS) -> isFirst = false :: else fi :: else fi;
#endif
      if :: !HOLDS(open, n) -> usable = usable | BIT(n) :: else fi;
      if :: !HOLDS(held, n) -> last = last | BIT(n) :: else fi;
      held = held | bases[n]
    :: else
    fi
  :: else -> break
  od;
  /* The first is wrapped to D and R, and to whoever was let in before another followed it. */
  n = 0;
  do
  :: n < count ->
    if
    :: HOLDS(effect, n) && admits[n] != NOBODY && given[n] == 0 && !HOLDS(members, admits[n]) ->
      isFirst = false
    :: else
    fi;
    n++
  :: else -> break
  od
}

/* The keys that somebody has of what is here: what was wrapped to it, with effect or not, and what
 * these open. The bit ACTS is the first epoch, which every other one opens. */
inline keysOf(whom) {
  keys = 0; n = count;
  if :: whom == D || whom == R -> keys = BIT(ACTS) :: else fi;
  do
  :: n > 0 ->
    n--;
    if :: wraps[n] && (HOLDS(wraps[n], whom) || author[n] == whom) -> keys = keys | BIT(n) :: else fi;
    if
    :: admits[n] == whom -> keys = keys | (given[n] -> given[n] : BIT(ACTS))
    :: else
    fi
  :: else -> break
  od;
  n = count;
  do
  :: n > 0 ->
    n--;
    if :: HOLDS(keys, n) -> keys = keys | opens[n] :: else fi
  :: else -> break
  od
}

init {
  do
  :: count < ACTS ->
    /* Any set of the acts before that is closed downwards. */
    known = 0; a = 0;
    do
    :: a < count && (seen[a] & known) == seen[a] -> known = known | BIT(a); a++
    :: a < count -> a++
    :: else -> break
    od;
    atomic {
      fold(known);
      seen[count] = known; admits[count] = NOBODY; revokes[count] = NOBODY
    };
    /* Who thinks that it is a member writes; a thief dates back, and thinks so too. */
    if
    :: HOLDS(members, D) -> author[count] = D
    :: HOLDS(members, R) -> author[count] = R
    :: HOLDS(members, L) -> author[count] = L
    :: HOLDS(members, P) -> author[count] = P
    fi;
    if
    :: author[count] != L -> admits[count] = L
    :: author[count] != P -> admits[count] = P
    :: author[count] != D && HOLDS(members, D) -> revokes[count] = D
    :: author[count] != R && HOLDS(members, R) -> revokes[count] = R
    :: author[count] != L && HOLDS(members, L) -> revokes[count] = L
    :: author[count] != P && HOLDS(members, P) -> revokes[count] = P
    :: true
    fi;
    atomic {
      given[count] = 0; wraps[count] = 0; bases[count] = 0; opens[count] = 0;
      old = last; a = count;
      count++;
      if
      :: admits[a] != NOBODY -> keysOf(author[a]); given[a] = last & keys
      :: else ->
        fold(known | BIT(a));
        bases[a] = old; wraps[a] = members; keysOf(author[a]);
        opens[a] = keys & (old -> old : BIT(ACTS));
        /* No key is wrapped to one whom its author knew to be out. */
        assert((wraps[a] & out) == 0)
      fi
    }
  :: else -> break
  od;
  atomic {
    all = BIT(count) - 1;
    fold(all);
    /* The paper is there, and can always come back: nobody is above it. */
    assert(HOLDS(members, R));
    a = 0;
    do
    :: a < count ->
      /* Nothing has effect of one who is out: cuts leave nothing here. */
      assert(!(HOLDS(effect, a) && HOLDS(out, author[a])));
      a++
    :: else -> break
    od;
    a = 0;
    do
    :: a < 4 ->
      keysOf(a);
      if
      /* Nobody who is out has the key of an epoch that may be written under. */
      :: HOLDS(out, a) ->
        assert((keys & usable) == 0);
        assert(!(HOLDS(keys, ACTS) && isFirst))
      /* The founder is out only by the paper. */
      :: else
#ifdef REFUSE
        /* Whoever holds none that is usable cannot write, if it may not begin one. */
        assert(!HOLDS(members, a) || (keys & usable) || (HOLDS(keys, ACTS) && isFirst))
#endif
      fi;
      a++
    :: else -> break
    od
  }
}
