namespace EventStore.Tests;

public sealed record GuestCount(Guid Id, int Guests);

public sealed class GuestCountProjection : SingleStreamProjection<GuestCount>
{
    public override IReadOnlyCollection<Type>? EventTypes => [typeof(GuestSignedIn)];

    public override GuestCount? Evolve(GuestCount? snapshot, Guid id, IEvent e) => new(id, (snapshot?.Guests ?? 0) + 1);
}

public sealed record LanguageCount(Guid Id, int Guests);

public sealed class LanguageCountProjection : MultiStreamProjection<LanguageCount>
{
    public LanguageCountProjection() => Identity<GuestSignedIn>(e => IdOf(e.Data.Language));

    public static Guid IdOf(string language) => new([.. language.PadRight(16).Select(c => (byte)c)]);

    public override LanguageCount Evolve(LanguageCount? snapshot, Guid id, IEvent e) => new(id, (snapshot?.Guests ?? 0) + 1);
}
