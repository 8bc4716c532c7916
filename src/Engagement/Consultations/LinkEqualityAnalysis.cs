using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Links the published equality analysis.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Url">Where the analysis can be read.</param>
public sealed record LinkEqualityAnalysis(Guid ConsultationId, string Url)
{
    public static Decision Decide(LinkEqualityAnalysis command)
    {
        var url = CleanText.OneLine(command.Url);
        return WebAddress.IsValid(url) ? Decision.To(new EqualityAnalysisLinked(url)) : Decision.Refuse(WebAddress.Invalid("url"));
    }
}
