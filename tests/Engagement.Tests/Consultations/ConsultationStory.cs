using Engagement.Consultations;

namespace Engagement.Tests.Consultations;

/// <summary>The events of a consultation that lacks nothing, one by one.</summary>
internal static class ConsultationStory
{
    public static readonly ConsultationDrafted Drafted = new(
        "SEND Strategy", "send-strategy-abc123", "SEND Family Engagement Officer", "Cabinet Member", new DateOnly(2025, 1, 16), true);

    public static readonly ProposalPublished ProposalMade = new("A strategy for 2025 to 2028", "Families wait too long", "Fewer moves of school");

    public static readonly EqualityAnalysisLinked EqualityAnalysis = new("https://council.example.test/equality");

    public static readonly RenditionAdded EasyRead = new(RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/easy-read");

    public static readonly ConsultationOpened Opened = new(new DateOnly(2024, 9, 23), new DateOnly(2024, 11, 10), null);
}
