namespace Engagement.SurveyResults;

/// <summary>How many of those asked have answered.</summary>
public static class ResponseRate
{
    /// <summary>In percent, of an invited wave: countable by invited less those not reached and not eligible. Null is "not applicable".</summary>
    public static decimal? OfInvited(int countable, int invited, int undeliverable, int ineligible)
    {
        var reached = invited - undeliverable - ineligible;
        return reached <= 0 ? null : 100m * countable / reached;
    }

    /// <summary>Of an open link there is no rate: responses for each 1,000 eligible people, whom a denominator set counts. Null is "not applicable".</summary>
    public static decimal? PerThousand(int countable, int eligible) => eligible <= 0 ? null : 1000m * countable / eligible;
}
