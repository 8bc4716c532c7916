using Engagement.Web.HaveYourSay;

namespace Engagement.Web;

/// <summary>Whom something is for, as addresses, the schema and people say it.</summary>
internal sealed record WhoFor(string Key, Audience Audience, string InSchema, string Text)
{
    public static WhoFor Families { get; } = new("families", Audience.ParentsAndCarers, "PARENTS_AND_CARERS", "Parents and carers");

    public static WhoFor YoungPeople { get; } = new("young-people", Audience.YoungPeople, "YOUNG_PEOPLE", "Children and young people");

    public static WhoFor Organisations { get; } = new("organisations", Audience.Organisations, "ORGANISATIONS", "Organisations");

    /// <summary>As the schema names those that an address names; null when it names none of these.</summary>
    public static string? Find(IReadOnlyList<WhoFor> offered, string? key) => offered.FirstOrDefault(one => one.Key == key)?.InSchema;
}
