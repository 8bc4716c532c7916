using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Figures;

/// <summary>What people said of the Local Offer in a year, what was answered, and how many comments had no answer yet.</summary>
public sealed record LocalOfferReturn(
    string Name, DateOnly From, DateOnly To, IReadOnlyList<LocalOfferComment> Comments, int StillOpen, int NotTakenUp = 0, int NotDecided = 0, int NotPublished = 0);

public sealed record LocalOfferComment(
    LocalOfferMatter Matter,
    string Title,
    string Comment,
    int? Views,
    string Response,
    EntryState State,
    DateOnly DecidedOn,
    string DecidedBy,
    string Reasons,
    bool IsLookedAtAgain,
    IReadOnlyList<LocalOfferPromise> Promises,
    string? Change,
    DateOnly? ChangedOn,
    string? Proof,
    DateOnly PublishedOn,
    DateOnly UpdatedOn,
    string Slug);

public sealed record LocalOfferPromise(string Text, string OwnerRole, DateOnly DueOn, bool IsDelivered);

public enum LocalOfferMatter
{
    Accessibility,
    Content,
    Development,
}

internal static class LocalOfferWords
{
    public static IReadOnlyList<(LocalOfferMatter Matter, string InSchema, string Text)> Matters { get; } =
    [
        (LocalOfferMatter.Content, "CONTENT", "What there is, and how good it is"),
        (LocalOfferMatter.Accessibility, "ACCESSIBILITY", "Whether it can be found and understood"),
        (LocalOfferMatter.Development, "DEVELOPMENT", "How it is made, and who has a say in it"),
    ];

    public static string Words(this LocalOfferMatter matter) => Matters.First(one => one.Matter == matter).Text;
}
