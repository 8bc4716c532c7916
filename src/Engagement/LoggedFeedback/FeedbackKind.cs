using System.Text.Json.Serialization;

namespace Engagement.LoggedFeedback;

/// <summary>From the lightest to the gravest: a complaint is not made lighter without the person's agreement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackKind>))]
public enum FeedbackKind
{
    /// <summary>Praise.</summary>
    Compliment,

    /// <summary>A remark or a suggestion.</summary>
    Comment,

    /// <summary>Somebody is not content and wants it put right.</summary>
    Complaint,
}
