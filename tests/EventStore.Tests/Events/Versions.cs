using System.Text.Json;

namespace EventStore.Tests;

/// <summary>One event in three versions: a name in one piece, then in two, then with a language.</summary>
public static class V1
{
    public sealed record GuestSignedIn(string Name);
}

public static class V2
{
    public sealed record GuestSignedIn(string First, string Last);
}

public sealed record GuestSignedIn(string First, string Last, string Language);

public sealed class GuestSignedInSplit : EventUpcaster<V1.GuestSignedIn, V2.GuestSignedIn>
{
    protected override V2.GuestSignedIn Upcast(V1.GuestSignedIn oldEvent)
    {
        var parts = oldEvent.Name.Split(' ', 2);
        return new V2.GuestSignedIn(parts[0], parts[1]);
    }
}

public sealed class GuestSignedInWithLanguage : EventUpcaster<GuestSignedIn>
{
    public override string EventTypeName => "guest_signed_in_v2";

    protected override GuestSignedIn Upcast(JsonDocument oldEventJson)
    {
        var old = oldEventJson.RootElement;
        return new GuestSignedIn(old.GetProperty("First").GetString()!, old.GetProperty("Last").GetString()!, "en");
    }
}

/// <summary>Who signed in, in order, and how many facts were passed that this program does not know.</summary>
public sealed record Guestbook(Guid Id, IReadOnlyList<string> Names, int Unknown) : IEvolve<Guestbook>
{
    public static Guestbook? Evolve(Guestbook? state, IEvent e)
    {
        var book = state ?? new Guestbook(e.StreamId, [], 0);
        return e.Data switch
        {
            GuestSignedIn guest => book with { Names = [.. book.Names, $"{guest.First} {guest.Last} ({guest.Language})"] },
            UnknownEvent => book with { Unknown = book.Unknown + 1 },
            _ => book,
        };
    }
}
