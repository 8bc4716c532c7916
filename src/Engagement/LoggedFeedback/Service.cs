namespace Engagement.LoggedFeedback;

/// <summary>A service that people complain of or praise, by a code: in words of one's own a person could be named. [ours]</summary>
/// <param name="Code">What commands name it by.</param>
/// <param name="Name">What people call it.</param>
public sealed record Service(string Code, string Name)
{
    public static IReadOnlyList<Service> All { get; } =
    [
        new("statutory-assessment", "Statutory assessment and plans"),
        new("annual-review", "Annual reviews"),
        new("school-support", "Support in schools and settings"),
        new("early-years", "Early years"),
        new("therapies", "Therapies"),
        new("mental-health", "Mental health"),
        new("health", "Other health services"),
        new("social-care", "Social care and short breaks"),
        new("transport", "Transport to school or college"),
        new("preparing-for-adulthood", "Preparing for adulthood"),
        new("local-offer", "The Local Offer and information"),
        new("engagement", "How people are listened to"),
        new("other", "Another service"),
    ];

    public static Service? Find(string? code) => All.FirstOrDefault(service => service.Code == code);
}
