using System.Text.Json.Serialization;

namespace Engagement.Privacy;

/// <summary>Who a subject is to us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubjectKind>))]
public enum SubjectKind
{
    /// <summary>Somebody who has an account.</summary>
    Participant,

    /// <summary>Somebody who answered a survey and has the receipt of it.</summary>
    Response,

    /// <summary>Somebody who wrote in a forum without an account and has the receipt of it.</summary>
    Contributor,

    /// <summary>Somebody whose complaint, compliment or comment was logged.</summary>
    LoggedFeedback,
}
