using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Seeder;

/// <summary>A consultation that is announced but cannot be answered yet.</summary>
internal static class ComingConsultation
{
    public const string Name = "travel-support";

    public static async Task TellAsync(Storyteller teller)
    {
        var id = await teller.Consultations.DraftAsync(
            new DraftConsultation(
                "Travel to school and college (demonstration)",
                "Transport Eligibility Manager",
                "Cabinet Member for Education and Skills",
                teller.Day(160),
                AudienceIncludesChildren: false),
            teller.OfficerOn(-9, Name),
            teller.CancellationToken);
        await teller.Consultations.SayWhatItIsAboutAsync(
            new SayWhatItIsAbout(id, [SubjectArea.Travel, SubjectArea.AdultLife], ["E07000108", "E07000112", "E07000114"]),
            teller.OfficerOn(-8, $"{Name}:subject"),
            teller.CancellationToken);
        await teller.Consultations.PublishProposalAsync(
            new PublishProposal(
                id,
                "Independent travel training for everyone who wants it from the age of 14, and one form for all kinds of travel support.",
                "Families fill in up to three forms a year. Young people told us they want to travel with their friends.",
                null),
            teller.OfficerOn(-8, $"{Name}:proposal"),
            teller.CancellationToken);
        await teller.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(id, "https://council.example.test/equality/travel"),
            teller.OfficerOn(-7, $"{Name}:equality"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.Paper, "en", "Participation officer", null),
            teller.OfficerOn(-6, $"{Name}:paper"),
            teller.CancellationToken);
        await teller.Consultations.OpenAsync(
            new OpenConsultation(
                id, teller.Day(14), teller.Day(48), "The new contracts are let before the summer, and what people say must be known by then."),
            teller.OfficerOn(-5, $"{Name}:open"),
            teller.CancellationToken);
    }
}
