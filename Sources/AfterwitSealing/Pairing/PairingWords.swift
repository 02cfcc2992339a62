// The list is our own and made to be read aloud: everyday English words of three to eight letters;
// no word is a prefix of another, and any two differ in more than one letter. `Protocol/words.txt`
// holds the same list.

/// The words that stand for the hash of a pairing on both screens.
public enum PairingWords {
  /// How many words are shown.
  public static let count = 4
  /// How many bits each word stands for.
  static let bitsPerWord = 10

  /// All 1,024 words, ascending.
  public static let list = text.split(whereSeparator: \.isWhitespace).map(String.init)

  /// The words for the first forty bits of a hash, most significant first.
  public static func words(of hash: [UInt8]) -> [String] {
    precondition(hash.count >= 5)
    let bits = hash[..<5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return (0..<count).map { place in
      list[Int(bits >> UInt64((count - 1 - place) * bitsPerWord) & 0x3ff)]
    }
  }

  private static let text = """
    acorn album almond alpine amble amused anchor antelope antenna anthem antique apple apricot
    apron aquarium arcade armchair aroma artist aspen asphalt athlete atlas attic author autumn
    avenue avocado awning azure badger bagel bakery balance balcony ballad ballet balloon bamboo
    banana banjo banner banquet barber barley barrel basil basket bathtub bazaar beacon beanbag
    bedrock beetle bell bench bicycle birch biscuit bison blanket blossom blouse bluebird bobsled
    bonfire bonnet bonsai bookcase border botany bottle boulder bouquet bracelet bramble brass bravo
    bread breeze brick bright broccoli bronze broom brother brunch brush bubble bucket buckle
    buffalo buffet bugle builder bundle bungalow bunting butter button cabbage cabin cactus calendar
    camel camera canal canary canoe canopy cantina canvas canyon cape capital captain caramel
    cardigan cardinal cargo carnival carpet cartoon carve cashew castle catalog catfish cedar
    ceiling celery cement center century cereal chain chalk chamber chapel chapter charcoal chart
    cheddar cheese cheetah chef cherry chess chestnut chicken chimney chipmunk chisel chorus chowder
    cider cinema cinnamon circle circus citrus city classic clay clifftop clinic cloak cloud clover
    coach cobalt cobbler cobweb cockatoo coconut coin collie colony comedy comet comfort comic
    compass computer confetti cookie copper coral corner cosmos cosy cottage cotton country coupon
    cousin coyote crab cradle crane crater crayon cream creek crescent cricket crimson crisp crocus
    crown cruise crumb crystal cucumber culture cupboard cupcake curator current curry curtain
    cushion cutlery cyclist cypress daffodil dahlia daisy dancer dandy dapper daybreak dazzle
    deckhand deer delta dentist depot derby desk dessert detail dewdrop diamond diary diesel digital
    dinner director display doctor dogwood dollar dolphin domino donut doorway dormouse doubles
    dough dove dozen dragon drama drawer dresser drift drizzle drummer duck dugout dune duvet dynamo
    eagle early earth easel eastern easy echo eclipse eggplant eight elbow elder elephant elevator
    elm ember emerald emperor empire encore energy engine envelope epic equal eraser evening example
    exhibit explore express fable fabric factory fairy falcon family famous fancy fanfare farmer
    farmyard fashion faucet favorite feast fern festival fiber fiction field fiesta fifteen figure
    finch firefly fireside fisher flagpole flagship flamingo flannel flask flavor flax fleece flint
    flock floor fluffy foam folder foliage fondue football forest fork fortune foxglove fragrant
    frame freckle freedom freshen friend frisbee frog frolic frontier frosty fruit galaxy gallery
    gallop garage gardenia garlic gate gazebo gecko gemstone gentle geyser giant giggle gingham
    giraffe glacier glade gladly glass glider glisten glitter globe glory gnome goat goblet goldfish
    golf gondola goose gorilla gospel grammar grandpa granite graph gravity green grin grocer grotto
    grouse grove guide guitar gull gumdrop guppy gust gymnast habitat hallway halo hamlet hammock
    hamster handbag handle hangar happy harbor harmony harp harvest hatbox hawk hayloft hazelnut
    headband hedgehog helmet hemlock herb heritage heron hexagon hickory highway hilltop hinge hippo
    history holiday holly honest honey hoof horizon horse hotdog hotel hour housetop humble hummus
    hundred husky hydrant hymn idea igloo iguana inspect invent iris iron island item ivory ivy
    jackpot jade jaguar jam jasmine jasper jelly jersey jewel jigsaw jockey journey joyful juggler
    juice jumbo jumper juniper kangaroo kayak keeper kernel ketchup keyboard kindly kingdom kiosk
    kitchen kite kiwi knapsack knight knit knob koala ladder lady lagoon lake lamp lantern lasso
    latch laugh laundry lavender lawn leaf leather legend lemon lentil leopard letter lettuce lever
    library lighten lilac lily lime linen lion llama lobby lobster lodge lofty logbook lollipop
    lotus lounge lucky luggage lullaby lunch lynx macaroni magic magnet magpie mailbox mammoth
    mandarin mantle maple marble margin marigold market maroon marsh mascot mason matter mayor
    meadow medley melody melon memory menu mermaid merry metal meteor midday mineral mingle mint
    mirror mitten mocha model moment monkey month moonbeam morning mosaic moss motor mountain mouse
    mulberry museum mushroom music mustard myrtle napkin narrow nature nectar needle neighbor nephew
    nettle nickel nimble noble noodle north notebook novel nugget number nurse nutmeg oak oasis
    oatmeal oboe ocean octagon octopus office olive omelet onion opera orange orchard orchid organ
    ostrich outdoor oval oven overalls owl oxygen oyster paint pajamas palace palm pancake panda
    panel pansy panther paper paprika parade park parlor parrot parsley pasta pastry patio pattern
    peach peacock peanut pearl pebble pecan pedal pelican pencil penguin pepper perfect piano picnic
    picture pigeon pilot pink pioneer pirate pizza planet plaster plate plaza plenty plum plush
    pocket poem polite pollen pony popcorn poplar poppy porridge portrait postcard potato potter
    powder prairie present pretzel primrose prince prism prize proud pudding puffin pulley pumpkin
    puppet purple puzzle pyramid quail quartz queen quick quilt quiver quiz quote rabbit raccoon
    racket radar radio radish raft rainbow raisin rambler ranch raven reader recipe record reef
    reindeer relay relish remedy rescue ribbon rice riddle ridge ripple river robin robot rodeo
    rooster rope rosemary rowboat royal rubber rugby ruler runner runway saddle saffron sage sailor
    salad salmon salt samba sandal sandwich sapphire satin saucer scallop scarf scarlet scenery
    scholar scissors scooter scout screen seafood seagull season seaweed second seven shamrock shell
    shepherd shield shimmer shiny ship shirt shovel shrimp shuttle sibling silk silver simple singer
    sister sixty skate sketch sky sled sleeve slipper smart smile smooth snack snail snorkel snow
    soccer social soft solar sonata song sorbet soup south spaniel sparrow spice spinach spiral
    splash sponge spoon sprout spruce squash squirrel stadium stairs stamp staple starfish station
    statue steam stew sticker stirrup stocking stool story stove straw street string studio sturdy
    sugar summer sundial sunny surf swallow swan sweater swift swim swing sycamore symbol tablet
    talent tandem tango tapestry tavern taxi teacher teapot teaspoon telegram temple tender tennis
    tent terrace theater thimble thirty thread three thrush thunder thyme ticket tiger timber tiptoe
    toast today toffee tomato torch tortoise toucan tourist tower town toy tractor trader train
    trapeze travel treasure treetop triangle trinket trolley trombone trophy tropic trout truffle
    trumpet trunk tugboat tulip tunnel turnip turtle tuxedo tweed twelve twenty twilight twin twirl
    umbrella unicorn uniform unique universe uphill upland upstream urban useful vacation vanilla
    vase vault velvet vendor vessel village vintage viola violet violin visitor vivid volcano volume
    waffle wagon walnut walrus warbler wardrobe warm water wave weaver weekend western wheat wheel
    whisker whistle white widget wild willow window winter wisdom wizard wool workshop world wrist
    writer yacht yarn yellow yoga yogurt young zebra zenith zero zigzag zipper zodiac
    """
}
