using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>What a view was said in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ViewSourceKind>))]
public enum ViewSourceKind
{
    /// <summary>An answer to a survey's question in the person's own words.</summary>
    Answer,

    /// <summary>A contribution to a forum that was released.</summary>
    Contribution,

    /// <summary>A note of an activity.</summary>
    ActivityNote,

    /// <summary>A lesson drawn from logged feedback.</summary>
    Lesson,
}
