using System.Globalization;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.OpenData;

/// <summary>
/// What is public, as files that anybody may fetch from anywhere without signing in: the published "you said, we did" and the published releases, as JSON
/// and CSV. A long list comes in parts, the last changed first; the header <c>Link</c> says where the next part is. Each file has an <c>ETag</c>.
/// </summary>
internal static class OpenDataEndpoints
{
    public const string Path = "/open-data";

    private const string AnyOrigin = "open data";
    private const int UsualPart = 500;
    private const int LongestPart = 1_000;
    private const string Licence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddOpenData(this IServiceCollection services) => services.AddCors(options => options.AddPolicy(
        AnyOrigin,
        new CorsPolicyBuilder().AllowAnyOrigin().WithMethods(Reading).WithHeaders("If-None-Match").WithExposedHeaders("ETag", "Link").Build()));

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup(Path).RequireCors(AnyOrigin);
        files.MapMethods("", Reading, () => OpenFile.OfJson(Catalogue));
        files.MapMethods("/loops.{format}", Reading, LoopsAsync);
        files.MapMethods("/releases.{format}", Reading, ReleasesAsync);
        files.MapMethods("/releases/{id:guid}.{format}", Reading, ReleaseAsync);
    }

    private static object Catalogue { get; } = new
    {
        title = "Engagement: what people said, and what became of it",
        licence = Licence,
        files = new[]
        {
            Dataset("loops", "Published \"you said, we did\", the last changed first"),
            Dataset("releases", "Published figures, the last drafted first; each names the file of its tables and that file's hash"),
        },
    };

    private static object Dataset(string name, string description) => new { name, description, json = $"{Path}/{name}.json", csv = $"{Path}/{name}.csv" };

    private static async Task<IResult> LoopsAsync(
        string format, string? after, string? first, EntryReads entries, ConsultationReads consultations, CancellationToken cancellation)
    {
        long? begin = null;
        if (after is not null)
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                return AfterUnknown;
            begin = position;
        }

        if (PartOf(first) is not { } part)
            return FirstWrong;

        var slice = await entries.ListAsync(begin, part, cancellation);
        Guid[] about = [.. slice.Items.Select(entry => entry.ConsultationId).OfType<Guid>().Distinct()];
        var asked = (await consultations.ByIdsAsync(about, cancellation)).ToDictionary(consultation => consultation.Id);
        OpenLoop[] loops = [.. slice.Items.Select(entry => OpenLoop.Of(entry, entry.ConsultationId is { } id ? asked.GetValueOrDefault(id) : null))];
        return Part(format, "loops", loops, slice.HasMore ? $"after={slice.Items[^1].Position}&first={part}" : null);
    }

    private static async Task<IResult> ReleasesAsync(string format, string? after, string? first, ReleaseReads releases, CancellationToken cancellation)
    {
        TimePosition? begin = null;
        if (after is not null)
        {
            if (!TimePosition.TryParse(after, out var position))
                return AfterUnknown;
            begin = position;
        }

        if (PartOf(first) is not { } part)
            return FirstWrong;

        var slice = await releases.ListPublishedAsync(begin, part, cancellation);
        OpenRelease[] published = [.. slice.Items.Select(OpenRelease.Of)];
        return Part(format, "releases", published, slice.HasMore ? $"after={ReleaseReads.PositionOf(slice.Items[^1])}&first={part}" : null);
    }

    private static async Task<IResult> ReleaseAsync(Guid id, string format, ReleaseReads releases, CancellationToken cancellation) =>
        (await releases.FindAsync(id, cancellation), format) switch
        {
            ({ Figures: { } figures }, "json") => OpenFile.OfText(figures),
            ({ Figures: { } figures }, "csv") when ReleasedFigures.LocalOfferOf(figures) is { } year => OpenFile.OfRows(OpenLocalOffer.Of(year)),
            ({ Figures: { } figures }, "csv") => OpenFile.OfRows(ReleaseCell.Of(figures)),
            _ => NotThere,
        };

    private static IResult Part<T>(string format, string name, T[] items, string? query)
    {
        var next = query is null ? null : $"{Path}/{name}.{format}?{query}";
        return format switch
        {
            "json" => OpenFile.OfJson(new { items, next }, next),
            "csv" => OpenFile.OfRows(items, next),
            _ => NotThere,
        };
    }

    private static int? PartOf(string? first) => first is null
        ? UsualPart
        : int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= LongestPart ? count : null;

    private static IResult AfterUnknown => Wrong("CURSOR_INVALID", "This place is not one of this list's. Start again without after.");

    private static IResult FirstWrong => Wrong("FIRST_INVALID", $"Ask for 1 to {LongestPart} at a time with first.");

    private static IResult NotThere => Results.Json(
        new { code = "NOT_FOUND", message = $"There is no such file. {Path} says which there are." }, statusCode: StatusCodes.Status404NotFound);

    private static IResult Wrong(string code, string message) => Results.Json(new { code, message }, statusCode: StatusCodes.Status400BadRequest);
}
