using Engagement.Common;
using Engagement.Consultations;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Bench.Benchmarks;

/// <summary>A consultation with all that the rules ask for before it opens.</summary>
internal static class OpenedConsultation
{
    public static async Task<Guid> OpenAsync(
        IServiceProvider services, CommandContext officer, DateOnly opens, DateOnly closes, CancellationToken cancellationToken)
    {
        var consultations = services.GetRequiredService<ConsultationCommands>();
        var id = await consultations.DraftAsync(
            new DraftConsultation("Support at school", "SEND Family Engagement Officer", "SEND Improvement Board", closes.AddDays(120), AudienceIncludesChildren: false),
            officer,
            cancellationToken);
        await consultations.PublishProposalAsync(
            new PublishProposal(id, "Every school names one person to talk to.", "Families told us they are passed around.", Impacts: null),
            officer,
            cancellationToken);
        await consultations.LinkEqualityAnalysisAsync(new LinkEqualityAnalysis(id, "https://council.example.test/equality"), officer, cancellationToken);
        await consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.Paper, "en", "Parent representative", Url: null), officer, cancellationToken);
        await consultations.OpenAsync(new OpenConsultation(id, opens, closes, ShorterThanSixWeeksBecause: null), officer, cancellationToken);
        return id;
    }
}
