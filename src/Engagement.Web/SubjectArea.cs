namespace Engagement.Web;

/// <summary>What a consultation is about, and what somebody wants to hear of, as the schema, addresses and people say it. A test holds them to the schema's.</summary>
/// <param name="InSchema">The schema's name.</param>
/// <param name="Name">What families call it; a key of the texts.</param>
/// <param name="EasyName">What the pages for young people call it; a key of the texts.</param>
public sealed record SubjectArea(string InSchema, string Name, string EasyName)
{
    public static IReadOnlyList<SubjectArea> All { get; } =
    [
        new("EARLY_YEARS", "Nursery and early years", "Nursery"),
        new("SCHOOL_AND_COLLEGE", "Support at school and college", "School and college"),
        new("ASSESSMENTS_AND_PLANS", "Assessments and plans", "Plans for help"),
        new("HEALTH", "Health care", "Health"),
        new("CARE_AND_SHORT_BREAKS", "Care and short breaks", "Care and breaks"),
        new("TRAVEL", "Travel to school and college", "Getting to school"),
        new("ADULT_LIFE", "Getting ready for adult life", "Growing up"),
        new("INFORMATION_AND_ADVICE", "Information and advice", "Where to find help"),
    ];

    /// <summary>What an address calls it.</summary>
    public string Key { get; } = InSchema.ToLowerInvariant().Replace('_', '-');

    public static SubjectArea? ByKey(string? key) => All.FirstOrDefault(area => area.Key == key);

    /// <summary>Those that the schema names, in the order of the list.</summary>
    public static IEnumerable<SubjectArea> Of(IReadOnlyList<string> inSchema) => All.Where(area => inSchema.Contains(area.InSchema));
}
