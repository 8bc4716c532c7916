using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Results;

/// <summary>The addresses of results.</summary>
internal static class ResultsLinks
{
    public const string Results = $"{Links.Staff}/results";
    public const string Trend = $"{Results}/trend";
    public const string Doing = $"{Results}/doing";
    public const string Populations = $"{Results}/populations";
    public const string NewPopulation = $"{Populations}/new";

    public static string Wave(string wave) => $"{Results}/{Uri.EscapeDataString(wave)}";

    public static string Question(string wave, string question, string? by = null) =>
        Links.With($"{Wave(wave)}/questions/{Uri.EscapeDataString(question)}", ("by", by));

    public static string TrendOf(string wave, string? question = null, string? scale = null) =>
        Links.With(Trend, ("wave", wave), ("question", question), ("scale", scale));

    /// <summary>Who answered a consultation, and what of it is published.</summary>
    public static string OfConsultation(string slug) => $"{Links.StaffConsultation(slug)}/results";

    public static string DoingOf(string slug) => Links.With(Doing, ("consultation", slug));

    public static string Coding(string slug) => $"{Links.StaffConsultation(slug)}/coding";

    /// <summary>The address that was asked for, whatever of it was to come as a file.</summary>
    public static string Here(HttpContext context)
    {
        var asked = context.Request.Query.Where(part => part.Key is not (FigureFile.As or FigureFile.Table)).Select(part => (part.Key, (string?)part.Value.ToString()));
        return Links.With(context.Request.Path, [.. asked]);
    }
}
