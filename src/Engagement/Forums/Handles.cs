using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Forums;

/// <summary>
/// The names under which people are seen: two words that say nothing about anyone, the same for a person in a forum and others in each forum, so
/// that nobody can be followed from one to the next. Derived with the platform's key, because a plain hash of a pseudonym could be tried out.
/// </summary>
public sealed class Handles(byte[] platformKey)
{
    private const int Attempts = 64;

    // Colours and stuffs, then things of the coast and the fields: nothing that could be read as a remark about a person.
    private static readonly string[] First =
        ("Amber Apricot Aqua Ash Azure Bamboo Basil Birch Blue Brass Bronze Cedar Cherry Chestnut Clay Clover Cobalt Copper Coral Cotton Crimson Crystal "
        + "Denim Ebony Emerald Fern Flint Garnet Ginger Gold Granite Green Hazel Heather Indigo Iris Ivory Jade Jasmine Juniper Lavender Lemon Lilac Lime "
        + "Linen Magenta Maple Marble Mint Moss Mustard Oak Ochre Olive Onyx Opal Orange Orchid Pearl Pine Plum Poppy Quartz Red Rose Ruby Saffron Sage "
        + "Sand Scarlet Silver Slate Straw Teal Thyme Topaz Turquoise Velvet Violet Walnut Willow Wool Yellow").Split(' ');

    private static readonly string[] Second =
        ("Acorn Anchor Arch Barn Bay Beach Beacon Bell Boat Bridge Brook Buoy Candle Canoe Canopy Castle Chalk Chapel Cliff Cloud Comet Compass Cove Creek "
        + "Dune Echo Estuary Feather Ferry Field Fountain Garden Gate Grove Harbour Haven Hedge Hill Horizon Hut Inlet Island Jetty Kayak Kite Ladder Lagoon "
        + "Lake Lantern Leaf Ledge Lighthouse Lock Marsh Meadow Mill Moon Mooring Oasthouse Orchard Paddle Path Pebble Pier Planet Pond Prairie Quay Raft "
        + "Rainbow Reef Ridge River Rocket Rudder Sail Shell Shore Signal Spark Spring Star Stile Stone Stream Summit Sunrise Tide Tower Trail Tunnel Valley "
        + "Wave Well Windmill Wharf").Split(' ');

    /// <param name="participant">Whose.</param>
    /// <param name="forum">Where.</param>
    /// <param name="taken">The handles of others in that forum.</param>
    public string For(Guid participant, Guid forum, IReadOnlySet<string> taken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var handle = Derive(participant, forum, attempt);
            if (!taken.Contains(handle))
                return handle;
        }

        // A forum of thousands: the words run out, the numbers do not.
        for (var number = 2; ; number++)
        {
            var handle = string.Create(CultureInfo.InvariantCulture, $"{Derive(participant, forum, 0)} {number}");
            if (!taken.Contains(handle))
                return handle;
        }
    }

    private string Derive(Guid participant, Guid forum, int attempt)
    {
        var digest = HMACSHA256.HashData(
            platformKey, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"handle:{participant:N}:{forum:N}:{attempt}")));
        var first = First[BitConverter.ToUInt32(digest, 0) % First.Length];
        var second = Second[BitConverter.ToUInt32(digest, 4) % Second.Length];
        return $"{first} {second}";
    }
}
