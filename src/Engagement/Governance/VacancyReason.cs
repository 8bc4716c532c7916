using System.Text.Json.Serialization;

namespace Engagement.Governance;

/// <summary>Why a seat became vacant. There are no words of one's own here: they could tell of the person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VacancyReason>))]
public enum VacancyReason
{
    /// <summary>The representative no longer wants to, or no longer can.</summary>
    SteppedDown,

    /// <summary>Their time was over.</summary>
    TermEnded,

    /// <summary>Kent PACT sends somebody else.</summary>
    Replaced,
}
