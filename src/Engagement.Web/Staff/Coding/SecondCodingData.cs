using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Coding;

/// <summary>How many views are in a state. Figures of audiences, and of own voice and proxy, are never added together.</summary>
public sealed record CodingProgress(Audience? Audience, bool Proxy, ViewState State, int Count);

public sealed record SuggestionRate(string Method, int MethodVersion, int Accepted, int Rejected, double Rate);

public sealed record CodingSample(string Id, DateTimeOffset DrawnAt, int Seed, int ViewCount, int CodedAgain, CodingAgreement Agreement)
{
    public bool IsDone => CodedAgain >= ViewCount;
}

public sealed record CodingAgreement(int Views, double? Kappa, IReadOnlyList<ThemeAgreement> Themes, IReadOnlyList<CodingDisagreement> Disagreements);

public sealed record ThemeAgreement(NamedTheme? Theme, CohenKappa Kappa);

public sealed record CohenKappa(int Both, int FirstOnly, int SecondOnly, int Neither, int Count, double? Value);

public sealed record CodingDisagreement(string ViewId, IReadOnlyList<NamedTheme> FirstOnly, IReadOnlyList<NamedTheme> SecondOnly);

/// <summary>A view to be coded again, without anything of how it was coded first.</summary>
public sealed record BlindView(string ViewId, string? Text, string? QuestionText, DateTimeOffset SaidAt);

public sealed record SampleCount(string Id, int ViewCount, int CodedAgain, int Version);

internal static class AgreementWords
{
    /// <summary>In plain words, in the usual bands (Landis and Koch, 1977).</summary>
    public static string Of(double? kappa) => kappa switch
    {
        null => "Too little to tell",
        < 0.01 => "No better than chance",
        < 0.21 => "Slight",
        < 0.41 => "Fair",
        < 0.61 => "Moderate",
        < 0.81 => "Good",
        _ => "Very good",
    };

    public static string Figure(double? kappa) => kappa is { } value ? value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : "–";
}
