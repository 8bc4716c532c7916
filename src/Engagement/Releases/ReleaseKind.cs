using System.Text.Json.Serialization;

namespace Engagement.Releases;

/// <summary>Which figures a release is of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReleaseKind>))]
public enum ReleaseKind
{
    /// <summary>What was answered in one wave of a survey.</summary>
    WaveResults,

    /// <summary>Who took part in the surveys of a consultation.</summary>
    ConsultationFigures,

    /// <summary>A collated month of feedback points.</summary>
    FeedbackPointMonth,

    /// <summary>How a forum was moderated in a month.</summary>
    ForumMonth,

    /// <summary>What people said of the Local Offer in a year, and what was answered.</summary>
    LocalOfferYear,
}
