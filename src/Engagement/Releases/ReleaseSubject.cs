using System.Globalization;
using System.Text.Json.Serialization;
using Engagement.LocalOffer;

namespace Engagement.Releases;

/// <summary>What a release is of.</summary>
/// <param name="Kind">Which kind of figures.</param>
/// <param name="Id">The wave, the consultation or the forum; null of a month of feedback points, and of a year of the Local Offer.</param>
/// <param name="Month">The first day of the month or the year; null where it is of neither.</param>
/// <param name="Crossed">The questions of a wave that are broken down.</param>
public sealed record ReleaseSubject(ReleaseKind Kind, Guid? Id, DateOnly? Month, IReadOnlyList<CrossedQuestion> Crossed)
{
    /// <summary>The same for all releases that tell of the same people: their figures could be compared.</summary>
    [JsonIgnore]
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id:N}:{Month:yyyy-MM}");

    public static ReleaseSubject OfWave(Guid waveId, params IReadOnlyList<CrossedQuestion> crossed) => new(ReleaseKind.WaveResults, waveId, null, crossed);

    public static ReleaseSubject OfConsultation(Guid consultationId) => new(ReleaseKind.ConsultationFigures, consultationId, null, []);

    /// <param name="month">Any day of it.</param>
    public static ReleaseSubject OfFeedbackPoints(DateOnly month) => new(ReleaseKind.FeedbackPointMonth, null, new DateOnly(month.Year, month.Month, 1), []);

    /// <param name="forumId">The forum.</param>
    /// <param name="month">Any day of it.</param>
    public static ReleaseSubject OfForum(Guid forumId, DateOnly month) => new(ReleaseKind.ForumMonth, forumId, new DateOnly(month.Year, month.Month, 1), []);

    /// <param name="year">The year of comments.</param>
    public static ReleaseSubject OfLocalOffer(LocalOfferYear year) => new(ReleaseKind.LocalOfferYear, null, year.From, []);
}
